#!/usr/bin/env python3
"""Solves every public roster problem and prints what came of it, as a table in Markdown.

usage: rosters.py MUSTER [--seconds 60] [--threads 2] [--seed 1] [--only PART ...]

The problems are those of $MUSTER_ORACLES (../shared/benchmarks beside the checkout): rostering/
and multi-activity/, each with the program that judges its rosters. Costs are those the judges
give, never our own. After the public problems come invented ones of other sizes, whose rosters
are judged by `muster roster check`.
"""
import argparse
import csv
import json
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ORACLES = pathlib.Path(os.environ.get("MUSTER_ORACLES", HERE.parent.parent / "shared/benchmarks"))
# Weeks, agents, shift types and seed of invented instances.
INVENTED = [(12, 40, 5, 1), (26, 100, 8, 2), (52, 50, 10, 3), (52, 150, 32, 4)]


def run(command):
    """Standard output of a command that may end with 1: done, but it does not hold."""
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(map(str, command))}: exit {done.returncode}\n{done.stderr}")
    return done.stdout


def number(path):
    return [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", path.name)]


def solve(options, problem, kind, folder):
    roster = folder / "roster.csv"
    answer = json.loads(run([
        options.muster, "roster", "solve", problem, "--format", kind, "--seconds",
        options.seconds, "--threads", options.threads, "--seed", options.seed, "--out", roster,
    ]))
    return roster, answer


def row(*cells):
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def percent(value, of):
    return f"{100 * (value / of - 1):.2f} %" if of else "-"


def by_shift(options, folder):
    home = ORACLES / "rostering"
    known = {}
    if (home / "best-known.csv").exists():
        for line in csv.DictReader(open(home / "best-known.csv")):
            known[line["instance"]] = int(line["best_known"])
    row("instance", "cost", "best known", "above", "bound", "of best known", "first s", "best s",
        "people-shifts short")
    row("---", *["--:"] * 8)
    for path in sorted(home.glob("Instance*.txt"), key=number):
        if options.only and path.stem not in options.only:
            continue
        roster, answer = solve(options, path, "curtois-qu", folder)
        verdict = json.loads(run([sys.executable, home / "score.py", path, roster]))
        best = known.get(path.stem)
        cost = verdict["cost"] if verdict["feasible"] else "not feasible"
        row(path.stem, cost, best or "-",
            percent(cost, best) if verdict["feasible"] and best else "-", answer["bound"],
            f"{100 * answer['bound'] / best:.1f} %" if best else "-", answer["first_seconds"],
            answer["best_seconds"], answer["coverage"]["missing"])


def by_activity(options, folder):
    home = ORACLES / "multi-activity"
    judge = home / "score_multi_activity.py"
    row("instance", "feasible", "people over, squared", "people short", "first s", "best s")
    row("---", *["--:"] * 5)
    for path in sorted(home.glob("*.txt"), key=number):
        if options.only and path.stem not in options.only:
            continue
        roster, answer = solve(options, path, "multi-activity", folder)
        verdict = json.loads(run([sys.executable, judge, path, roster]))
        row(path.stem, "yes" if verdict["feasible"] else "no", verdict["cost"], verdict["short"],
            answer["first_seconds"], answer["best_seconds"])


def invented(options, folder):
    row("weeks x agents x shifts", "cost", "bound", "first s", "best s", "people-shifts short",
        "memory MB")
    row("---", *["--:"] * 6)
    for sizes in INVENTED:
        name = " x ".join(map(str, sizes[:3]))
        if options.only and name not in options.only:
            continue
        path = folder / "instance.txt"
        path.write_text(run([sys.executable, HERE / "make_shifts.py", *map(str, sizes)]))
        roster, answer = solve(options, path, "curtois-qu", folder)
        # Sizes rise, so that the most memory of all children so far is that of this one.
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        check = json.loads(run([options.muster, "roster", "check", path, roster, "--format",
                                "curtois-qu"]))
        cost = check["cost"] if check["feasible"] else "not feasible"
        row(name, cost, answer["bound"], answer["first_seconds"], answer["best_seconds"],
            check["coverage"]["missing"], memory)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("muster")
    parser.add_argument("--seconds", default="60")
    parser.add_argument("--threads", default="2")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--only", nargs="*", help="names of instances")
    options = parser.parse_args()
    options.muster = os.path.realpath(options.muster)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for title, table in (
            ("Cover by shift and day (Curtois and Qu)", by_shift),
            ("Cover by task and quarter of an hour (Qu and Curtois)", by_activity),
            ("Invented, cover by shift and day", invented),
        ):
            print(f"\n{title}, {options.seconds} s, {options.threads} threads, seed {options.seed}:\n")
            table(options, folder)


main()
