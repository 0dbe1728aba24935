#!/usr/bin/env bash
# How long `muster --version` takes, as a ratio to the system Python importing its json module.
# usage: startup.sh MUSTER [RUNS]
set -euo pipefail
muster="$1"
runs="${2:-40}"
python="/usr/bin/python3"
command -v "$python" >/dev/null || { echo "startup: $python is not there; skipped"; exit 0; }

# Seconds that RUNS runs of a command take.
seconds() {
  local start end
  start=$(date +%s%N)
  for _ in $(seq "$runs"); do "$@" >/dev/null; done
  end=$(date +%s%N)
  echo "$(((end - start) / 1000))"
}

"$muster" --version >/dev/null
"$python" -c 'import json'
ratios=()
for _ in 1 2 3 4 5; do
  ours=$(seconds "$muster" --version)
  theirs=$(seconds "$python" -c 'import json')
  ratios+=("$(awk -v a="$ours" -v b="$theirs" 'BEGIN { printf "%.3f", a / b }')")
  echo "startup: muster $((ours / runs)) us, python $((theirs / runs)) us, ratio ${ratios[-1]}"
done
echo "startup: median ratio $(printf '%s\n' "${ratios[@]}" | sort -n | sed -n 3p)"
