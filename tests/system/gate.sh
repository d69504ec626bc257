#!/bin/sh
# The privacy gate is the only way out: every command of the program is named here as one that lets something out of
# the house or one that does not, and each of the first kind is tried with a CPR number in every place that it could
# come from. It ends with status 6, and the number stands in no mail, page, file, calendar or hook.
# Usage: sh tests/system/gate.sh path/to/spoc
set -eu
spoc=$1
verbs=$(dirname "$0")/../../cmd/verbs.cpp
templates=$(dirname "$0")/../../config/templates
templates=$(cd "$templates" && pwd)
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home" LC_ALL=C.UTF-8 SPOC_NOW=2026-11-02T09:00:00+01:00
number=010190-1234

fail() {
    echo "gate: $*" >&2
    exit 1
}

# What lets something out. A new command fails here until somebody has thought about where it belongs.
outward='report:send report:remind report:close report:log escalate:send escalate:dossier wishlist: wishlist:submit
    status: status:owner status:handover notice:forward assist:answer assist:card assist:cards outbox:send'
inward='report: report:new report:show report:edit report:analyse report:wait report:resume report:reopen report:link
    report:attach escalate: escalate:why escalate:ready escalate:answer verify: verify:plan verify:run verify:pass
    verify:fail verify:release wishlist:add wishlist:show wishlist:edit wishlist:back wishlist:merge wishlist:decide
    status:rates notice: notice:fetch notice:add notice:edit notice:show notice:receipts notice:release assist:
    assist:new assist:show receive: receive:list receive:show receive:drop receive:place find: outbox: outbox:show
    outbox:drop calendar: calendar:days calendar:add calendar:between init: config: config:check config:show config:path
    completion: completion:words doctor: backup: redact: export: import:'
sed -n 's/^    {"\([a-z]*\)", "\([a-z-]*\)".*/\1:\2/p' "$verbs" | sort >"$home/known"
[ "$(wc -l <"$home/known")" -gt 60 ] || fail "the commands are not found in $verbs"
# shellcheck disable=SC2086 # the lists are words
printf '%s\n' $outward $inward | sort >"$home/classified"
diff "$home/known" "$home/classified" >&2 || fail 'a command is not classified, or is no more'
cd "$home"

tried=
mkdir -p .config/spoc/hooks
printf '#!/bin/sh\ncat >>"%s/heard"\n' "$home" >.config/spoc/hooks/keep
chmod +x .config/spoc/hooks/keep
printf '%s\n' "$number" >"own.txt"
cp own.txt "bilag $number.txt"
printf 'ufarligt\n' >"harmless.txt"
cp harmless.txt "bilag2 $number.txt"

# Runs a command that must be refused: status 6, and the number neither on standard output nor in a file.
refused() {
    what=$1
    shift
    tried="$tried $what"
    rm -f written
    status=0
    "$spoc" -q "$@" </dev/null >out 2>err || status=$?
    [ "$status" -eq 6 ] || { cat out err; fail "spoc $* ends with $status"; }
    ! grep -q 1234 out err || fail "spoc $* prints the number"
    [ ! -e written ] || ! grep -a -q 1234 written || fail "spoc $* writes the number to a file"
}
# The same of everything that a letter can be: sent, shown, and as text for a portal.
letter() {
    refused "$@" --yes
    refused "$@" --print
    refused "$@" --by-hand --yes
    refused "$@" --by-hand --print
    refused "$@" --yes --json
}
# What may leave a case out is either refused or silent about the number.
silent() {
    tried="$tried $1"
    shift
    "$spoc" -q "$@" </dev/null >out 2>err || [ $? -eq 6 ] || { cat err; fail "spoc $*"; }
    ! grep -q 1234 out err || fail "spoc $* prints the number"
}
page() {
    refused "$@"
    refused "$@" -o written
}
case_with() { "$spoc" -q report new "$@" --category 3; }

# A report with the number in each place.
for place in --steps --expected --actual --object --users --frequency --browser --os --workaround --local-check \
    --environment --interface --reason; do
    id=$(case_with 'Fejl' "$place" "om $number")
    case $place in
    --reason) ;; # said of the category, to ourselves
    *) "$spoc" -q report send "$id" --yes >out 2>&1 && { ! grep -r -a -q 1234 .local/share/spoc/outbox 2>/dev/null ||
        fail "$place goes out"; } ;;
    esac
done
for place in --steps --actual --object; do
    id=$(case_with 'Fejl' "$place" "om $number")
    letter report:send report send "$id"
done
id=$(case_with "Fejl hos $number")
letter report:send report send "$id"
for file in own.txt "bilag2 $number.txt" "bilag $number.txt"; do
    id=$(case_with 'Fejl' --attach "$file")
    letter report:send report send "$id"
