#!/bin/sh
# All 432 faults of a submit: each fault at each step, before and after its effect, at each kind of
# forge. The ordinary run of the tests takes every thirteenth. packaging/bench/submit-faults.sh
set -eu
cd "$(dirname "$0")/../.."
exec mvn -B -ntp -q -pl app -am test -Dsubmit.faults=all \
  -Dtest=SubmitFaultMatrixTest -Dsurefire.failIfNoSpecifiedTests=false
