#!/bin/sh
# Starts a built app image once, without a display, on data of its own.
#
#   smoke-test.sh [IMAGE]
#
# The image is moved to a path with a space first and gets an environment without a JDK, so that
# only what is inside it can serve. --smoke-test opens the sample and ends. Where the image has a
# start-up cache, the VM is told to refuse a cache that does not fit instead of going on without.
#
# Three variables name servers to try as well; `mvn -q test-compile exec:exec@smoke` starts them and
# calls this script: SMOKE_POSTGRES (host:port), SMOKE_REPOSITORY (an https address) and SMOKE_TRUST
# (a key store with the certificate to trust, password "changeit").

here=$(cd "$(dirname "$0")" && pwd)
image=${1:-$here/target/image/ontodraft}
[ -x "$image/bin/ontodraft" ] || {
  echo "No app image at $image: build it with mvn -Pdist -DskipTests package" >&2
  exit 1
}

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cp -Rp "$image" "$place/moved here"
mkdir "$place/home"

options=
[ -n "$SMOKE_POSTGRES" ] && options="$options --smoke-postgres $SMOKE_POSTGRES"
[ -n "$SMOKE_REPOSITORY" ] && options="$options --smoke-repository $SMOKE_REPOSITORY"

cache=
grep -qs AOTCache "$image"/lib/app/ontodraft.cfg && cache=-XX:AOTMode=on

env -i HOME="$place/home" PATH=/usr/bin:/bin LANG=C.UTF-8 \
  JAVA_TOOL_OPTIONS="$cache${SMOKE_TRUST:+ -Djavax.net.ssl.trustStore=$SMOKE_TRUST -Djavax.net.ssl.trustStorePassword=changeit}" \
  timeout 300 "$place/moved here/bin/ontodraft" --data-dir "$place/data" --smoke-test $options \
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
