# The system manager's page, and the wish list for a meeting

  $ export SPOC_NOW=2026-10-05T10:00:00+02:00
  $ spoc -q report new 'Kvittering mangler' --category 2 --actual 'Fejl 504' >/dev/null
  $ spoc -q report send 1 --yes >/dev/null
  $ spoc -q wishlist add 'Større kort på sagsbilledet' >/dev/null
  $ spoc -q wishlist back 2 --by 'Åse Ørsted' --benefit '12 × 5 × 20' >/dev/null
  $ spoc -q wishlist submit 2 --yes >/dev/null
  $ export SPOC_NOW=2026-11-02T09:00:00+01:00
  $ spoc -q report close 1 --as withdrawn --silent >/dev/null

The first one counts the month so far. Once it is sent, the next one counts from there.

  $ spoc status owner --send --yes
  Sent to the system manager (message 3).
  $ spoc outbox show 3 | grep -cE '^Content-Type: text/(plain|html)'
  2
  $ export SPOC_NOW=2026-11-20T09:00:00+01:00
  $ spoc -q report reopen 1 --text 'Den er der igen' >/dev/null
  $ spoc status owner
  Status for Byg og Miljø, 2. november 2026 – 20. november 2026
  
  Hej
  
  Her er status for Byg og Miljø i perioden 2. november 2026 – 20. november 2026, det vil sige siden sidste status.
  
  Åbne sager: 1 (ved periodens begyndelse 0)
  Overskredne frister: 1
  Nye i perioden: 0, genåbnet: 1
  Meldt i perioden: 0
  Afsluttet i perioden: 0
  Afventer vores kvalitetstjek: 0
  Rettelser meldt: 0, heraf bestod ikke: 0
  Eskaleret: 0
  Åbne ændringsønsker: 1
  - kategori 2 (Alvorlig): 1 åbne, 1 overskredne
  
  Det beder vi dig beslutte
  - BOM-2 Større kort på sagsbilledet (støttes af 1), 46 dage hos dig
  
  Sager at kende til
  - BOM-1 Kvittering mangler, kategori 2, meldt, frist man. 5. okt. kl. 11.00 (overskredet)
  
  Alder på åbne sager
  - 31-90 dage: 1
  
  Ændringsønsker med størst opbakning
  - BOM-2 Større kort på sagsbilledet (støttes af 1)
  
  Med venlig hilsen
  
  Support
  Supportberettiget bruger, Eksempel Kommune
  $ spoc status owner --json from,open_before,reopened,closed,open,wishes_to_decide
  {"schema":1,"figures":{"from":"2026-11-02T09:00:01+01:00","open_before":0,"reopened":1,"closed":0,"open":1,"wishes_to_decide":1}}
  $ spoc status owner --period 2026-10 --json recorded,open
  {"schema":1,"figures":{"recorded":1,"open":1}}
  $ spoc status owner --html | grep -c '<svg'
  2
  $ spoc status owner --html --send
  spoc: --send and --html do not go together; spoc status owner --help shows what it takes
  [2]

  $ spoc wishlist --markdown --lang en
  # Wishes
  
  Eksempel Kommune, Fri 20 Nov 2026 09:00
  
  ## BOM-2 Større kort på sagsbilledet
  
  - Weight: 21 = 1 backers + 5 × 0 other municipalities + 20 hours a month
  - Backed by Åse Ørsted: 12 × 5 × 20
  - Handed to the system manager
  - Unanswered for 46 days
  $ spoc wishlist --html -o wishes.html
  Written to wishes.html
  $ grep -cE '<script|http' wishes.html
  0
  [1]
  $ spoc -q wishlist add 'Ring til 010190-1234' >/dev/null
  $ spoc wishlist --markdown
  spoc: this must not leave the house
    a CPR number stands in line 12 of the text
    a CPR number stands in line 88 of the text as HTML
    nothing was sent; the draft is kept as message 4 of the outbox in ~/.local/share/spoc/spoc.db
    take it out, or send with --redact to mask it
  [6]
  $ spoc wishlist --markdown --redact | tail -5
  
  ## BOM-3 Ring til 010190-xxxx
  
  - Weight: 0 = 0 backers + 5 × 0 other municipalities + 0 hours a month
  - Unanswered for 0 days
