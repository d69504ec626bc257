#!/bin/sh
# Checks that every source is laid out as .clang-format says.
. "$(dirname -- "$0")/findings.sh"

sources cmd lib tests | xargs clang-format-14 --dry-run -Werror
