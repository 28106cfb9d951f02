#!/usr/bin/env bash
# Runs the walk of README.md against a running demo: every bash block that follows a line `<!-- walk -->`, in order, as one script that stops
# at the first failure. URL and ANXIN_HOME as for the demo. Needs node, npm, curl and openssl.
set -euo pipefail
cd "$(dirname "$0")/.."
blocks=$(awk '/^<!-- walk -->$/ { marked = 1 } /^```$/ { inside = 0 } inside { print } /^```bash$/ && marked { inside = 1; marked = 0 }' README.md)
[ -n "$blocks" ] || { echo 'README.md has no block to run.' >&2; exit 1; }
exec bash -euo pipefail -c "$blocks" < /dev/null
