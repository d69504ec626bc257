#!/bin/sh
# What is redacted stands nowhere in the store's folder any more, the chain still holds, the deadlines are what they
# were, and a deputy's store that takes the log does the same; a row that was only tampered with is still found.
# Usage: sh tests/system/redact.sh path/to/spoc
set -eu
spoc=$1
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home" LC_ALL=C.UTF-8 SPOC_NOW=2026-11-02T09:00:00+01:00
cd "$home"
store=.local/share/spoc
number=010190-1234

fail() {
    echo "redact: $*" >&2
    exit 1
}
# Fails if the number, in any form that is searched for, stands in a file below the folder $1.
nowhere() {
    for form in "$number" 0101901234 010190%2D1234 MDEwMTkwLTEyMzQ; do
        ! grep -r -a -l "$form" "$1" || fail "$form still stands in $1"
    done
}
sound() { "$spoc" "$@" doctor >said 2>&1 || { cat said; fail "doctor $*"; }; }

printf 'Log: borger %s fik en fejl\nlinje 2\n' "$number" >log.txt
printf '%s\n' "$number" | iconv -t UTF-16 >wide.txt
head -c 3000 /dev/urandom >picture.png
"$spoc" -q report new "Fejl hos $number" --category 2 --steps "Søg 010190%2D1234" --actual "Borger $number" \
    --reporter 'Jens Hansen' --object 'Sag 77' --attach log.txt --attach wide.txt --attach picture.png
"$spoc" -q report new 'En anden fejl' --category 3
"$spoc" -q export -o before.jsonl
"$spoc" -q report log 1 "Jens  hansen ringede om $number og sag 77"
"$spoc" -q report send 1 --yes --override 'prøve' >said 2>&1 || { cat said; fail 'it was not sent'; }
grep -q -r "BOM-1" "$store/outbox" || fail 'nothing was sent'
"$spoc" -q report send 1 --print >/dev/null 2>&1 && fail 'the gate is open'
{
    printf 'From: Vendor <support@vendor.example>\nTo: us@kommune.example\nSubject: [BOM-1] om %s\n' "$number"
    printf 'Message-ID: <a@vendor.example>\nDate: Mon, 02 Nov 2026 08:00:00 +0100\nMIME-Version: 1.0\n'
    printf 'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n'
    printf 'Kære kommune. Borgeren %s har en fejl, som vi ser på.\n' "$number" | base64
} >mail.eml
"$spoc" -q receive <mail.eml >/dev/null
mkdir -p "$store/drafts"
printf 'Title: %s\n' "$number" >"$store/drafts/BOM-1.txt"
chmod 700 "$store/drafts"
"$spoc" -q --store deputy.db import before.jsonl
"$spoc" export >original.jsonl
"$spoc" -q --store late.db import original.jsonl
"$spoc" escalate why 1 --json >why.before

# Where it stands is told without it.
"$spoc" doctor --privacy --plain >places
! grep -q 1234 places || fail 'doctor --privacy prints the number'
for place in event mail message file form; do
    grep -q "^$place	" places || fail "doctor --privacy does not find the $place"
done
"$spoc" doctor --privacy --exit-code >/dev/null && fail 'doctor --privacy --exit-code ends with 0'

# Nothing is done unasked, or without a reason.
"$spoc" redact 1 --reason prøve </dev/null 2>/dev/null && fail 'it asked nobody'
"$spoc" redact 1 --yes 2>/dev/null && fail 'it took no reason'
"$spoc" redact 1 --yes --reason "om $number" 2>/dev/null && fail 'the reason may say it'
"$spoc" redact 1 --yes --reason 'Om Jens  hansen' --text 'jens hansen' 2>/dev/null && fail 'the reason may say the name'
"$spoc" redact 1 --yes --reason 'om sag 77' --field object 2>/dev/null && fail 'the reason may say what is in the field'
"$spoc" redact 1 --yes --reason x --text "$(printf 'J\370rgen')" 2>/dev/null && fail 'it looks for what is no text'
"$spoc" redact 1 --yes --reason x --field category 2>/dev/null && fail 'it removes the category'
"$spoc" redact 1 --yes --reason x --attachment none.txt 2>/dev/null && fail 'it removes what is not there'
"$spoc" redact 1 --dry-run --plain >would
"$spoc" export | cmp - original.jsonl || fail 'a dry run changes something'

"$spoc" redact 1 --yes --reason 'efter aftale' --text 'Jens Hansen' --field object --attachment picture.png --plain \
    >gone 2>said || { cat said; fail 'redact'; }
