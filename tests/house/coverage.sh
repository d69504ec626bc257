#!/bin/sh
# Checks that the unit tests and transcripts run in the build tree $1 have reached nine lines in ten of the core and of the store.
. "$(dirname -- "$0")/findings.sh"

measured=$findings.json
trap 'rm -f "$findings" "$measured"' EXIT
gcovr --gcov-executable 'llvm-cov-14 gcov' --root "$tree" --filter lib/core/ --filter lib/store/ --json "$measured" "$1"

missed=
for layer in core store; do
    gcovr --root "$tree" --filter "lib/$layer/" --add-tracefile "$measured" --fail-under-line 90 || missed="$missed $layer"
done
[ -z "$missed" ] || printf 'below 90 percent:%s\n' "$missed"
[ -z "$missed" ]
