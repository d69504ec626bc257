# What the deputy is told: who asked, what goes on, and what comes first

  $ export SPOC_NOW=2026-11-03T09:00:00+01:00
  $ spoc -q report new 'Bilag kan ikke åbnes' --category 3 --reporter 'Åse Ørsted'
  BOM-1
  $ spoc -q report send 1 --yes
  BOM-1
  $ spoc -q report log 1 --from vendor --kind promised --by 2026-11-06 'Rettes fredag.'
  BOM-1
  $ spoc -q assist new 'Hvor finder jeg kvitteringen?' --reporter 'Per Holm'
  BOM-2
  $ spoc -q wishlist add 'Sortering efter adresse' --by 'Åse Ørsted'
  BOM-3
  $ spoc -q notice add --kind incident --title 'MitID er nede' --text 'Fejl' --state under-way --starts-at 2026-11-03T08:30:00+01:00
  1
  $ printf 'From: hjaelp@leverandoer.example\nSubject: SV: [BOM-1]\nMessage-ID: <h1@x.example>\n\nHvilken browser?\n' | spoc -q receive
  case	BOM-1
  $ spoc status handover --period 'uge 46'
  Overdragelse af Byg og Miljø, uge 46
  
  Hej
  
  Her er det, du skal vide for at overtage Byg og Miljø i perioden uge 46.
  
  Åbne fejl: 1
  Overskredne frister: 0
  Afventer vores kvalitetstjek: 0
  Beskeder i udbakken, der skal ses på: 0
  
  Det skal gøres først
  - BOM-1 Bilag kan ikke åbnes, frist tor. 5. nov. kl. 16.00: spoc report show BOM-1
  - 1 driftsmeddelelse er ulæst eller i gang: spoc notice
  - 1 spørgsmål fra en kollega er åbent: spoc assist
  
  Alle åbne fejl
  - BOM-1 Bilag kan ikke åbnes, kategori 3, besvaret, bolden er hos leverandøren, frist tor. 5. nov. kl. 16.00
  
  Spørgsmål fra kolleger
  - BOM-2 Hvor finder jeg kvitteringen?, fra Per Holm
  
  Ønsker
  - BOM-3 Sortering efter adresse, registreret
  
  Driftsforstyrrelser og vedligehold, der er i gang
  - MitID er nede (i gang)
  
  Lovet af andre
  - BOM-1: fre. 6. nov. kl. 23.59 (leverandøren)
  
  Hvem du kontakter
  - leverandøren, servicedesk@leverandoer.example, tlf. +45 00 00 00 01
  - leverandørens servicechef, servicemanager@leverandoer.example
  - vores egen it-afdeling, it@kommune.example
  - KOMBIT, incident-manager@kombit.example
  - systemansvarlig, systemansvarlig@kommune.example
  
  Med venlig hilsen
  
  Support
  Supportberettiget bruger, Eksempel Kommune
