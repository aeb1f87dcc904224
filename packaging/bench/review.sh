#!/bin/sh
# The review of a large draft in a real window, scrolled through and opened entity by entity (a
# minute): packaging/bench/review.sh [changed entities]. Without a display it is drawn off screen.
set -eu
cd "$(dirname "$0")/../.."
if [ -z "${DISPLAY:-}" ]; then
  set -- "${1:-2000}" -Dbench.platform=-Dglass.platform=Headless
fi
changes="${1:-2000}"
[ "$#" -eq 0 ] || shift
exec mvn -q -B -ntp -Dbench.changes="$changes" "$@" test-compile exec:exec@review-bench
