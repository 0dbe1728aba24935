#!/usr/bin/env bash
# What scoring one month takes in a store of many months, as a ratio to a store that holds that month
# alone; on each engine, medians of 7 runs in turn. Each month is a source of its own.
# ENGINES, by default "sqlite postgresql", says which.
# usage: year.sh MUSTER FOLDER...    each FOLDER is named YYYY-MM and holds agents.csv and contacts.csv
#                                    of that month; the last one is scored
set -euo pipefail
muster="$(realpath "$1")"
shift
work=$(mktemp -d)
. "$(dirname "$0")/postgresql.sh"
trap 'stop_server; rm -rf "$work"' EXIT
last="${*: -1}"
month=$(basename "$last")

# A shop on the engine with the months of the folders named.
fill() {
  local engine="$1" shop="$work/$1-$2" folder
  "$muster" init "$shop" --locale en >/dev/null
  if [ "$engine" = postgresql ]; then
    psql -q -c "CREATE DATABASE $2"
    "$muster" store move --workspace "$shop" --to "postgresql:///$2" >/dev/null
  fi
  shift 2
  "$muster" people import "$1/agents.csv" --workspace "$shop" --as-of "$(basename "$1")-01" >/dev/null
  for folder in "$@"; do
    "$muster" contacts import "$folder/contacts.csv" --source "$(basename "$folder")" \
      --workspace "$shop" --as-of "$month-28" --quiet >/dev/null
  done
}

# Milliseconds that scoring takes.
score() {
  local start end
  start=$(date +%s%N)
  "$muster" score run --month "$month" --workspace "$1" --as-of "$month-28" --quiet --csv > "$1.csv"
  end=$(date +%s%N)
  echo "$(((end - start) / 1000000))"
}

for engine in ${ENGINES:-sqlite postgresql}; do
  [ $engine = sqlite ] || start_server "$work/pg" || { echo "year: no PostgreSQL server; skipped"; continue; }
  fill $engine alone "$last"
  fill $engine year "$@"
  for run in 1 2 3 4 5 6 7; do
    score "$work/$engine-alone" >> "$work/$engine-alone.times"
    score "$work/$engine-year" >> "$work/$engine-year.times"
  done
  cmp "$work/$engine-alone.csv" "$work/$engine-year.csv"
  alone=$(sort -n "$work/$engine-alone.times" | sed -n 4p)
  year=$(sort -n "$work/$engine-year.times" | sed -n 4p)
  contacts=$("$muster" contacts stats --workspace "$work/$engine-year" --as-of "$month-28" --csv --quiet 2>/dev/null |
    awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) place[$i] = i; next } { n += $place["contacts"] } END { print n }')
  echo "year: $engine, $contacts contacts in $# months: $month scored in $year ms, alone $alone ms, ratio" \
    "$(awk -v a="$year" -v b="$alone" 'BEGIN { printf "%.2f", a / b }')"
done
