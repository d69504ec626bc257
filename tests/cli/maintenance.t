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
  spoc: the terms, or announced maintenance, have changed: the deadline of BOM-1 moved from 2026-11-02T10:00:00+01:00 to 2026-11-02T11:30:00+01:00
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
  BEGIN:VEVENT
  UID:notice-2@store
  DTSTAMP:20261102T120000Z
  DTSTART:20261102T110000Z
  DTEND:20261102T113000Z
  SUMMARY:Byg og Miljø var lukket
  TRANSP:TRANSPARENT
  END:VEVENT
  BEGIN:VEVENT
  UID:notice-1@store
  DTSTAMP:20261102T120000Z
  DTSTART:20261102T083000Z
  DTEND:20261102T100000Z
  SUMMARY:Byg og Miljø lukker kort
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
