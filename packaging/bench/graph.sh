#!/bin/sh
# What a graph of as many nodes as can be shown takes: found in the ontology, laid out, drawn.
# packaging/bench/graph.sh [entities] [graphs]
set -eu
cd "$(dirname "$0")/../.."
exec mvn -q -B -ntp -Dbench.entities="${1:-100000}" -Dbench.graphs="${2:-40}" \
  test-compile exec:exec@graph-bench
