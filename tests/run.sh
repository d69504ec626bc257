#!/bin/sh
# Builds and tests everything: the released program with g++, the same with clang++ and sanitizers, the layout and the
# rules of the sources. Ends with ctest's count.
# Needs Debian 12 and root or sudo; installs by itself what is missing.
# Usage: sh tests/run.sh [OPTIONS OF CTEST], such as: sh tests/run.sh -L unit
# With SPOC_FRESH_ROOT=1 it also does all this in a fresh Debian 12 (tests/system/fresh_root.sh).
set -eu
tree=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
build=$tree/build
export LC_ALL=C.UTF-8

# Builds the target $2 in the build tree $1, configured the first time with the options that follow.
build() {
    name=$1 target=$2
    shift 2
    printf '\n== %s\n' "$name"
    if [ ! -f "$build/$name/build.ninja" ] || ! grep -q '^SPOC_TESTS:BOOL=ON' "$build/$name/CMakeCache.txt"; then
        cmake -S "$tree" -B "$build/$name" -G Ninja --log-level=WARNING -DSPOC_TESTS=ON "$@"
    fi
    cmake --build "$build/$name" --target "$target"
}

sh "$tree/config/setup.sh" build run test
if command -v ccache >/dev/null; then
    export CMAKE_CXX_COMPILER_LAUNCHER=ccache CCACHE_BASEDIR="$tree" CCACHE_NOHASHDIR=true \
        CCACHE_SLOPPINESS=pch_defines,time_macros
fi
build release all -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_COMPILER=g++
# Without precompiled headers, so that every file is seen to include what it uses; with the fuzzers, run shortly.
build sanitize all -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_COMPILER=clang++-14 \
    -DSPOC_SANITIZE=address,undefined,fuzzer-no-link -DSPOC_FUZZ=ON -DSPOC_COVERAGE=ON -DSPOC_PCH=OFF -DCMAKE_EXE_LINKER_FLAGS=-fuse-ld=mold
find "$build/sanitize" -name '*.gcda' -delete # what an earlier run has covered counts no more

printf '\n== tests\n'
# One run over the trees, and so one count.
printf 'subdirs("release" "sanitize")\n' >"$build/CTestTestfile.cmake"
ctest --test-dir "$build" --parallel "$(nproc)" --output-on-failure --no-label-summary \
    ${SPOC_FRESH_ROOT:+--build-config fresh-root} "$@"
