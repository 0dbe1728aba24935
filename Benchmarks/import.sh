#!/usr/bin/env bash
# How long `muster contacts import` takes, as a ratio to the sqlite3 shell's own .import of the same
# file into a plain table of the same columns, with a text primary key, an index on (agent_id,
# arrived_at) and WAL; then the same file again, and again with one row changed in its middle.
# usage: import.sh MUSTER [FOLDER]    FOLDER holds agents.csv and contacts.csv; else a month of
#                                     ROWS (1000000) contacts of 200 agents is invented
set -euo pipefail
muster="$(realpath "$1")"
rows="${ROWS:-1000000}"
command -v sqlite3 >/dev/null || { echo "import: the sqlite3 shell is not there; skipped"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

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

shell_import() {
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

muster_import() {
  "$muster" contacts import "$1" --workspace "$work/shop" --as-of 2026-10-01 --quiet
}

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

for run in 1 2 3; do
  rm -rf "$work/shop"
  "$muster" init "$work/shop" --locale en >/dev/null
  "$muster" people import "$folder/agents.csv" --workspace "$work/shop" --as-of 2026-10-01 >/dev/null
  theirs=$(time_of shell_import)
  first=$(time_of muster_import "$file")
  same=$(time_of muster_import "$file")
  changed=$(time_of muster_import "$work/changed.csv")
  echo "import $run: shell $((theirs / 1000)) ms; muster $((first / 1000)) ms, ratio" \
    "$(ratio "$first" "$theirs"); the same again $(ratio "$same" "$first") of the first time," \
    "one row changed $(ratio "$changed" "$first")"
done
count=$(sqlite3 "$work/shop/muster.db" 'SELECT COUNT(*) FROM contact')
echo "import: $count contacts, $(sqlite3 "$work/shop/muster.db" 'SELECT COUNT(*) FROM contact_change') change kept"
