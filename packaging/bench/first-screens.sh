#!/bin/sh
# What the first and the second opening of each page keep the FX thread busy with, with the start-up cache of an
# installation and without it (three minutes); without a display on a virtual one.
# packaging/bench/first-screens.sh [entities]
set -eu
cd "$(dirname "$0")/../.."
if [ -z "${DISPLAY:-}" ]; then
  exec xvfb-run -a -s "-screen 0 1600x1000x24" sh packaging/bench/first-screens.sh "$@"
fi
exec mvn -q -B -ntp -Dbench.entities="${1:-6000}" test-compile exec:exec@first-screens-bench
