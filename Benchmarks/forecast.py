#!/usr/bin/env python3
"""How long `muster forecast file` takes, as a ratio to a seasonal naive forecast in Python.

usage: forecast.py MUSTER [--history FILE ...] [--peer COMMAND] [--runs N]

Both are whole processes: they read the history, forecast 28 days and print them. Without --history
two invented centres are forecast, open Monday to Friday on 164 days: 4,592 half hours, and 27,716
intervals of five minutes. COMMAND gets `--history PATH --horizon N` added; without it the peer is
this file itself, which repeats the last week that was counted.
"""
import argparse, csv, datetime, math, os, random, resource, shlex, statistics, subprocess, sys
import tempfile, time


def rows_of(path):
    with open(path, newline="") as file:
        return [
            (datetime.datetime.fromisoformat(row["timestamp"]), float(row["volume"]))
            for row in csv.DictReader(file)
        ]


def step_of(rows):
    return min(later[0] - earlier[0] for earlier, later in zip(rows, rows[1:]))


def naive(path, horizon):
    """Prints the same interval of the last week seen, with the changes of past weeks as its band."""
    rows = rows_of(path)
    volumes, step, week = dict(rows), step_of(rows), datetime.timedelta(days=7)
    changes = sorted(v - volumes[t - week] for t, v in rows[len(rows) // 2 :] if t - week in volumes)
    low, high = changes[len(changes) // 10], changes[len(changes) * 9 // 10]
    print("timestamp,mean,p10,p90")
    for index in range(1, horizon + 1):
        time = rows[-1][0] + index * step
        past = next((p for p in (time - week * k for k in range(1, 10)) if p in volumes), None)
        if past is not None:
            mean = volumes[past]
            print(f"{time.isoformat()},{mean},{max(0, mean + low)},{max(0, mean + high)}")


def invented(path, minutes, slots):
    chance = random.Random(1)
    day = datetime.date(2025, 3, 3)
    with open(path, "w") as file:
        file.write("timestamp,volume\n")
        for _ in range(164):
            while day.weekday() > 4:
                day += datetime.timedelta(days=1)
            level = math.exp(chance.gauss(0, 0.05))
            for slot in range(slots):
                start = datetime.datetime.combine(day, datetime.time(7))
                start += datetime.timedelta(minutes=slot * minutes)
                shape = 1.5 - 2 * (slot / slots - 0.4) ** 2
                mean = 38 * minutes * level * shape
                volume = max(0, round(chance.gauss(mean, math.sqrt(mean))))
                file.write(f"{start.isoformat()},{volume}\n")
            day += datetime.timedelta(days=1)


def processor():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def seconds(command):
    """By the clock, and of the processor."""
    start, before = time.perf_counter(), processor()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start, processor() - before


def main():
    if sys.argv[1:2] == ["--naive"]:
        return naive(sys.argv[3], int(sys.argv[5]))
    parser = argparse.ArgumentParser()
    parser.add_argument("muster")
    parser.add_argument("--history", action="append", default=[])
    parser.add_argument("--peer")
    parser.add_argument("--runs", type=int, default=7)
    given = parser.parse_args()
    peer = shlex.split(given.peer) if given.peer else [sys.executable, __file__, "--naive"]
    with tempfile.TemporaryDirectory() as folder:
        paths = list(given.history)
        if not paths:
            paths = [os.path.join(folder, "half-hours.csv"), os.path.join(folder, "five-minutes.csv")]
            invented(paths[0], 30, 28)
            invented(paths[1], 5, 169)
        for path in paths:
            rows = rows_of(path)
            horizon = str(28 * datetime.timedelta(days=1) // step_of(rows))
            ours = [given.muster, "forecast", "file", path, "--horizon", horizon]
            theirs = peer + ["--history", path, "--horizon", horizon]
            times = [(seconds(ours), seconds(theirs)) for _ in range(given.runs)]
            for kind, name in ((0, "clock"), (1, "processor")):
                pairs = [(a[kind], b[kind]) for a, b in times]
                print(
                    f"forecast: {len(rows)} rows, 28 days ahead, {name}: muster"
                    f" {statistics.median(a for a, _ in pairs):.3f} s, naive"
                    f" {statistics.median(b for _, b in pairs):.3f} s, median ratio"
                    f" {statistics.median(a / b for a, b in pairs):.2f}"
                )


if __name__ == "__main__":
    main()
