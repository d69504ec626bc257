# What cannot be

  $ export SPOC_NOW=2026-11-23T16:00:00+01:00
  $ spoc -q report new 'Kladden forsvinder' --category 2 --environment prod --actual 'Den er væk' --retest 'Åbn kladden'
  BOM-1
  $ spoc verify pass 1
  spoc: BOM-1 has not been reported to anybody yet; spoc report send BOM-1 does that
  [6]
  $ spoc escalate answer 1 'Vi ser på det'
  spoc: BOM-1 has not been escalated; spoc escalate send BOM-1 does that
  [6]
  $ spoc report close 1 --as duplicate --of 1
  spoc: BOM-1 cannot be a duplicate of itself
  [2]
  $ spoc report link 1 notice:77
  spoc: there is no notice 77
  [3]
  $ spoc notice add --title 'Lukket' --starts-at 2026-12-01T09:00:00+01:00 --ends-at 2026-12-01T07:00:00+01:00
  spoc: the notice would end at 2026-12-01T07:00:00+01:00, which is not after it begins at 2026-12-01T09:00:00+01:00
  [2]

A field that is misspelt in a form is not taken for text.

  $ printf 'title: X\nkategori: 2\n' >form.txt
  $ spoc report new --file form.txt
  spoc: form.txt:2: there is no field kategori; did you mean category?
  [2]

A reference without more is a receipt of the vendor's.

  $ spoc -q report send 1 --yes
  BOM-1
  $ spoc report log 1 --ref INC0077
  BOM-1
  BOM-1: reported; the ball is with: the vendor
  Next deadline: Mon 23 Nov 17:00 (response time), in 1 hour
  Next, when they answer: spoc report log BOM-1 --kind answered TEXT; spoc report remind BOM-1 asks again
  $ spoc report show INC0077 | tail -n 3
  Mon 23 Nov 16:00  recorded: Kladden forsvinder
  Mon 23 Nov 16:00  reported (the vendor)
  Mon 23 Nov 16:00  automatic receipt (the vendor) INC0077
  $ spoc report log 1 --kind noted --ref INC0078 'Set i portalen'
  spoc: a note has no place for a reference; --kind receipt or --kind answered has
  [2]

A day that is promised lasts until it ends.

  $ spoc -q report log 1 --from vendor --kind promised --by tirsdag 'Rettes tirsdag'
  BOM-1
  $ spoc report show 1 | tail -n 1
  Mon 23 Nov 16:00  promised (the vendor) by Tue 24 Nov 23:59: Rettes tirsdag
  $ spoc -q report log 1 --from vendor --kind promised --by 2026-11-20T12:00:00+01:00 'Rettes i fredags'
  spoc: what is promised for 2026-11-20T12:00:00+01:00 was over when it was promised; is --at missing?
  BOM-1

A fix that holds in the test environment does not hold where the case was seen.

  $ spoc -q report log 1 --from vendor --kind fix-announced --environment test 'Ligger i test'
  BOM-1
  $ spoc verify pass 1 --environment test
  BOM-1
  BOM-1: waiting; the ball is with: us
  Overdue since Fri 20 Nov 12:00 (promise): 3 days late
  It holds there, but not where BOM-1 was seen. Give it back to the vendor with: spoc report resume BOM-1
  $ spoc report send 1 --print | head -n 1
  BOM-1 was reported before; spoc report remind BOM-1 sends a reminder.
  MIME-Version: 1.0

What has gone wrong began in the past.

  $ spoc -q notice add --kind incident --title 'Byg og Miljø er nede' --starts-at 8:30
  1
  $ spoc notice --json starts_at
  {"schema":1,"notices":[{"starts_at":"2026-11-23T08:30:00+01:00"}]}

What was written down for ourselves is in no letter; why a step is taken is.

  $ spoc -q report log 1 --kind noted 'INTERNT: kun til os'
  BOM-1
  $ spoc escalate send 1 --rung incident-manager --reason 'Alle venter' --print >letter.txt
  $ grep -c -e 'INTERNT' letter.txt
  0
  [1]
  $ grep -c -e 'Alle venter' letter.txt
  1
  $ spoc escalate dossier 1 | grep -c 'INTERNT'
  0
  [1]

What is given without a place for it is refused rather than dropped.

  $ spoc -q report new 'Fejl igen' --category 4 --reporter 'Åse Ørsted'
  BOM-2
  $ export case=$(spoc report --plain --text igen | cut -f 1)
  $ spoc report log "$case" --by 2026-12-24 'Vi ser på det' --from vendor
  spoc: --by is for a promise: --kind promised
  [2]
  $ spoc report log "$case" --release 4.2 'Vi ser på det' --from vendor
  spoc: --release is for a fix: --kind fix-announced
  [2]
  $ spoc report log "$case" --to vendor --kind answered 'Vi har svaret'
  spoc: what we said is a note; --from PARTY names who said that it is answered
  [2]
  $ spoc notice forward --auto --text 'Til alle'
  spoc: --auto and --text do not go together; spoc notice forward --help shows what it takes
  [2]

