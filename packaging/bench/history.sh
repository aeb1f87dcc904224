#!/bin/sh
# Rebases of drafts over the history of a real repository, beside what Git says of the same edits;
# docs/rebase-on-real-history.md. A repository or bundle, and what to print besides the tables: "list"
# for a line about each rebase, or the names of some to print whole.
# packaging/bench/history.sh ../shared/ontologies/labki-json.bundle '0+3>6' '1+3>2'
set -eu
repository=$(realpath "$1")
shift
cd "$(dirname "$0")/../.."
exec mvn -q -B -ntp -Dhistory.repository="$repository" -Dhistory.rebases="$*" test-compile exec:exec@history
