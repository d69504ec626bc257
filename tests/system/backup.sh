#!/bin/sh
# A copy that is encrypted on its way, by age and by gpg, is decrypted and goes on as the store; nothing of it is open on
# the disk, and what is kept is for its owner alone, whatever the umask.
# Usage: sh tests/system/backup.sh path/to/spoc
set -eu
spoc=$1
home=$(mktemp -d)
trap 'gpgconf --kill all 2>/dev/null || true; rm -rf "$home"' EXIT
export HOME="$home" GNUPGHOME="$home/gnupg" LC_ALL=C.UTF-8 SPOC_NOW=2026-11-02T09:00:00+01:00
cd "$home"
umask 000
echo Bilag >note.txt

fail() {
    echo "backup: $*" >&2
    exit 1
}

"$spoc" -q report new 'Fejl hos Jens Hansen' --category 2 --attach note.txt
"$spoc" -q report send 1 --yes
EDITOR=false "$spoc" report edit 1 --recover 2>/dev/null && fail 'there is a form'
"$spoc" export >log.jsonl
"$spoc" export -o private.jsonl
"$spoc" -q backup plain.db
for file in private.jsonl plain.db; do
    [ "$(stat -c %a "$file")" = 600 ] || fail "$file can be read by others: $(stat -c %a "$file")"
done
open=$(find .local/share/spoc \( -type f ! -perm 600 \) -o \( -type d ! -perm 700 \))
[ -z "$open" ] || fail "open to others: $open"
for folder in outbox attachments; do [ -d .local/share/spoc/$folder ] || fail "there is no folder $folder"; done

"$spoc" backup - | cmp -n 16 - plain.db || fail 'no copy on standard output'
[ -z "$(find .local/share/spoc -name '*backup*')" ] || fail 'a copy was left behind'
status=0
"$spoc" backup - >/dev/full 2>said || status=$?
[ "$status" -eq 1 ] || fail "a full disk ends with $status"

restored() {
    "$spoc" --store "$1" doctor >/dev/null || fail "$1 is not sound"
    "$spoc" --store "$1" export | cmp - log.jsonl || fail "$1 is another store"
}
if command -v age >/dev/null; then
    age-keygen -o key.txt 2>/dev/null
    "$spoc" backup - | age -r "$(age-keygen -y key.txt)" >spoc.age
    ! grep -a -q 'Jens Hansen' spoc.age || fail 'age left it open'
    age -d -i key.txt spoc.age >age.db
    restored age.db
    tried=age
fi
if command -v gpg >/dev/null; then
    mkdir -m 700 "$GNUPGHOME"
    "$spoc" backup - | gpg -q --batch --pinentry-mode loopback --passphrase prøve --symmetric -o spoc.gpg
    ! grep -a -q 'Jens Hansen' spoc.gpg || fail 'gpg left it open'
    gpg -q --batch --pinentry-mode loopback --passphrase prøve -d spoc.gpg >gpg.db
    restored gpg.db
    tried="${tried:-} gpg"
fi
[ -n "${tried:-}" ] || fail 'there is neither age nor gpg'
echo "backup: ok, with $tried"
