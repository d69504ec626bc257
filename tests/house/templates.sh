#!/bin/sh
# Checks that every template is written by something, in both languages, and that every value it asks for is one that
# some letter supplies and that config/templates/README.md explains.
. "$(dirname -- "$0")/findings.sh"

supplied() {
    grep -qF "\"$1\"" lib/desk/*.cpp lib/render/mail_text.cpp lib/core/event.cpp lib/core/verdict.cpp lib/core/retest.cpp
}

for template in config/templates/*/*.mustache; do
    name=$(basename "$template" .mustache)
    case $name in
    _*) ;;
    *) grep -qF "\"$name\"" lib/desk/*.cpp || printf '%s\n' "$template" | object 'a template that nothing writes' ;;
    esac
    grep -oE '\{\{[#^]?[a-z_0-9]+' "$template" | sed 's/[{#^]//g' | sort -u | grep -v '^has_' | while read -r value; do
        supplied "$value" || printf '%s: %s\n' "$template" "$value"
    done | object 'a value that nothing supplies' || true
    grep -oE '\{\{[#^]?[a-z_0-9]+' "$template" | sed 's/[{#^]//g' | sort -u | grep -v '^has_' | while read -r value; do
        grep -qF "\`$value\`" config/templates/README.md || printf '%s: %s\n' "$template" "$value"
    done | object 'a value that config/templates/README.md does not explain' || true
done
conclude