grep -q '	event	recorded	title$' gone || { cat gone; fail 'the title'; }
nowhere "$store"
! grep -r -a -i -l 'jens *hansen' "$store" || fail 'the name still stands'
! grep -r -a -i -l 'Sag 77' "$store" || fail 'what stood in the field still stands'
find "$store/attachments" -type f -exec cmp -s picture.png {} \; -print | grep -q . && fail 'the picture is still there'
sound
"$spoc" doctor --rebuild >/dev/null || fail 'doctor --rebuild'
sound
nowhere "$store"
[ "$("$spoc" doctor --privacy --plain | wc -l)" -eq 0 ] || { "$spoc" doctor --privacy; fail 'doctor still finds some'; }
"$spoc" escalate why 1 --json | cmp - why.before || fail 'the deadlines moved'
"$spoc" find "1234" --plain | grep -q . && fail 'it can still be found'
"$spoc" report show 1 | grep -q 'something personal was removed' || fail 'the fact is not told'
"$spoc" escalate dossier 1 >/dev/null || fail 'no dossier'
"$spoc" export >redacted.jsonl
grep -q '"kind":"redacted"' redacted.jsonl || fail 'the fact is not kept'
again=$("$spoc" redact 1 --yes --reason 'igen' --plain 2>/dev/null | wc -l)
[ "$again" -eq 0 ] || fail 'a second time there is something to remove'

# The same mail again brings nothing back.
"$spoc" -q receive <mail.eml >/dev/null 2>&1 || fail 'the same mail is refused'
nowhere "$store"
"$spoc" export | cmp - redacted.jsonl || fail 'the same mail is filed twice'

# A fresh store, the deputy's that has the original, and one that has all of it, take the log; twice.
for other in fresh deputy late; do
    for round in 1 2; do
        "$spoc" -q --store "$other.db" import redacted.jsonl 2>said || { cat said; fail "import into $other, $round"; }
    done
    sound --store "$other.db"
    "$spoc" --store "$other.db" export | cmp - redacted.jsonl || fail "$other differs"
    ! grep -a -l "$number" "$other".db* || fail "the number still stands in $other.db"
done
# What was redacted twice elsewhere is taken by who has the original; a word of no origin is not.
"$spoc" -q --store again.db import before.jsonl
"$spoc" -q --store home.db import before.jsonl
"$spoc" -q --store again.db redact 1 --yes --reason 'det første' --text 'Jens Hansen' >/dev/null
"$spoc" -q --store again.db redact 1 --yes --reason 'det andet' --field object >/dev/null
"$spoc" -q --store again.db export >again.jsonl
"$spoc" -q --store home.db import again.jsonl 2>said || { cat said; fail 'what was redacted twice is refused'; }
"$spoc" --store home.db export | grep -q 'Jens Hansen' && fail 'what was removed twice is still there'
"$spoc" --store home.db doctor >/dev/null || fail 'what was redacted twice is not sound'
sed -n 's/.*"kind":"redacted".*/&/p' again.jsonl | head -n 1 | sed 's/,"origin":"[^"]*","seq":[0-9]*//; s/,"hash":"[^"]*"}$/}/; s/"id":"....../"id":"0192f3/' >alone.jsonl
"$spoc" --store home.db import alone.jsonl 2>/dev/null && fail 'a word of no origin is taken'

# And the other way round: the original log brings nothing back.
"$spoc" -q import original.jsonl || fail 'the original log is refused'
"$spoc" -q --store late.db import original.jsonl || fail 'the original log is refused by the other'
nowhere "$store"

# Nobody's word, nothing taken; the line is named.
grep -v '"kind":"redacted"' redacted.jsonl >wordless.jsonl
"$spoc" --store wordless.db import wordless.jsonl 2>said && fail 'a line that nothing vouches for is taken'
grep -q '^spoc: line 1: ' said || { cat said; fail 'the line is not named'; }
sed '1s/█/en anden/' redacted.jsonl >forged.jsonl
"$spoc" --store forged.db import forged.jsonl 2>said && fail 'a forged line is taken'
# A redacted event may take away, and nothing else.
"$spoc" -q --store other.db import before.jsonl
"$spoc" --store other.db import forged.jsonl 2>/dev/null && fail 'a forged line changes what is here'
sound --store other.db

# Two desks that removed different things from one event end with neither.
"$spoc" -q --store one.db import before.jsonl
"$spoc" -q --store two.db import before.jsonl
"$spoc" -q --store one.db redact 1 --yes --reason a >/dev/null 2>&1
"$spoc" -q --store two.db redact 1 --yes --reason b --text 'fik' --field object >/dev/null 2>said ||
    { cat said; fail 'the second desk removes nothing'; }
