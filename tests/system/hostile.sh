#!/bin/sh
# What hostile hands can put before the program as a whole: terminal escapes, headers within headers, paths, formulas,
# markup, bombs, depth and size, links in the store's folder, and an editor that is not one.
# Usage: sh tests/system/hostile.sh path/to/spoc
set -eu
spoc=$1
data=$(cd "$(dirname "$0")/../data" && pwd)
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home" LC_ALL=C.UTF-8 TERM=xterm SPOC_NOW=2026-11-02T09:00:00+01:00
cd "$home"
store=.local/share/spoc

fail() {
    echo "hostile: $*" >&2
    exit 1
}
# Allows this shell, and what it runs, so many kilobytes and 20 seconds of work, however busy the machine is.
limited() {
    # shellcheck disable=SC3045 # dash and bash both know them
    ulimit -v "$1"
    # shellcheck disable=SC3045
    ulimit -t 20
}
# Runs a command that must end with the status $1, within those bounds of work and half a gigabyte.
ends() {
    wanted=$1
    shift
    status=0
    (limited 524288; timeout 300 "$@") </dev/null >out 2>err || status=$?
    [ "$status" -eq "$wanted" ] || { head -c 500 err; fail "'$*' ends with $status, not $wanted"; }
}
esc=$(printf '\033')
csi=$(printf '\302\233')
override=$(printf '\342\200\256')
controls="$esc\\|$csi\\|$override\\|$(printf '\007')"

# Escapes, C1 and bidi overrides reach no terminal and no plain list, on either stream.
evil="Fejl ${esc}]0;ejet$(printf '\007') ${esc}[2J ${csi}31m ${override}gpj.exe"
"$spoc" -q report new "$evil" --category 2 --steps "$evil" --actual "$evil" --object "$evil" >out
"$spoc" -q report log 1 --from vendor --kind answered "$evil" >out
for form in 'report --plain' 'report show 1 --plain' 'find Fejl --plain' 'escalate why 1'; do
    # shellcheck disable=SC2086 # the form is words
    "$spoc" $form >out 2>&1
    case $form in *--plain) ! grep -q "$controls" out || fail "$form shows an escape" ;; esac
done
for form in 'report' 'report show 1' 'find Fejl' 'status' "nonsense${esc}[2J"; do
    # shellcheck disable=SC2086 # the form is words
    PAGER='' NO_COLOR=1 timeout 300 python3 -c 'import pty, sys; pty.spawn(sys.argv[1:])' "$spoc" $form </dev/null >out 2>&1
    [ -s out ] || fail "a terminal gets nothing from: $form"
    ! grep -q "$controls" out || { od -c out | head -20; fail "a terminal gets an escape from: $form"; }
done

