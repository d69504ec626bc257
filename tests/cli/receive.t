# Mail that comes in

  $ export SPOC_NOW=2026-11-02T09:00:00+01:00
  $ spoc -q report new 'Fejl' --category 4
  BOM-1
  $ spoc -q report send 1 --yes
  BOM-1

The tag is ours and is not learned as the vendor's number. A mail that is dated before the report counts from when
it came.

  $ export SPOC_NOW=2026-11-03T10:00:00+01:00
  $ cat >answer.eml <<'X'
  > From: hjaelp@leverandoer.example
  > Subject: Sagsnr.: BOM-1 [BOM-1]
  > Date: Thu, 01 Oct 2026 09:00:00 +0200
  > Message-ID: <a1@leverandoer.example>
  > 
  > Vi ser paa det.
  > X
  $ spoc -q receive <answer.eml
  case	BOM-1
  $ spoc report show 1 --json vendor_ref,reported_at | cut -c 1-200
  {"schema":1,"case":{"vendor_ref":null,"reported_at":"2026-11-02T09:00:00+01:00"}}
  $ spoc escalate why 1 --json | grep -o '"clock":"response","state":"[a-z]*"'
  "clock":"response","state":"met"

What the user says it is must be something that a mail can be.

  $ sed 's/a1@/a2@/' answer.eml | spoc receive --as closed
  spoc: --as cannot be closed; it is one of answered, receipt, noted, workaround, fix-announced
  [2]
  $ sed 's/a1@/a2@/' answer.eml | spoc receive --as promised
  spoc: --as cannot be promised; it is one of answered, receipt, noted, workaround, fix-announced
  [2]
  $ sed 's/a1@/a2@/' answer.eml | spoc -q receive --as fix-announced
  case	BOM-1

A mail of the inbox that is placed keeps the time at which it came, and its reference is learned.

  $ cat >lost.eml <<'X'
  > From: hjaelp@leverandoer.example
  > Subject: Vedr. jeres henvendelse
  > Message-ID: <a3@leverandoer.example>
  > 
  > Jeres sag har nummer INC0012345.
  > X
  $ spoc -q receive <lost.eml
  inbox	4
  $ export SPOC_NOW=2026-11-05T10:00:00+01:00
  $ spoc -q receive place "$(spoc receive list --plain | cut -f 1)" --on 1
  case	BOM-1
  $ spoc export | tail -1 | grep -o '"occurred_at":"[^"]*"'
  "occurred_at":"2026-11-03T10:00:00+01:00"
  $ spoc report --plain | cut -f 8
  INC0012345

A note of our own, sent to ourselves, is ours alone.

  $ printf 'From: support@kommune.example\nSubject: [BOM-1] husk\nMessage-ID: <egen@kommune.example>\n\nHusk at ringe\n' | spoc -q receive
  case	BOM-1
  $ spoc export | tail -1 | grep -o '"data":.*'
  "data":{"text":"Husk at ringe\n","direction":"internal"},"hash":"SHA256"}

