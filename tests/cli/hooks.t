# Programs that hear of events

  $ export SPOC_NOW=2026-11-03T09:00:00+01:00
  $ mkdir -p .config/spoc/hooks
  $ cat >.config/spoc/hooks/10-note <<'X'
  > #!/bin/sh
  > printf '%s ' "$1" >>"$HOME/heard"
  > sed 's/"id":"[^"]*",//; s/"origin":"[^"]*",//' >>"$HOME/heard"
  > X
  $ printf '#!/bin/sh\necho nothing there >&2\nexit 3\n' >.config/spoc/hooks/20-broken
  $ echo 'no program' >.config/spoc/hooks/readme.txt
  $ chmod +x .config/spoc/hooks/10-note .config/spoc/hooks/20-broken

What is recorded is recorded, whatever a hook does. A CPR number is masked, and a text that the gate stops is left out.

  $ spoc -q report new 'Fejl for 010170-1234' --category 3
  BOM-1
  spoc: the hook 20-broken ended with status 3: nothing there
  $ rm .config/spoc/hooks/20-broken
  $ spoc -q report log 1 '-----BEGIN RSA PRIVATE KEY-----'
  BOM-1
  $ spoc -q report --json id >/dev/null
  $ spoc -q report log 1 --kind nonsense 'x'
  spoc: --kind cannot be nonsense; it is one of answered, receipt (automatic receipt), noted, promised, workaround (workaround given), fix-announced
  [2]
  $ cat heard
  recorded {"schema":1,"case":"BOM-1","kind":"recorded","occurred_at":"2026-11-03T09:00:00+01:00","recorded_at":"2026-11-03T09:00:00+01:00","actor":"Support","seq":1,"data":{"type":"defect","title":"Fejl for 010170-xxxx","category":3,"system":"BOM"}}
  noted {"schema":1,"case":"BOM-1","kind":"noted","occurred_at":"2026-11-03T09:00:00+01:00","recorded_at":"2026-11-03T09:00:00+01:00","actor":"Support","seq":2,"data":{}}

An import is no news.

  $ spoc export >log.jsonl
  $ spoc -q --store other.db import log.jsonl
  $ wc -l <heard
  2

Where there is no place for a configuration there are no hooks.

  $ env -i PATH="$PATH" spoc -q --store bare.db report new 'Fejl' --category 3
  BOM-1
