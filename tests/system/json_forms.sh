#!/bin/sh
# Every form of --json against its JSON Schema, man/schema/spoc-json.schema.json: each command that has one is run, with
# --json, in a story that gives it something to say. A command that is not run here fails the test.
# Usage: sh tests/system/json_forms.sh path/to/spoc
set -eu
spoc=$(realpath "$1")
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home" LC_ALL=C.UTF-8 SPOC_NOW=2026-11-02T09:00:00+01:00
unset SPOC_CONFIG SPOC_STORE XDG_CONFIG_HOME XDG_DATA_HOME
cd "$home"

# Runs a command with --json and writes the form $1 that its answer must have, a tabulator, and the answer.
say() {
    form=$1
    shift
    case $form in
    error) ! "$spoc" -q "$@" --json >/dev/null 2>answer ;;
    *) "$spoc" -q "$@" --json >answer ;;
    esac || {
        echo "spoc $* ended otherwise than it should" >&2
        exit 1
    }
    printf '%s %s\n' "$1" "${2-}" >>"$home/run"
    sed "s/^/$form\t/" answer >>"$home/forms"
}

say status status
say new report new 'Ansøgere kan ikke indsende' --category 2 --reporter 'Åse Ørsted' --interface MitID --users 10 --retest 'Indsend'
say new report new 'Ansøgere kan ikke indsende igen' --category 3
say change report send 1 --yes
export SPOC_NOW=2026-11-02T09:40:00+01:00
say change report log 1 --from vendor --kind answered --ref INC0012345 'Vi ser'
say change report log 1 --from vendor --kind promised --by 2026-11-03T12:00:00+01:00 'Loves'
say change report wait 1 --text 'Hvad'
say change report resume 1 --text 'Det'
say change report analyse 1 --cause vendor --finding 'Ja'
say analysis report analyse 2
printf 'tekst' >a.txt
say change report attach 1 a.txt
say change report link 1 2 --as related
say change report edit 2 --steps 'En'
export SPOC_NOW=2026-11-05T09:00:00+01:00
say cases report
say case report show 1
say escalations escalate
say why escalate why 1
say error escalate ready 1
say change report remind 1 --yes
say ready escalate ready 1
say change escalate send 1 --rung incident-manager --yes --reason 'Haster'
say change escalate answer 1 'Vi ser'
say change report log 1 --from vendor --kind fix-announced --release 5.4 'Rettet'
say cases verify
say plan verify plan 1
say change verify fail 1 --step 1=fail:nej --text 'Nej' --yes
say change report log 1 --from vendor --kind fix-announced --release 5.5 'Rettet'
say cases verify release 5.5
say change verify pass 1 --step 1=pass --yes
say escalations escalate
say change report close 1 --as fixed --yes
say change report reopen 1 --text 'Igen'
say new wishlist add 'Sortering' --by Åse --benefit '3 × 5 × 20'
say change wishlist back 3 --by Per --benefit '1 × 2 × 3'
say change wishlist edit 3 --text 'mere'
say wishes wishlist
say case wishlist show 3
say change wishlist submit 3 --yes
say change wishlist decide 3 --outcome accepted --release 6.0
say new wishlist add 'Sortering to'
say change wishlist merge 4 --into 3
say new assist new 'Hvor er kvitteringen?' --reporter 'Åse Ørsted'
say cases assist
say case assist show 5
say change assist card 5 --title 'Kvittering' --text 'I indbakken' --kind how-to
say cards assist cards
say change assist answer 5 --text 'Her' --yes
printf '<rss version="2.0"><channel><item><guid>1</guid><title>Planlagt vedligehold</title><description>Torsdag</description></item></channel></rss>' >feed.xml
say notices notice fetch --from "file://$home/feed.xml"
say notice notice add --kind incident --title 'MitID er nede' --text 'Fejl' --state under-way --starts-at 2026-11-05T08:30:00+01:00
say notice notice edit 2 --state resolved
say notices notice
say notice notice show 2
say receipts notice forward 2 --yes
say receipts notice receipts 2
say notice notice add --kind release --title 'Release 5.6' --text 'Release 5.6 i produktion 2026-11-20. - Ansøgere kan ikke indsende igen'
say claims notice release 3
printf 'From: x@ukendt.example\nSubject: Hej\nMessage-ID: <a@x.example>\n\nHej\n' >m.eml
say received receive <m.eml
say inbox receive list
say error receive show 1
n=$("$spoc" receive list --plain | cut -f 1); say received receive show "$n"
say received receive place "$n" --on 1
say hits find indsende
say messages outbox
say message outbox show 1
say status status
say owner status owner --period 2026-11
say rates status rates --period 2026-11
say days calendar days 2026
say due calendar add 2026-11-02T09:00:00+01:00 4bh
say between calendar between 2026-11-02T09:00:00+01:00 2026-11-02T12:00:00+01:00
say settings config show
say settings config show --origin
say examples config check
say path config path
say findings doctor
say places doctor --privacy
say removed redact 1 --reason prøve --yes
"$spoc" export >e.jsonl
say imported import e.jsonl
say version --version
say error report show 99

# Those that say nothing, a text of its own form, or the same as the one before them.
cat >quiet <<'END'
assist show
calendar 
completion 
config 
escalate dossier
export 
backup 
init 
outbox drop
outbox send
receive drop
status handover
verify run
END
"$spoc" completion words -- '' | cut -f 1 | grep -v '^help$' | while read -r noun; do
    printf '%s \n' "$noun"
    [ "$noun" = completion ] || "$spoc" completion words -- "$noun" '' | cut -f 1 | grep '^[a-z][a-z]*$' | sed "s/^/$noun /" || true
done | sort -u >all
awk 'NR == FNR { known[$0] = 1; next } { print (($1 " " $2) in known) ? $1 " " $2 : $1 " " }' all run | sort -u >were_run
missed=$(sort -u quiet | comm -23 all - | comm -23 - were_run)
[ -z "$missed" ] || {
    printf 'not run here: %s\n' "$missed"
    exit 1
}
python3 "$here/json_forms.py" "$here/../../man/schema/spoc-json.schema.json" forms
