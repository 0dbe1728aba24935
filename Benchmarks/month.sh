#!/usr/bin/env bash
# A month of 1,000,000 contacts from import to workbook, each step with its seconds and peak memory, on
# each engine; scores, statements and workbook compared byte by byte, and the bonuses recounted by
# plain SQL from the contacts alone.
# usage: month.sh MUSTER FOLDER    FOLDER holds agents.csv and contacts.csv of October 2026
set -euo pipefail
muster="$(realpath "$1")"
folder="$(realpath "$2")"
here="$(cd "$(dirname "$0")" && pwd)"
work=$(mktemp -d)
. "$here/postgresql.sh"
trap 'stop_server; rm -rf "$work"' EXIT

# What is booked names its second: the same one on both engines.
run() { /usr/bin/time -f "month: $engine: $1 $2: %e s, %M KB" "$muster" "$@" --workspace "$shop" \
  --now 2026-11-05T10:00:00+08:00 --quiet > "$work/out" || { cat "$work/out"; exit 1; }; }

month() {
  engine="$1"
  shop="$work/$engine"
  local place=()
  if [ "$engine" = postgresql ]; then
    psql -q -c "CREATE DATABASE shop"
    place=(--database postgresql:///shop)
  fi
  "$muster" init "$shop" --locale en "${place[@]}" >/dev/null
  run people import "$folder/agents.csv" --as-of 2026-10-01
  run contacts import "$folder/contacts.csv"
  run score run --month 2026-10 --csv
  mv "$work/out" "$work/$engine-scores"
  run pay run --month 2026-10 --csv
  mv "$work/out" "$work/$engine-pay"
  run pay export --month 2026-10
  run audit verify
  cat "$work/out"
}

month sqlite
if start_server "$work/pg"; then
  month postgresql
  cmp "$work/sqlite-scores" "$work/postgresql-scores"
  cmp "$work/sqlite-pay" "$work/postgresql-pay"
  (cd "$work/sqlite/out" && find . -name '*.xlsx' -exec cmp {} "$work/postgresql/out/{}" \; \
    -exec echo "month: same bytes on both engines: {}" \;)
else
  echo "month: no PostgreSQL server; skipped"
fi
command -v sqlite3 >/dev/null || { echo "month: the sqlite3 shell is not there; no recount"; exit 0; }
database="$work/sqlite/muster.db"
echo "month: ledger $(sqlite3 "$database" 'SELECT count(*) || " entries of " || sum(amount) || " fen" FROM ledger')"
echo "month: recount $(sqlite3 "$database" < "$here/recount.sql")"
