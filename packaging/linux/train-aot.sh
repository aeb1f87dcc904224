#!/bin/sh
# Adds a start-up cache (JEP 514) to an app image: loaded classes and profiles of one real run
# through every screen.
#
#   train-aot.sh IMAGE
#
# The run goes through the image's own launcher, so class path and options are those of a later
# start, which the cache must match. Only then is the launcher told of the cache: naming it while it
# is being made ends the VM.

image=$1
cache=$image/lib/app/ontodraft.aot
config=$image/lib/app/ontodraft.cfg
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT

rm -f "$cache"
JAVA_TOOL_OPTIONS="-XX:AOTCacheOutput=$cache -Xlog:aot=error" \
  "$image/bin/ontodraft" --data-dir "$data" --smoke-test >"$data/log" 2>&1 || {
  cat "$data/log" >&2
  echo "The run that trains the start-up cache failed." >&2
  exit 1
}
[ -s "$cache" ] || {
  cat "$data/log" >&2
  echo "The run ended well but wrote no start-up cache." >&2
  exit 1
}
{
  echo 'java-options=-XX:AOTCache=$APPDIR/ontodraft.aot'
  # A cache that does not fit (the image was copied without its file times) only costs time.
  echo 'java-options=-Xlog:aot*=off'
} >>"$config"
