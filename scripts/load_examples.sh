#!/bin/sh
# Loads the articles of examples/ when the library is empty; one with articles stays as it is.
set -eu
cd "$(dirname "$0")/.."

listing=$(.venv/bin/dateline list --limit 1 --json)
total=$(printf '%s' "$listing" |
    .venv/bin/python -c 'import json, sys; print(json.load(sys.stdin)["total"])')
[ "$total" = 0 ] || exit 0
echo "The library is empty; adding the example articles ..."
exec .venv/bin/dateline add examples
