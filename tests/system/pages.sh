#!/bin/sh
# Every HTML page that spoc writes needs nothing but itself and is well formed. In a browser: axe-core finds no barrier,
# light and dark, wide and on a phone; nothing makes it scroll sideways; and it prints on A4 as text.
# Browser, npm with its registry, xmllint and poppler are used where they are, and named where they are not.
# Usage: sh tests/system/pages.sh path/to/spoc
set -eu
spoc=$1
tree=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
outer=${HOME:-/}
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
trap 'exit 130' INT TERM
export HOME="$home" LC_ALL=C.UTF-8 SPOC_CONFIG="$tree/config/demo/demo.toml"
: >"$home/faults"
pages=0
checked='text'

has() { command -v "$1" >/dev/null; }
fault() { printf '%s: %s\n' "$name" "$*" >>"$home/faults"; }
# Makes each line of the input a fault, which the words say what is.
faults() { while IFS= read -r line; do fault "$*" "$line"; done; }

# --- what there is to check with

browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || {
    browser=''
    echo 'no browser here: the pages are checked as text only'
}
if has xmllint; then checked="$checked, xmllint"
else echo 'no xmllint here: the pages are not parsed'; fi

# Puts axe.min.js beside the pages, with the registry that npm is set up with.
fetch_axe() {
    (
        cd "$home"
        HOME=$outer timeout -k 2 30 npm pack axe-core@4 --silent --fetch-retries 0 --no-update-notifier \
            --cache "$home/npm" >npm.said 2>&1 &&
            tar -xzf axe-core-4.*.tgz package/axe.min.js && mv package/axe.min.js .
    )
}
if [ -n "$browser" ]; then
    if ! has npm; then
        echo 'no npm here: the pages are not checked with axe-core'
    elif fetch_axe; then
        checked="$checked, $(sed -n 's/.*\(axe\) v\([0-9.]*\).*/\1 \2/p;1q' "$home/axe.min.js")"
    else
        echo 'axe-core does not come from the registry: the pages are not checked with it'
    fi
    checked="$checked, light and dark at 1200 and 390 px"
    if has pdftotext && has pdfinfo; then checked="$checked, A4"
    else echo 'no pdftotext or pdfinfo here: the pages are not printed'; fi
fi

# --- as text

# Prints the page $1 with a tag a line, without its <, and the text that follows it; styles as they are.
tag_lines() { tr '\n\t' '  ' <"$1" | tr '<' '\n'; }

check_text() {
    # Only the tags and the style: what people wrote may say anything.
    tag_lines "$1" | awk '/^style/ { print; next } { sub(/>.*/, ""); print }' | tr '[:upper:]' '[:lower:]' >"$1.tags"
    grep -E '^(script|link|base|iframe|frame|object|embed|applet|portal|form|audio|video)( |/|$)' "$1.tags" |
        faults 'a page has no'
    grep -E '^meta .*http-equiv' "$1.tags" | faults 'a page tells the browser nothing by'
    # of the tag a only the address is free, and it leads to a place
    grep -E '^a .*href="? *(javascript|data|vbscript):' "$1.tags" | faults 'leads nowhere:'
    sed -e 's/^\(a .*\)href="[^"]*"/\1/' -e 's/ xmlns="http:\/\/www\.w3\.org\/2000\/svg"//' "$1.tags" >"$1.loads"
    grep -oE '(https?|ftp):.{0,40}|.{0,20}//.{0,40}' "$1.loads" | faults 'needs another place:'
    grep -E ' (src|srcset|poster|background|data|(xlink:)?href)=' "$1.loads" |
        grep -vE ' (src|(xlink:)?href)="(data:|#)' | faults 'needs another file:'
    grep -o '@import.\{0,40\}' "$1.tags" | faults 'needs another style:'
    grep -oE 'url\(.{0,40}' "$1.tags" | grep -vE "^url\\([\"']?data:" | faults 'needs another file:'
    sed 's/"[^"]*"/""/g' "$1.tags" | grep -E "[ /\"']on[a-z]+ *=" | faults 'has a handler:'
    grep -oE ' id="[^"]*"' "$1.tags" | sort | uniq -d | faults 'has more than one'

    grep -qE '^html( .*)? lang="[a-z]{2}' "$1.tags" || fault 'has no language'
    grep -q '^meta .*name="viewport" content="width=device-width' "$1.tags" || fault 'has no viewport'
    [ "$(grep -cE '^h1( |$)' "$1.tags")" -eq 1 ] || fault 'has not one h1'
    tag_lines "$1" | sed '/^\/head>/q' | grep -qE '^title>.*[^ ]' || fault 'has no title'
    tag_lines "$1" | awk '
        /^svg[ >]/ { inside = 1; titled = described = 0; if (!/ role="img"/) print "without role=\"img\"" }
        inside && previous ~ /^svg[ >]/ { titled = /^title[^>]*>.*[^ ]/ }
        inside && /^desc[^>]*>.*[^ ]/ { described = 1 }
        inside && /^\/svg>/ {
            inside = 0
            if (!titled) print "does not begin with a title"
            if (!described) print "without desc"
        }
        { previous = $0 }' | faults 'has an svg:'
    # what begins, ends, and in its order
    grep -E '^/?[a-z]' "$1.tags" | awk '
        /\/$/ || /^(meta|link|br|hr|img|input|col|wbr)( |$)/ { next }
        !/^\// { open[++depth] = $1; sub(/>.*/, "", open[depth]); next }
        substr($1, 2) == open[depth] { --depth; next }
        { print "/" open[depth] " before " $1; wrong = 1; exit }
        END { if (!wrong && depth) print "/" open[depth] " before the end" }' | faults 'lacks'

    has xmllint || return 0
    # it knows the tags of HTML 4 and no others
    { xmllint --html --nonet --noout "$1" 2>&1 || true; } | grep ' error : ' | grep -v 'Tag [a-z]* invalid$' |
        sed 's/^[^:]*:/line /' | faults 'xmllint:'
}

