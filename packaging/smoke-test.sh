#!/bin/sh
# Starts a built app image once, without a display, on data of its own.
#
#   smoke-test.sh [IMAGE]
#
# The image is moved to a path with a space first and gets an environment without a JDK, so that
# only what is inside it can serve. --smoke-test opens the sample and ends.

here=$(cd "$(dirname "$0")" && pwd)
image=${1:-$here/target/image/ontodraft}
[ -x "$image/bin/ontodraft" ] || {
  echo "No app image at $image: build it with mvn -Pdist -DskipTests package" >&2
  exit 1
}

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cp -R "$image" "$place/moved here"
mkdir "$place/home"

env -i HOME="$place/home" PATH=/usr/bin:/bin LANG=C.UTF-8 \
  JAVA_TOOL_OPTIONS="-Dglass.platform=Headless -Dprism.order=sw -Djava.awt.headless=true" \
  timeout 300 "$place/moved here/bin/ontodraft" --data-dir "$place/data" --smoke-test \
  >"$place/log" 2>&1 </dev/null
code=$?
cat "$place/log"
if [ $code -ne 0 ]; then
  echo "The app image ended with $code." >&2
  exit 1
fi
if ! grep -q "smoke test passed" "$place/log"; then
  echo "The app image ended without saying that the smoke test passed." >&2
  exit 1
fi
if grep -q "\[aot\]" "$place/log"; then
  echo "The start-up cache does not match the image." >&2
  exit 1
fi
