#!/bin/sh
# Runs the two commands of the README twice each on a clone of this tree in a fresh Debian 12 that has nothing
# installed, and prints how long each took. The second run must take less than a fifth of the first.
# Usage: sh tests/system/fresh_root.sh
set -eu
# shellcheck source=tests/support/fresh_debian.sh
. "$(dirname -- "$0")/../support/fresh_debian.sh"
git clone --quiet "$tree" "$root/root/spoc"

# Runs the script $1 and prints its seconds; what it says goes to a log that is shown if it fails.
timed() {
    start=$(date +%s)
    inside sh "/root/spoc/$1" >"$work/log" 2>&1 || {
        cat "$work/log" >&2
        printf '%s failed in a fresh Debian 12\n' "$1" >&2
        exit 1
    }
    printf '%s\n' $(($(date +%s) - start))
}

for script in config/demo.sh tests/run.sh; do
    first=$(timed "$script")
    second=$(timed "$script")
    printf '%s: %s s, then %s s\n' "$script" "$first" "$second"
    [ $((second * 5)) -lt "$first" ] || {
        printf '%s is slow the second time\n' "$script" >&2
        exit 1
    }
done
