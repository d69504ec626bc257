#!/bin/sh
# Checks the shell scripts.
. "$(dirname -- "$0")/findings.sh"

# SC1112 takes the apostrophe of a Danish text for a quote.
{
    find config tests -name '*.sh'
    printf '.ci/run\n'
} | sort | xargs shellcheck --exclude=SC1112 --external-sources --source-path=SCRIPTDIR --format=gcc
