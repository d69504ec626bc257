#!/bin/sh
# Checks what the sources say: nothing unfinished, and nothing that is true on one machine only.
. "$(dirname -- "$0")/findings.sh"

grep -rnE '\b(TODO|FIXME|XXX|HACK)\b' cmd lib config man tests --exclude-dir=data --exclude=words.sh |
    object 'unfinished' || true

# Only the folders of the file system standard may be named from its root; unit tests make up paths.
grep -rnoE --include='*.?pp' --include='*.sh' --include='*.toml' --include='*.txt' --include='*.t' --include='*.md' \
    '(^|[ "'"'"'=(`])/[a-z][a-z0-9_-]*/[^ "'"'"')`]*' . --exclude-dir=build --exclude-dir=.git --exclude-dir=data --exclude-dir=unit |
    grep -vE ':.?/(bin|boot|dev|etc|home|lib|media|mnt|opt|proc|root|run|sbin|srv|sys|tmp|usr|var)/' | object 'a path of one machine' || true

# Mail addresses in texts and tests belong to nobody.
grep -rnoiE '[a-z0-9._+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+' cmd lib config man tests --exclude-dir=.git |
    grep -viE '@([a-z0-9-]+\.)*(example|example\.(org|com|net)|test|invalid|localhost)$' |
    object 'an address that may be in use' || true

conclude
