# Wishes

  $ export SPOC_NOW=2026-11-02T09:00:00+01:00
  $ spoc -q wishlist add 'Standardsvar' --text 'Vi skriver det samme'
  BOM-1
  $ spoc -q wishlist add 'Svarskabeloner' --by Miljø
  BOM-2
  $ spoc -q wishlist back 1 --by Byggesag --people 12 --minutes 5 --times 20
  BOM-1
  $ spoc -q wishlist back 1 --by Nabo --municipality 'Anden Kommune'
  BOM-1
  $ spoc wishlist --json id,score,backers
  {"schema":1,"wishes":[{"id":"BOM-1","score":27,"backers":2},{"id":"BOM-2","score":1,"backers":1}]}
  $ spoc wishlist --why --plain | cut -f 1,13
  BOM-1	27 = 2 backers + 5 × 1 other municipalities + 20 hours a month
  BOM-2	1 = 1 backers + 5 × 0 other municipalities + 0 hours a month
  $ spoc -q wishlist merge 2 --into 1
  BOM-1
  $ spoc wishlist --json id,score,backers
  {"schema":1,"wishes":[{"id":"BOM-1","score":28,"backers":3}]}
  $ spoc -q wishlist submit 1 --yes
  BOM-1
  $ spoc -q wishlist decide 1 --outcome planned --release 6.0
  BOM-1
  $ spoc wishlist --json id,submitted_to,outcome,release
  {"schema":1,"wishes":[{"id":"BOM-1","submitted_to":"owner","outcome":"planned","release":"6.0"}]}
  $ spoc wishlist back 1 --people 0
  spoc: --people is a number from 1 to 1000000; spoc wishlist back --help shows what it takes
  [2]
  $ spoc verify pass 1
  spoc: BOM-1 is a wish, not a defect
  [6]

A wish that was merged or closed is handed on no more, and nothing is merged into it.

  $ spoc -q wishlist submit 2 --yes
  spoc: BOM-2 is closed; spoc report reopen BOM-2 opens it again
  [6]
  $ spoc -q wishlist add 'Flere svarskabeloner'
  BOM-3
  $ spoc -q wishlist merge 3 --into 2
  spoc: BOM-2 is closed; spoc report reopen BOM-2 opens it again
  [6]

Who hands a wish on a second time is told that it is there already, as long as nothing was decided.

  $ export SPOC_STORE="$PWD/twice.db" SPOC_NOW=2026-11-02T09:00:00+01:00
  $ spoc -q wishlist add 'Sortering' --by Åse
  BOM-1
  $ spoc wishlist submit 1 --yes --lang en
  Sent to the system manager (message 1).
  BOM-1
  BOM-1: reported; the ball is with: the system manager
  Next, when it is decided: spoc wishlist decide BOM-1 --outcome OUTCOME
  $ SPOC_NOW=2026-11-12T09:00:00+01:00 spoc wishlist submit 1 --yes --lang en
  It has been with the system manager since Mon 2 Nov 09:00.
  Sent to the system manager (message 2).
  BOM-1
  BOM-1: reported; the ball is with: the system manager
  Next, when it is decided: spoc wishlist decide BOM-1 --outcome OUTCOME
