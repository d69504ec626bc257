#!/bin/sh
# Runs the two commands of the README twice each on a clone of this tree in a fresh Debian 12 that has nothing
# installed, and prints how long each took. The second run must take less than a fifth of the first.
# Needs root and a few gigabytes in TMPDIR; packages come from where this machine has its own.
# Usage: sh tests/system/fresh_root.sh
set -eu
tree=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
work=$(mktemp -d)
root=$work/root

put_away() {
    for mounted in dev/pts dev/shm proc; do
        if mountpoint -q "$root/$mounted"; then umount "$root/$mounted"; fi
    done
    rm -rf --one-file-system "$work"
}
trap put_away EXIT
trap 'exit 130' INT TERM

# Prints "address suite components" of each of Debian's own sources that this machine knows.
sources() {
    apt-get indextargets --format "\$(REPO_URI) \$(RELEASE) \$(COMPONENT)" 'Created-By: Packages' 'Origin: Debian'
}

# Runs a command in the fresh root as its own root, with nothing of this environment but the way out.
inside() {
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root ${http_proxy:+"http_proxy=$http_proxy"} \
        chroot "$root" "$@" </dev/null
}

sh "$tree/config/setup.sh" system
mirror=$(sources | awk '$2 == "bookworm" { print $1; exit }')
[ -n "$mirror" ] || {
    echo 'This machine has no source of Debian 12; run apt-get update first.' >&2
    exit 1
}
debootstrap --variant=minbase bookworm "$root" "$mirror" >"$work/debootstrap.log" || {
    tail "$work/debootstrap.log" >&2
    exit 1
}
sources | awk '{ print "deb", $0 }' >"$root/etc/apt/sources.list"
cp /etc/resolv.conf "$root/etc/resolv.conf"
mkdir -p "$root/dev/pts" "$root/dev/shm"
mount -t proc proc "$root/proc"
mount -t tmpfs tmpfs "$root/dev/shm"
mount -t devpts devpts "$root/dev/pts"
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
