# Nothing personal leaves the house

  $ export SPOC_NOW=2026-11-02T09:00:00+01:00
  $ spoc -q report new 'Fejl' --category 4 --actual 'Borger 010190-1234 ser en fejl'
  BOM-1

A CPR number in a report is refused. Where it stands is said, never the number, and the draft is kept.

  $ spoc report send 1 --yes
  spoc: this must not leave the house
    a CPR number stands in line 10 of the text
    nothing was sent; the draft is kept as message 1 of the outbox in ~/.local/share/spoc/spoc.db
    take it out, or send with --redact to mask it
  [6]
  $ spoc outbox --plain | cut -f 1-5
  1	draft	report	BOM-1	vendor
  $ ls ~/.local/share/spoc/outbox 2>/dev/null
  [2]
  $ spoc report send 1 --by-hand --print
  spoc: this must not leave the house
    a CPR number stands in line 10 of the text
    nothing was sent; the draft is kept as message 1 of the outbox in ~/.local/share/spoc/spoc.db
    take it out, or send with --redact to mask it
  [6]

Masked it goes out, and so it does if the gate is overruled, with the reason on record.

  $ spoc -q report send 1 --yes --redact
  BOM-1
  $ grep -c '010190-xxxx' ~/.local/share/spoc/outbox/*.eml
  1
  $ spoc -q report send 1 --yes --override 'aftalt med databeskyttelsesrådgiver'
  BOM-1
  $ spoc export | grep -c gate-overridden
  1

Whatever else leaves passes the same gate: notices, the evidence, the calendar. Overruling it is on record.

  $ spoc -q notice add --title 'Om 010190-1234' --kind maintenance --starts-at 2026-11-10T20:00:00+01:00
  1
  $ spoc -q notice forward 1 --yes
  spoc: this must not leave the house
    a CPR number stands in the subject
    a CPR number stands in line 5 of the text
    nothing was sent; the draft is kept as message 4 of the outbox in ~/.local/share/spoc/spoc.db
    take it out, or send with --redact to mask it
    this must not leave the house
    a CPR number stands in the subject
    a CPR number stands in line 5 of the text
    nothing was sent; the draft is kept as message 5 of the outbox in ~/.local/share/spoc/spoc.db
    take it out, or send with --redact to mask it
  [6]
  $ spoc -q notice forward 1 --print --override 'kun set' >/dev/null
  $ spoc notice receipts 1 --plain | cut -f 1,2 | sort -u
  aase.oersted@kommune.example	draft
  joergen.baek@kommune.example	draft
  $ spoc -q notice forward 1 --yes --override 'aftalt'
  $ spoc notice receipts 1 --plain | cut -f 1,2 | sort -u
  aase.oersted@kommune.example	sent
  joergen.baek@kommune.example	sent
  $ spoc outbox --all --json kind,state,overridden | tr '{' '\n' | grep aftalt
  "reason":"aftalt med databeskyttelsesrådgiver","places":["body:10"]}},
  "reason":"aftalt","places":["subject","body:5"]}},
  "reason":"aftalt","places":["subject","body:5"]}}]}
  $ spoc status --ics
  spoc: this must not leave the house
    a CPR number stands in the subject
    it is the entry notice-1 of the calendar; --redact masks it, or leaves out its text
  [6]
  $ spoc status --ics --redact | grep SUMMARY
  SUMMARY:BOM-1: response time
  SUMMARY:Om 010190-xxxx
  $ spoc escalate dossier 1 >/dev/null
  spoc: this must not leave the house
    a CPR number stands in line 8 of the text
    a CPR number stands in line 99 of the text as HTML
    nothing was sent; the draft is kept as message 10 of the outbox in ~/.local/share/spoc/spoc.db
    take it out, or send with --redact to mask it
  [6]
  $ spoc -q escalate dossier 1 --override 'til sagen' >/dev/null
  $ spoc export | grep -c '"reason":"til sagen"'
  1
  $ spoc escalate dossier 1 --as-of 2026-11-02T09:00:00+01:00 --override 'til sagen' >/dev/null
  spoc: --as-of is for looking only; nothing can be changed in the past
  [2]