"$spoc" --store one.db export >one.jsonl
"$spoc" --store two.db export >two.jsonl
"$spoc" -q --store one.db import two.jsonl || fail 'one takes two'
"$spoc" -q --store two.db import one.jsonl || fail 'two takes one'
"$spoc" --store one.db export >one.jsonl
"$spoc" -q --store two.db import one.jsonl || fail 'two takes one again'
sound --store one.db
sound --store two.db
! grep -a -l "$number\|Sag 77" one.db* two.db* || fail 'the merged stores bring it back'

# An event that was redacted twice is taken by a store that has it as it was, and by one that has it in between.
"$spoc" -q --store twice.db import before.jsonl
"$spoc" -q --store keeper.db import before.jsonl
"$spoc" -q --store twice.db redact 1 --yes --reason a >/dev/null 2>&1
"$spoc" --store twice.db export >between.jsonl
"$spoc" -q --store between.db import between.jsonl
"$spoc" -q --store twice.db redact 1 --yes --reason b --field object >/dev/null 2>&1
"$spoc" --store twice.db export >twice.jsonl
cmp -s between.jsonl twice.jsonl && fail 'the second redaction removes nothing'
for other in keeper between anew; do
    "$spoc" -q --store "$other.db" import twice.jsonl 2>said || { cat said; fail "twice redacted, into $other"; }
    sound --store "$other.db"
    "$spoc" --store "$other.db" export | cmp - twice.jsonl || fail "twice redacted, $other differs"
done
# What the first of two says is not enough.
sed '$d' twice.jsonl >half.jsonl
[ "$(tail -n 1 half.jsonl | grep -c '"kind":"redacted"')" -eq 1 ] || fail 'there is only one redaction'
"$spoc" -q --store half.db import before.jsonl
"$spoc" --store half.db import --keep-going half.jsonl 2>/dev/null && fail 'the earlier of two redactions is enough'
"$spoc" --store half.db export | cmp - before.jsonl || fail 'half a redaction was kept'

# What was recorded since a redaction brings the older lines that it is about.
"$spoc" -q --store since.db import before.jsonl
"$spoc" -q --store part.db import before.jsonl
SPOC_NOW=2026-11-04T09:00:00+01:00 "$spoc" -q --store since.db redact 1 --yes --reason a >/dev/null 2>&1
"$spoc" --store since.db export >since.jsonl
SPOC_NOW=2026-11-04T10:00:00+01:00 "$spoc" --store since.db export --since 2026-11-04 >part.jsonl
[ "$(wc -l <part.jsonl)" -lt "$(wc -l <since.jsonl)" ] || fail 'export --since tells all'
SPOC_NOW=2026-11-04T10:00:00+01:00 "$spoc" -q --store part.db import part.jsonl 2>said || { cat said; fail 'a part'; }
"$spoc" --store part.db export | cmp - since.jsonl || fail 'a part does not bring the redaction'

# Files: a store that has them as they were makes what was left, or keeps what it has and says so.
mkdir source
"$spoc" -q --store source/spoc.db report new 'Fejl' --category 2 --attach log.txt --attach picture.png
cp -R source made
cp -R source kept
whole=$(sha256sum log.txt | cut -d ' ' -f 1)
has() { find "$1/attachments" -type f -name "*$2*" -o -type f -exec cmp -s "$3" {} \; -print | grep -q .; }
has made "$whole" log.txt || fail 'the file is not where it is looked for'
"$spoc" -q --store source/spoc.db redact 1 --yes --reason a --attachment picture.png >/dev/null 2>&1
"$spoc" --store source/spoc.db export >files.jsonl
"$spoc" --store made/spoc.db import files.jsonl 2>said || { cat said; fail 'redacted files'; }
grep -q 'was replaced by what was left' said || { cat said; fail 'the file that was replaced is not told'; }
grep -q 'was removed here too' said || { cat said; fail 'the file that was removed is not told'; }
nowhere made
diff -r source/attachments made/attachments || fail 'the files differ'
sound --store made/spoc.db
! grep 'is not here' said || fail 'doctor misses a file'
"$spoc" -q --store source/spoc.db redact 1 --yes --reason a --text 'linje' >/dev/null 2>&1
"$spoc" --store source/spoc.db export >files.jsonl
"$spoc" --store kept/spoc.db import files.jsonl 2>said || { cat said; fail 'a file that cannot be made'; }
grep -q "$whole of BOM-1 still has what was removed" said || { cat said; fail 'the file that stays is not told'; }
has kept "$whole" log.txt || fail 'a file was deleted, and nothing is in its place'

