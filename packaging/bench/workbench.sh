#!/bin/sh
# A curator's hands in the real window over a generated ontology: keys, tree, palette, forms, findings, graph,
# and a thousand tabs opened and closed (ten minutes at L), in the state of an installation: with its start-up cache;
# without a display on a virtual one.
# packaging/bench/workbench.sh [entities] [tabs]
set -eu
cd "$(dirname "$0")/../.."
if [ -z "${DISPLAY:-}" ]; then
  exec xvfb-run -a -s "-screen 0 1600x1000x24" sh packaging/bench/workbench.sh "$@"
fi
exec mvn -q -B -ntp -Dbench.entities="${1:-100000}" -Dbench.tabs="${2:-1000}" \
  test-compile exec:exec@workbench-bench
