#!/bin/sh
# Starts Xvfb for the tests that need a window, and ends it with the process that asked.
#
#   virtual-screen.sh FILE    writes virtual.screen=:N to FILE once the screen accepts clients
#
# Xvfb picks the first free number itself, so builds beside each other do not meet.

file=$1
number=$(mktemp)
trap 'rm -f "$number"' EXIT

Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$number" </dev/null >/dev/null 2>&1 &
screen=$!
asker=$PPID

tries=0
until [ -s "$number" ]; do
  tries=$((tries + 1))
  if [ "$tries" -gt 300 ] || ! kill -0 "$screen" 2>/dev/null; then
    kill "$screen" 2>/dev/null
    echo "Xvfb did not start." >&2
    exit 1
  fi
  sleep 0.1
done
mkdir -p "$(dirname "$file")"
echo "virtual.screen=:$(cat "$number")" >"$file"

# Maven has no step that runs after a failed test, so a watcher ends the screen with Maven.
(
  while kill -0 "$asker" 2>/dev/null && kill -0 "$screen" 2>/dev/null; do
    sleep 1
  done
  kill "$screen" 2>/dev/null
) </dev/null >/dev/null 2>&1 &
