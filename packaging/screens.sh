#!/bin/sh
# Pictures of every screen, light and dark, at 100 and 150 percent, into docs/screens; without a
# display on a virtual one. Needs the X server of the tests.
set -eu
cd "$(dirname "$0")/.."
if [ -z "${DISPLAY:-}" ]; then
  exec xvfb-run -a -s "-screen 0 1600x1000x24" sh packaging/screens.sh "$@"
fi
exec mvn -q -B -ntp test-compile exec:exec@screens
