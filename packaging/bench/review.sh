#!/bin/sh
# The review of a large draft in a real window of 1600 by 1000 pixels, scrolled through and opened entity
# by entity (two minutes); without a display on a virtual one.
# packaging/bench/review.sh [changed entities]
set -eu
cd "$(dirname "$0")/../.."
if [ -z "${DISPLAY:-}" ]; then
  exec xvfb-run -a -s "-screen 0 1600x1000x24" sh packaging/bench/review.sh "$@"
fi
exec mvn -q -B -ntp -Dbench.changes="${1:-2000}" test-compile exec:exec@review-bench
