#!/bin/sh
# Builds the program and plays a defect's whole life with it, in Danish, in a throw-away store.
# Needs Debian 12 and root or sudo; installs by itself what is missing. Usage: sh config/demo.sh
set -eu
tree=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
build=$tree/build/release
export LC_ALL=C.UTF-8

sh "$tree/config/setup.sh" build run
if [ ! -f "$build/build.ninja" ]; then
    cmake -S "$tree" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_COMPILER=g++ -DSPOC_TESTS=OFF
fi
cmake --build "$build"
sh "$tree/config/demo/play.sh" "$build/spoc"
