#!/bin/sh
# Replays a transcript. A line "  $ command" is run (with lines "  > more" that go on from it); the indented lines
# below must be exactly what it prints on both streams, then "  [n]" if it exits with n. All else is prose.
# What a command exports (SPOC_NOW, say) holds for those after it. Every command runs in the transcript's own empty
# home, with $TREE naming the sources. What differs from run to run is shown as ~, TREE, UUID and SHA256.
# Usage: sh tests/cli/replay.sh PROGRAM TRANSCRIPT; with ACCEPT=1 the transcript is rewritten from what happened.
set -eu
program=$1 transcript=$2
tree=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/home"
ln -s "$program" "$work/bin/spoc"
: >"$work/exported"

same_every_time() {
    sed -E -e "s#$work/home#~#g" -e "s#$tree#TREE#g" -e 's/\b[0-9a-f]{64}\b/SHA256/g' \
        -e 's/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/UUID/g' -e "\$a\\"
}

# Runs what is left to run, and prints what it says and how it ends.
run_pending() {
    [ -n "$pending" ] || return 0
    status=0
    (cd "$work/home" && env -i HOME="$work/home" PATH="$work/bin:/usr/bin:/bin" TREE="$tree" TZ=UTC LC_ALL=C.UTF-8 \
        sh -c ". $work/exported
$pending
status=\$?
export -p >$work/exported
exit \$status" </dev/null >"$work/output" 2>&1) || status=$?
    same_every_time <"$work/output" | sed 's/^/  /'
    [ "$status" -eq 0 ] || printf '  [%s]\n' "$status"
    pending=
}

pending=
while IFS= read -r line || [ -n "$line" ]; do
    case $line in
        '  $ '*)
            run_pending
            pending=${line#  \$ }
            printf '%s\n' "$line"
            ;;
        '  > '*)
            pending="$pending
${line#  > }"
            printf '%s\n' "$line"
            ;;
        '  '*) ;; # what was printed when the transcript was written; printed anew by the command above
        *)
            run_pending
            printf '%s\n' "$line"
            ;;
    esac
done <"$transcript" >"$work/actual"
run_pending >>"$work/actual"

if [ -n "${ACCEPT:-}" ]; then
    cp "$work/actual" "$transcript"
else
    diff -u "$transcript" "$work/actual"
fi
