#!/bin/sh
# A draft of many changed files sent to a bare repository in a folder, beside git commit and git push of the
# same files, in turn in one process (two minutes):
# packaging/bench/submit.sh [entities] [changed files] [rounds]
set -eu
cd "$(dirname "$0")/../.."
exec mvn -q -B -ntp -Dbench.entities="${1:-10000}" -Dbench.changes="${2:-1000}" -Dbench.rounds="${3:-15}" \
  test-compile exec:exec@submit-bench
