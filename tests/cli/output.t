# One result in every form, and into a file

  $ export SPOC_NOW=2026-11-02T09:00:00+01:00
  $ spoc -q report new 'Ansøgere kan <ikke> indsende | slet ikke' --category 2
  BOM-1
  $ spoc -q report send 1 --yes
  BOM-1
  $ spoc -q report new 'Stavefejl' --category 4
  BOM-2

How much open time is left is told beside each deadline, by the calendar of its clock. Programs are not told.

  $ spoc report --lang da
  Sag    Titel                                     Kat.  Tilstand     Bold          Lev. sagsnr.  Frist                   Tilbage    Frist for     Trin
  BOM-1  Ansøgere kan <ikke> indsende | slet ikke     2  meldt        leverandøren                man. 2. nov. kl. 10.00  om 1 time  reaktionstid
  BOM-2  Stavefejl                                    4  registreret  os
  $ SPOC_NOW=2026-11-02T14:30:00+01:00 spoc report --lang da
  Sag    Titel                                     Kat.  Tilstand     Bold          Lev. sagsnr.  Frist                   Tilbage               Frist for     Trin
  BOM-1  Ansøgere kan <ikke> indsende | slet ikke     2  meldt        leverandøren                man. 2. nov. kl. 10.00  4 timer over fristen  reaktionstid
  BOM-2  Stavefejl                                    4  registreret  os
  $ SPOC_NOW=2026-11-12T14:30:00+01:00 spoc report --lang en
  Case   Title                                     Cat.  State     Ball        Vendor ref.  Due              Left          Clock          Rung
  BOM-1  Ansøgere kan <ikke> indsende | slet ikke     2  reported  the vendor               Mon 2 Nov 10:00  10 days late  response time
  BOM-2  Stavefejl                                    4  recorded  us
  $ SPOC_NOW=2027-11-12T14:30:00+01:00 spoc report --lang en
  Case   Title                                     Cat.  State     Ball        Vendor ref.  Due                   Left           Clock          Rung
  BOM-1  Ansøgere kan <ikke> indsende | slet ikke     2  reported  the vendor               Mon 2 Nov 2026 10:00  375 days late  response time
  BOM-2  Stavefejl                                    4  recorded  us
  $ spoc report --json left
  {"schema":1,"error":{"code":"misuse","message":"spoc report does not take left; spoc report --help shows what it takes","details":[]}}
  [2]
  $ spoc report show 1 --lang da | grep -i reaktionstid
  reaktionstid      løber (servicemål 1h), frist man. 2. nov. kl. 10.00, om 1 time
  $ spoc -q report log 1 --from vendor --kind answered 'Vi ser på det'
  BOM-1
  $ spoc report --lang da | head -2
  Sag    Titel                                     Kat.  Tilstand     Bold          Lev. sagsnr.  Frist                   Tilbage           Frist for      Trin
  BOM-1  Ansøgere kan <ikke> indsende | slet ikke     2  besvaret     leverandøren                man. 2. nov. kl. 10.00  om 1 arbejdstime  statusmelding
  $ SPOC_NOW=2026-11-02T09:20:00+01:00 spoc report log 1 --from vendor --kind noted 'Stadig i gang' --lang da
  BOM-1
  BOM-1: besvaret; bolden er hos: leverandøren
  Næste frist: man. 2. nov. kl. 10.00 (statusmelding), om 40 arbejdsminutter
  Næste, når de svarer: spoc report log BOM-1 --kind answered TEKST; spoc report remind BOM-1 rykker
  $ spoc status --lang da
  man. 2. nov. kl. 09.00
  2 åbne fejl (kategori 2: 1, kategori 4: 1)
  0 overskredet · 1 med frist snart · 0 til kvalitetstjek · 0 til eskalering
  Bolden er hos: os 1, leverandøren 1
  0 ændringsønsker · 0 spørgsmål · 0 driftsmeddelelser · 0 beskeder i udbakken
  Nye fejl i hver af tolv uger: ▁▁▁▁▁▁▁▁▁▁▁█ (højst 2)
  
  Det kræver dig nu:
    BOM-1  Ansøgere kan <ikke> indsende | slet ikke
        frist man. 2. nov. kl. 10.00, om 1 arbejdstime
        spoc report show BOM-1
    BOM-2  Stavefejl
        registreret, men ikke meldt endnu
        spoc report send BOM-2
  $ spoc report --plain | cut -f 1,2,10
  BOM-1	defect	2026-11-02T10:00:00+01:00
  BOM-2	defect	

