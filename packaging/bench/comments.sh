#!/bin/sh
# Many pull requests and comments in the drafts page, the last step of a submit and the review: the longest
# task of the FX thread (two minutes); without a display on a virtual one.
# packaging/bench/comments.sh [pull requests] [comments]
set -eu
cd "$(dirname "$0")/../.."
if [ -z "${DISPLAY:-}" ]; then
  exec xvfb-run -a -s "-screen 0 1600x1000x24" sh packaging/bench/comments.sh "$@"
fi
exec mvn -q -B -ntp -Dbench.pulls="${1:-500}" -Dbench.comments="${2:-10000}" \
  test-compile exec:exec@comments-bench
