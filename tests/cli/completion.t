# What a shell can complete

  $ export SPOC_NOW=2026-11-03T09:00:00+01:00
  $ spoc completion words -- rep
  report	Defects: record, report and chase them
  $ spoc completion words -- report s
  show	Show a case with its whole history
  send	Report it to the vendor, or to whom it belongs
  $ spoc completion words -- report new --c
  --category	how grave it is; 1 is the gravest
  --config	
  --color	
  --csv	
  $ spoc completion words -- report --lang en --state re
  recorded	recorded
  reported	reported
  rejected	fix rejected
  $ spoc completion words -- --lang ''
  da	dansk
  en	English
  $ spoc completion words -- report send 1 --to ''
  vendor	the vendor
  service-manager	the vendor's service manager
  local-it	our own it department
  kombit	KOMBIT
  owner	the system manager
  $ spoc completion words -- --lang da help e
  escalate	Hvad der er overskredet eller snart bliver det, og det foreslåede trin
  export	Skriv hændelsesloggen
  exit-codes	
  environment	

There is no store yet, and asking makes none.

  $ spoc completion words -- report show ''
  $ ls ~/.local 2>/dev/null
  [2]

Cases are named as they are typed, those that a command is for; the most urgent come first.

  $ spoc -q report new 'Kan vente' --category 4
  BOM-1
  $ spoc -q report new 'Haster: 50 % fejl' --category 1
  BOM-2
  $ spoc -q report send 1 --yes
  BOM-1
  $ spoc -q report send 2 --yes
  BOM-2
  $ spoc -q wishlist add 'Sortering' --by Åse
  BOM-3
  $ spoc completion words -- report show ''
  BOM-2	Haster: 50 % fejl
  BOM-1	Kan vente
  BOM-3	Sortering
  $ spoc completion words -- report show bom-
  bom-2	Haster: 50 % fejl
  bom-1	Kan vente
  bom-3	Sortering
  $ spoc completion words -- report show BOM-2
  BOM-2	Haster: 50 % fejl
  $ spoc completion words -- report show 2
  2	Haster: 50 % fejl
  $ spoc completion words -- wishlist show ''
  BOM-3	Sortering
  $ spoc completion words -- report close 1 --as d
  duplicate	duplicate
  declined	declined
  $ spoc completion words -- report close 1 --as duplicate --of B
  BOM-2	Haster: 50 % fejl
  BOM-1	Kan vente
  BOM-3	Sortering
  $ spoc completion words -- report reopen ''
  $ spoc completion words -- --store nowhere.db report show ''
  $ ls nowhere.db
  ls: cannot access 'nowhere.db': No such file or directory
  [2]

A title is harmless, whatever it holds; what cannot be read is answered by nothing.

  $ spoc -q report new "$(printf 'Ond\033[31m\ttitel')" --category 3
  BOM-4
  $ spoc completion words -- report show 4 | cat -v
  4	Ond<U+001B>[31m titel
  $ spoc completion words -- --config /nowhere.toml report --ball ''
  [1]
  $ spoc completion powershell
  spoc: there is no completion for powershell; there is one for bash, zsh, fish
  [2]

The mark that ends the options is understood by every command.

  $ spoc find --plain -- --sortering | cut -f 1
  BOM-3
