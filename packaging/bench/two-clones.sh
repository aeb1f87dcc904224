#!/bin/sh
# Two curators with a clone each over one bare upstream, rounds of edits that conflict, judged by an
# oracle written apart from the merge. Rounds and seeds, 50 and 20 unless told; about a quarter of an hour.
# packaging/bench/two-clones.sh 50 20
set -eu
cd "$(dirname "$0")/../.."
exec mvn -B -ntp -q test -pl app -am -Dtest=TwoClonesTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Drounds="${1:-50}" -Dseeds="${2:-20}"
