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
  {"schema":1,"error":{"code":"misuse","message":"spoc wishlist does not take id,submitted_to,outcome,release; spoc wishlist --help shows what it takes","details":[]}}
  [2]
  $ spoc wishlist back 1 --people 0
  spoc: --people: Value 0 not in range 0.000000 to 179769313486231570814527423731704356798070567525844996598917476803157260780028538760589558632766878171540458953514382464234321326889464182768467546703537516986049910576551282076245490090389328944075868508455133942304583236903222948165808559332123348274797826204144723168738177180919299881250404026184124858368.000000; spoc wishlist back --help shows what it takes
  [2]
  $ spoc verify pass 1
  spoc: BOM-1 is a wish, not a defect
  [6]
