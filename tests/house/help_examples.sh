#!/bin/sh
# Every command has examples behind -h, and each example is one of its own command lines: the verb is there, and so is
# every option that it names. Usage: help_examples.sh path/to/spoc
. "$(dirname -- "$0")/findings.sh"

spoc=$1
work=$(mktemp -d)
trap 'rm -rf "$findings" "$work"' EXIT
export HOME="$work" LC_ALL=C.UTF-8
unset SPOC_CONFIG SPOC_STORE SPOC_NOW XDG_CONFIG_HOME XDG_DATA_HOME

# "report new" and so on, and each noun by itself.
"$spoc" help | sed -n 's/^  \([a-z]*\)  .*/\1/p' | while read -r noun; do
    printf '%s\n' "$noun"
    "$spoc" "$noun" --help | sed -n '/^Verbs:/,/^$/s/^  \([a-z]*\)  .*/\1/p' | sed "s/^/$noun /"
done >"$work/commands"

while read -r noun verb; do
    # shellcheck disable=SC2086  # no verb is no word
    "$spoc" "$noun" $verb -h | sed -n 's/^  \(.*spoc .*\)/\1/p' >"$work/examples"
    case "$noun $verb" in
    'completion words' | 'receive drop' | 'outbox drop' | 'config path' | 'assist show' | 'wishlist show' | \
        'wishlist edit' | 'notice edit') ;;
    *) [ -s "$work/examples" ] || printf '%s\n' "$noun $verb" ;;
    esac
    # shellcheck disable=SC2086
    "$spoc" "$noun" $verb --help >"$work/help"
    sed 's/|.*//' "$work/examples" | grep -oE -- ' --?[a-z][a-z-]*' | tr -d ' ' | sort -u | while read -r option; do
        [ -z "$verb" ] && [ -n "$(sed -n '/^Verbs:/p' "$work/help")" ] && continue
        grep -qE -- "(^|[ ,])$option( |$)" "$work/help" || printf '%s %s: an example has %s\n' "$noun" "$verb" "$option"
    done
done <"$work/commands" | object "the examples of -h" || true

conclude
