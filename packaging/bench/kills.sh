#!/bin/sh
# The faults of import and sync in full: processes killed in the middle, at each step and at random,
# a server stopped at each step. packaging/bench/kills.sh [kills, 200 by default] [seed]
set -eu
cd "$(dirname "$0")/../.."
exec mvn -B -ntp -q -pl app -am test -Dkills="${1:-200}" ${2:+-Dseed="$2"} \
  -Dtest='KillTest,IngestStepKillTest,IngestServerStopTest,SyncKillTest' \
  -Dsurefire.failIfNoSpecifiedTests=false
