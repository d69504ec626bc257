# What colleagues hear, and what they see

  $ export SPOC_NOW=2026-11-02T09:00:00+01:00

A defect that was seen while something was out of order is told so.

  $ spoc -q notice add --kind incident --title 'Log ind er nede' --starts-at 2026-11-02T08:00:00+01:00
  1
  $ spoc report new 'Kan ikke logge ind' --category 2 --reporter 'Åse Ørsted' --observed-at 2026-11-02T08:30:00+01:00
  BOM-1
  Recorded BOM-1: Kan ikke logge ind
  Something was out of order then: Log ind er nede. If that is why: spoc report link BOM-1 notice:1 --as caused-by
  A good report also has: reason, environment, steps, expected, actual, users, frequency, workaround, local_check, retest.
  Add it with: spoc report edit BOM-1
  Next: spoc report analyse BOM-1, or spoc report send BOM-1
  $ spoc -q report link 1 notice:1 --as caused-by
  BOM-1
  $ spoc report new 'Kort vises ikke' --category 3 --observed-at 2026-11-01T08:30:00+01:00 --json case,outages | grep -o '"outages":.*'
  spoc: it is recorded, but then this failed: there is no field case; the fields are: id, type, title, system, category, state, ball, vendor_ref, reported_at, next_due_at, next_clock, rung, failed_verifications, slips, reopenings, interface, reporter, release, recorded_at, changed_at, fields, clocks, events
  [1]

Closing tells the colleague who reported it, unless it is to be silent or nobody knows them.

  $ export SPOC_NOW=2026-11-03T09:00:00+01:00
  $ spoc report close 1 --as withdrawn --text 'Det virker igen' --by-hand
  [BOM-1] Afsluttet: Kan ikke logge ind
  
  Hej Åse Ørsted
  
  Den sag, du gjorde os opmærksom på, er nu afsluttet: Kan ikke logge ind
  
  Udfald: trukket tilbage
  
  Det virker igen
  
  Oplever du fejlen igen, så svar på denne mail med [BOM-1] i emnefeltet, så genåbner vi sagen. Tak for hjælpen.
  
  Med venlig hilsen
  
  Support
  Supportberettiget bruger, Eksempel Kommune
  Recorded as handed to Åse Ørsted in their portal; paste the text there.
  $ spoc report show 1 --plain | cut -f 1,6
  BOM-1	closed
  $ spoc -q report new 'Igen' --category 3 --reporter 'En borger'
  BOM-3
  $ spoc report close 3 --as use
  BOM-3
  BOM-3: closed
  If it comes back: spoc report reopen BOM-3
  En borger is no colleague of the configuration with an address, so nobody was told.
  $ spoc -q report new 'Og igen' --category 3 --reporter 'Åse Ørsted'
  BOM-4
  $ spoc -q report close 4 --as use --silent
  BOM-4
  $ spoc outbox --all --plain | cut -f 2,3,5
  sent	closed	Åse Ørsted

A notice comes as a mail that somebody saved.

  $ cat >drift.eml <<'X'
  > From: drift@leverandoer.example
  > Subject: =?utf-8?q?Planlagt_vedligehold_den_10=2E_november?=
  > Date: Tue, 03 Nov 2026 08:00:00 +0100
  > Message-ID: <d1@leverandoer.example>
  > 
  > Byg og Miljoe er lukket den 10. november 2026 kl. 20-22.
  > X
  $ spoc -q notice add drift.eml
  2
  $ spoc -q notice add drift.eml
  2
  $ spoc -q notice add - <drift.eml
  2
  $ spoc notice show 2 --json title,kind,published_at,starts_at,ends_at
  {"schema":1,"notice":{"title":"Planlagt vedligehold den 10. november","kind":"maintenance","published_at":"2026-11-03T08:00:00+01:00","starts_at":"2026-11-10T20:00:00+01:00","ends_at":"2026-11-10T22:00:00+01:00"}}
  $ spoc notice add drift.eml --text 'og mere'
  spoc: mail and --text do not go together; spoc notice add --help shows what it takes
  [2]
  $ spoc notice add nowhere.eml
  spoc: the file nowhere.eml cannot be read
  [1]

One screen is enough for a person; programs get all.

  $ for each in $(seq 25); do spoc -q notice add --title "Nummer $each" --text "Tekst $each" >/dev/null; done
  $ spoc notice --lang en | wc -l
  spoc: There are more than these 20; --limit 0 shows them all.
  21
  $ spoc notice --plain | wc -l
  27
  $ spoc notice --limit 3 --plain | wc -l
  3

The page for the system manager knows of the downtime that nobody had announced.

  $ spoc notice add --kind incident --title 'Log ind er nede' --text 'Loest' --state resolved --starts-at 2026-11-02T08:00:00+01:00 --ends-at 2026-11-02T10:30:00+01:00
  28
  Kept as notice 28. Pass it on with: spoc notice forward 28
  $ spoc status owner --period 2026-11 | grep -i nedetid
  Nedetid, som ikke var meldt: 1 dag 1 time

A window that both the title and the text name is one window.

  $ spoc -q notice add --title 'Planlagt servicevindue torsdag den 5. november kl. 20-22' --text 'Byg og Miljø er lukket torsdag den 5. november 2026 kl. 20.00-22.00.' --json | grep -o '"starts_at":"[^"]*","ends_at":"[^"]*"'
  "starts_at":"2026-11-05T20:00:00+01:00","ends_at":"2026-11-05T22:00:00+01:00"
