# shellcheck shell=sh
# For budget.sh and order.sh, which look at runs of spoc under callgrind: moves to a new folder with ./spoc and a store of
# 1,000 cases in it. What is given here is the same on every machine: the environment and the time are fixed, and paths
# are relative. Its arguments are those of the script that reads it.

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ln -s "$(realpath "$1")" "$work/spoc"
generate=$(realpath "$2")
cd "$work" || exit 1
mkdir home

# Runs a command; variables of the environment may stand before it.
steadily() {
    env -i HOME=home PATH=/usr/bin:/bin LC_ALL=C.UTF-8 TZ=UTC SPOC_NOW=2026-11-30T09:00:00+01:00 "$@"
}

# Runs spoc under callgrind, after callgrind's own options; glibc is told what $tunables says. Fails with its words.
watched() {
    steadily ${tunables:+"GLIBC_TUNABLES=$tunables"} valgrind --tool=callgrind --callgrind-out-file=callgrind.out "$@" \
        >printed 2>talk.txt || {
        cat talk.txt >&2
        return 1
    }
}

"$generate" 1000 >log.jsonl
steadily ./spoc -q --store store.db import log.jsonl
