#!/bin/sh
# Checks that the program says everything in Danish too: no text missing, unused or in doubt, and each placeholder in
# its place. lib/render/po/update.sh brings the catalogue up to date.
. "$(dirname -- "$0")/findings.sh"

catalogue=lib/render/po/da.po
work=$(mktemp -d)
trap 'rm -rf "$findings" "$work"' EXIT

keys() {
    sed -n 's/^msgid "\(.\{1,\}\)"$/\1/p' "$1" | sort
}

sh lib/render/po/update.sh "$work/current.po"
keys "$catalogue" >"$work/had"
keys "$work/current.po" >"$work/wanted"
comm -13 "$work/had" "$work/wanted" | object 'not in the catalogue'
comm -23 "$work/had" "$work/wanted" | object 'in the catalogue, but nothing says it'
msgattrib --untranslated --no-wrap "$catalogue" >"$work/untranslated"
keys "$work/untranslated" | comm -12 - "$work/wanted" | object 'not translated'
msgattrib --only-fuzzy --no-wrap "$catalogue" >"$work/fuzzy"
keys "$work/fuzzy" | object 'translated, but in doubt'

# Placeholders may change places only if they are numbered, all of them.
msgattrib --translated --no-wrap "$catalogue" | awk '
    function placeholders(text,    count, all, sorted, name) {
        count = split("", all)
        sorted = ""
        while (match(text, /\{[^{}]*\}/)) {
            name = substr(text, RSTART + 1, RLENGTH - 2)
            sub(/:.*/, "", name)
            all[name == "" ? count : name] = 1
            count++
            text = substr(text, RSTART + RLENGTH)
        }
        for (name = 0; name < count; name++) {
            sorted = sorted (name in all ? "{}" : "?")
        }
        return sorted
    }
    function judge() {
        for (form in said) {
            wanted = form == 1 && plural != "" ? plural : key
            if (key != "" && said[form] != "" && placeholders(said[form]) != placeholders(wanted)) {
                print wanted " -> " said[form]
            }
        }
        key = plural = ""
        split("", said)
    }
    /^msgid "/ { judge(); target = "key"; key = $0; sub(/^msgid "/, "", key); sub(/"$/, "", key); next }
    /^msgid_plural "/ { target = "plural"; plural = $0; sub(/^msgid_plural "/, "", plural); sub(/"$/, "", plural); next }
    /^msgstr/ {
        target = /^msgstr\[1\]/ ? 1 : 0
        said[target] = $0
        sub(/^msgstr[^"]*"/, "", said[target])
        sub(/"$/, "", said[target])
        next
    }
    /^"/ {
        more = substr($0, 2, length($0) - 2)
        if (target == "key") key = key more
        else if (target == "plural") plural = plural more
        else said[target] = said[target] more
    }
    END { judge() }' | object 'placeholders differ'

conclude
