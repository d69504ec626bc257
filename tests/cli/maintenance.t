# Announced maintenance

Where the agreement says so, maintenance that was announced before it began does not count.

  $ export SPOC_NOW=2026-11-02T09:00:00+01:00
  $ sed 's/^exclude_windows = false/exclude_windows = true/' "$TREE/config/spoc.toml" >spoc.toml
  $ export SPOC_CONFIG="$HOME/spoc.toml"
  $ spoc -q report new 'Ansøgninger kan ikke åbnes' --category 2 --actual 'Intet sker' --retest 'Åbn en ansøgning'
  BOM-1
  $ spoc -q report send 1 --yes
  BOM-1
  $ spoc report --plain | cut -f 1,9-12
  BOM-1	2026-11-02T09:00:00+01:00	2026-11-02T10:00:00+01:00	response	
  $ export SPOC_NOW=2026-11-02T09:05:00+01:00
  $ spoc notice add --title 'Byg og Miljø lukker kort' --kind maintenance --system BOM --starts-at 2026-11-02T09:30:00+01:00 --ends-at 2026-11-02T11:00:00+01:00 --text 'Lukket kl. 9.30-11.'
  1
  Kept as notice 1. Pass it on with: spoc notice forward 1
  $ spoc report --plain | cut -f 1,9-12
  spoc: the terms, or announced maintenance, have changed: the deadline of BOM-1 moved from Mon 2 Nov 10:00 to Mon 2 Nov 11:30
  BOM-1	2026-11-02T09:00:00+01:00	2026-11-02T11:30:00+01:00	response	
  $ export SPOC_NOW=2026-11-02T13:00:00+01:00
  $ spoc escalate why 1
  BOM-1  Ansøgninger kan ikke åbnes
  Category 2
  Agreement: Drift, in force from 2015-01-01
  Source: example terms, not a contract
  The targets are aimed at, not binding.
  
  response time: missed, target 1 hour (1h)
    Mon 2 Nov 09:00  starts
    Mon 2 Nov 09:00 – 09:30  counts 30 min, together 30 min
    Mon 2 Nov 09:30 – 11:00  does not count: announced maintenance
    Mon 2 Nov 11:00 – 11:30  counts 30 min, together 1 h 0 min
    Mon 2 Nov 11:30  DUE
  
  fix time: running, target 4 hours (4h)
    Mon 2 Nov 09:00  starts
    Mon 2 Nov 09:00 – 09:30  counts 30 min, together 30 min
    Mon 2 Nov 09:30 – 11:00  does not count: announced maintenance
    Mon 2 Nov 11:00 – 14:30  counts 3 h 30 min, together 4 h 0 min
    Mon 2 Nov 14:30  DUE
  
  status update: not started, target 1 business hour (1bh), counted by the calendar window
  $ spoc escalate ready 1
  spoc: BOM-1 is not ready to be escalated
    There is no reference of the vendor, so they cannot look the case up.
    The vendor has not been reminded.
    The agreement's targets are aimed at, not binding.
    The effect is not described: how many are hit, and how often.
  [6]

What is told of after it began excuses nobody.

  $ spoc notice add --title 'Byg og Miljø var lukket' --kind maintenance --system BOM --starts-at 2026-11-02T12:00:00+01:00 --ends-at 2026-11-02T12:30:00+01:00 --text 'Vi lukkede kl. 12-12.30.'
  2
  Kept as notice 2. Pass it on with: spoc notice forward 2
  $ spoc report --plain | cut -f 1,9-12
  BOM-1	2026-11-02T09:00:00+01:00	2026-11-02T11:30:00+01:00	response	

Before it was announced it was not known.

  $ spoc report show 1 --as-of 2026-11-02T09:00:00+01:00 --json id,clocks
  {"schema":1,"case":{"id":"BOM-1","clocks":[{"clock":"response","state":"missed","target":"1h","started_at":"2026-11-02T09:00:00+01:00","due_at":"2026-11-02T10:00:00+01:00","stopped_at":null,"elapsed_seconds":14400},{"clock":"fix","state":"running","target":"4h","started_at":"2026-11-02T09:00:00+01:00","due_at":"2026-11-02T13:00:00+01:00","stopped_at":null,"elapsed_seconds":14400},{"clock":"update","state":"not-started","target":"1bh","started_at":null,"due_at":null,"stopped_at":null,"elapsed_seconds":0,"misses":0}]}}

Deadlines and maintenance as a calendar.

  $ spoc status --ics | tr -d '\r' | sed 's/@.*/@store/'
  BEGIN:VCALENDAR
  VERSION:2.0
  PRODID:-//spoc//spoc//EN
  BEGIN:VEVENT
  UID:BOM-1-response@store
  DTSTAMP:20261102T120000Z
  DTSTART:20261102T103000Z
  SUMMARY:BOM-1: response time
  DESCRIPTION:Ansøgninger kan ikke åbnes
  TRANSP:TRANSPARENT
  END:VEVENT
  END:VCALENDAR

While a case was closed is no maintenance.

  $ export SPOC_STORE="$PWD/closed.db" SPOC_NOW=2026-11-02T09:00:00+01:00
  $ spoc -q report new 'Kort vises ikke' --category 2
  BOM-1
  $ spoc -q report send 1 --yes
  BOM-1
  $ export SPOC_NOW=2026-11-02T09:10:00+01:00
  $ spoc -q report close 1 --as withdrawn
  BOM-1
  $ export SPOC_NOW=2026-11-02T09:40:00+01:00
  $ spoc -q report reopen 1
  BOM-1
  $ export SPOC_NOW=2026-11-02T13:00:00+01:00
  $ spoc escalate why 1 --lang en | grep -E 'response|paused|maintenance|DUE' | head -4
  response time: missed, target 1 hour (1h)
    Mon 2 Nov 09:10 – 09:40  paused, closed
    Mon 2 Nov 10:30  DUE
    Mon 2 Nov 09:10 – 09:40  paused, closed

