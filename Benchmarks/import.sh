#!/usr/bin/env bash
# How long `muster contacts import` takes, as a ratio to what each engine's own shell takes to bring
# the same file into a plain table of the same columns, with a text primary key and an index on
# (agent_id, arrived_at): `.import` of sqlite3 with WAL, `\copy` of psql on a server of this run's own
# with the settings it comes with. Then the same file with one row changed in its middle, and once
# more as it is; and the peak memory for a tenth of the rows and for all.
# usage: import.sh MUSTER [FOLDER]    FOLDER holds agents.csv and contacts.csv; else a month of
#                                     ROWS (1000000) contacts of 200 agents is invented
set -euo pipefail
muster="$(realpath "$1")"
rows="${ROWS:-1000000}"
work=$(mktemp -d)
. "$(dirname "$0")/postgresql.sh"
trap 'stop_server; rm -rf "$work"' EXIT

# An invented month: `arrival` runs through it, the rest follows from a small generator.
invent() {
  awk -v rows="$rows" -v agents=200 -v folder="$work" '
    function random(bound) { seed = (seed * 16807) % 2147483647; return seed % bound }
    function stamp(second,    day, rest) {
      day = int(second / 86400); rest = second % 86400
      return sprintf("2026-10-%02dT%02d:%02d:%02d+08:00", day + 1, int(rest / 3600),
        int(rest / 60) % 60, rest % 60)
    }
    BEGIN {
      seed = 20261001
      file = folder "/agents.csv"
      print "agent_id,name,team,rung,hired_on" > file
      for (i = 1; i <= agents; i++)
        printf "A%05d,n%d,T%02d,agent,2024-02-07\n", i, i, int(i / 20) > file
      split("app wechat phone email", channels, " ")
      split("presale order logistics returns complaint", topics, " ")
      file = folder "/contacts.csv"
      print "contact_id,channel,queue,topic,agent_id,arrived_at,first_reply_at,closed_at," \
        "handle_seconds,resolved_first,rating_invited,rating,order_id,order_fen,refunded_fen," \
        "complaint,transferred" > file
      for (i = 1; i <= rows; i++) {
        second = int(i * 2600000 / rows)
        topic = topics[random(5) + 1]
        wait = random(120); handle = 30 + random(900); ordered = topic == "presale" && random(3) == 0
        printf("C%09d,%s,%s,%s,A%05d,%s,%s,%s,%d,%d,%d,%s,%s,%s,,%d,%d\n", i,
          channels[random(4) + 1], (topic == "presale" ? "presale" : "aftersale"), topic,
          random(agents) + 1, stamp(second), stamp(second + wait), stamp(second + wait + handle),
          handle, (random(5) > 0), (random(10) > 0), (random(3) ? "" : 1 + random(5)),
          (ordered ? sprintf("O%09d", i) : ""), (ordered ? 1000 + random(90000) : ""),
          (topic == "complaint"), (random(25) == 0)) > file
      }
    }'
  echo "$work"
}

folder="${2:-$(invent)}"
file="$folder/contacts.csv"
middle=$(($(wc -l < "$file") / 2))
awk -F, -v OFS=, -v line="$middle" 'NR == line { $9 = $9 + 1 } { print }' "$file" > "$work/changed.csv"

# Microseconds that a command takes.
time_of() {
  local start end
  start=$(date +%s%N)
  "$@" >/dev/null
  end=$(date +%s%N)
  echo "$(((end - start) / 1000))"
}

sqlite3_import() {
  rm -f "$work"/shell.db*
  sqlite3 "$work/shell.db" <<SQL
PRAGMA journal_mode = WAL;
CREATE TABLE contacts (contact_id TEXT PRIMARY KEY, channel, queue, topic, agent_id, arrived_at,
  first_reply_at, closed_at, handle_seconds, resolved_first, rating_invited, rating, order_id,
  order_fen, refunded_fen, complaint, transferred);
CREATE INDEX contacts_by_agent ON contacts (agent_id, arrived_at);
.mode csv
.import --skip 1 '$file' contacts
SQL
}

psql_import() {
  psql -q <<SQL
SET client_min_messages = warning;
DROP TABLE IF EXISTS contacts;
CREATE TABLE contacts (contact_id text PRIMARY KEY, channel text, queue text, topic text,
  agent_id text, arrived_at timestamptz, first_reply_at timestamptz, closed_at timestamptz,
  handle_seconds int, resolved_first int, rating_invited int, rating int, order_id text,
  order_fen bigint, refunded_fen bigint, complaint int, transferred int);
CREATE INDEX contacts_by_agent ON contacts (agent_id, arrived_at);
\copy contacts from '$file' with (format csv, header)
SQL
}

muster_import() {
  /usr/bin/time -o "$work/memory" -f %M "$muster" contacts import "$1" --workspace "$work/shop" \
    --as-of 2026-10-01 --quiet
}

# An empty shop on the engine, with its people.
open_shop() {
  rm -rf "$work/shop"
  local place=()
  if [ "$1" = psql ]; then
    psql -q -c "SET client_min_messages = warning" -c "DROP DATABASE IF EXISTS shop" -c "CREATE DATABASE shop"
    place=(--database postgresql:///shop)
  fi
  "$muster" init "$work/shop" --locale en "${place[@]}" >/dev/null
  "$muster" people import "$folder/agents.csv" --workspace "$work/shop" --as-of 2026-10-01 >/dev/null
}

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

head -n $((middle / 5)) "$file" > "$work/tenth.csv"
for shell in sqlite3 psql; do
  command -v $shell >/dev/null || { echo "import: $shell is not there; skipped"; continue; }
  [ $shell = sqlite3 ] || start_server "$work/pg" || { echo "import: no PostgreSQL server; skipped"; continue; }
  for run in 1 2 3; do
    open_shop $shell
    theirs=$(time_of ${shell}_import)
    first=$(time_of muster_import "$file")
    memory=$(cat "$work/memory")
    changed=$(time_of muster_import "$work/changed.csv")
    same=$(time_of muster_import "$work/changed.csv")
    echo "import $run: $shell $((theirs / 1000)) ms; muster $((first / 1000)) ms, ratio" \
      "$(ratio "$first" "$theirs"), $memory KB; again with one row changed" \
      "$(ratio "$changed" "$first") of the first time, as it is $(ratio "$same" "$first")," \
      "$(cat "$work/memory") KB"
  done
  "$muster" contacts stats --workspace "$work/shop" --as-of 2026-10-01 --csv --quiet 2>/dev/null |
    awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) place[$i] = i; next }
      { contacts += $place["contacts"]; changed += $place["changed"] }
      END { print "import: " contacts " contacts, " changed " of them changed" }'
  open_shop $shell
  time_of muster_import "$work/tenth.csv" >/dev/null
  echo "import: a tenth of the rows takes $(cat "$work/memory") KB"
done
