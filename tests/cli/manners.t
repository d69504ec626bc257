# In every surrounding: languages, narrow terminals, pipes that close early

  $ export SPOC_NOW=2026-11-03T09:00:00+01:00
  $ spoc -q report new 'Ansøgere kan ikke indsende, når adressen har et langt vejnavn' --category 2
  BOM-1
  $ spoc -q report send 1 --yes
  BOM-1
  $ for each in $(seq 300); do printf '{"id":"0192f3a0-7c1e-7a52-9d3b-%012d","case":"BOM-%d","kind":"recorded","occurred_at":"2026-11-02T09:14:00+01:00","recorded_at":"2026-11-02T09:20:31+01:00","actor":"x","data":{"type":"defect","title":"Fejl %d","category":4,"system":"BOM"}}\n' $each $((each + 1)) $each; done | spoc -q import -

A reader that goes away early is no failure worth a word.

  $ spoc report --limit 0 | head -1
  Case     Title                                                          Cat.  State     Ball        Vendor ref.  Due              Left       Clock          Rung
  $ spoc report --limit 0 --json | head -c 30
  {"schema":1,"cases":[{"id":"BO
  $ spoc export | head -1 | cut -c 1-20
  {"schema":1,"id":"01

The language follows the environment; where there is none it is English. Letters beyond ASCII stay what they are.

  $ LC_ALL=C spoc report --limit 1
  Case   Title                                                          Cat.  State     Ball        Vendor ref.  Due              Left       Clock          Rung
  BOM-1  Ansøgere kan ikke indsende, når adressen har et langt vejnavn     2  reported  the vendor               Tue 3 Nov 10:00  in 1 hour  response time
  $ LC_ALL=da_DK.UTF-8 spoc report --limit 1
  Sag    Titel                                                          Kat.  Tilstand  Bold          Lev. sagsnr.  Frist                   Tilbage    Frist for     Trin
  BOM-1  Ansøgere kan ikke indsende, når adressen har et langt vejnavn     2  meldt     leverandøren                tir. 3. nov. kl. 10.00  om 1 time  reaktionstid
  $ LC_ALL=C.UTF-8 spoc --lang da status --brief
  1 med frist snart
  $ env -u LC_ALL -u LANG spoc status --brief
  1 due soon

Narrow columns keep what a case is named by.

  $ COLUMNS=40 spoc report --limit 2
  Case   Title             Due
  BOM-1  Ansøgere kan ik…  Tue 3 Nov 10:00
  BOM-2  Fejl 1
  $ COLUMNS=20 spoc report --limit 2
  Case   Title
  BOM-1  Ansøgere kan…
  BOM-2  Fejl 1
  $ env -u TERM COLUMNS=40 spoc status --lang da | head -4
  tir. 3. nov. kl. 09.00
  301 åbne fejl (kategori 2: 1, kategori 4: 300)
  0 overskredet · 1 med frist snart · 0 til kvalitetstjek · 0 til eskalering
  Bolden er hos: os 300, leverandøren 1
  $ TERM=dumb COLUMNS=0 spoc report --limit 1
  Case   Title                                                          Cat.  State     Ball        Vendor ref.  Due              Left       Clock          Rung
  BOM-1  Ansøgere kan ikke indsende, når adressen har et langt vejnavn     2  reported  the vendor               Tue 3 Nov 10:00  in 1 hour  response time

Colour is for those who ask for it.

  $ spoc report --limit 1 --color always | grep -c "$(printf '\033')"
  1
  $ NO_COLOR=1 spoc report --limit 1 | grep -c "$(printf '\033')"
  0
  [1]
