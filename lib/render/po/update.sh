#!/bin/sh
# Brings da.po up to date with what the program says: new texts come in untranslated, unused ones go. With a file as
# argument, writes the merged catalogue there instead and leaves da.po alone.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
cd "$here/../../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

keywords="say:1 say_:1 count:1,2 sentence:1 mark:1"
for thrown in Misuse NotFound StoreError ConfigError OutsideError PrivacyRefusal NotReady ImpossibleTransition \
    NoAudience Conflict Failed Uncertain; do
    keywords="$keywords $thrown:1"
done
options=
for keyword in $keywords; do
    options="$options --keyword=$keyword"
done

# xgettext does not see that `world.say()("text")` says a text, so it reads a copy in which it stands as `say("text")`.
find lib cmd -name '*.cpp' -o -name '*.hpp' | LC_ALL=C sort >"$work/files"
xargs cp --parents --target-directory="$work" <"$work/files"
# The fields of a case are a table of the core, which knows nothing of languages.
sed -i 's/^    {"[a-z_]*", \("[^"]*"\)},$/say(\1);/' "$work/lib/core/fields.hpp"
find "$work/lib" "$work/cmd" -type f -exec sed -i 's/say()[.]count(/count(/g; s/say()(/say(/g' {} +
# shellcheck disable=SC2086  # the options are words
xgettext --language=C++ --from-code=UTF-8 --no-wrap --sort-by-file --add-location=file --keyword $options \
    --directory="$work" --files-from="$work/files" --output="$work/all.pot" 2>"$work/complaints" || {
    cat "$work/complaints" >&2
    exit 1
}
# What looks like a format of printf to xgettext is one of fmt.
sed -e '/^#, c-format$/d' -e 's/charset=CHARSET/charset=UTF-8/' "$work/all.pot" >"$work/spoc.pot"
msgmerge --quiet --no-wrap --no-fuzzy-matching --sort-by-file --add-location=file --output-file="$work/da.po" lib/render/po/da.po "$work/spoc.pot"
msgattrib --no-obsolete --no-wrap --add-location=file --output-file="$work/kept.po" "$work/da.po"
sed '/^"POT-Creation-Date: /d' "$work/kept.po" >"${1:-lib/render/po/da.po}"
