# Releases

Two defects, one of which the vendor has given a number, and a wish.

  $ export SPOC_NOW=2026-11-02T09:00:00+01:00
  $ spoc -q report new 'Ansøgere kan ikke indsende med to bilag' --category 2 --actual 'Fejl 500' --retest 'Indsend med to bilag'
  BOM-1
  $ spoc -q report send 1 --yes
  BOM-1
  $ spoc -q report log 1 --from vendor --kind answered --ref INC0012345 'Vi ser på det.'
  BOM-1
  $ spoc -q report new 'Kvittering mangler kortbilag' --category 3 --actual 'Intet kort' --retest 'Se kvitteringen'
  BOM-2
  $ spoc -q report send 2 --yes
  BOM-2
  $ spoc -q report new 'Søgning hænger' --category 3 --actual 'Den hænger' --retest 'Søg'
  BOM-3
  $ spoc -q report send 3 --yes
  BOM-3
  $ cat >release.txt <<'END'
  > Release 5.13 af Byg og Miljø
  > Eksternt testmiljø: tirsdag d. 10. november kl. 20-22
  > Produktion: tirsdag d. 17. november 2026 kl. 20.00-23.00
  > Fejlrettelser:
  > - INC0012345: Ansøgere kan igen indsende med to bilag
  > - Kvittering mangler vedhæftet kortbilag
  > - INC0099999: Intern fejl
  > END
  $ spoc notice release --text @release.txt
  Release 5.13
    test: Tue 10 Nov 20:00
    prod: Tue 17 Nov 20:00
  
  Claimed to be fixed:
    BOM-1  Ansøgere kan ikke indsende med to bilag (by its reference)
        INC0012345: Ansøgere kan igen indsende med to bilag
    BOM-2  Kvittering mangler kortbilag (by its words: judge for yourself)
        Kvittering mangler vedhæftet kortbilag
  
  Ours, and not mentioned:
    BOM-3  Søgning hænger
  
  Mentioned, and not known here:
    INC0099999: Intern fejl
  $ spoc notice release --json <release.txt
  {"schema":1,"release":"5.13","deployments":[{"environment":"test","at":"2026-11-10T20:00:00+01:00","text":"Eksternt testmiljø: tirsdag d. 10. november kl. 20-22"},{"environment":"prod","at":"2026-11-17T20:00:00+01:00","text":"Produktion: tirsdag d. 17. november 2026 kl. 20.00-23.00"}],"claimed":[{"id":"BOM-1","type":"defect","title":"Ansøgere kan ikke indsende med to bilag","by":"reference","item":"INC0012345: Ansøgere kan igen indsende med to bilag"},{"id":"BOM-2","type":"defect","title":"Kvittering mangler kortbilag","by":"words","item":"Kvittering mangler vedhæftet kortbilag"}],"not_mentioned":[{"id":"BOM-3","title":"Søgning hænger"}],"unknown":["INC0099999: Intern fejl"]}
  $ spoc --lang da notice release <release.txt
  Version 5.13
    test: tir. 10. nov. kl. 20.00
    prod: tir. 17. nov. kl. 20.00
  
  Angives som rettet:
    BOM-1  Ansøgere kan ikke indsende med to bilag (på sagsnummeret)
        INC0012345: Ansøgere kan igen indsende med to bilag
    BOM-2  Kvittering mangler kortbilag (på ordene: vurder selv)
        Kvittering mangler vedhæftet kortbilag
  
  Vores, og ikke nævnt:
    BOM-3  Søgning hænger
  
  Nævnt, og ikke kendt her:
    INC0099999: Intern fejl

A reference is proof enough for `--yes`; what only the words say is left for people.

  $ spoc notice release --apply --yes --text @release.txt >applied.txt
  BOM-1 awaits your verdict: spoc verify plan BOM-1
  BOM-2 was left as it is. If it is meant: spoc report log BOM-2 --kind fix-announced
  $ spoc verify
  Case   Title                                    Cat.  State          Ball  Vendor ref.  Due  Left  Clock  Rung
  BOM-1  Ansøgere kan ikke indsende med to bilag     2  fix announced  us    INC0012345
  $ spoc notice release --apply --yes --text @release.txt >applied.txt
  BOM-2 was left as it is. If it is meant: spoc report log BOM-2 --kind fix-announced
  $ spoc verify release 5.13 --plain | cut -f 1,2,3
  BOM-1	defect	Ansøgere kan ikke indsende med to bilag
  $ spoc verify release 5.12
  No fix waits to be tried.

The same from a notice.

  $ spoc -q notice add --kind release --text @release.txt
  1
  $ spoc notice release 1 | head -n 3
  Release 5.13
    test: Tue 10 Nov 20:00
    prod: Tue 17 Nov 20:00
  $ spoc notice release 9
  spoc: there is no notice 9
  [3]
