# What becomes of a message on its way

  $ mkdir ~/bin ~/sent
  $ cat >~/bin/mailer <<'END'
  > #!/bin/sh
  > cat >"$HOME/sent/$$.eml"
  > case $(cat "$HOME/mood") in
  > dies) kill -9 $$ ;;
  > refuses) echo 'no such user' >&2; exit 1 ;;
  > esac
  > END
  $ chmod +x ~/bin/mailer
  $ cat >spoc.toml <<END
  > [me]
  > name = "Karen Holm"
  > mail = "bom@kommune.example"
  > [mail]
  > courier = "sendmail"
  > command = ["$HOME/bin/mailer"]
  > END
  $ export SPOC_CONFIG="$PWD/spoc.toml" SPOC_NOW=2026-11-02T09:00:00+01:00
  $ spoc -q report new 'Fejl' --category 4
  BOM-1

A mail program that is killed may have delivered: nobody knows, and nothing is sent twice unasked.

  $ echo dies >~/mood
  $ spoc report send 1 --yes
  spoc: the mail program ~/bin/mailer was ended by signal 9
    message 1 of the outbox may have gone out; spoc outbox drop 1 --sent settles that it did, spoc outbox send 1 sends it again
  [5]
  $ spoc outbox --plain | cut -f 1-2
  1	unknown
  $ echo well >~/mood
  $ spoc outbox send
  $ ls ~/sent | wc -l
  1
  $ spoc outbox drop 1 --sent
  Message 1 is settled as sent.
  $ spoc outbox
  The outbox is empty.

One that refuses has not delivered; the next round sends it.

  $ echo refuses >~/mood
  $ spoc -q report remind 1 --yes
  spoc: the mail program ~/bin/mailer refused: no such user
    the message is kept as message 2 of the outbox; spoc outbox send 2 tries again
  [5]
  $ rm ~/sent/*
  $ echo well >~/mood
  $ spoc outbox send
  Message 2 has gone out.
  $ ls ~/sent | wc -l
  1

What comes back as undeliverable is not sent again unasked, whether it comes back once or twice.

  $ export id=$(sed -n 's/^Message-ID: *<\(.*\)>/\1/p' ~/sent/*.eml)
  $ cat >bounce.eml <<END
  > From: MAILER-DAEMON@post.example
  > Subject: Undelivered mail
  > Message-ID: <b1@post.example>
  > Content-Type: multipart/report; report-type=delivery-status; boundary=x
  > 
  > --x
  > Content-Type: text/plain
  > 
  > It could not be delivered.
  > --x
  > Content-Type: message/delivery-status
  > 
  > Reporting-MTA: dns; post.example
  > 
  > Final-Recipient: rfc822; vendor@vendor.example
  > Action: failed
  > Status: 5.1.1
  > --x
  > Content-Type: text/rfc822-headers
  > 
  > Message-ID: <$id>
  > 
  > --x--
  > END
  $ spoc -q receive <bounce.eml
  case	BOM-1
  $ spoc outbox --plain | cut -f 1-2
  2	failed
  $ spoc outbox send
  $ sed 's/b1@/b2@/' bounce.eml | spoc -q receive
  case	BOM-1
  $ spoc -q outbox drop 2
  $ sed 's/b1@/b3@/' bounce.eml | spoc -q receive
  case	BOM-1
  $ spoc outbox --plain --all | cut -f 1-2
  1	sent
  2	dropped

A message in doubt that comes back is not sent again either; and a program that ends with a status of its own has refused.

  $ echo dies >~/mood
  $ spoc -q report remind 1 --yes 2>/dev/null
  [5]
  $ export id=$(ls -t ~/sent/*.eml | head -1 | xargs sed -n 's/^Message-ID: *<\(.*\)>/\1/p')
  $ awk -v id="$id" '/^Message-ID/ && ++n == 2 { print "Message-ID: <" id ">"; next } { print }' bounce.eml | sed 's/b1@/b4@/' | spoc -q receive
  case	BOM-1
  $ spoc outbox --plain | cut -f 1-2
  3	failed
  $ echo well >~/mood
  $ spoc outbox send
  $ spoc -q outbox drop 3
  $ sed -i 's/^dies.*/&\nbusy) echo "try later" >\&2; exit 255 ;;/' ~/bin/mailer
  $ echo busy >~/mood
  $ spoc -q report remind 1 --yes
  spoc: the mail program ~/bin/mailer refused: try later
    the message is kept as message 4 of the outbox; spoc outbox send 4 tries again
  [5]
  $ spoc outbox --plain | cut -f 1-2
  4	failed