done
id=$(case_with 'Fejl')
letter report:send report send "$id" --text "Se $number"
refused report:log report log "$id" "Se $number" --to vendor --send --yes
refused report:log report log "$id" "Se $number" --to vendor --send --print
"$spoc" -q report send "$id" --yes >out
letter report:remind report remind "$id" --text "Se $number"
letter escalate:send escalate send "$id" --rung service-manager --reason prøve --text "Se $number"
letter escalate:send escalate send "$id" --rung service-manager --reason "Se $number"
"$spoc" -q report log "$id" --from vendor --kind answered "Se $number" >out
page escalate:dossier escalate dossier "$id"
page escalate:dossier escalate dossier "$id" --html
case_with "Fejl hos $number" --steps x >out
silent status:owner status owner
silent status:owner status owner --html
letter status:owner status owner --send --text "Se $number"
page status:handover status handover --text "Se $number"
silent status: status --digest --for vendor

# Wishes, questions and cards.
wish=$("$spoc" -q wishlist add "Ønske for $number")
letter wishlist:submit wishlist submit "$wish"
page wishlist: wishlist --html
page wishlist: wishlist --markdown
wish=$("$spoc" -q wishlist add 'Ønske')
letter wishlist:submit wishlist submit "$wish" --text "Se $number"
question=$("$spoc" -q assist new "Spørgsmål om $number" --reporter 'Åse Ørsted')
letter assist:answer assist answer "$question" --text 'Svar'
question=$("$spoc" -q assist new 'Spørgsmål' --reporter 'Åse Ørsted')
letter assist:answer assist answer "$question" --text "Svar om $number"
card=$("$spoc" -q assist card --title 'Kort' --text "Svar om $number")
page assist:card assist card "$card" --html
page assist:card assist card "$card" --markdown
page assist:card assist card "$card"
page assist:cards assist cards --html
page assist:cards assist cards --markdown
letter assist:answer assist answer "$question" --card "$card"
closing=$("$spoc" -q report new 'Fejl' --category 3 --reporter 'Åse Ørsted')
letter report:close report close "$closing" --as use --text "Se $number"

# Notices: title, text, covering words.
notice=$("$spoc" -q notice add --title "Driftsforstyrrelse $number" --kind incident)
letter notice:forward notice forward "$notice"
notice=$("$spoc" -q notice add --title 'Driftsforstyrrelse' --kind incident --text "Om $number")
letter notice:forward notice forward "$notice"
notice=$("$spoc" -q notice add --title 'Driftsforstyrrelse to' --kind incident)
letter notice:forward notice forward "$notice" --text "Om $number"

"$spoc" -q notice add --title "Vedligehold $number" --kind maintenance --starts-at 2026-11-10T20:00:00+01:00 >out
refused status: status --ics

# Lists as pages: whatever a list is about, as a page it may be for others.
id=$(case_with 'Fejl med en frist')
"$spoc" -q report send "$id" --yes >out
"$spoc" -q report edit "$id" --title "Fejl med $number" >out
for form in md html ics; do
    refused status: report --output "$form"
    "$spoc" -q report --output "$form" --redact >out || fail "a page of cases cannot be masked, $form"
    ! grep -q 1234 out || fail "a masked page has the number, $form"
done
for form in md html; do
    refused wishlist: wishlist --output "$form"
    refused assist:cards assist cards --output "$form"
    refused status: assist --output "$form"
    refused status: find 010190 --output "$form"
done
refused status: notice --output ics
refused status: status --output ics
refused status: report -o written.html

# What was refused is a draft, and no draft goes out of the outbox.
draft=$("$spoc" outbox --plain | awk -F '\t' '$2 == "draft" { print $1; exit }')
refused outbox:send outbox send "$draft"

# The number may stand in the user's own template, or signature.
mkdir -p .config/spoc/templates/da
{ cat "$templates/da/report.mustache"; echo "Ring om $number"; } >.config/spoc/templates/da/report.mustache
"$spoc" -q init >out
id=$(case_with 'Fejl')
letter report:send report send "$id"
rm -r .config/spoc/templates

# All that went out went without it; and no hook has heard it.
! grep -r -a -l '1234\|MDEwMTkwLTEyMzQ' .local/share/spoc/outbox || fail 'a mail has it'
[ -s heard ] || fail 'the hook was never called'
! grep -q 1234 heard || fail 'a hook has heard it'

# Every command that lets something out was tried.
for command in $outward; do
    case " $tried " in *" $command "*) ;; *) fail "$command was not tried" ;; esac
done
echo "gate: ok, $(echo "$tried" | wc -w) refusals"
