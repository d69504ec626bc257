# Up the ladder

  $ cp "$TREE/config/demo/demo.toml" demo.toml
  $ export SPOC_CONFIG="$PWD/demo.toml" SPOC_NOW=2026-11-02T09:00:00+01:00
  $ spoc -q report new 'Kan ikke indsende' --category 2 --users alle
  BOM-1
  $ spoc -q report send 1 --yes
  BOM-1

Nothing is due yet.

  $ spoc escalate --lang en
  Case   Title              Cat.  Ball        Vendor ref.  Due              Left                Clock          Proposed
  BOM-1  Kan ikke indsende     2  the vendor               Mon 2 Nov 10:00  in 1 business hour  response time
  $ spoc escalate --exit-code --plain
  BOM-1	defect	Kan ikke indsende	BOM	2	reported	vendor		2026-11-02T09:00:00+01:00	2026-11-02T10:00:00+01:00	response		0	0	0				2026-11-02T09:00:00+01:00	2026-11-02T09:00:00+01:00		false		

A day later the answer is late. The arithmetic can be checked line by line.

  $ export SPOC_NOW=2026-11-03T10:00:00+01:00
  $ spoc escalate --exit-code --json id,breached,proposed_rung,proposed_clock
  {"schema":1,"escalations":[{"id":"BOM-1","breached":true,"proposed_rung":"reminder","proposed_clock":"response"}]}
  [10]
  $ spoc escalate why 1 --lang en
  BOM-1  Kan ikke indsende
  Category 2
  Agreement: Drift, in force from 2026-01-01
  Source: driftsaftalen, bilag 7, afsnit 3 (eksempel)
  
  response time: missed, target 1 business hour (1bh), counted by the calendar office
    Mon 2 Nov 09:00  starts
    Mon 2 Nov 09:00 – 10:00  counts 1 h 0 min, together 1 h 0 min
    Mon 2 Nov 10:00  DUE
  
  fix time: missed, target 8 business hours (8bh), counted by the calendar office
    Mon 2 Nov 09:00  starts
    Mon 2 Nov 09:00 – 16:00  counts 7 h 0 min, together 7 h 0 min
    Tue 3 Nov 08:00 – 09:00  counts 1 h 0 min, together 8 h 0 min
    Tue 3 Nov 09:00  DUE
  
  status update: not started, target 4 business hours (4bh), counted by the calendar window
  $ spoc escalate why 1 --json | head -c 300
  {"schema":1,"case":"BOM-1","category":2,"agreement":{"name":"Drift","from":"2026-01-01","binding":true,"source":"driftsaftalen, bilag 7, afsnit 3 (eksempel)"},"clocks":[{"clock":"response","state":"missed","target":"1bh","started_at":"2026-11-02T09:00:00+01:00","due_at":"2026-11-02T10:00:00+01:00","
A reminder is the lowest rung; above it the case must be ready, and no rung is skipped without a reason.

  $ spoc -q escalate send 1 --yes
  BOM-1
  $ spoc --lang en escalate send 1 --rung incident-manager --yes
  spoc: BOM-1 would skip the rung service-manager; say why with --reason
  [6]
  $ spoc -q report log 1 --from vendor --kind receipt --ref INC1
  BOM-1
  $ spoc --lang en escalate ready 1
  BOM-1 is ready to be escalated.
  $ spoc -q escalate send 1 --rung service-manager --yes
  BOM-1
  $ spoc --lang en escalate send 1 --rung incident-manager --yes -q
  BOM-1
  $ spoc report --json rung
  {"schema":1,"cases":[{"rung":"incident-manager"}]}
  $ spoc -q escalate answer 1 'Vi tager den op' --from kombit
  BOM-1

Under cron, outside the municipality's hours, nothing is said; within them each proposal is told once.

  $ SPOC_NOW=2026-11-04T03:00:00+01:00 spoc escalate --quiet-hours
  $ spoc -q report new 'Anden fejl' --category 4
  BOM-2
  $ spoc -q report send 2 --yes
  BOM-2
  $ SPOC_NOW=2026-11-09T10:00:00+01:00 spoc escalate --quiet-hours --plain | cut -f 1
  BOM-2
  $ SPOC_NOW=2026-11-09T10:05:00+01:00 spoc escalate --quiet-hours --plain | cut -f 1

The dossier and the derivation are the same to the byte at the same moment, wherever one asks.

  $ export SPOC_NOW=2026-11-10T10:00:00+01:00
  $ spoc escalate dossier 1 -q -o first.txt
  $ TZ=Pacific/Apia LC_ALL=C spoc escalate dossier 1 -q -o second.txt
  $ cmp first.txt second.txt
  $ spoc escalate dossier 1 -q --html -o first.html
  $ TZ=America/New_York spoc escalate dossier 1 -q --html -o second.html
  $ cmp first.html second.html
  $ grep -c -i -e '<script' -e 'kontraktbrud' -e 'src="http' first.html
  0
  [1]
  $ TZ=Asia/Kolkata spoc escalate why 1 --json >kolkata.json
  $ TZ=UTC LC_ALL=C spoc escalate why 1 --json | cmp - kolkata.json