A title of blanks is none, whatever blanks.

  $ spoc report new '   ' --category 2
  spoc: the title is missing: say in a few words what is wrong
  [2]
  $ spoc report edit 1 --title ' '
  spoc: the title is missing: say in a few words what is wrong
  [2]
  $ spoc wishlist add ' '
  spoc: the title is missing: say in a few words what is wrong
  [2]
  $ spoc assist new ' '
  spoc: the title is missing: say in a few words what is wrong
  [2]
  $ spoc report new "$(printf '\302\240')" --category 2
  spoc: the title is missing: say in a few words what is wrong
  [2]
  $ spoc notice edit 1 --title ' '
  spoc: the title is missing: say in a few words what is wrong
  [2]

What cannot be written is not claimed to be.

  $ spoc report -o liste.docx
  spoc: --output cannot be docx here; it is one of text, json, csv, tsv, md, html, ics
  [2]
  $ spoc report show 1 -o sag.html
  spoc: --output cannot be html here; it is one of text, json, csv, tsv
  [2]
  $ spoc report -o ''
  spoc: -o needs a value
  [2]
  $ spoc report --json -o /dev/full
  {"schema":1,"error":{"code":"failed","message":"the file /dev/full cannot be written","details":[]}}
  [1]
  $ spoc report new 'Endnu en fejl' --category 3 -o /dev/full -q
  spoc: the file /dev/full cannot be written
    what was recorded before that is kept; look before you try again
  [1]
  $ spoc report --plain --text endnu | cut -f 1,3
  BOM-3	Endnu en fejl

  $ spoc report new 'Og en til' --category 3 --json -o /dev/full
  A good report also has: reason, observed_at, environment, steps, expected, actual, users, frequency, workaround, local_check, retest.
  Add it with: spoc report edit BOM-4
  Next: spoc report analyse BOM-4, or spoc report send BOM-4
  {"schema":1,"error":{"code":"failed","message":"the file /dev/full cannot be written","details":["what was recorded before that is kept; look before you try again"]}}
  [1]
  $ spoc report -o liste.DOCX
  spoc: --output cannot be docx here; it is one of text, json, csv, tsv, md, html, ics
  [2]
  $ spoc -q status handover -o overdragelse.md

What was known then is seen from then, unless --now says otherwise.

  $ SPOC_NOW= spoc report --as-of 2026-11-23T15:59:00+01:00
  No cases to show. `spoc report new` records one.
  $ SPOC_NOW= spoc status --as-of 2026-11-23T16:00:30+01:00 --json now,open
  {"schema":1,"now":"2026-11-23T16:00:30+01:00","open":4}
  $ spoc status --as-of 2026-11-23T15:00:00+01:00 --json now,open
  {"schema":1,"now":"2026-11-23T16:00:00+01:00","open":0}

The help speaks the user's language too.

  $ spoc report new --help --lang da | head -8
  Registrer en fejl
  
  Brug: spoc report new [title] [TILVALG]
  
    title                   Kort fortalt: hvad er galt
    --category TEKST        hvor alvorlig den er; 1 er den alvorligste
    --system TEKST          systemets kode, f.eks. BOM
    --reason TEKST          hvorfor denne kategori
  $ spoc notice --lang da | cut -c 1-30
  Nr.  Fra        Titel         
    1  indtastet  Byg og Miljø 
  $ spoc doctor --lang da
  Lageret er i orden.

What is chosen among words may be typed in the user's language.

  $ spoc --lang da report log 1 --kind svar --from vendor
  spoc: --kind kan ikke være svar; det er en af answered (besvaret), receipt (automatisk kvittering), noted (noteret), promised (lovet), workaround (omgåelse oplyst), fix-announced (rettelse meldt)
  [2]
  $ spoc --lang da report analyse 1 --cause ukendte
  spoc: --cause kan ikke være ukendte; det er en af vendor (fejl hos leverandøren), local (lokale forhold), interface (snitflade), use (brug af systemet), unknown (ukendt)
  [2]
  $ spoc --lang da notice add --title 'Nedbrud' --kind x
  spoc: --kind kan ikke være x; det er en af message (meddelelse), release, incident (driftsforstyrrelse), maintenance (vedligehold)
  [2]
  $ spoc --lang da notice add --title 'Nedbrud' --kind message --state x
  spoc: --state kan ikke være x; det er en af planned (planlagt), under-way (i gang), resolved (løst), cancelled (aflyst)
  [2]
  $ spoc --lang da report close 3 --as x
  spoc: --as kan ikke være x; det er en af fixed (rettet), local (lokale forhold), use (brug af systemet), no-defect (ingen fejl), duplicate (dublet), withdrawn (trukket tilbage), answered (besvaret), declined (afvist)
  [2]
  $ spoc -q --lang da report --state Registreret --plain | cut -f 1,6
  BOM-2	recorded
  BOM-3	recorded
  BOM-4	recorded
  $ spoc -q --lang da report close 3 --as dublet --of 1 --yes
  BOM-3
  $ spoc -q --lang da notice add --title 'Nedbrud' --kind driftsforstyrrelse --state 'i gang'
  2
  $ spoc notice show 2 --json kind,state
  {"schema":1,"notice":{"kind":"incident","state":"under-way"}}
  $ spoc --lang da report log 1 --kind x --json
  {"schema":1,"error":{"code":"misuse","message":"--kind cannot be x; it is one of answered, receipt, noted, promised, workaround, fix-announced","details":[]}}
  [2]
