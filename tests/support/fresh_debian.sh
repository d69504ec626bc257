# shellcheck shell=sh
# Read by a script of tests/system: makes a fresh Debian 12 that has nothing installed in $root, below $work, both of
# which are gone when the script ends. Needs root and a few gigabytes in TMPDIR; packages come from where this machine
# has its own. $tree is the tree of the sources.
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
