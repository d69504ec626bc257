The program says which one it is, in one line.

  $ spoc --version
  spoc 0.1.0

A word that is no command is a misuse; what was nearly right is offered.

  $ spoc frobnicate
  spoc: there is no command frobnicate; spoc help lists them
  [2]
  $ spoc statsu
  spoc: there is no command statsu; did you mean status?
  [2]

In a program's hands, the same is one object.

  $ spoc statsu --json
  {"schema":1,"error":{"code":"misuse","message":"there is no command statsu; did you mean status?","details":[]}}
  [2]

Nothing has been asked for that needs a store, so there is none.

  $ ls -A
