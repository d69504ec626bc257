# A morning: what the dashboard names is done with the commands that it prints

Yesterday: one deadline was missed, one fix was announced, one defect was written down in a hurry.

  $ export SPOC_NOW=2026-11-05T09:00:00+01:00
  $ spoc -q report new 'Ansøgere kan ikke indsende' --category 2 --retest 'Indsend en ansøgning' >/dev/null
  $ spoc -q report send 1 --yes >/dev/null
  $ spoc -q report new 'Bilag vises ikke' --category 3 --retest 'Åbn et bilag' >/dev/null
  $ spoc -q report send 2 --yes >/dev/null
  $ export SPOC_NOW=2026-11-05T11:00:00+01:00
  $ spoc -q report log 2 --from vendor --kind fix-announced --release 5.12 'Rettet i 5.12.' >/dev/null
  $ spoc -q report new 'Kortet er tomt' --category 4 >/dev/null

This morning:

  $ export SPOC_NOW=2026-11-06T08:30:00+01:00
  $ spoc status --lang en
  Fri 6 Nov 08:30
  3 open defects (category 2: 1, category 3: 1, category 4: 1)
  1 overdue · 0 due soon · 1 to verify · 1 to escalate
  The ball is with: us 2, the vendor 1
  0 wishes · 0 questions · 0 notices · 0 messages in the outbox
  New defects in each of twelve weeks: ▁▁▁▁▁▁▁▁▁▁▁█ (at most 3)
  
  What needs you now:
    BOM-1  Ansøgere kan ikke indsende
        late; the next step of the ladder is due
        spoc escalate send BOM-1
    BOM-2  Bilag vises ikke
        a fix awaits your verdict
        spoc verify plan BOM-2
    BOM-3  Kortet er tomt
        recorded, and not yet reported
        spoc report send BOM-3
  $ spoc status --brief --lang en
  1 overdue, 1 to verify, 1 to escalate

The commands are taken from what was printed, in the order printed.

  $ spoc status --lang en | grep -oE '^ +spoc .*' | sed 's/^ *//' | head -3 >todo
  $ cat todo
  spoc escalate send BOM-1
  spoc verify plan BOM-2
  spoc report send BOM-3
  $ eval "$(sed -n 1p todo) --yes"
  Sent to the vendor (message 3).
  BOM-1
  BOM-1: reported; the ball is with: the vendor
  Overdue since Thu 5 Nov 10:00 (response time): 22 hours late
  Next, when they answer: spoc report log BOM-1 --kind answered TEXT; spoc report remind BOM-1 asks again
  $ eval "$(sed -n 2p todo) --lang en"
  1. Åbn et bilag
  $ spoc verify pass 2 --step 1=pass --yes --lang en
  BOM-2
  BOM-2: verified; the ball is with: us
  Verified. Close it and tell the colleague with: spoc report close BOM-2 --as fixed
  $ eval "$(sed -n 3p todo) --yes --lang en"
  Sent to the vendor (message 4).
  BOM-3
  BOM-3: reported; the ball is with: the vendor
  Next deadline: Mon 9 Nov 16:00 (response time), in 15 business hours
  Next, when they answer: spoc report log BOM-3 --kind answered TEXT; spoc report remind BOM-3 asks again
  $ spoc status --lang en
  Fri 6 Nov 08:30
  3 open defects (category 2: 1, category 3: 1, category 4: 1)
  1 overdue · 0 due soon · 0 to verify · 0 to escalate
  The ball is with: us 1, the vendor 2
  0 wishes · 0 questions · 0 notices · 0 messages in the outbox
  New defects in each of twelve weeks: ▁▁▁▁▁▁▁▁▁▁▁█ (at most 3)
  
  What needs you now:
    BOM-2  Bilag vises ikke
        the fix is verified; close it
        spoc report close BOM-2
    BOM-1  Ansøgere kan ikke indsende
        due Thu 5 Nov 10:00, 22 hours late
        spoc report show BOM-1

What the vendor has of ours, for a mail.

  $ spoc status --digest --for vendor
  Hej
  
  Vi har 3 åbne sager hos jer, og 1 frister er overskredet.
  
  BOM-1: Ansøgere kan ikke indsende
    kategori 2, meldt, reaktionstid tor. 5. nov. kl. 10.00 (overskredet); bolden er hos leverandøren
  
  BOM-3: Kortet er tomt
    kategori 4, meldt, reaktionstid man. 9. nov. kl. 16.00; bolden er hos leverandøren
  
  BOM-2: Bilag vises ikke
    kategori 3, kvalitetstjekket; bolden er hos os
  
  Med venlig hilsen
  
  Support
  Supportberettiget bruger, Eksempel Kommune
  $ spoc status --digest --for nobody
  spoc: there is no party nobody in the configuration
  [3]
  $ spoc status --json weeks
  {"schema":1,"weeks":[0,0,0,0,0,0,0,0,0,0,0,3]}