# --- in a browser

# Runs the browser on the page $1 with the options that follow; what it writes comes to the file seen.
browse() {
    page=$1
    shift
    timeout -k 2 25 "$browser" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --hide-scrollbars \
        --no-first-run --user-data-dir="$home/profile" "$@" "file://$page" >"$home/seen" 2>"$home/browser.said" &&
        return
    tail -n 5 "$home/browser.said"
    echo "$name: the browser failed or took too long"
    exit 1
}

# Says how the page is seen, what is too wide, and what axe-core finds: in the page, or to the page it is framed by.
cat >"$home/look.js" <<'END'
addEventListener('load', async () => {
    const scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    const said = [`seen ${innerWidth} ${scheme}`];
    const name = (e) => e.outerHTML.replace(/\s+/g, ' ').slice(0, 80);
    const root = document.documentElement;
    const scrolls = (e) => e !== root && (getComputedStyle(e).overflowX !== 'visible' || scrolls(e.parentElement));
    const right = (e) => e.getBoundingClientRect().left + Math.max(e.scrollWidth, e.getBoundingClientRect().width);
    if (root.scrollWidth > innerWidth) {
        said.push(`scrolls sideways: it is ${root.scrollWidth} px wide`);
        const wide = [...document.querySelectorAll('body *')].filter((e) => right(e) > innerWidth + 0.5 && !scrolls(e));
        for (const e of wide.filter((e) => !wide.some((other) => e !== other && e.contains(other))).slice(0, 5))
            said.push(`too wide: ${name(e)}`);
    }
    if (self.axe) try {
        const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
        const found = await axe.run(document, { runOnly: rules });
        for (const rule of found.violations) for (const node of rule.nodes)
            said.push(`axe: ${rule.id}: ${node.target}: ${node.failureSummary} ${name({ outerHTML: node.html })}`);
        said.push(`${found.passes.length > 5 ? 'ran' : 'did not run'} axe`);
    } catch (error) { said.push(`axe: ${error}`); }
    said.push('end');
    const text = said.map((line) => line.replace(/\s+/g, ' ')).join('\n');
    if (parent !== self) return parent.postMessage(text, '*');
    document.body.append(Object.assign(document.createElement('pre'), { id: 'said', textContent: `\n${text}\n` }));
});
END

# Looks at a copy of the page $1 that is $2 px wide, in the scheme $3. A window cannot be as narrow as a phone, but a
# frame can.
look() {
    copy=$1.copy.html
    {
        cat "$1"
        [ ! -f "$home/axe.min.js" ] || echo '<script src="axe.min.js"></script>'
        echo '<script src="look.js"></script>'
    } >"$copy"
    cat >"$1.frame.html" <<END
<!DOCTYPE html><meta charset="utf-8"><body><iframe src="$copy" width="$2" height="844" style="border:0"></iframe>
<pre id="said"></pre>
<script>onmessage = (e) => { document.getElementById('said').textContent = '\n' + e.data + '\n'; };</script>
END
    [ "$2" -ge 500 ] || copy=$1.frame.html
    case $3 in dark) colours=0 ;; *) colours=1 ;; esac
    browse "$copy" --window-size="$2,900" --blink-settings=preferredColorScheme=$colours --virtual-time-budget=20000 \
        --dump-dom
    sed -n '/<pre id="said">/,/<\/pre>/p' "$home/seen" |
        sed -e '/<\/*pre/d' -e 's/&lt;/</g' -e 's/&gt;/>/g' -e 's/&amp;/\&/g' >"$home/said"
    grep -qx "seen $2 $3" "$home/said" || fault "was not seen $2 px wide and $3, but: $(sed -n 1p "$home/said")"
    [ ! -f "$home/axe.min.js" ] || grep -qx 'ran axe' "$home/said" || fault "$2 px, $3: axe-core did not run"
    grep -qx end "$home/said" || fault "$2 px, $3: the browser did not look to the end"
    grep -vxE "seen .*|ran axe|end" "$home/said" | faults "$2 px, $3:"
}

