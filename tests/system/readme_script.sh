#!/bin/sh
# Runs the script of the README as it is printed there: no terminal, an empty environment but HOME and PATH, as cron
# has it. `mail` is a stand-in that keeps what it was given.
# Usage: sh tests/system/readme_script.sh path/to/spoc
set -eu
spoc=$1
tree=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir "$home/bin"
ln -s "$spoc" "$home/bin/spoc"
ln -s "$(dirname -- "$spoc")/spoc-mime" "$home/bin/spoc-mime"
# shellcheck disable=SC2016  # for the stand-in, not for here
printf '#!/bin/sh\nprintf "%%s\\n" "$@" >"$HOME/mail.arguments"\ncat >"$HOME/mail.body"\n' >"$home/bin/mail"
chmod +x "$home/bin/mail"
awk '/^```sh$/ { inside = 1; text = ""; next }
     /^```$/ { if (inside && text ~ /^#!/) printf "%s", text; inside = 0; next }
     inside { text = text $0 "\n" }' "$tree/README.md" >"$home/script"
[ -s "$home/script" ]

as_cron() { env -i HOME="$home" PATH="$home/bin:/usr/bin:/bin" "$@" </dev/null; }
# Something to be overdue: a defect that was reported long ago.
as_cron SPOC_NOW=2026-01-05T09:00:00+01:00 spoc -q report new 'Gammel fejl' --category 2 >"$home/old"
as_cron SPOC_NOW=2026-01-05T09:00:00+01:00 spoc -q report send 1 --yes >/dev/null

as_cron sh "$home/script" >"$home/out" 2>"$home/err" || { cat "$home/err"; exit 1; }
[ ! -s "$home/err" ] || { cat "$home/err"; exit 1; }
grep -qx 'Overskredne frister' "$home/mail.arguments"
grep -q "^BOM-1	Gammel fejl	2026-01-05T10:00:00+01:00$" "$home/mail.body" || { cat -A "$home/mail.body"; exit 1; }
[ "$(wc -l <"$home/mail.body")" -eq 1 ]
as_cron spoc report --plain | grep -q '^BOM-2	.*	Kvittering mangler efter indsendelse	' || { as_cron spoc report --plain; exit 1; }
[ "$(find "$home" -name '*.eml' | wc -l)" -eq 2 ]
echo 'the script of the README works without a terminal and in an empty environment'
