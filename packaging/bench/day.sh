#!/bin/sh
# A curator's day with a restart in it, by mouse and again by keys, in the real window over a repository or a
# generated ontology of so many entities; without a display on a virtual one.
# packaging/bench/day.sh [folder of a repository, or a number]
set -eu
cd "$(dirname "$0")/../.."
if [ -z "${DISPLAY:-}" ]; then
  exec xvfb-run -a -s "-screen 0 1600x1000x24" sh packaging/bench/day.sh "$@"
fi
exec mvn -q -B -ntp -Dbench.repository="${1:-100000}" test-compile exec:exec@day
