#!/bin/sh
# Two processes edit one draft and one of their own each on one PostgreSQL server, which is stopped at
# once every 30 seconds. Seconds, 180 unless told.
# packaging/bench/two-curators.sh 300
set -eu
cd "$(dirname "$0")/../.."
exec mvn -B -ntp -q test -pl app -am -Dtest=TwoCuratorsTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dcurators.seconds="${1:-180}"
