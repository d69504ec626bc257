#!/bin/sh
# Installs what is missing of the packages in packages.txt: of the sections named, or of all of them.
# Usage: sh config/setup.sh [build] [run] [test]
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

# Prints the packages of the sections named, or of every section.
listed() {
    sed 's/#.*//' "$here/packages.txt" | awk -v sections=" $* " '
        /^\[/ { gsub(/[][ ]/, ""); taken = sections == "  " || index(sections, " " $0 " "); next }
        NF && taken { print $1 }'
}

# Prints those of the packages named that are not installed.
missing() {
    printf '%s\n' "$@" >"$listing.wanted"
    dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null |
        sed -n 's/^installed //p' >"$listing.installed" || true
    grep -vxF -f "$listing.installed" "$listing.wanted" || true
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

# Runs apt-get without a question and without a word, unless it fails.
quiet_apt() {
    as_root env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 \
        apt-get -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@" </dev/null >"$listing.log" 2>&1 || {
        cat "$listing.log" >&2
        return 1
    }
}

listing=$(mktemp)
trap 'rm -f "$listing" "$listing".*' EXIT
# shellcheck disable=SC2046  # one word a package
set -- $(listed "$@")
# shellcheck disable=SC2046
set -- $(missing "$@")
[ $# -gt 0 ] || exit 0

printf 'Installing %s packages: %s\n' $# "$*"
quiet_apt update || true # an unreachable source matters only if it has a package that is missing
quiet_apt install -y --no-install-recommends "$@"
