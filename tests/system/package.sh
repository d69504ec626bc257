#!/bin/sh
# Builds the Debian package, looks it over with lintian, installs it in a fresh Debian 12, uses it there as a user who is
# not root, and removes it: what the user has must be left. Then installs below another prefix.
# Usage: sh tests/system/package.sh
set -eu
# shellcheck source=tests/support/fresh_debian.sh
. "$(dirname -- "$0")/../support/fresh_debian.sh"

sh "$tree/config/setup.sh" build package
build=$tree/build/release
[ -f "$build/build.ninja" ] || cmake -S "$tree" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release >&2
cmake --build "$build" >&2
(cd "$work" && cpack --config "$build/CPackConfig.cmake" -B "$work/packages" >cpack.log) || {
    cat "$work/cpack.log" >&2
    exit 1
}
package=$(ls "$work"/packages/*.deb)
lintian --fail-on error "$package"

cp "$package" "$root/tmp/spoc.deb"
inside apt-get -qq update
inside env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends /tmp/spoc.deb \
    bash-completion man-db mandoc >"$work/install.log" 2>&1 || {
    cat "$work/install.log" >&2
    exit 1
}
inside useradd -m desk

# Runs a command as that user.
as_user() { inside su desk -s /bin/sh -c "cd && export LC_ALL=C.UTF-8 && $1"; }

as_user 'spoc --version'
as_user 'spoc report new "Fejl i pakken" --category 2 && spoc -q report send 1 --yes && spoc status --lang da'
as_user 'printf "From: servicedesk@leverandoer.example\nSubject: SV: [BOM-1]\nMessage-ID: <1@x.example>\n\nSvar\n" | spoc receive'
# shellcheck disable=SC2016  # it is the user's shell that expands it
as_user 'printf "<rss version=\"2.0\"><channel><item><guid>1</guid><title>Drift</title></item></channel></rss>" >feed.xml; spoc notice fetch --from "file://$HOME/feed.xml" && spoc notice --plain'
as_user 'mandoc /usr/share/man/man1/spoc.1.gz | head -3; mandoc /usr/share/man/da/man7/spoc-tutorial.7.gz | head -3'
# shellcheck disable=SC2016
as_user 'for each in init config doctor backup export import completion; do man "spoc-$each" | grep -q . || exit 1; done'
as_user 'bash -c ". /usr/share/bash-completion/completions/spoc; complete -p spoc"'
as_user 'spoc --config /usr/share/doc/spoc/examples/spoc.toml config check >/dev/null'
inside test -f /usr/lib/systemd/user/spoc-notices.timer

inside env DEBIAN_FRONTEND=noninteractive apt-get -qq purge -y spoc >/dev/null 2>&1
! inside sh -c 'command -v spoc' || exit 1
left=$(inside sh -c "find /usr /etc /lib -path '*spoc*' -not -path '*/dpkg/*' 2>/dev/null")
[ -z "$left" ] || {
    printf 'left behind: %s\n' "$left" >&2
    exit 1
}
as_user 'test -f .local/share/spoc/spoc.db'

DESTDIR=$work/elsewhere cmake --install "$build" --prefix /opt/spoc >"$work/install.log"
"$work/elsewhere/opt/spoc/bin/spoc" --version
[ -f "$work/elsewhere/opt/spoc/share/man/man1/spoc.1.gz" ]
echo 'built, looked over, installed, used and removed; what the user had is left'
