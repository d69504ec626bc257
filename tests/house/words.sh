#!/bin/sh
# Checks what the sources say: nothing unfinished, and nothing that is true on one machine only.
. "$(dirname -- "$0")/findings.sh"

grep -rnE '\b(TODO|FIXME|XXX|HACK)\b' cmd lib config man tests --exclude-dir=data --exclude=words.sh |
    object 'unfinished' || true

# Nothing names a folder that exists on one machine only: a home, a workplace, a temporary folder of a run.
grep -rnE --include='*.?pp' --include='*.sh' --include='*.toml' --include='*.txt' --include='*.t' --include='*.md' \
    '/(home|work|farm|Users)/[a-z]{2}' . --exclude-dir=build --exclude-dir=.git --exclude-dir=data --exclude=words.sh |
    object 'a path of one machine' || true

# Mail addresses in texts and tests belong to nobody.
grep -rnoiIE '[a-z0-9._+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+' cmd lib config man tests --exclude-dir=.git |
    grep -v '\.eml$' | grep -viE '@([a-z0-9-]+\.)*(example|example\.(org|com|net)|test|invalid|localhost)$' |
    object 'an address that may be in use' || true

conclude
