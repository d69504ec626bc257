# A defect's whole life

A defect is recorded. What a good report lacks is named on stderr; the id alone is the result.

  $ export SPOC_NOW=2026-11-02T08:40:00+01:00
  $ spoc report new 'Kan ikke indsende' --category 3 --steps 'Log ind' --users alle --retest 'Tryk Indsend'
  BOM-1
  Recorded BOM-1: Kan ikke indsende
  A good report also has: reason, observed_at, environment, expected, actual, frequency, workaround, local_check.
  Add it with: spoc report edit BOM-1
  Next: spoc report analyse BOM-1, or spoc report send BOM-1
  $ spoc report analyse 1
  No interface of the configuration is pointed at: it is the vendor's, as far as is known.
  Record what you found with: spoc report analyse BOM-1 --cause vendor|local|interface|use|unknown --finding TEXT

It is reported to the vendor by mail; the courier puts an .eml into the outbox folder.

  $ export SPOC_NOW=2026-11-02T09:00:00+01:00
  $ spoc report send 1 --yes
  Sent to the vendor (message 1).
  BOM-1
  BOM-1: reported; the ball is with: the vendor
  Next deadline: Mon 2 Nov 13:00 (response time), in 4 business hours
  Next, when they answer: spoc report log BOM-1 --kind answered TEXT; spoc report remind BOM-1 asks again
  $ ls ~/.local/share/spoc/outbox | wc -l
  1
  $ grep -c -F '[BOM-1]' ~/.local/share/spoc/outbox/*.eml
  2

The vendor answers, with its own number, which names the case from then on.

  $ spoc report log 1 --from vendor --kind answered --ref INC0012345 'Vi ser på det' -q
  BOM-1
  $ spoc report --json id,state,vendor_ref,next_clock
  {"schema":1,"cases":[{"id":"BOM-1","state":"answered","vendor_ref":"INC0012345","next_clock":"fix"}]}
  $ spoc report show inc0012345 --json | grep -o '"state":"answered"' | head -1
  "state":"answered"

A fix that fails goes back, one that passes is closed.

  $ export SPOC_NOW=2026-11-03T09:00:00+01:00
  $ spoc -q report log BOM-1 --from vendor --kind fix-announced --release 5.1 'Rettet'
  BOM-1
  $ spoc verify --plain | cut -f 1,6
  BOM-1	fix-announced
  $ spoc -q verify fail 1 --step '1=fail:samme fejl'
  BOM-1
  $ spoc report --json state,ball,failed_verifications
  {"schema":1,"cases":[{"state":"rejected","ball":"vendor","failed_verifications":1}]}
  $ spoc -q report log 1 --from vendor --kind fix-announced --release 5.2
  BOM-1
  $ spoc -q verify pass bom-1
  BOM-1
  $ spoc -q report close 1
  BOM-1
  $ spoc report
  No cases to show. `spoc report new` records one.
  $ spoc report --all --json id,state
  {"schema":1,"cases":[{"id":"BOM-1","state":"closed"}]}
  $ spoc report remind 1 --yes
  spoc: BOM-1 is closed; spoc report reopen BOM-1 opens it again
  [6]
  $ spoc doctor
  The store is sound.