# Prints the page $1.
print_out() {
    browse "$1" --no-pdf-header-footer --print-to-pdf="$1.pdf"
    pdfinfo -f 1 -l 99 "$1.pdf" 2>&1 | grep -E '^Page +[0-9]+ size:' >"$home/sizes" || {
        fault 'printed: nothing came'
        return 0
    }
    grep -v '(A4)' "$home/sizes" | faults 'printed: not A4:'
    heading=$(tr '\n' ' ' <"$1" | sed -e 's/.*<h1[^>]*>//' -e 's/<\/h1>.*//' -e 's/<[^>]*>//g' -e 's/&lt;/</g' \
        -e 's/&gt;/>/g' -e 's/&quot;/"/g' -e "s/&#39;/'/g" -e 's/&amp;/\&/g' | tr -d '[:space:]')
    pdftotext "$1.pdf" - | tr -d '[:space:]' | grep -qF -- "$heading" || fault "printed: no text \"$heading\" in it"
}

# Checks the page NAME that a command writes to its output: page NAME COMMAND...
page() {
    name=$1
    shift
    pages=$((pages + 1))
    "$@" >"$home/$name.html" || { echo "$name: failed: $*"; exit 1; }
    check_text "$home/$name.html"
    [ -n "$browser" ] || return 0
    for width in 1200 390; do
        for scheme in light dark; do look "$home/$name.html" "$width" "$scheme"; done
    done
    if has pdftotext && has pdfinfo; then print_out "$home/$name.html"; fi
}

# --- a case with something of everything, and with what vendors and colleagues really paste

at() {
    SPOC_NOW=$1
    export SPOC_NOW
    shift
    "$spoc" -q "$@" >"$home/said"
}
cat >"$home/defect" <<'END'
title: Afgørelser kan ikke sendes: net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH & "504"
category: 2
reason: Alle afgørelser er ramt
environment: prod
interface: Digital Post
reporter: Åse Ørsted
users: 12 sagsbehandlere
frequency: 20 gange om dagen
workaround: nej
steps:
Åbn en sag, vælg Send afgørelse
expected: Afgørelsen ligger i Digital Post
actual: <script src=https://leverandoer.example/x.js></script> <img src=//leverandoer.example/x onerror=alert(1)>
retest:
- Åbn sagen
- Send afgørelsen og se kvitteringen
END
at 2026-11-06T14:10:00+01:00 report new --file "$home/defect"
at 2026-11-06T14:10:00+01:00 report send 1 --yes
at 2026-11-06T14:50:00+01:00 report log 1 --from vendor --kind answered --ref INC0051877 'Vi er gået i gang.'
at 2026-11-06T14:50:00+01:00 report log 1 --from vendor --kind promised --by 2026-11-09T12:00:00+01:00 'Kl. 12.'
at 2026-11-09T09:00:00+01:00 report wait 1 --text 'Leverandøren spørger, hvornår det skete.'
at 2026-11-09T10:00:00+01:00 report resume 1 --text 'Fredag, se https://bom.example/sag/0123456789abcdef0123456789abcd'
at 2026-11-10T08:30:00+01:00 report remind 1 --yes --text 'Fristen er overskredet.'
at 2026-11-10T14:00:00+01:00 report log 1 --from vendor --kind fix-announced --release 5.12.1 'Rettet i 5.12.1.'
at 2026-11-11T09:00:00+01:00 verify fail 1 --step 1=pass --step '2=fail:samme fejl 504' --text 'Sendes stadig ikke.'
at 2026-11-11T09:10:00+01:00 wishlist add 'Større kort på <sagsbilledet>' --by 'Åse Ørsted' --benefit '12 × 5 × 20'
at 2026-11-11T09:20:00+01:00 wishlist submit 2 --yes
at 2026-11-11T09:30:00+01:00 wishlist add 'Mørkt tema' --by 'Nabo' --text 'Om natten'
at 2026-11-11T09:40:00+01:00 notice add --title 'Log ind var nede' --kind incident --state resolved \
    --starts-at 2026-11-10T08:00:00+01:00 --ends-at 2026-11-10T10:00:00+01:00
at 2026-11-11T09:50:00+01:00 assist card --title 'Hvordan flyttes en sag?' --link 'https://hjaelp.example/flyt' \
    --text 'Åbn sagen & vælg <Flyt>.'
# the dossier is written in the language of whoever gets it
{
    cat "$SPOC_CONFIG"
    printf '\n[[party]]\nname = "kombit"\nmail = "manager@kombit.example"\nlanguage = "en"\n'
} >"$home/en.toml"

# --- the pages, one a line (page NAME COMMAND...)
page dossier "$spoc" escalate dossier 1 --html
page dossier-en "$spoc" --config "$home/en.toml" escalate dossier 1 --html
page brief "$spoc" status owner --html
page wishlist "$spoc" wishlist --html
page cards "$spoc" assist cards --html
page list "$spoc" report --all --output html
page list-en "$spoc" --lang en escalate --output html
page days "$spoc" calendar days 2026 --output html

if [ -s "$home/faults" ]; then
    cat "$home/faults"
    echo "$(wc -l <"$home/faults") faults in $pages pages ($checked)"
    exit 1
fi
echo "$pages pages are sound ($checked)"
