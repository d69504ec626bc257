#!/bin/sh
# Counts the instructions of start, status and a durable add under callgrind, and fails where a count exceeds its budget in
# budgets.txt by 5 % or more. The counts are the same on every machine: the environment and the time are fixed, paths
# are relative, and glibc is told to leave aside what only some processors have.
# Usage: sh tests/bench/budget.sh path/to/spoc path/to/spoc_bench_generate; with ACCEPT=1 it writes budgets.txt anew
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
tunables=glibc.cpu.hwcaps=-AVX2,-AVX,-BMI1,-BMI2,-ERMS,-FSRM,-LZCNT,-MOVBE,-POPCNT,-SSE4_1,-SSE4_2,-SSSE3
. "$here/steadily.sh" # gives: watched, a store

# Prints the instructions of one run of spoc; what the run called is then in callgrind.out.
instructions() {
    watched ./spoc "$@"
    sed -n 's/^summary: //p' callgrind.out
}

{
    printf 'start %s\n' "$(instructions --version)"
    printf 'status %s\n' "$(instructions --store store.db status)"
    printf 'add %s\n' "$(instructions -q --store store.db report new 'Kladden forsvinder' --category 3 \
        --steps 'Log ind, gem en kladde' --expected 'Kladden er der' --actual 'Den er væk' --users alle)"
} >counted
awk 'NF != 2 { exit 1 }' counted || {
    echo 'a run was not counted'
    exit 1
}
grep -qE '^c?fn=.*(fsync|fdatasync)' callgrind.out || {
    echo 'what was added was not put on the disk'
    exit 1
}

if [ "${ACCEPT:-}" = 1 ]; then
    { sed -n '/^#/p' "$here/budgets.txt"; cat counted; } >accepted
    cp accepted "$here/budgets.txt"
fi
awk '
    /^#/ { next }
    FILENAME ~ /budgets.txt$/ { budget[$1] = $2; next }
    !($1 in budget) { printf "%s has no budget\n", $1; failed = 1; next }
    {
        share = 100 * ($2 / budget[$1] - 1)
        exceeded = $2 >= budget[$1] * 1.05
        printf "%-7s%10d instructions, budget %10d, %+.2f %%%s\n", $1, $2, budget[$1], share,
            exceeded ? ": too many" : share <= -5 ? ": the budget can be lowered, with ACCEPT=1" : ""
        failed += exceeded
    }
    END { exit failed > 0 }' "$here/budgets.txt" counted
