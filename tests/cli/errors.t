# What goes wrong, and the exit status it has

  $ spoc reprot
  spoc: there is no command reprot; did you mean report?
  [2]
  $ spoc report nwe
  spoc: spoc report does not take nwe; did you mean new?
  [2]
  $ spoc report new 'Uden kategori'
  spoc: the category is missing: --category 1 (the gravest) to 5
  [2]
  $ spoc report new X --category 9
  spoc: there is no category 9; the agreement Drift has 1, 2, 3, 4, 5
  [2]
  $ spoc report new X --category 1 --sytem BOM
  spoc: spoc report new does not take --sytem; did you mean --system?
  [2]
  $ spoc report show 7
  spoc: there is no case 7
    `spoc report` lists the open cases, `spoc find` searches all of them.
  [3]
  $ spoc --json report show 7
  {"schema":1,"error":{"code":"not-found","message":"there is no case 7","details":["`spoc report` lists the open cases, `spoc find` searches all of them."]}}
  [3]
  $ spoc verify pass 7
  spoc: there is no case 7
    `spoc report` lists the open cases, `spoc find` searches all of them.
  [3]
  $ spoc --store /proc/nothing/here.db report
  There is no store /proc/nothing/here.db yet.
  spoc: the store /proc/nothing/here.db cannot be opened: No such file or directory
  [4]
  $ spoc --config ~/none.toml report
  spoc: the configuration ~/none.toml cannot be read: No such file or directory
  [4]
  $ printf '[[sytem]]\ncode = "X"\n' >bad.toml
  $ spoc --config bad.toml status
  spoc: bad.toml:1: unknown key sytem; did you mean system?
  [4]
  $ printf '[store]\nwait = "2d"\n' >bad.toml
  $ spoc --config bad.toml status
  spoc: bad.toml:2: store.wait: a time such as 5s, 500ms or 1min is meant, not "2d"
  [4]
  $ spoc calendar add 2026-04-01T15:00:00+02:00 2d
  spoc: the target 2d may mean two things: 48h is real time, 2bd is working days
  [2]
  $ spoc --lang xx status
  spoc: --lang cannot be xx; it is one of da, en
  [2]
  $ spoc status --json | grep -o '"open":[0-9]*'
  "open":0
  $ spoc outbox show 3
  spoc: there is no message 3 in the outbox
  [3]
