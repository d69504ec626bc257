#!/bin/sh
# Writes config/link_order.txt: the functions that short commands call, in the order of their first call, for the linker
# to put together. What is missing in it, or gone from the program, costs time and nothing else; make it anew when much
# has moved.
# Usage: sh tests/bench/order.sh path/to/spoc path/to/spoc_bench_generate
set -eu
tree=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
. "$tree/tests/bench/steadily.sh" # gives: watched, a store

# Appends the functions that a run of spoc calls, as the linker knows them.
follow() {
    watched --demangle=no ./spoc --store store.db "$@"
    sed -nE "s/^c?fn=\([0-9]+\) ([A-Za-z_.\$][^']*).*/\1/p" callgrind.out >>called
}

follow --version
follow status
follow report --limit 20 --plain
follow report
follow find mobilen --plain
follow -q report new 'Kladden forsvinder' --category 3 --steps 'Log ind' --expected 'Kladden er der' --actual 'Væk' --users alle
follow report show 12
# Of its functions on texts glibc has others for processors that valgrind does not imitate.
sed -n 's/^\(__[a-z]*\)_avx.*/\1/p' called | sort -u | while read -r name; do
    printf '%s\n' "${name}_evex" "${name}_evex_movbe" "${name}_evex_unaligned_erms" "${name}_avx512_unaligned_erms"
done >newer
{
    printf '# Functions in the order in which short commands first call them; made by tests/bench/order.sh.\n'
    printf 'spoc_entry\n'
    cat called newer | awk '!seen[$0]++' | grep -vx spoc_entry
    printf 'spoc_hot_end\n'
} >"$tree/config/link_order.txt"