The form is chosen by `--output`. A table for a wiki, a page that needs nothing else, a calendar.

  $ spoc report --output md
  | Case | Title | Cat. | State | Ball | Vendor ref. | Due | Left | Clock | Rung |
  | --- | --- | ---: | --- | --- | --- | --- | --- | --- | --- |
  | BOM-1 | Ansøgere kan \<ikke\> indsende \| slet ikke | 2 | answered | the vendor |  | Mon 2 Nov 10:00 | in 1 business hour | status update |  |
  | BOM-2 | Stavefejl | 4 | recorded | us |  |  |  |  |  |
  $ spoc report --output html --lang da | sed '/<style>/,/<\/style>/d'
  <!DOCTYPE html>
  <html lang="da">
  <head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Sager</title>
  </head>
  <body>
  <main>
  <h1>Sager</h1>
  <table>
  <thead><tr><th scope="col">Sag</th><th scope="col">Titel</th><th scope="col" class="number">Kat.</th><th scope="col">Tilstand</th><th scope="col">Bold</th><th scope="col">Lev. sagsnr.</th><th scope="col">Frist</th><th scope="col">Tilbage</th><th scope="col">Frist for</th><th scope="col">Trin</th></tr></thead>
  <tbody>
  <tr><th scope="row">BOM-1</th><td data-name="Titel">Ansøgere kan &lt;ikke&gt; indsende | slet ikke</td><td data-name="Kat." class="number">2</td><td data-name="Tilstand">besvaret</td><td data-name="Bold">leverandøren</td><td data-name="Lev. sagsnr."></td><td data-name="Frist">man. 2. nov. kl. 10.00</td><td data-name="Tilbage">om 1 arbejdstime</td><td data-name="Frist for">statusmelding</td><td data-name="Trin"></td></tr>
  <tr><th scope="row">BOM-2</th><td data-name="Titel">Stavefejl</td><td data-name="Kat." class="number">4</td><td data-name="Tilstand">registreret</td><td data-name="Bold">os</td><td data-name="Lev. sagsnr."></td><td data-name="Frist"></td><td data-name="Tilbage"></td><td data-name="Frist for"></td><td data-name="Trin"></td></tr>
  </tbody>
  </table>
  <footer>Eksempel Kommune, som det så ud man. 2. nov. kl. 09.00</footer>
  </main>
  </body>
  </html>
  $ spoc report --output ics | tr -d '\r' | sed 's/@.*/@store/'
  BEGIN:VCALENDAR
  VERSION:2.0
  PRODID:-//spoc//spoc//EN
  BEGIN:VEVENT
  UID:BOM-1-update@store
  DTSTAMP:20261102T080000Z
  DTSTART:20261102T090000Z
  SUMMARY:BOM-1: status update
  DESCRIPTION:Ansøgere kan <ikke> indsende | slet ikke
  TRANSP:TRANSPARENT
  END:VEVENT
  END:VCALENDAR
  $ spoc calendar days 2026 --output ics | tr -d '\r' | sed -n '/BEGIN:VEVENT/,/END:VEVENT/p' | head -7
  BEGIN:VEVENT
  UID:2026-01-01-municipality@spoc
  DTSTAMP:20261102T080000Z
  DTSTART;VALUE=DATE:20260101
  SUMMARY:Nytårsdag
  TRANSP:TRANSPARENT
  END:VEVENT
  $ spoc calendar days 2026 --lang da --output md | head -4
  | Dato | Dag | Slags |
  | --- | --- | --- |
  | tor. 1. jan. | Nytårsdag | helligdag |
  | tor. 2. apr. | Skærtorsdag | helligdag |
  $ spoc report --output tsv | cut -f 1,3
  id	title
  BOM-1	Ansøgere kan <ikke> indsende | slet ikke
  BOM-2	Stavefejl
  $ spoc report --output csv | cut -d , -f 1,3 | tr -d '\r'
  id,title
  BOM-1,Ansøgere kan <ikke> indsende | slet ikke
  BOM-2,Stavefejl
  $ spoc report --output json | cut -c 1-40
  {"schema":1,"cases":[{"id":"BOM-1","type
  $ spoc verify --output md
  | Case | Title | Cat. | State | Ball | Vendor ref. | Due | Left | Clock | Rung |
  | --- | --- | ---: | --- | --- | --- | --- | --- | --- | --- |
  $ spoc verify --output html | grep '<p>'
  <p>No fix waits to be tried.</p>
  $ spoc notice --output ics | tr -d '\r' | head -2
  BEGIN:VCALENDAR
  VERSION:2.0
  $ spoc status --output ics | tr -d '\r' | grep -c VEVENT
  2
  $ spoc status owner --output html | grep -c '<h1>'
  1
  $ spoc escalate dossier 1 --output html | grep -c '<svg'
  1

What a command does not have is refused, and what it has is named.

  $ spoc report --output pdf
  spoc: --output cannot be pdf here; it is one of text, json, csv, tsv, md, html, ics
  [2]
  $ spoc find kort --output ics
  spoc: --output cannot be ics here; it is one of text, json, csv, tsv, md, html
  [2]
  $ spoc status --output html
  spoc: --output cannot be html here; it is one of text, json, csv, tsv, ics
  [2]
  $ spoc report new Fejl --output csv
  spoc: --output cannot be csv here; it is one of text, json
  [2]
  $ spoc backup copy.db --output json
  {"schema":1,"error":{"code":"misuse","message":"--output cannot be json here; it is one of text","details":[]}}
  [2]
  $ spoc report --json --output csv
  {"schema":1,"error":{"code":"misuse","message":"--json and --output csv do not go together","details":[]}}
  [2]
  $ spoc wishlist --html --output md
  spoc: --html and --output md do not go together
  [2]
  $ spoc report --output
  spoc: --output needs a value
  [2]

A file is there once it is whole, and for the user's eyes only. Its name may say the form.

  $ spoc report -o list.csv
  Written to list.csv
  $ stat -c %a list.csv
  600
  $ cut -d , -f 1,3 list.csv | tr -d '\r'
  id,title
  BOM-1,Ansøgere kan <ikke> indsende | slet ikke
  BOM-2,Stavefejl
  $ spoc -q report -o page.html --lang da
  $ grep '<h1>' page.html
  <h1>Sager</h1>
  $ spoc -q report --json id -o list.txt
  $ cat list.txt
  {"schema":1,"cases":[{"id":"BOM-1"},{"id":"BOM-2"}]}
  $ spoc -q export -o log.jsonl
  $ wc -l <log.jsonl
  5
  $ spoc -q status -olast.txt
  $ head -2 last.txt
  Mon 2 Nov 09:00
  2 open defects (category 2: 1, category 4: 1)
  $ chmod 644 list.txt
  $ spoc -q report --plain --output list.txt
  $ stat -c %a list.txt
  644
  $ spoc report show 77 -o list.txt
  spoc: there is no case 77
    `spoc report` lists the open cases, `spoc find` searches all of them.
  [3]
  $ wc -l <list.txt
  2
  $ spoc report -o nowhere/list.txt
  spoc: the file nowhere/list.txt cannot be written
  [1]
  $ spoc report -o .
  spoc: the file . cannot be written
  [1]
  $ spoc report --plain -o - | cut -f 1
  BOM-1
  BOM-2
  $ spoc report --plain -o /dev/stdout -q | cut -f 1
  BOM-1
  BOM-2
  $ ls
  last.txt
  list.csv
  list.txt
  log.jsonl
  page.html

What is made to be passed on passes the privacy gate.

  $ spoc -q report new 'Borger 010190-1234 ser fejlen' --category 3
  BOM-3
  $ spoc report --output html
  spoc: this must not leave the house
    a CPR number stands in line 5 of the text
    a CPR number stands in line 76 of the text as HTML
    take it out, or send with --redact to mask it
  [6]
  $ spoc report --output md --redact
  | Case | Title | Cat. | State | Ball | Vendor ref. | Due | Left | Clock | Rung |
  | --- | --- | ---: | --- | --- | --- | --- | --- | --- | --- |
  | BOM-1 | Ansøgere kan \<ikke\> indsende \| slet ikke | 2 | answered | the vendor |  | Mon 2 Nov 10:00 | in 1 business hour | status update |  |
  | BOM-2 | Stavefejl | 4 | recorded | us |  |  |  |  |  |
  | BOM-3 | Borger 010190-xxxx ser fejlen | 3 | recorded | us |  |  |  |  |  |
  $ spoc -q report --output md --override 'Kun til mig selv' | tail -1
  | BOM-3 | Borger 010190-1234 ser fejlen | 3 | recorded | us |  |  |  |  |  |
  $ spoc report --output csv | grep -c 010190-1234
  1
  $ spoc report --redact
  spoc: spoc report does not take --redact; spoc report --help shows what it takes
  [2]

Times in a search are typed as anywhere.

  $ spoc find 'since:i går' --plain | cut -f 1
  BOM-1
  BOM-2
  BOM-3
  $ spoc find since:yesterday Stavefejl --plain | cut -f 1
  BOM-2
  $ spoc find 'fejl since:"i går 9.15"' --plain | cut -f 1
  BOM-3
  $ spoc find since:-2h --plain | cut -f 1
  BOM-1
  BOM-2
  BOM-3
  $ SPOC_NOW=2026-11-03T12:00:00+01:00 spoc find since:-2h --plain | cut -f 1
  $ spoc find since:never
  spoc: never is no time that can be read; write it as 2026-11-20 14:30, 14:30, yesterday 9:15, Friday 9 or -2h
  [2]

What is installed, for programs.

  $ spoc --version --json | sed 's/"version":"[^"]*"/"version":"X"/'
  {"schema":1,"version":"X","store":6,"log":1,"languages":["da","en"],"forms":["text","json","csv","tsv","md","html","ics"]}