# Whether a mail that went out has a header of this name.
has_header() {
    for mail in "$store"/outbox/*.eml; do
        sed '/^\r*$/q' "$mail" | grep -q -i "^$1 *:" && return 0
    done
    return 1
}

# Nothing becomes a header of its own.
breaks=$(printf 'Fejl\r\nBcc: alle@ondt.example\r\n\r\nBody')
"$spoc" -q report new "$breaks" --category 2 --reporter "$breaks" >out
"$spoc" -q report send 2 --yes >out
has_header bcc && fail 'a title becomes a header'
"$spoc" -q notice add --title "$breaks" --kind incident --text "$breaks" >out
"$spoc" -q notice forward 1 --yes >out
has_header bcc && fail 'a notice becomes a header'
"$spoc" status --ics >out
! grep -q -i '^bcc' out || fail 'a title becomes a line of the calendar'

# Attachments have names, and no paths; none is written but by its digest.
for mail in "$data"/mail/attachment-*.eml; do
    "$spoc" -q receive --json <"$mail" >out || fail "$mail is not taken"
    python3 - "$mail" <<'END'
import json, sys
for file in json.load(open("out"))["attachments"]:
    name = file["name"]
    bad = not name or "/" in name or "\\" in name or name[0] in ".~" or len(name.encode()) > 255
    if bad or any(ord(c) < 32 or 127 <= ord(c) < 160 for c in name) or name.split(".")[0].upper() in ("CON", "NUL"):
        sys.exit(f"hostile: {sys.argv[1]} names a file {name!r}")
END
done
[ -z "$(find . -path ./.local -prune -o -type f ! -name out ! -name err -print)" ] || fail 'something was written outside'
! find "$store/attachments" -type f | grep -v -q '/attachments/[0-9a-f]\{2\}/[0-9a-f]\{62\}$' || fail 'a file has a name of its own'

# A spreadsheet runs nothing.
for cell in '=1+1' '+1' '-1' "$(printf '\t=1')" "$(printf '\r=1')"; do
    "$spoc" -q report new --category 3 -- "$cell" >out
done
"$spoc" report --csv | python3 -c '
import csv, sys
for row in csv.reader(sys.stdin):
    for cell in row:
        if cell[:1] in "=+-@\t\r" and cell:
            sys.exit(f"hostile: a spreadsheet would run {cell!r}")' || fail 'CSV'

# Markup of others is text in the pages that we write.
svg='<svg/onload=alert(1)><script>alert(2)</script>"><img src=x onerror=alert(3)>'
"$spoc" -q report new "$svg" --category 2 --steps "$svg" --actual "$svg" >out
id=$(cat out)
"$spoc" -q wishlist add "$svg" --benefit "$svg" >out 2>&1 || "$spoc" -q wishlist add "$svg" >out
"$spoc" -q assist card --title "$svg" --text "$svg" --link 'javascript:alert(4)' >out
cat >feed.xml <<'END'
<rss version="2.0"><channel><title>x</title><item><guid>1</guid><link>javascript:alert(5)</link>
<title>&lt;img src=x onerror=alert(1)&gt;Titel</title><description><![CDATA[<svg><script>alert(2)</script>
<a href="javascript:alert(6)">tekst</a></svg>]]></description></item></channel></rss>
END
"$spoc" -q notice fetch --from "file://$home/feed.xml" --json >out || fail 'the feed is not read'
! grep -q 'alert(2)\|<svg\|javascript:' out || { cat out; fail 'markup of a feed is kept'; }
for form in "escalate dossier $id --html" 'status owner --html' 'wishlist --html' 'assist cards --html'; do
    # shellcheck disable=SC2086 # the form is words
    "$spoc" -q $form >out 2>err || { cat err; fail "$form"; }
    ! grep -q -i '<svg/onload\|<script>alert\|<img src=x\|href="javascript' out || fail "$form has markup of others"
done

# Depth and size.
python3 - <<'END'
line = '{"schema":1,"id":"0192f3a0-7c1e-7a52-9d3b-3a4c5d6e7f80","case":"BOM-1","kind":"noted","occurred_at":"2026-11-02T08:00:00+01:00","recorded_at":"2026-11-02T08:00:00+01:00","actor":"x","data":{"text":%s}}\n'
open("deep.jsonl", "w").write(line % ("[" * 200000 + "]" * 200000))
open("members.jsonl", "w").write(line % ('{"a":' * 200000 + "1" + "}" * 200000))
open("unclosed.jsonl", "w").write("[" * 1000000)
open("deep.json", "w").write('{"page":{"id":"x"},"incidents":' + "[" * 200000 + "]" * 200000 + "}")
open("deep.xml", "w").write("<rss><channel>" + "<item>" * 100000)
open("deep.toml", "w").write("a = " + "[" * 100000 + "]" * 100000)
open("dotted.toml", "w").write(".".join("a" * 100000) + " = 1")
open("huge.toml", "w").write('[me]\nname = "' + "x" * 40000000 + '"\n')
open("parties.toml", "w").write("".join(f'[[party]]\nname = "p{i}"\n' for i in range(35000)))
open("keys.toml", "w").write("[mail]\n" + "".join(f"k{i} = 1\n" for i in range(75000)))
open("roots.toml", "w").write("".join(f"k{i} = 1\n" for i in range(75000)))
open("strangers.toml", "w").write("".join(f'[[party]]\nname = "p{i}"\n' for i in range(15000))
    + "".join(f'[[interface]]\nname = "i{i}"\nowner = "q{i}"\n' for i in range(5000)))
END
for file in deep members unclosed; do ends 1 "$spoc" import "$file.jsonl"; done
for file in deep.json deep.xml; do ends 5 "$spoc" notice fetch --from "file://$home/$file"; done
for file in deep dotted huge keys roots strangers; do ends 4 "$spoc" --config "$file.toml" config check; done
ends 4 "$spoc" --config /dev/zero config check
ends 0 "$spoc" --config parties.toml config check
ends 0 "$spoc" doctor

# Bombs: what is packed is never unpacked here.
python3 - <<'END'
import base64, io, zipfile, gzip
packed = io.BytesIO()
with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr("0" * 20, b"0" * 300_000_000)
for name, content in (("bombe.zip", packed.getvalue()), ("bombe.gz", gzip.compress(b"0" * 300_000_000))):
    open(name, "wb").write(content)
    open(name + ".eml", "w").write(
        "From: a@vendor.example\nSubject: [BOM-1] x\nMessage-ID: <%s@vendor.example>\nMIME-Version: 1.0\n"
        "Content-Type: application/octet-stream\nContent-Encoding: gzip\nContent-Transfer-Encoding: base64\n"
        "Content-Disposition: attachment; filename=%s\n\n%s" % (name, name, base64.encodebytes(content).decode()))
END
for bomb in bombe.zip bombe.gz; do
    (limited 524288; timeout 300 "$spoc" -q receive <"$bomb.eml") >out 2>err || { cat err; fail "$bomb"; }
    ends 0 "$spoc" report attach 1 "$bomb"
done
# A page that grows when it is unpacked is left before it has filled the memory.
cat >server.py <<'END'
import gzip, http.server, os, zlib
whole = b"<rss><channel>" + b" " * 300_000_000
pages = {"gzip": gzip.compress(whole), "deflate": zlib.compress(whole)}
class Pages(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        encoding = self.path.strip("/")
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Content-Encoding", encoding)
        self.send_header("Content-Length", str(len(pages[encoding])))
        self.end_headers()
        try:
            self.wfile.write(pages[encoding])
        except OSError:
            pass
    def log_message(self, *words):
        pass
server = http.server.HTTPServer(("127.0.0.1", 0), Pages)
with open("port.new", "w") as port:
    port.write(str(server.server_port))
os.rename("port.new", "port")
server.serve_forever()
END
python3 server.py &
server=$!
trap 'kill "$server"; rm -rf "$home"' EXIT
while [ ! -s port ]; do sleep 0.1; done
for encoding in gzip deflate; do
    ends 5 "$spoc" notice fetch --from "http://127.0.0.1:$(cat port)/$encoding"
    grep -q 'is longer than' err || { cat err; fail "the page is refused for something else"; }
done
ends 6 "$spoc" report send 1 --yes # it cannot be read as text, so it stays here

# Links in the store's folder that another user made are not followed; one's own are.
if [ "$(id -u)" -eq 0 ]; then
    mkdir elsewhere linked
    cp "$store/spoc.db" elsewhere/spoc.db
    for name in spoc.db outbox attachments; do
        rm -rf linked && mkdir linked
        case $name in
        spoc.db) ln -s "$home/elsewhere/spoc.db" linked/spoc.db ;;
        *) cp elsewhere/spoc.db linked && ln -s "$home/elsewhere" "linked/$name" ;;
        esac
        command="report attach 1 bombe.zip"
        [ "$name" != outbox ] || command='report remind 2 --yes --text x'
        # shellcheck disable=SC2086 # the command is words
        ends 0 "$spoc" --store linked/spoc.db $command
        chown -h nobody "linked/$name"
        echo "$name" >>bombe.zip # other content, which is not there yet
        status=0
        # shellcheck disable=SC2086
        "$spoc" --store linked/spoc.db $command </dev/null >out 2>err || status=$?
        case $status in 4 | 5) ;; *) fail "the link $name of another user is followed: $status" ;; esac
        grep -q 'another user made' err || { cat err; fail "$name"; }
    done
fi

# An editor that is none: what it leaves is no form, and nothing is written through what it plants.
mkdir -p "$store/drafts"
edited() {
    printf '#!/bin/sh\n%s\n' "$1" >editor.sh
    chmod +x editor.sh
    printf 'Title: Ny titel\n' >"$store/drafts/BOM-1.txt"
    status=0
    EDITOR="$home/editor.sh" timeout 300 "$spoc" report edit 1 --recover </dev/null >out 2>err || status=$?
    rm -rf "$store/drafts/"*
    case $status in 124 | 129 | 13? | 14?) fail "after the editor '$1' it ends with $status" ;; esac
    ! grep -q "$controls" err || fail "after the editor '$1' an escape is shown"
}
echo secret >victim
# shellcheck disable=SC2016 # the editor's own variable
{
    edited 'rm "$1"; mkfifo "$1"'
    [ "$status" -ne 0 ] || fail 'a pipe is a form'
    edited "ln -sf '$home/victim' \"\$1\""
    [ "$status" -ne 0 ] || fail 'a link is a form'
    [ "$(cat victim)" = secret ] || fail 'the form was written through a link'
    edited 'rm "$1"; mkdir "$1"'
    [ "$status" -ne 0 ] || fail 'a folder is a form'
    edited 'rm "$1"'
    [ "$status" -ne 0 ] || fail 'no form is a form'
    edited 'head -c 20000000 /dev/zero >"$1"'
    [ "$status" -ne 0 ] || fail 'so much is a form'
    edited 'head -c 5000 /dev/urandom >"$1"; exit 1'
    [ "$status" -ne 0 ] || fail 'a failed editor left a form'
    edited 'kill -9 $$'
    [ "$status" -ne 0 ] || fail 'a killed editor left a form'
}
ends 0 "$spoc" doctor

# No message says a number that stands in bad input.
number=010190-1234
printf '{"schema":1,"id":"%s"}\nNavn %s\n{"id":"x","case":"%s"}\n' "$number" "$number" "$number" >bad.jsonl
printf '[me]\nname = "%s\n' "$number" >bad.toml
printf '[[party]]\nnavn_%s = 1\nlanguage = "%s"\n' "010190" "$number" >bad2.toml
printf '<rss><item>%s</rss' "$number" >bad.xml
printf '%s\n' "$number" >bad.eml
printf 'title = "%s"\ncategory = "%s"\nnumber-%s = 1\n' "$number" "$number" "$number" >form.toml
says() {
    "$spoc" "$@" </dev/null >out 2>err && fail "'$*' is taken"
    ! grep -q '190-1234\|0101901234' out err || { cat err; fail "'$*' says the number"; }
    [ -s err ] || fail "'$*' says nothing"
}
for json in '' --json; do
    # shellcheck disable=SC2086 # nothing, or one word
    {
        says import bad.jsonl $json
        says --config bad.toml config check $json
        says --config bad2.toml config check $json
        says notice fetch --from "file://$home/bad.xml" $json
        says report show "$number" $json
        says report show 0101901234 $json
        says "$number" $json
        says report new x --file form.toml $json
        says report new x --category "$number" $json
        says report log 1 --at "$number" x $json
        says report attach 1 "$number.txt" $json
        says calendar add "$number" 4h $json
        says report "--nr-$number" $json
        says --store "$home/bad.eml/$number/spoc.db" report $json
    }
done
"$spoc" receive <bad.eml >out 2>err && fail 'that is no mail'
! grep -q '190-1234' out err || fail 'receive says the number'
echo 'hostile: ok'
