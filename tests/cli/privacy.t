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
    nothing was sent; the draft is kept as message 2 of the outbox in ~/.local/share/spoc/spoc.db
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
