#!/bin/sh
# What a decision takes with many conflicts open: kept, planned and validated again, laid out, the next
# row's details. The second half of the decisions counts.
# packaging/bench/decisions.sh [conflicts] [decisions]
set -eu
cd "$(dirname "$0")/../.."
exec mvn -q -B -ntp -Dbench.conflicts="${1:-1000}" -Dbench.decisions="${2:-200}" \
  test-compile exec:exec@decision-bench