# A file that went on one desk goes on the other, whatever that had removed from it.
mkdir filed
"$spoc" -q --store filed/spoc.db report new 'Fejl' --category 2 --attach log.txt --actual "Borger $number"
"$spoc" --store filed/spoc.db export >filed.jsonl
# Another desk with the same case and file.
desk() {
    mkdir "$1"
    cp -R filed/attachments "$1/attachments"
    "$spoc" -q --store "$1/spoc.db" import filed.jsonl
}
desk goes
desk stays
"$spoc" -q --store goes/spoc.db redact 1 --yes --reason a --attachment log.txt >/dev/null 2>&1
"$spoc" -q --store stays/spoc.db redact 1 --yes --reason b >/dev/null 2>&1
"$spoc" --store goes/spoc.db export >goes.jsonl
"$spoc" --store stays/spoc.db export >stays.jsonl
"$spoc" -q --store goes/spoc.db import stays.jsonl 2>said || { cat said; fail 'a redaction of what is gone'; }
"$spoc" -q --store stays/spoc.db import goes.jsonl 2>said || { cat said; fail 'a file that is to go'; }
"$spoc" --store goes/spoc.db export >goes.jsonl
"$spoc" -q --store stays/spoc.db import goes.jsonl 2>said || { cat said; fail 'a file that went, again'; }
for other in goes stays; do
    find "$other/attachments" -type f | grep -q . && fail "$other still has the file"
    sound --store "$other/spoc.db"
    ! grep 'is not here' said || fail "$other misses a file"
done
# Where each removed something else from a file, it is told.
desk first
desk second
"$spoc" -q --store first/spoc.db redact 1 --yes --reason a >/dev/null 2>&1
"$spoc" -q --store second/spoc.db redact 1 --yes --reason b --text linje >/dev/null 2>&1
"$spoc" --store second/spoc.db export >second.jsonl
"$spoc" -q --store first/spoc.db import second.jsonl 2>said || { cat said; fail 'two redactions of a file'; }
grep -q 'still has what was removed elsewhere' said || { cat said; fail 'what is left in a file is not told'; }
# A file that is damaged keeps nothing in the log.
desk rotten
desk whole
"$spoc" -q --store whole/spoc.db redact 1 --yes --reason a >/dev/null 2>&1
"$spoc" --store whole/spoc.db export >rotten.jsonl
find rotten/attachments -type f -exec chmod u+w {} \; -exec cp picture.png {} \;
"$spoc" -q --store rotten/spoc.db import rotten.jsonl 2>said || { cat said; fail 'a damaged file'; }
"$spoc" --store rotten/spoc.db export | grep -q "$number" && fail 'a damaged file keeps the number in the log'

# Only a place in a chain makes a redaction.
sed -n '$p' redacted.jsonl | sed 's/"origin":"[^"]*","seq":[0-9]*,//; s/,"hash":"[^"]*"//; s/"id":"......../"id":"00000000/' \
    >placeless.jsonl
grep -q '"kind":"redacted"' placeless.jsonl || fail 'the last line is no redaction'
"$spoc" --store other.db import placeless.jsonl 2>said && fail 'a redaction without a place is taken'
grep -q 'needs its place in the chain' said || { cat said; fail 'it is not said why'; }

# Another origin whose redaction of the first line sets members of its data, and vouches for that.
cat >forge.py <<'END'
import hashlib, json, sys
lines = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
def text(event):
    return json.dumps(event, separators=(",", ":"), ensure_ascii=False)
victim = lines[0]
was = victim.pop("hash")
victim["data"].update(json.loads(sys.argv[2]))
notice = {name: victim[name] for name in victim if name != "data"}
notice.update({"id": "0192f3a0-7c1e-7a52-9d3b-3a4c5d6e7f80", "kind": "redacted", "actor": "x", "origin": "evil", "seq": 1})
notice["occurred_at"] = notice["recorded_at"] = lines[-1]["recorded_at"]
now = hashlib.sha256(text(victim).encode()).hexdigest()
notice["data"] = {"reason": "x", "event": victim["id"], "was": was, "now": now}
notice["hash"] = hashlib.sha256(b"0" * 64 + b"\n" + text(notice).encode()).hexdigest()
victim["hash"] = was
for event in lines + [notice]:
    print(text(event))
