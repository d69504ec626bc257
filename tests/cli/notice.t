# Operations messages

  $ export SPOC_NOW=2026-11-02T09:00:00+01:00
  $ spoc notice add --title 'Planlagt vedligehold' --kind maintenance --starts-at 2026-11-10T20:00:00+01:00 --ends-at 2026-11-10T22:00:00+01:00 --text 'Lukket kl. 20-22.'
  1
  Kept as notice 1. Pass it on with: spoc notice forward 1
  $ spoc notice --json id,title,kind,active
  {"schema":1,"notices":[{"id":1,"title":"Planlagt vedligehold","kind":"maintenance","active":true}]}
  $ spoc notice forward 1 --yes
  Sent to aase.oersted@kommune.example (message 1).
  Sent to joergen.baek@kommune.example (message 2).
  $ spoc notice forward 1 --yes
  Everybody concerned has been told already.
  $ spoc notice receipts 1 --plain | cut -f 1,2
  aase.oersted@kommune.example	sent
  joergen.baek@kommune.example	sent
  $ spoc notice forward 9
  spoc: there is no notice 9
  [3]
  $ spoc notice forward 1 --to nobody
  spoc: there is no audience nobody in the configuration
  [3]

A feed is read from a file; what is known already is nothing new.

  $ cat >feed.xml <<'X'
  > <rss version="2.0"><channel><title>Drift</title><item><guid>a1</guid><title>Driftsforstyrrelse &amp; log ind</title>
  > <description>Log ind fejler.</description><pubDate>Mon, 02 Nov 2026 08:00:00 +0100</pubDate></item></channel></rss>
  > X
  $ spoc notice fetch --from "file://$PWD/feed.xml" --json title,kind,published_at
  {"schema":1,"notices":[{"title":"Driftsforstyrrelse & log ind","kind":"incident","published_at":"2026-11-02T08:00:00+01:00"}]}
  $ spoc notice fetch --from "file://$PWD/feed.xml" --json
  {"schema":1,"notices":[]}
  $ spoc notice fetch --from "file://$PWD/none.xml"
  spoc: ~/none.xml cannot be read: No such file or directory
  No notices to show.
  [5]

Each person hears of each version once, also where a notice goes back to what it said before. A letter that the
privacy gate refuses keeps nobody else from being told, and its draft is kept once.

  $ cat >told.toml <<'X'
  > [[colleague]]
  > name = "Åse"
  > mail = "aase@kommune.example"
  > [[colleague]]
  > name = "Jens 010190-1234"
  > mail = "jens@kommune.example"
  > [[audience]]
  > name = "alle"
  > colleagues = ["Jens 010190-1234", "Åse"]
  > kinds = ["incident"]
  > auto = ["incident"]
  > X
  $ export SPOC_CONFIG="$PWD/told.toml" SPOC_STORE="$PWD/told.db"
  $ cat >feed.sh <<'X'
  > printf '<rss version="2.0"><channel><item><guid>a</guid><title>Driftsforstyrrelse</title><description>%s</description></item></channel></rss>' "$1" >told.xml
  > spoc -q notice fetch --from "file://$PWD/told.xml" --json title
  > spoc notice forward --auto
  > X
  $ sh feed.sh 'Nede.'
  {"schema":1,"notices":[{"title":"Driftsforstyrrelse"}]}
  Sent to aase@kommune.example (message 2).
  spoc: this must not leave the house
    a CPR number stands in the name of a sender or recipient
    nothing was sent; the draft is kept as message 1 of the outbox in ~/told.db
    take it out, or send with --redact to mask it
  [6]
  $ sh feed.sh 'Nede igen.'
  {"schema":1,"notices":[{"title":"Driftsforstyrrelse"}]}
  Sent to aase@kommune.example (message 4).
  spoc: this must not leave the house
    a CPR number stands in the name of a sender or recipient
    nothing was sent; the draft is kept as message 3 of the outbox in ~/told.db
    take it out, or send with --redact to mask it
  [6]
  $ sh feed.sh 'Nede.'
  {"schema":1,"notices":[{"title":"Driftsforstyrrelse"}]}
  Sent to aase@kommune.example (message 5).
  spoc: this must not leave the house
    a CPR number stands in the name of a sender or recipient
    nothing was sent; the draft is kept as message 1 of the outbox in ~/told.db
    take it out, or send with --redact to mask it
  [6]
  $ sh feed.sh 'Nede.'
  {"schema":1,"notices":[]}
  spoc: this must not leave the house
    a CPR number stands in the name of a sender or recipient
    nothing was sent; the draft is kept as message 1 of the outbox in ~/told.db
    take it out, or send with --redact to mask it
  [6]
  $ spoc outbox --all --plain | cut -f 1,2,5
  1	draft	jens@kommune.example
  2	sent	aase@kommune.example
  3	draft	jens@kommune.example
  4	sent	aase@kommune.example
  5	sent	aase@kommune.example
