#!/usr/bin/env bash
# An invented contact centre rostered for some seconds on all cores: heads missing, the bound of
# them, the points of demand between, seconds and peak memory.
# usage: contact-centre.sh MUSTER SECONDS [options of contact-centre.py]
set -euo pipefail
muster="$(realpath "$1")"
seconds="$2"
shift 2
here="$(cd "$(dirname "$0")" && pwd)"
command -v python3 >/dev/null || { echo "centre: python3 is not there; skipped"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$here/contact-centre.py" "$work/centre" "$@"
/usr/bin/time -o "$work/time" -f "%e s, %M KB" "$muster" roster solve "$work/centre" \
  --out "$work/roster.csv" --seconds "$seconds" --threads "$(nproc)" > "$work/answer.json"
"$muster" roster check "$work/centre" "$work/roster.csv" > "$work/check.json"
python3 - "$work/answer.json" "$work/check.json" "$(cat "$work/time")" "$*" <<'PYTHON'
import json, sys
answer, check = (json.load(open(path)) for path in sys.argv[1:3])
cover = check["coverage"]
points = 100 * (cover["missing"] - answer["missing_bound"]) / cover["wanted"]
print(f"centre {sys.argv[4]}: {cover['missing']} of {cover['wanted']} missing,"
      f" at least {answer['missing_bound']}: {points:.2f} points above; cost {check['cost']},"
      f" bound {answer['bound']}, first {answer['first_seconds']} s; {sys.argv[3]};"
      f" feasible: {check['feasible']}")
PYTHON