Who answers a notice brings it back to the list, and is read there.

  $ spoc -q notice add --title 'Planlagt vedligehold' --kind message --text Lukket
  1
  $ spoc -q notice forward 1 --yes
  $ spoc notice show 1 >/dev/null
  $ spoc notice
  No notices to show.
  $ export id=$(sed -n 's/^Message-ID: *<\(.*\)>/\1/p' ~/.local/share/spoc/outbox/*.eml | tail -1)
  $ printf 'From: aase.oersted@kommune.example\nSubject: Sv: lukket\nMessage-ID: <k1@kommune.example>\nIn-Reply-To: <%s>\n\nHele dagen?\n' "$id" | spoc -q receive
  notice	1
  $ spoc notice --plain | cut -f 1,4
  1	Planlagt vedligehold
  $ spoc notice show 1 --lang en | tail -3
  Thu 5 Nov 10:00  aase.oersted@kommune.example: Sv: lukket
  Hele dagen?
  

One mail of a maildir that is none does not stop the others.

  $ mkdir -p box/new box/cur box/tmp
  $ sed 's/a1@/a9@/' answer.eml >box/new/2.mail
  $ echo nonsense >box/new/1.mail
  $ spoc -q receive --maildir box
  case	BOM-1
  spoc: the mail 1.mail is not filed:
    this is no mail: it has no header
  [5]

A number that is another case's is only mentioned, and an absence note is no answer, whatever its headers say.

  $ export SPOC_STORE="$PWD/other.db" SPOC_NOW=2026-11-02T09:00:00+01:00
  $ for each in En To; do spoc -q report new "$each" --category 4; done
  BOM-1
  BOM-2
  $ for each in 1 2; do spoc -q report send $each --yes; done
  BOM-1
  BOM-2
  $ export SPOC_NOW=2026-11-02T09:10:00+01:00
  $ spoc -q report log 2 --ref INC0012399 'Modtaget'
  BOM-2
  $ printf 'From: servicedesk@leverandoer.example\nSubject: Fravaersbesked: [BOM-1] x\nMessage-ID: <f1@leverandoer.example>\n\nJeg er paa ferie.\n' | sed 's/Fravaers/Fraværs/' | spoc receive --json event,automatic
  {"schema":1,"event":"receipt","automatic":true}
  $ printf 'From: servicedesk@leverandoer.example\nSubject: SV: [BOM-1] x\nMessage-ID: <f2@leverandoer.example>\n\nDen haenger sammen med INC0012399.\n' | spoc receive --json event,automatic
  {"schema":1,"event":"answered","automatic":false}
  $ spoc report --plain | cut -f 1,8
  BOM-2	INC0012399
  BOM-1	

What nobody has read stands on the dashboard until the case is shown, on a closed case too. The inbox is read with
show; drop takes a mail off the list, and the same mail again does not bring it back.

  $ export SPOC_STORE="$PWD/unread.db" SPOC_NOW=2026-11-03T09:00:00+01:00
  $ spoc -q report new 'Fejl i upload' --category 4 --reporter 'Åse Ørsted'
  BOM-1
  $ spoc -q report send 1 --yes
  BOM-1
  $ spoc -q report close 1 --as no-defect --silent
  BOM-1
  $ printf 'From: aase.oersted@kommune.example\nSubject: [BOM-1] Den er der stadig\nMessage-ID: <u1@x.example>\n\nDet fejler stadig.\n' | spoc receive
  case	BOM-1
  Filed on BOM-1: [BOM-1] Den er der stadig
  BOM-1 is closed; spoc report reopen BOM-1 opens it again
  $ spoc status --lang en | sed -n '/What needs/,$p'
  What needs you now:
    BOM-1  Fejl i upload
        1 mail on it that you have not read
        spoc report show BOM-1
  $ spoc status --brief --lang da
  1 ulæst
  $ spoc status --json unread
  {"schema":1,"unread":1}
  $ spoc report show 1 --json title >/dev/null
  $ spoc status --json unread
  {"schema":1,"unread":1}
  $ spoc report show 1 >/dev/null
  $ spoc status --json unread
  {"schema":1,"unread":0}
  $ printf 'From: Per <x@ukendt.example>\nSubject: Tilbud\nMessage-ID: <u2@x.example>\n\nVil I købe\033[31m noget?\n' >tilbud.eml
  $ spoc receive <tilbud.eml
  inbox	3
  In the inbox: Tilbud. Read it with: spoc receive show 3
  $ spoc receive show 3 --lang en
  From: Per <x@ukendt.example>
  Subject: Tilbud
  Came: Tue 3 Nov 09:00
  
  Vil I købe<U+001B>[31m noget?
  
  Next: spoc receive place 3 --on CASE, or: spoc receive drop 3
  $ spoc receive drop 3 --lang en
  Mail 3 is off the list; it is kept.
  $ spoc receive list --lang en
  The inbox is empty.
  $ spoc receive --json filed_as,duplicate <tilbud.eml
  {"schema":1,"filed_as":"inbox","duplicate":true}
  $ spoc receive show 3 --lang en
  spoc: there is no mail 3 in the inbox
    `spoc receive list` lists them.
  [3]
