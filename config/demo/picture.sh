#!/bin/sh
# Draws a morning at the desk as a picture of a terminal, from what the program really prints.
# Usage: sh config/demo/picture.sh path/to/spoc >man/morning.svg
set -eu
spoc=$1
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
home=$(mktemp -d "${TMPDIR:-/tmp}/spoc-picture.XXXXXX")
trap 'rm -rf "$home"' EXIT
columns=92

at() { moment=$1; }
quietly() {
    env -i HOME="$home" PATH=/usr/bin:/bin LC_ALL=C.UTF-8 SPOC_NOW="$moment" \
        "$spoc" --config "$here/demo.toml" --lang en -q --yes "$@" >/dev/null
}
# Shows a command and what it prints, in colour.
show() {
    printf '$ spoc %s\n' "$*"
    env -i HOME="$home" PATH=/usr/bin:/bin LC_ALL=C.UTF-8 COLUMNS=$columns SPOC_NOW="$moment" \
        "$spoc" --config "$here/demo.toml" --lang en -q --color always "$@"
    echo
}

at 2026-11-02T08:20:00+01:00
quietly report new 'Applicants cannot submit: “an error occurred”' --category 2 --reporter 'Åse Ørsted'
quietly report new 'No receipt after a building application 🏗' --category 3 --reporter 'Jørgen Bæk'
quietly report new 'The map is blank in Firefox' --category 4 --reporter 'Mette Høj'
at 2026-11-02T08:40:00+01:00
quietly report send 1
quietly report send 2
quietly report send 3
at 2026-11-02T09:10:00+01:00
quietly report log 1 --from vendor --ref INC0012345 'We are looking into it'
quietly report log 2 --from vendor --ref INC0012346 'Thank you'
at 2026-11-02T13:30:00+01:00
quietly report log 3 --from vendor --kind fix-announced --release 5.12 'Mended in test'
quietly wishlist add 'Search by cadastral number' --by 'Miljø' --benefit '4 × 5 × 20'
at 2026-11-03T09:00:00+01:00

{
    show status
    show escalate
} | LC_ALL=C awk -v columns="$columns" '
    function escaped(text) {
        gsub(/&/, "\\&amp;", text)
        gsub(/</, "\\&lt;", text)
        gsub(/>/, "\\&gt;", text)
        return text
    }
    function class_of(code) {
        return code == 1 ? "strong" : code == 2 ? "faint" : code == 31 ? "alarm" : code == 33 ? "caution" : ""
    }
    # One line as text with a span for each stretch that has a look of its own.
    function drawn(line,    out, class, code) {
        if (line ~ /^\$ /) return "<tspan class=\"typed\">" escaped(line) "</tspan>"
        out = class = ""
        while (match(line, /\033\[[0-9]*m/)) {
            out = out span(substr(line, 1, RSTART - 1), class)
            code = substr(line, RSTART + 2, RLENGTH - 3)
            class = class_of(code + 0)
            line = substr(line, RSTART + RLENGTH)
        }
        return out span(line, class)
    }
    function span(text, class) {
        if (text == "") return ""
        return class == "" ? escaped(text) : "<tspan class=\"" class "\">" escaped(text) "</tspan>"
    }
    { lines[NR] = $0 }
    END {
        while (NR > 0 && lines[NR] == "") NR--
        width = columns * 8.43 + 40
        height = NR * 20 + 60
        printf "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"A terminal in which spoc status and spoc escalate were typed\">\n", width, height
        print "<style>"
        print "text{font:14px ui-monospace,\"DejaVu Sans Mono\",Menlo,Consolas,monospace;fill:#e2e8f0;white-space:pre}"
        print ".strong{font-weight:700}.faint{fill:#a0aec0}.alarm{fill:#fc8181}.caution{fill:#f6e05e}.typed{fill:#90cdf4}"
        print "</style>"
        printf "<rect width=\"%d\" height=\"%d\" rx=\"8\" fill=\"#1a202c\"/>\n", width, height
        print "<circle cx=\"20\" cy=\"18\" r=\"5\" fill=\"#4a5568\"/><circle cx=\"38\" cy=\"18\" r=\"5\" fill=\"#4a5568\"/><circle cx=\"56\" cy=\"18\" r=\"5\" fill=\"#4a5568\"/>"
        for (i = 1; i <= NR; i++) {
            if (lines[i] != "") printf "<text x=\"20\" y=\"%d\" xml:space=\"preserve\">%s</text>\n", 36 + i * 20, drawn(lines[i])
        }
        print "</svg>"
    }'