What came by hand or by mail goes on by hand or by mail: it is one notice, and those who were told hear the rest.

  $ cat >mails.toml <<'X'
  > [[colleague]]
  > name = "Åse"
  > mail = "aase@kommune.example"
  > [[audience]]
  > name = "alle"
  > colleagues = ["Åse"]
  > auto = ["maintenance", "incident"]
  > [[feed]]
  > name = "driftsmails"
  > kind = "mail"
  > sender = "drift.example"
  > system = "BOM"
  > X
  $ export SPOC_STORE="$PWD/mails.db" SPOC_CONFIG="$PWD/mails.toml" SPOC_NOW=2026-11-02T09:00:00+01:00
  $ cat >mail.sh <<'X'
  > printf 'From: drift@drift.example\nSubject: %s\nDate: %s\nMessage-ID: <%s@drift.example>\nContent-Type: text/plain; charset=utf-8\n\n%s\n' "$@" |
  > spoc receive --json filed_as,id
  > X
  $ sh mail.sh 'Planlagt vedligeholdelse torsdag' 'Mon, 02 Nov 2026 08:00:00 +0100' 1 'Byg og Miljø er lukket 12-11-2026 kl. 20-22.'
  {"schema":1,"filed_as":"notice","id":1}
  $ spoc notice forward --auto
  Sent to aase@kommune.example (message 1).
  $ export SPOC_NOW=2026-11-05T09:00:00+01:00
  $ sh mail.sh 'Aflyst: Planlagt vedligeholdelse torsdag' 'Thu, 05 Nov 2026 08:00:00 +0100' 2 'Det bliver ikke til noget.'
  {"schema":1,"filed_as":"notice","id":1}
  $ spoc notice --all --json id,state,active,starts_at
  {"schema":1,"notices":[{"id":1,"state":"cancelled","active":false,"starts_at":"2026-11-12T20:00:00+01:00"}]}
  $ spoc notice forward --auto
  Sent to aase@kommune.example (message 2).
  $ spoc outbox show 2 --lang da | grep -E '^(Subject|Status|.*ndret)'
  Subject: Opdateret vedligehold: Aflyst: Planlagt vedligeholdelse torsdag
  Meddelelsen nedenfor er ændret, siden vi sendte den videre.
  Status: aflyst
  Ændret: Titel, før: Planlagt vedligeholdelse torsdag, nu: Aflyst: Planlagt vedligeholdelse torsdag
  Ændret: Tilstand, før: planlagt, nu: aflyst
  $ spoc status --ics | tr -d '\r' | grep -E 'SUMMARY|STATUS'
  SUMMARY:Aflyst: Planlagt vedligeholdelse torsdag
  STATUS:CANCELLED

  $ spoc -q notice add --kind incident --title 'Log ind er nede' --starts-at 2026-11-05T08:10:00+01:00
  2
  $ spoc -q notice forward 2 --yes
  $ spoc notice edit 2 --state done
  spoc: --state cannot be done; it is one of planned, under-way, resolved, cancelled
  [2]
  $ spoc notice edit 2
  spoc: nothing to change was given: --state resolved, --ends-at TIME or another option
  [2]
  $ spoc notice edit 2 --state resolved --ends-at 2026-11-05T08:40:00+01:00
  2
  Notice 2 is changed. Pass it on with: spoc notice forward 2
  $ spoc notice edit 2 --state resolved
  2
  Notice 2 says that already.
  $ spoc notice --json
  {"schema":1,"notices":[{"id":2,"source":"manual","guid":"sha256:SHA256","title":"Log ind er nede","link":null,"published_at":"2026-11-05T09:00:00+01:00","updated_at":"2026-11-05T09:00:00+01:00","kind":"incident","state":"resolved","active":false,"starts_at":"2026-11-05T08:10:00+01:00","ends_at":"2026-11-05T08:40:00+01:00","summary":"","system":"BOM","interface":null},{"id":1,"source":"driftsmails","guid":"1@drift.example","title":"Aflyst: Planlagt vedligeholdelse torsdag","link":null,"published_at":"2026-11-02T08:00:00+01:00","updated_at":"2026-11-05T08:00:00+01:00","kind":"maintenance","state":"cancelled","active":false,"starts_at":"2026-11-12T20:00:00+01:00","ends_at":"2026-11-12T22:00:00+01:00","summary":"Det bliver ikke til noget.","system":"BOM","interface":null}]}
  $ spoc notice forward --auto
  Sent to aase@kommune.example (message 4).
  $ spoc notice edit 2 --starts-at 2026-11-05T08:50:00+01:00
  spoc: the notice would end at 2026-11-05T08:40:00+01:00, which is not after it begins at 2026-11-05T08:50:00+01:00
  [2]
  $ printf '<rss version="2.0"><channel><item><guid>a</guid><title>Driftsforstyrrelse</title></item></channel></rss>' >mails.xml
  $ spoc -q notice fetch --from "file://$PWD/mails.xml" --json id
  {"schema":1,"notices":[{"id":3}]}
  $ spoc notice edit 3 --state resolved 2>&1 | sed "s|$PWD|~|"
  spoc: notice 3 is read from the feed file://~/mails.xml, which tells how it goes on
