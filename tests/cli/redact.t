What is personal can be found without being shown, and removed for good; that it was stays.

  $ export SPOC_NOW=2026-11-02T09:00:00+01:00
  $ printf 'Linje 1\nBorger 010190-1234 ringede\n' >log.txt
  $ spoc -q report new 'Borger 010190-1234 kan ikke indsende' --category 3 --steps 'Log ind som Jens Hansen' --object 'Sag 77' --attach log.txt
  BOM-1
  $ spoc -q report log 1 --kind noted 'Jens Hansen ringede igen om 010190-1234'
  BOM-1
  $ printf 'From: Service <service@leverandoer.example>\nSubject: [BOM-1] 010190-1234\nMessage-ID: <1@leverandoer.example>\nDate: Mon, 2 Nov 2026 08:00:00 +0100\n\nVi ser på 010190-1234.\n' | spoc -q receive
  case	BOM-1
  $ spoc report send 1 --yes 2>/dev/null
  [6]
  $ spoc export -o before.jsonl 2>/dev/null
  $ spoc -q --store other.db import before.jsonl
  $ spoc doctor --privacy --plain | cut -f 1-4
  event	BOM-1	recorded	title
  file	BOM-1	log.txt	
  event	BOM-1	noted	text
  event	BOM-1	answered	text
  mail	BOM-1	1	subject
  mail	BOM-1	1	subject
  mail	BOM-1	1	text
  mail	BOM-1	1	original
  message	BOM-1	1	subject
  message	BOM-1	1	message
  $ spoc -q doctor --privacy --exit-code >/dev/null
  [10]

Without a reason nothing goes, and not without a yes.

  $ spoc redact 1 --yes
  spoc: say why it is removed, with --reason; that is kept
  [2]
  $ spoc redact 1 --reason 'Bedt om det'
  spoc: what is removed cannot be brought back; --yes says that this is meant
  [2]
  $ spoc -q redact 1 --dry-run --text 'Jens Hansen' --plain
  BOM-1	event	recorded	title
  BOM-1	event	recorded	steps
  BOM-1	event	answered	text
  BOM-1	event	attached	file
  BOM-1	event	noted	text
  BOM-1	mail	1	
  BOM-1	message	1	
  $ spoc -q redact 1 --yes --reason 'Borgeren bad om det' --text 'Jens Hansen' --field object
  Place    What      Field
  event    recorded  title
  event    recorded  object
  event    recorded  steps
  event    answered  text
  event    attached  file
  event    noted     text
  mail     1
  message  1
  $ spoc -q doctor --privacy --exit-code
  $ spoc doctor
  The store is sound.
  $ spoc -q redact 1 --yes --reason 'igen' --text 'Jens Hansen'
  $ spoc report show 1 | grep -c '010190-1234'
  0
  [1]
  $ spoc find Hansen --plain

The log goes on to other desks: one that has nothing, and one that still has the original.

  $ spoc export -o after.jsonl 2>/dev/null
  $ spoc -q --store fresh.db import after.jsonl
  $ spoc --store fresh.db doctor
  warning: the attachment SHA256 is not here
  $ spoc -q --store other.db import after.jsonl
  spoc: something was removed from the events of BOM-1 here too; spoc redact BOM-1 looks through its mails and messages
  $ spoc --store other.db export | grep -c 'Jens Hansen'
  0
  [1]
  $ spoc -q --store other.db import after.jsonl
  $ spoc -q --store other.db doctor --rebuild
  warning: the attachment SHA256 is not here
  $ spoc -q redact 1 --yes --reason 'Filen skal væk' --attachment log.txt
  Place  What      Field
  event  attached  file
  $ spoc -q backup copy.db
