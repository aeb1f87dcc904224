#!/bin/sh
# The same three versions merged by a rebase and by Git, timed and compared file by file (two
# minutes, 4 GB): packaging/bench/merge.sh [scale M or L] [changes] [rounds] [changes upstream]
set -eu
cd "$(dirname "$0")/../.."
exec mvn -q -B -ntp -Dbench.scale="${1:-L}" -Dbench.changes="${2:-1000}" -Dbench.rounds="${3:-9}" \
  -Dbench.upstream="${4:-${2:-1000}}" \
  test-compile exec:exec@merge-bench
