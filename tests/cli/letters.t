# Who is told what

  $ cp "$TREE/config/demo/demo.toml" demo.toml
  $ export SPOC_CONFIG="$PWD/demo.toml" SPOC_NOW=2026-11-02T09:00:00+01:00
  $ spoc -q report new 'Kan ikke indsende' --category 2 --users alle --frequency 'hver gang' --actual 'Intet sker'
  BOM-1
  $ spoc -q report analyse 1 --cause vendor --finding 'Snitfladen svarer 500'
  BOM-1
  $ spoc -q report log 1 'Vi tror selv, at det er driften'
  BOM-1
  $ spoc -q report send 1 --yes
  BOM-1

What was found out goes along with the report; the notes we make for ourselves never do.

  $ cat ~/.local/share/spoc/outbox/*.eml | grep -A1 'Vores analyse'
  Vores analyse:
  Snitfladen svarer 500
  $ cat ~/.local/share/spoc/outbox/*.eml | grep -c 'Vi tror selv'
  0
  [1]

Everybody says something: the vendor, our own it department, a colleague by mail, the system manager.

  $ export SPOC_NOW=2026-11-03T09:00:00+01:00
  $ spoc -q report log 1 --from vendor --ref INC77 'Leverandørens ord'
  BOM-1
  $ spoc -q report log 1 --from local-it --kind noted 'It-afdelingens ord'
  BOM-1
  $ spoc -q report log 1 --from owner --kind noted 'Systemejerens ord'
  BOM-1
  $ spoc -q report log 1 --from kombit --kind noted 'KOMBITs ord'
  BOM-1
  $ printf 'From: en@anden.example\nSubject: [BOM-1] Jeg ved noget\nMessage-ID: <0101901234@anden.example>\n\nKollegaens ord\n' | spoc -q receive
  case	BOM-1

The vendor reads what was said to it and by it, and nobody else's words.

  $ export SPOC_NOW=2026-11-04T12:00:00+01:00
  $ spoc escalate send 1 --rung service-manager --reason haster --print | grep -o '[A-Za-zøæå-]* ord$' | sort -u
  Leverandørens ord

KOMBIT judges between all, and reads what the parties said; not what the municipality's own people did.

  $ spoc escalate send 1 --rung incident-manager --reason haster --print >letter.txt
  $ grep -o '[A-Za-zøæå-]* ord$' letter.txt | sort -u
  It-afdelingens ord
  KOMBITs ord
  Leverandørens ord
  $ grep -A2 'Overholdte frister' letter.txt
  Overholdte frister i perioden 5. august 2026 – 4. november 2026
  - reaktionstid: 0 % (0 af 1), mål 90 %
  - løsningstid: 0 % (0 af 1), mål 90 %
  $ grep 'senest' letter.txt
  Vi beder jer tage hånd om sagen og give os besked om det videre forløb senest fre. 6. nov. kl. 14.00.
  $ spoc escalate dossier 1 | grep -o '[A-Za-zøæå-]* ord$' | sort -u
  It-afdelingens ord
  KOMBITs ord
  Leverandørens ord

What was noted is in no letter, nor is a title that was changed since; why somebody had the ball is told to those who
may hear them.

  $ grep -c 'Vi tror selv' letter.txt
  0
  [1]
  $ spoc -q report wait 1 --on local-it --text 'Peter mener noget'
  BOM-1
  $ spoc -q report resume 1
  BOM-1
  $ spoc escalate send 1 --rung service-manager --reason haster --print --by-hand | grep -c 'Peter mener'
  0
  [1]
  $ spoc escalate send 1 --rung incident-manager --reason haster --print --by-hand | grep -c 'Peter mener'
  1
  $ spoc -q report edit 1 --title 'En ny titel'
  BOM-1
  $ spoc escalate send 1 --rung incident-manager --reason haster --print --by-hand | grep -c 'Kan ikke indsende'
  0
  [1]

Who gets a copy reads along, so that a letter tells only what all of its receivers may hear; and the system manager's
words are for the system manager alone, wherever on the ladder that rung is.

  $ cp demo.toml ladder.toml
  $ cat >>ladder.toml <<'X'
  > [[rung]]
  > name = "reminder"
  > to = "vendor"
  > clocks = ["response", "fix"]
  > [[rung]]
  > name = "owner"
  > to = "owner"
  > clocks = ["fix"]
  > [[rung]]
  > name = "service-manager"
  > to = "service-manager"
  > clocks = ["fix"]
  > [[rung]]
  > name = "incident-manager"
  > to = "kombit"
  > informs = ["vendor"]
  > clocks = ["fix"]
  > X
  $ SPOC_CONFIG="$PWD/ladder.toml" spoc -q escalate send 1 --rung service-manager --reason haster --print | grep -o '[A-Za-zøæå-]* ord$' | sort -u
  Leverandørens ord
  $ SPOC_CONFIG="$PWD/ladder.toml" spoc -q escalate send 1 --rung incident-manager --reason haster --print | grep -o '[A-Za-zøæå-]* ord$' | sort -u
  Leverandørens ord
  $ SPOC_CONFIG="$PWD/ladder.toml" spoc -q escalate send 1 --rung owner --reason haster --print | grep -o '[A-Za-zøæå-]* ord$' | sort -u
  Leverandørens ord
  Systemejerens ord

A number in the id of somebody's mail does not leave with the thread.

  $ printf 'From: servicedesk@leverandoer.example\nSubject: [BOM-1] Svar\nMessage-ID: <0101901234@leverandoer.example>\n\nSvar\n' | spoc -q receive
  case	BOM-1
  $ printf 'From: servicedesk@leverandoer.example\nSubject: [BOM-1] Svar\nMessage-ID: <svar-2@leverandoer.example>\n\nSvar\n' | spoc -q receive
  case	BOM-1
  $ spoc report remind 1 --print >letter.txt
  $ grep -c 'svar-2@' letter.txt
  2
  $ grep -c 0101901234 letter.txt
  0
  [1]

What we have to say can go as a mail at once, with the file that was asked for.

  $ printf '{"log":1}\n' >trace.har
  $ spoc -q report log 1 --to vendor --send --attach trace.har 'Her er sporingen.'
  BOM-1
  $ ls -t ~/.local/share/spoc/outbox/*.eml | head -1 | xargs grep -c 'trace.har'
  2
  $ spoc report log 1 --send 'Til hvem?'
  spoc: --send skal vide til hvem: --to PART
  [2]
  $ spoc report log 1 --to vendor --send 'Borger 010190-1234' 2>&1 | head -2
  spoc: dette må ikke forlade huset
    der står et CPR-nummer i linje 3 i teksten
  $ spoc report show 1 --lang en | tail -2
  Wed 4 Nov 12:00   file attached: trace.har
  Wed 4 Nov 12:00   noted (to: the vendor): Her er sporingen.
