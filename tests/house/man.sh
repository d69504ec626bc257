#!/bin/sh
# Checks the manual pages: that they can be formatted, that each has the same sections, and that options and settings
# are those that there are, no fewer and no more. Usage: man.sh path/to/spoc
. "$(dirname -- "$0")/findings.sh"

spoc=$1
command -v mandoc >/dev/null || {
    echo 'mandoc is not installed'
    exit 1
}
work=$(mktemp -d)
trap 'rm -rf "$findings" "$work"' EXIT
export HOME="$work" LC_ALL=C.UTF-8
unset SPOC_CONFIG SPOC_STORE SPOC_NOW XDG_CONFIG_HOME XDG_DATA_HOME

# Objects to the differences of two sorted lists: what $3 has and $4 lacks, and the other way.
differ() {
    comm -23 "$1" "$2" | object "$3 has it, $4 does not" || true
    comm -13 "$1" "$2" | object "$4 has it, $3 does not" || true
}

# The long options that a page lists, after the heading of their section: "spoc report new<tab>--at". A section has
# the options of every other that it names with .Sx too.
documented() {
    awk '
        /^\.S[hs] / { section = substr($0, 5) }
        /^\.It Fl / {
            for (i = 2; i < NF; i++) {
                word = $i == "Fl" ? $(i + 1) : $i == "," && $(i + 1) ~ /^-/ ? $(i + 1) : ""
                if (word ~ /^-[a-z]/) options[section] = options[section] " -" word
            }
            if ($NF ~ /^-[a-z]/ && $(NF - 1) == ",") options[section] = options[section] " -" $NF
        }
        /^\.Sx / { sub(/^\.Sx /, ""); sub(/ [.,]$/, ""); also[section] = also[section] "\n" $0 }
        END {
            for (section in also) {
                count = split(also[section], others, "\n")
                for (i = 2; i <= count; i++) all[section] = all[section] options[others[i]]
            }
            for (section in options) all[section] = all[section] options[section]
            for (section in all) {
                count = split(all[section], list, " ")
                for (i = 1; i <= count; i++) print section "\t" list[i]
            }
        }' "$1" | sort -u
}

# Danish headings are what mandoc warns of there, and nothing else.
find man -name '*.[157]' | sort | while read -r page; do
    mandoc -Tlint -W warning "$page" || true
done | grep -vE 'man/da/.*(first section is not "NAME"|description line outside NAME section)' |
    object 'mandoc' || true

printf '%s\n' NAME SYNOPSIS DESCRIPTION OPTIONS ENVIRONMENT FILES 'EXIT STATUS' EXAMPLES 'SEE ALSO' >"$work/sections"
for page in man/*.1; do
    sed -n 's/^\.Sh //p' "$page" | cmp -s - "$work/sections" || printf '%s\n' "$page"
done | object 'sections differ from those of the others'

# What the program says of each verb, against the section that bears its name.
before_globals() { sed '/^Every command takes:/,$d'; }
"$spoc" --help | before_globals | sed -nE 's/^  ([a-z]+)  .*/\1/p' >"$work/nouns"
while read -r noun; do
    printf 'spoc %s\n' "$noun"
    "$spoc" "$noun" --help | before_globals | sed -nE "1,/^Verbs:/d; s/^  ([a-z]+)  .*/spoc $noun \1/p"
done <"$work/nouns" | sort >"$work/verbs"
sed -n 's/^\.Ss \(spoc .*\)/\1/p' man/*.1 | sort >"$work/headings"
differ "$work/verbs" "$work/headings" 'the program' 'man'

# A page bears the name of each command, or is found under it when installed.
while read -r noun; do
    [ -f "man/spoc-$noun.1" ] || grep -qE "^\.Nm spoc-$noun( ,)?\$" man/spoc-config.1 man/spoc-upkeep.1 ||
        printf 'spoc-%s\n' "$noun"
done <"$work/nouns" | object 'there is no page of that name'

while read -r _ noun verb; do
    "$spoc" "$noun" ${verb:+"$verb"} --help | before_globals | sed -nE 's/^  (-[a-z] )?(--[a-z-]+).*/\2/p' |
        sed "s/^/spoc $noun${verb:+ $verb}	/"
done <"$work/verbs" | sort -u >"$work/options"
for page in man/spoc-*.1; do
    documented "$page"
done | grep '^spoc ' | sort -u >"$work/listed"
differ "$work/options" "$work/listed" 'the program' 'man'

# The options of every command stand in spoc(1), and in its Danish translation.
{
    sed -nE 's/^ *\{"(--[a-z-]+)", &Globals::.*/\1/p' cmd/globals.cpp
    printf -- '--json\n--help\n--version\n'
} | sort -u >"$work/globals"
documented man/spoc.1 | cut -f 2 | sort -u >"$work/global_english"
documented man/da/spoc.1 | cut -f 2 | sort -u >"$work/global_danish"
differ "$work/globals" "$work/global_english" 'the program' 'spoc(1)'
differ "$work/globals" "$work/global_danish" 'the program' 'spoc(1) in Danish'

# Every setting of the built-in configuration, those in comments included, stands in spoc.toml(5).
sed -nE -e 's/^#?(\[[^] ]+\]+)$/\1/p' -e 's/^#?([a-z_]+) = .*/\1/p' config/spoc.toml |
    awk '/^\[/ { section = $0; next } { print section "\t" $0 }' | sort -u >"$work/settings"
awk '
    /^\.S[hs] / { section = substr($0, 5) }
    /^\.It Li / && section ~ /^\[/ {
        gsub(/,/, "")
        for (i = 3; i <= NF; i++) print section "\t" $i
    }' man/spoc.toml.5 | sort -u >"$work/settings_listed"
differ "$work/settings" "$work/settings_listed" 'config/spoc.toml' 'spoc.toml(5)'

conclude
