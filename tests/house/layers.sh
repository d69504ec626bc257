#!/bin/sh
# Checks that the house stands as agreed: what is at the top, and which layer may know of which.
. "$(dirname -- "$0")/findings.sh"

# At the top there is this and nothing else; dotfiles and the build tree stand beside it.
find . -maxdepth 1 ! -name '.*' -printf '%f\n' | grep -vxE 'CMakeLists.txt|cmd|lib|config|tests|man|README.md|build' |
    object 'not one of the agreed entries at the top' || true
find lib -mindepth 1 -maxdepth 1 -printf '%f\n' |
    grep -vxE 'CMakeLists.txt|core|settings|store|intake|render|delivery|desk' | object 'not a layer' || true
find cmd lib -type d | grep -iE '/(utils?|common|helpers?|misc|shared)$' | object 'a folder says what lives in it' || true

# Prints the project's own includes below the folder $1: "file:line:included/path".
includes() {
    grep -rnE --include='*.?pp' '^ *# *include *"' "$1" | sed -E 's/^([^:]+:[0-9]+:).*"([^"]+)".*/\1\2/'
}

# The layers that each layer may include beside its own: those below it.
siblings='settings store intake render delivery'
includes lib/core | grep -vE ':lib/core/' | object 'core knows nobody' || true
for layer in $siblings; do
    includes "lib/$layer" | grep -vE ":lib/(core|$layer)/" | object "$layer knows only core" || true
done
includes lib/desk | grep -vE ":lib/" | object 'desk knows only the libraries' || true
includes cmd | grep -vE ':(lib|cmd)/' | object 'an include is the path of a file from the root' || true

# What only one place may know of: the pattern, where it is at home, the rule.
at_home() {
    grep -rnE --include='*.?pp' "$1" cmd lib | grep -vE "^($2)" | object "$3" || true
}
at_home '#include <(SQLiteCpp/|sqlite3)' 'lib/store/' 'SQL lives in the store'
at_home '#include <CLI/' 'cmd/command_line.cpp' 'options are declared to a CommandLine'
at_home '#include <(toml\+\+|toml\.h)' 'lib/settings/|cmd/' 'TOML is read by the settings'
at_home '#include <(nlohmann|boost)/' 'lib/core/json\.cpp' 'JSON is behind lib/core/json.hpp'
at_home '#include <gmime/' 'cmd/mime/' 'GMime stays in its own program'
at_home '#include <curl/' 'cmd/fetch/' 'curl stays in its own program'
at_home '\b(secure_)?getenv *\(' 'cmd/main\.cpp|cmd/(mime|fetch)/main\.cpp|lib/settings/' 'the environment is read in main and in settings'

# The core computes: no streams, no files, no clock, no system.
grep -rnE '#include <(iostream|fstream|ostream|istream|cstdio|stdio\.h|filesystem|unistd\.h|fcntl\.h|sys/.*|thread|random)>' lib/core |
    object 'core has no input and no output' || true
grep -rnE '(system|steady|high_resolution|utc)_clock::now|\btime\((NULL|nullptr|0)\)|gettimeofday|clock_gettime' lib/core |
    object 'in core, now is an argument' || true

sources cmd lib | while read -r file; do
    awk -v file="$file" 'END { if (NR > 450) print file ":" NR }' "$file"
done | object 'longer than 450 lines'

conclude
