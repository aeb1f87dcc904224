#!/bin/sh
# The search index: filled, changed, asked what people type; of 100,000 entities, or as many as said:
# packaging/bench/search.sh 1000000
set -eu
cd "$(dirname "$0")/../.."
exec mvn -q -B -ntp -pl persistence -am -Dsearch.size="${1:-}" test-compile exec:exec@search-bench
