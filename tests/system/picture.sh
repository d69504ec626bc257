#!/bin/sh
# The picture in the README is what the program prints today. Usage: sh tests/system/picture.sh path/to/spoc
set -eu
spoc=$1
tree=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sh "$tree/config/demo/picture.sh" "$spoc" >"$work/morning.svg"
cmp "$work/morning.svg" "$tree/man/morning.svg" || {
    echo 'man/morning.svg is of another day: sh config/demo/picture.sh path/to/spoc >man/morning.svg'
    exit 1
}
