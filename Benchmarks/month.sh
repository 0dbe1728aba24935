#!/usr/bin/env bash
# A month of 1,000,000 contacts from import to workbook, each step with its seconds and peak memory,
# and the bonuses recounted by plain SQL from the contacts alone.
# usage: month.sh MUSTER FOLDER    FOLDER holds agents.csv and contacts.csv of October 2026
set -euo pipefail
muster="$(realpath "$1")"
folder="$(realpath "$2")"
here="$(cd "$(dirname "$0")" && pwd)"
command -v sqlite3 >/dev/null || { echo "month: the sqlite3 shell is not there; skipped"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

run() { /usr/bin/time -f "month: $1 $2: %e s, %M KB" "$muster" "$@" --workspace "$work/shop" \
  --as-of 2026-11-05 --quiet > "$work/out" || { cat "$work/out"; exit 1; }; }

"$muster" init "$work/shop" --locale en >/dev/null
run people import "$folder/agents.csv" --as-of 2026-10-01
run contacts import "$folder/contacts.csv"
run score run --month 2026-10
run pay run --month 2026-10
run pay export --month 2026-10
run audit verify
cat "$work/out"
echo "month: ledger $(sqlite3 "$work/shop/muster.db" 'SELECT count(*) || " entries of " || sum(amount) || " fen" FROM ledger')"
echo "month: recount $(sqlite3 "$work/shop/muster.db" < "$here/recount.sql")"
