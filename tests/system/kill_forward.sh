#!/bin/sh
# Kills `spoc notice forward --auto` at random moments until a round ends by itself: nobody is told twice, and whoever
# was not told stands in the outbox as in doubt.
# Usage: sh tests/system/kill_forward.sh path/to/spoc [NOTICES]
set -eu
spoc=$1 notices=${2:-12}
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home" LC_ALL=C.UTF-8

# Notes who is told, as the last thing it does but one, so that a kill may come before and after.
cat >"$home/mailer" <<'END'
#!/bin/sh
to=$(sed -n 's/^To: .*<\(.*\)>.*/\1/p;s/^Subject: //p' | tr '\n' ' ')
sleep 0.01
[ -z "$to" ] || printf '%s\n' "$to" >>"$HOME/told"  # a sender that is killed may leave it an empty mail
sleep 0.01
END
chmod +x "$home/mailer"
{
    printf '[me]\nname = "Karen Holm"\nmail = "bom@kommune.example"\n'
    printf '[mail]\ncourier = "sendmail"\ncommand = ["%s/mailer"]\n' "$home"
    for person in Anna Bo Carl; do
        printf '[[colleague]]\nname = "%s"\nmail = "%s@kommune.example"\n' "$person" "$person"
    done
    printf '[[audience]]\nname = "alle"\nauto = ["incident"]\ncolleagues = ["Anna", "Bo", "Carl"]\n'
} >"$home/spoc.toml"
export SPOC_CONFIG="$home/spoc.toml"

# Two rounds at once tell nobody twice either.
"$spoc" -q notice add --kind incident --title 'Nedbrud nummer 0' --text 'Sag 0 er nede' >"$home/said"
"$spoc" -q notice forward --auto >"$home/said" 2>&1 &
"$spoc" -q notice forward --auto >"$home/said2" 2>&1 || true
wait
[ "$(sort -u "$home/told" | wc -l)" -eq "$(wc -l <"$home/told")" ] || { echo 'told twice by two at once'; exit 1; }

number=0
while [ "$number" -lt "$notices" ]; do
    number=$((number + 1))
    "$spoc" -q notice add --kind incident --title "Nedbrud nummer $number" --text "Sag $number er nede" >"$home/said"
done
rm "$home/told"

killed=0 tries=0
while :; do
    tries=$((tries + 1))
    [ "$tries" -le 500 ] || { echo 'no round came to its end'; exit 1; }
    setsid "$spoc" -q notice forward --auto >"$home/said" 2>&1 &
    victim=$!
    sleep "$(awk -v seed="$tries" 'BEGIN { srand(seed * 7919); printf "%.4f", 0.02 + rand() * 0.15 }')"
    # every fourth kill spares the mail program, so that a message may go out after its sender is gone
    if [ $((tries % 4)) -eq 0 ]; then kill -KILL "$victim" 2>/dev/null || true
    else kill -s KILL -- "-$victim" 2>/dev/null || true; fi
    if wait "$victim" 2>/dev/null; then break; fi
    killed=$((killed + 1))
done
sleep 0.2

sort "$home/told" | uniq -d >"$home/twice"
told=$(wc -l <"$home/told")
doubtful=$("$spoc" outbox --plain | cut -f 2 | grep -c unknown || true)
other=$("$spoc" outbox --plain | cut -f 2 | grep -vc unknown || true)
echo "$killed rounds killed: $told of $((notices * 3)) told, $doubtful in doubt, $(wc -l <"$home/twice") told twice"
[ ! -s "$home/twice" ] && [ "$killed" -gt 3 ] && [ "$other" -eq 0 ] && [ $((told + doubtful)) -ge $((notices * 3)) ]