END
for data in '{"title":"Noget andet","redacted":true}' '{"more":1,"redacted":true}' '{"title":"█"}' \
    '{"title":"Noget andet","more":1,"redacted":true}' '{"title":"█","redacted":1}'; do
    python3 forge.py before.jsonl "$data" >forged.jsonl
    for how in '' --keep-going; do
        "$spoc" --store other.db import $how forged.jsonl 2>said && fail "$data is taken $how"
        "$spoc" --store other.db export | cmp - before.jsonl || fail "$data changes what is here $how"
    done
done
# Nor where something was removed before.
for data in '{"title":"Noget andet"}' '{"more":1}' '{"title":"Noget andet","more":1}' '{"redacted":1}'; do
    python3 forge.py between.jsonl "$data" >forged.jsonl
    "$spoc" --store between.db import --keep-going forged.jsonl >said 2>&1 && fail "$data is taken after a redaction"
    "$spoc" --store between.db export | cmp - twice.jsonl || { cat said; fail "$data changes what was redacted"; }
done
# An event that comes twice is held to its first line.
python3 - redacted.jsonl >doubled.jsonl <<'END'
import json, sys
line = json.loads(open(sys.argv[1], encoding="utf-8").readline())
line["data"]["redacted"] = True
line["data"]["title"] = "Noget andet"
print(json.dumps(line, ensure_ascii=False))
line["data"]["title"] = "█"
print(json.dumps(line, ensure_ascii=False))
END
for how in '' --keep-going; do
    "$spoc" --store doubled.db import $how doubled.jsonl 2>said && fail "an event that comes twice is taken $how"
    [ -z "$("$spoc" --store doubled.db export)" ] || { cat said; fail "an event that comes twice is kept $how"; }
done

# Who never had the event cannot know better, and says on whose word it stands.
python3 forge.py before.jsonl '{"title":"█","redacted":true}' >forged.jsonl
"$spoc" -q --store believer.db import forged.jsonl || fail 'a redaction by another origin is refused'
sound --store believer.db
grep -q 'is the word of the origin evil alone' said || { cat said; fail 'doctor does not say whose word it is'; }
"$spoc" doctor | grep -q 'the word of the origin' && fail 'a redaction of its own is doubted'

# What a redaction that was cut off has left to do is done by the next.
mkdir cut
"$spoc" -q --store cut/spoc.db report new 'Fejl' --category 2 --attach log.txt
"$spoc" -q --store cut/spoc.db redact 1 --yes --reason a >/dev/null 2>&1
[ -z "$(sqlite3 cut/spoc.db "SELECT value FROM meta WHERE key = 'wipe'")" ] || fail 'a whole redaction owes something'
"$spoc" -q --store cut/spoc.db report new 'En anden' --category 2 --attach log.txt
sqlite3 cut/spoc.db "INSERT INTO meta (key, value) VALUES ('wipe', '$whole' || char(10))"
"$spoc" -q --store cut/spoc.db redact 1 --yes --reason a >said 2>&1 || { cat said; fail 'the rest of a redaction'; }
grep -q "$whole is still kept" said || { cat said; fail 'what was left to do was not done'; }
[ -z "$(sqlite3 cut/spoc.db "SELECT value FROM meta WHERE key = 'wipe'")" ] || fail 'it is left to do for ever'

# A row that was changed by hand is found, redacted or not.
for where in "kind = 'recorded' AND case_number = 1" "kind = 'recorded' AND case_number = 2"; do
    cp "$store/spoc.db" tampered.db
    sqlite3 tampered.db "DROP TRIGGER event_stays;
        UPDATE event SET data = replace(data, 'fejl', 'fjel') WHERE $where;
        UPDATE event SET data = replace(data, 'Fejl', 'Fjel') WHERE $where"
    "$spoc" --store tampered.db doctor >said && fail "tampering with $where is not found"
    grep -q 'was changed after it was recorded' said || { cat said; fail "$where"; }
done
# So is one that claims to have been redacted, with a `redacted` event of another content beside it.
cp "$store/spoc.db" tampered.db
sqlite3 tampered.db "DROP TRIGGER event_stays; UPDATE event SET data = json_set(data, '$.title', '█', '$.redacted',
    json('true')) WHERE kind = 'recorded' AND case_number = 2"
"$spoc" --store tampered.db doctor >said && fail 'a false redaction is believed'
# The triggers are back.
! sqlite3 "$store/spoc.db" "UPDATE event SET actor = 'x'" 2>/dev/null || fail 'events can be changed'
echo 'redact: ok'
