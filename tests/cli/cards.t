# Questions, cards, and what a question may turn into

  $ export SPOC_NOW=2026-11-02T09:00:00+01:00
  $ spoc -q assist new 'Hvordan flytter jeg en sag?' --reporter 'Åse Ørsted'
  BOM-1
  $ spoc -q assist new 'Kan en sag flyttes til et andet kontor?' --reporter 'Jørgen Bæk'
  BOM-2
  $ spoc assist answer 1 --text 'Åbn sagen, vælg Flyt, og vælg kontoret.' --yes
  Sent to Åse Ørsted (message 1).
  BOM-1
  BOM-1: closed
  $ spoc assist answer 2 --text 'Åbn sagen, vælg Flyt, og vælg kontoret.' --yes
  Sent to Jørgen Bæk (message 2).
  BOM-2
  BOM-2: closed
  BOM-1 was answered like that too. To keep the answer: spoc assist card BOM-1 --kind how-to
  $ spoc assist card 1 --link https://hjaelp.example/flyt
  BOM-1
  BOM-1: closed
  Answer with it: spoc assist answer QUESTION --card BOM-1
  $ spoc -q assist new 'Hvor flytter man sager?' --reporter 'Åse Ørsted'
  BOM-3
  $ spoc -q assist answer 3 --card BOM-1 --text 'Hej, sådan her:' --yes
  BOM-3
  $ spoc outbox show 3 | grep -A6 'sådan her'
  Hej, sådan her:
  
  Åbn sagen, vælg Flyt, og vælg kontoret.
  https://hjaelp.example/flyt
  
  Skriv gerne igen, hvis det ikke løste problemet. Behold [BOM-3] i emnefeltet, så finder vi det frem med det samme.
  
  $ spoc assist cards
  Card   Title                        Kind    Used
  BOM-1  Hvordan flytter jeg en sag?  how to     1
  $ spoc assist cards --json id,kind,uses,links
  {"schema":1,"cards":[{"id":"BOM-1","kind":"how-to","uses":1,"links":["https://hjaelp.example/flyt"]}]}
  $ spoc find flyt type:card --json id,type,matched
  {"schema":1,"hits":[{"id":"BOM-1","type":"card","matched":"Hvordan flytter jeg en sag?"}]}

A card may be made before anybody asks, be changed, put out, and taken away.

  $ spoc -q assist card --title 'Kortet er tomt i Firefox' --kind known-error --text 'Brug Edge indtil videre.'
  BOM-4
  $ spoc assist card 4
  # Answers that are needed again
  
  Eksempel Kommune
  
  ## Kortet er tomt i Firefox
  
  known error, Byg og Miljø (BOM-4)
  
  Brug Edge indtil videre.
  $ spoc -q assist card 4 --text 'Brug Edge, eller ring 010190-1234.'
  BOM-4
  $ spoc assist cards --html
  spoc: this must not leave the house
    a CPR number stands in line 16 of the text
    a CPR number stands in line 78 of the text as HTML
    nothing was sent; the draft is kept as message 4 of the outbox in ~/.local/share/spoc/spoc.db
    take it out, or send with --redact to mask it
  [6]
  $ spoc assist cards --html --redact | grep -cE '<h2>|xxxx'
  3
  $ spoc assist card 4 --remove
  BOM-4
  BOM-4: closed
  $ spoc assist card 4
  spoc: BOM-4 is no card; spoc assist card BOM-4 --kind how-to makes one of its answer
  [3]
  $ spoc assist card 9 --text x
  spoc: there is no case 9
    `spoc report` lists the open cases, `spoc find` searches all of them.
  [3]
  $ spoc assist card 4 --kind tip --text x
  spoc: --kind cannot be tip; it is one of known-error, how-to
  [2]

A question turns into a defect, or a wish; the colleague who asked stays its reporter.

  $ spoc -q assist new 'Jeg kan ikke uploade tegninger' --text 'Siden i går' --reporter 'Jørgen Bæk'
  BOM-5
  $ spoc report new --question 5 --category 2 2>&1 | grep -v 'good report\|Add it'
  BOM-6
  Recorded BOM-6: Jeg kan ikke uploade tegninger
  The question BOM-5 goes on in BOM-6.
  Next: spoc report analyse BOM-6, or spoc report send BOM-6
  $ spoc report show 6 --json title,type
  {"schema":1,"case":{"title":"Jeg kan ikke uploade tegninger","type":"defect"}}
  $ spoc report show 5 --json state
  {"schema":1,"case":{"state":"closed"}}
  $ spoc assist
  No questions to show.
  $ spoc -q assist new 'Kan kortet blive større?' --reporter 'Åse Ørsted'
  BOM-7
  $ spoc wishlist add --question 7 2>&1 | grep -v look
  BOM-8
  Recorded BOM-8: Kan kortet blive større?
  The question BOM-7 goes on in BOM-8.
  Next: spoc wishlist back BOM-8 --by WHO --benefit 'PEOPLE × MINUTES × TIMES'
  $ spoc wishlist add --question 7
  spoc: BOM-7 is closed; spoc report reopen BOM-7 opens it again
  [6]
  $ spoc wishlist add
  spoc: a wish needs a title, or the question that it was first: --question ID
  [2]

Notices and mails of the inbox are found beside the cases.

  $ spoc -q notice add --title 'Uploadtjenesten er nede' --kind incident --text 'Tegninger kan ikke modtages.'
  1
  $ printf 'From: fremmed@firma.example\nSubject: Tegninger\nMessage-ID: <1@firma.example>\n\nHvor sendes tegninger hen?\n' | spoc -q receive --json filed_as
  {"schema":1,"filed_as":"inbox"}
  $ spoc find tegninger --json id,type,title
  {"schema":1,"hits":[{"id":"BOM-5","type":"question","title":"Jeg kan ikke uploade tegninger"},{"id":"BOM-6","type":"defect","title":"Jeg kan ikke uploade tegninger"},{"id":"notice:1","type":"notice","title":"Uploadtjenesten er nede"},{"id":"inbox:4","type":"mail","title":"Tegninger"}]}
  $ spoc find tegninger type:notice --lang en
  Case      Title                    State  Where
  notice:1  Uploadtjenesten er nede         Tegninger kan ikke modtages.
