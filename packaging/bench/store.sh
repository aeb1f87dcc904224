#!/bin/sh
# First import, syncs of 1, 100 and 10,000 files, and opening on both databases, beside reading and
# parsing the same blobs alone and git diff-tree; the first round does not count:
# packaging/bench/store.sh [scale M, L or XL] [rounds] [h2,postgres]
set -eu
cd "$(dirname "$0")/../.."
scale=${1:-L}
heap=-Xmx1g
[ "$scale" = XL ] && heap=-Xmx3g
exec mvn -q -B -ntp -Dbench.scale="$scale" -Dbench.rounds="${2:-4}" \
  -Dbench.databases="${3:-h2,postgres}" -Dbench.heap="$heap" test-compile exec:exec@store-bench
