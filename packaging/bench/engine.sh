#!/bin/sh
# Benchmarks of the engine: all of them (about twenty minutes, 6 GB of memory), or those whose names
# match the regular expression given: packaging/bench/engine.sh 'ReadBench|HierarchyBench.closure'
set -eu
cd "$(dirname "$0")/../.."
exec mvn -q -B -ntp -pl model -Dbench.only="${1:-}" test-compile exec:exec@engine-bench
