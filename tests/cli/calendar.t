# Calendars

  $ spoc calendar add 2026-04-01T15:00:00+02:00 4bh --calendar office
  2026-04-07T11:00:00+02:00
  $ spoc calendar add 2026-04-01T15:00:00+02:00 2bd --calendar office --json
  {"schema":1,"due":"2026-04-08T16:00:00+02:00"}
  $ spoc calendar between 2026-03-28T12:00:00+01:00 2026-03-29T12:00:00+02:00 --calendar all --json
  {"schema":1,"open_seconds":82800}
  $ spoc calendar between 2026-03-29T12:00:00+02:00 2026-03-28T12:00:00+01:00
  spoc: the end 2026-03-28T12:00:00+01:00 lies before the start 2026-03-29T12:00:00+02:00
  [2]
  $ spoc calendar days 2026 --calendar office --plain
  2026-01-01	Nytårsdag	holiday
  2026-04-02	Skærtorsdag	holiday
  2026-04-03	Langfredag	holiday
  2026-04-05	Påskedag	holiday
  2026-04-06	2. påskedag	holiday
  2026-05-01	1. maj	half
  2026-05-14	Kristi himmelfartsdag	holiday
  2026-05-24	Pinsedag	holiday
  2026-05-25	2. pinsedag	holiday
  2026-06-05	Grundlovsdag	half
  2026-12-24	Juleaftensdag	closed
  2026-12-25	Juledag	holiday
  2026-12-26	2. juledag	holiday
  2026-12-31	Nytårsaftensdag	closed
  $ spoc calendar add 2026-04-01T15:00:00+02:00 0bh
  spoc: the target 0bh must be at least 1 and at most 100000 bh
  [2]
  $ spoc calendar add 2026-04-01T15:00:00+02:00 1h30min
  spoc: the target 1h30min is not understood; it is one number and one unit of min, h, bmin, bh, bd
  [2]
