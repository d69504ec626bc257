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
