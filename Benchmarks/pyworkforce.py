#!/usr/bin/env python3
"""Races `muster roster solve` against pyworkforce on problems that both can state.

usage: PYTHON pyworkforce.py MUSTER [--seed 1] [--runs 3] [--only PART ...]

PYTHON has the package pyworkforce. Its three models are raced on invented problems:

- MinAbsDifference: heads wanted by period, what is short and what is over weigh the same. Muster is
  told the same prices, but a thousandth more for what is short, which settles draws.
- MinRequiredResources: nothing may be short, least paid time. Muster is told a price of what is
  short that is worth the longest shift, and 1 for what is over.
- MinHoursRoster: people, shifts they may not work, days off, least hours; nothing may be short,
  least hours. Muster reads it as an instance of Curtois and Qu.

Each cell holds pyworkforce / Muster with few steps / Muster with ten times as many. What is short
(people-periods or people-shifts), over (people-periods or people-hours) and worked is counted here
from the answers of both, and their rules are checked. Seconds are those of the solver alone
(solve() of pyworkforce in its best setting: one worker, two, its own choice; what Muster's answer
says) and those of the whole process: reading or loading, model, solver, answer; of Muster the best
of --runs. "Dearer" is what does less well what the model asks to be least. Ends with 1 where Muster
with most steps leaves more short, is dearer, or its process takes longer.
"""
import argparse
import collections
import csv
import datetime
import json
import math
import pathlib
import random
import subprocess
import sys
import tempfile
import time

# The folder of this file comes first when modules are looked for, and this file has the name of
# the package.
sys.path = [part for part in sys.path if pathlib.Path(part or ".").resolve()
            != pathlib.Path(__file__).resolve().parent]
try:
    from ortools.sat.python import cp_model
    from pyworkforce.rostering import MinHoursRoster
    from pyworkforce.scheduling import MinAbsDifference, MinRequiredResources
except ImportError:
    print(f"pyworkforce: {sys.executable} does not have it; skipped")
    sys.exit(0)

MONDAY = datetime.date(2026, 11, 2)
# Days, periods of a day, shifts, heads wanted at the peak.
BY_PERIOD = [(1, 24, 6, 8), (5, 24, 12, 12), (7, 48, 40, 20), (7, 96, 100, 30)]
# People, days, shifts.
BY_SHIFT = [(8, 7, 2), (12, 14, 3), (20, 28, 3), (30, 28, 4)]
# Settings: workers of pyworkforce, None for its own choice, and steps of Muster, which are smaller
# ones where heads are wanted by shift.
WORKERS = (1, 2, None)
STEPS_BY_PERIOD = (2000, 20000)
STEPS_BY_SHIFT = (20000, 200000)
# The most seconds of pyworkforce.
MOST = 20
CpSolver = cp_model.CpSolver

Shift = collections.namedtuple("Shift", "name start length rest")
# What is short and over in one answer, and its shifts.
Count = collections.namedtuple("Count", "short over shifts")


def clock(minutes):
    return f"{minutes // 60}:{minutes % 60:02}"


class ByPeriod:
    """Heads by period: shifts cover periods of one day, with an unpaid hour in the longer ones."""

    steps = STEPS_BY_PERIOD

    def __init__(self, days, periods, count, peak, seed):
        chance = random.Random(f"{seed} {days} {periods} {count}")
        self.name = f"{days} x {periods} x {count}"
        self.days, self.periods = days, periods
        self.minutes = 1440 // periods
        hour = periods // 24
        choices = []
        for length in (4, 5, 6, 8, 9, 10):
            for start in range(6 * hour, (24 - length) * hour + 1):
                rest = (start + length // 2 * hour, hour) if length >= 8 else None
                choices.append((start, length * hour, rest))
        # The first three cover the day, so that all that is wanted can be had.
        ends = [(start * hour, 6 * hour, None) for start in (6, 12, 18)]
        others = [choice for choice in choices if choice not in ends]
        drawn = ends + chance.sample(others, count - len(ends))
        self.shifts = [Shift(f"s{number + 1}", *choice) for number, choice in enumerate(drawn)]
        self.wanted = []
        for day in range(days):
            level = peak * chance.uniform(0.7, 1)
            heads = [0] * periods
            for period in range(6 * hour, periods):
                at = period / hour
                curve = 0.25 + 0.6 * math.exp(-((at - 11) / 2.5) ** 2) \
                    + 0.75 * math.exp(-((at - 20) / 2) ** 2)
                heads[period] = max(1, round(level * curve * chance.uniform(0.85, 1.15)))
            self.wanted.append(heads)
        shortest = min(sum(self.covers(shift)) for shift in self.shifts)
        self.agents = max(sum(heads) for heads in self.wanted) // shortest + peak

    def covers(self, shift):
        covered = [0] * self.periods
        for period in range(shift.start, shift.start + shift.length):
            covered[period] = 1
        if shift.rest:
            for period in range(shift.rest[0], shift.rest[0] + shift.rest[1]):
                covered[period] = 0
        return covered

    def model(self, kind, seconds):
        coverage = {shift.name: self.covers(shift) for shift in self.shifts}
        options = {}
        if kind is MinRequiredResources:
            options["cost_dict"] = {name: sum(covered) for name, covered in coverage.items()}
        return kind(
            num_days=self.days, periods=self.periods, shifts_coverage=coverage,
            required_resources=self.wanted, max_period_concurrency=self.agents,
            max_shift_concurrency=self.agents, max_search_time=float(seconds), **options)

    def write(self, kind, folder):
        # As much as the longest shift: whatever is short is worth a shift more.
        longest = max(sum(self.covers(shift)) for shift in self.shifts)
        prices = "{short: 1001, over: 1000}" if kind is MinAbsDifference \
            else f"{{short: {longest}, over: 1}}"
        lines = [f"interval: {self.minutes}m", f"first_day: {MONDAY}", f"days: {self.days}",
                 "zone: UTC", f"cost: {prices}", "patterns:"]
        for shift in self.shifts:
            start, length = shift.start * self.minutes, shift.length * self.minutes
            breaks = ""
            if shift.rest:
                begin = (shift.rest[0] - shift.start) * self.minutes
                breaks = f", breaks: [{{length: 60m, paid: no, from: {begin}m}}]"
            lines.append(f"  {shift.name}: {{start: {clock(start)}, lengths: [{length}m]{breaks}}}")
        lines += ["contracts:", "  any: {rest: 0h}"]
        (folder / "problem.yaml").write_text("\n".join(lines) + "\n")
        people = [f"A{number + 1},any,sale" for number in range(self.agents)]
        (folder / "agents.csv").write_text("\n".join(["agent_id,contract,skills"] + people) + "\n")
        rows = ["timestamp,stream,heads"]
        for day, heads in enumerate(self.wanted):
            for period, number in enumerate(heads):
                at = datetime.datetime.combine(MONDAY, datetime.time()) \
                    + datetime.timedelta(days=day, minutes=period * self.minutes)
                rows.append(f"{at.isoformat()},app/sale,{number}")
        (folder / "demand.csv").write_text("\n".join(rows) + "\n")
        return folder, "muster"

    def count(self, heads, shifts):
        pairs = [(wanted, got) for day in range(self.days)
                 for wanted, got in zip(self.wanted[day], heads[day])]
        return Count(sum(max(0, wanted - got) for wanted, got in pairs),
                     sum(max(0, got - wanted) for wanted, got in pairs), shifts)

    def count_theirs(self, answer):
        heads = [[0] * self.periods for _ in range(self.days)]
        coverage = {shift.name: self.covers(shift) for shift in self.shifts}
        shifts = 0
        for row in answer["resources_shifts"]:
            shifts += row["resources"]
            for period, covered in enumerate(coverage[row["shift"]]):
                heads[row["day"]][period] += covered * row["resources"]
        return self.count(heads, shifts)

    def count_ours(self, path):
        worked = collections.defaultdict(lambda: [0] * self.periods)
        patterns = {}
        for row in csv.DictReader(open(path)):
            start, end = (datetime.datetime.fromisoformat(row[key]) for key in ("start", "end"))
            day = (start.date() - MONDAY).days
            cell = row["agent_id"], day
            assert patterns.setdefault(cell, row["pattern"]) == row["pattern"], "two shifts a day"
            first = (start.hour * 60 + start.minute) // self.minutes
            if row["activity"] == "work":
                length = int((end - start).total_seconds()) // 60 // self.minutes
                for period in range(first, first + length):
                    worked[cell][period] += 1
        coverage = {shift.name: self.covers(shift) for shift in self.shifts}
        heads = [[0] * self.periods for _ in range(self.days)]
        for cell, covered in worked.items():
            assert covered == coverage[patterns[cell]], f"{cell} does not work {patterns[cell]}"
            for period, here in enumerate(covered):
                heads[cell[1]][period] += here
        return self.count(heads, len(worked))


class ByShift:
    """Heads by shift and day: people with banned shifts, days off and least hours."""

    HOURS = (8, 8, 8, 10)
    steps = STEPS_BY_SHIFT

    def __init__(self, people, days, count, seed):
        chance = random.Random(f"{seed} {people} {days} {count}")
        self.name = f"{people} people x {days} days x {count}"
        self.days = days
        self.shifts = "EDLN"[:count]
        self.hours = dict(zip(self.shifts, self.HOURS))
        self.people = [f"P{number + 1}" for number in range(people)]
        self.least = days * 4
        self.off = {name: sorted(chance.sample(range(days), max(1, days // 7)))
                    for name in self.people}
        self.banned = {name: chance.choice(self.shifts) if chance.random() < 0.4 else None
                       for name in self.people}
        # What is wanted is part of a roster that keeps all this, so that it can be had.
        self.wanted = {shift: [0] * days for shift in self.shifts}
        for name in self.people:
            for day in range(days):
                allowed = [shift for shift in self.shifts if self.may(name, day, shift)]
                if allowed and chance.random() < 0.8:
                    self.wanted[chance.choice(allowed)][day] += 1

    def may(self, name, day, shift):
        return day not in self.off[name] and shift != self.banned[name]

    def model(self, kind, seconds):
        bans = [{"resource": name, "shift": shift, "day": day} for name in self.people
                for day in range(self.days) for shift in self.shifts
                if not self.may(name, day, shift)]
        return kind(
            num_days=self.days, resources=self.people, shifts=list(self.shifts),
            shifts_hours=[self.hours[shift] for shift in self.shifts],
            min_working_hours=self.least, banned_shifts=bans, max_resting=self.days,
            required_resources=self.wanted, max_search_time=float(seconds))

    def write(self, kind, folder):
        lines = ["SECTION_HORIZON", self.days, "SECTION_SHIFTS"]
        lines += [f"{shift},{hours * 60}," for shift, hours in self.hours.items()]
        lines.append("SECTION_STAFF")
        for name in self.people:
            most = "|".join(f"{shift}={0 if shift == self.banned[name] else self.days}"
                            for shift in self.shifts)
            lines.append(f"{name},{most},{self.days * 24 * 60},{self.least * 60},{self.days},1,1,"
                         f"{self.days}")
        lines.append("SECTION_DAYS_OFF")
        lines += [",".join([name, *map(str, off)]) for name, off in self.off.items()]
        lines.append("SECTION_COVER")
        for shift, heads in self.wanted.items():
            lines += [f"{day},{shift},{number},100,{self.hours[shift]}"
                      for day, number in enumerate(heads)]
        path = folder / "instance.txt"
        path.write_text("\n".join(map(str, lines)) + "\n")
        return path, "curtois-qu"

    def count(self, rows):
        """Counts what was worked, from rows of person, day and shift, and checks the rules."""
        heads = collections.Counter()
        hours = collections.Counter()
        days = set()
        for name, day, shift in rows:
            assert (name, day) not in days and self.may(name, day, shift), f"{name}, day {day}"
            days.add((name, day))
            heads[shift, day] += 1
            hours[name] += self.hours[shift]
        for name in self.people:
            assert hours[name] >= self.least, f"{name} works {hours[name]} hours"
        pairs = [(shift, wanted, heads[shift, day]) for shift in self.shifts
                 for day, wanted in enumerate(self.wanted[shift])]
        return Count(sum(max(0, wanted - got) for _, wanted, got in pairs),
                     sum(self.hours[shift] * max(0, got - wanted) for shift, wanted, got in pairs),
                     len(days))

    def count_theirs(self, answer):
        return self.count((row["resource"], row["day"], row["shift"])
                          for row in answer["resource_shifts"])

    def count_ours(self, path):
        return self.count((name, day, shift) for name, *row in csv.reader(open(path))
                          for day, shift in enumerate(row) if shift)


def worth(kind, count):
    """What a model asks to be least, first things first."""
    if kind is MinAbsDifference:
        return count.short + count.over, count.short
    return count.short, count.over


def theirs(problem, kind, load):
    """The best answer of pyworkforce over its settings, with the seconds of its solver and of all;
    None where it has none."""
    answers = []
    for workers in WORKERS:
        def solver():
            made = CpSolver()
            if workers:
                made.parameters.num_workers = workers
            return made

        # The package notes its workers where they have no effect; here they have.
        cp_model.CpSolver = solver
        begin = time.perf_counter()
        model = problem.model(kind, MOST)
        start = time.perf_counter()
        answer = model.solve()
        end = time.perf_counter()
        if answer["status"] in ("OPTIMAL", "FEASIBLE"):
            answers.append((problem.count_theirs(answer), end - start, load + end - begin))
    return min(answers, key=lambda answer: (worth(kind, answer[0]), answer[1]), default=None)


def ours(options, problem, kind, steps):
    """Muster's answer, with the seconds of its solver and of the process: the least of its runs."""
    with tempfile.TemporaryDirectory() as name:
        path, form = problem.write(kind, pathlib.Path(name))
        out = pathlib.Path(name) / "roster.csv"
        command = [options.muster, "roster", "solve", path, "--format", form, "--steps", steps,
                   "--seed", options.seed, "--out", out, "--quiet"]
        times = []
        for _ in range(options.runs):
            start = time.perf_counter()
            done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
            whole = time.perf_counter() - start
            if done.returncode:
                sys.exit(f"{' '.join(map(str, command))}: exit {done.returncode}\n{done.stderr}")
            times.append((json.loads(done.stdout)["seconds"], whole))
        return problem.count_ours(out), *map(min, zip(*times))


def loading(runs):
    """Seconds that Python takes to load pyworkforce and end."""
    command = [sys.executable, "-c", "import pyworkforce.rostering, pyworkforce.scheduling"]
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, check=True, cwd=tempfile.gettempdir())
        times.append(time.perf_counter() - start)
    return min(times)


def row(*cells):
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def race(options, kind, problem, load):
    """Prints one row, and tells whether Muster with most steps is behind."""
    mine = [ours(options, problem, kind, steps) for steps in problem.steps]
    other = theirs(problem, kind, load)
    every = [*([other] if other else []), *mine]

    def cells(value):
        return " / ".join(([] if other else ["none"]) + [value(answer) for answer in every])

    last = mine[-1]
    verdict = []
    if other:
        if last[0].short > other[0].short:
            verdict.append("more short")
        elif worth(kind, last[0]) > worth(kind, other[0]):
            verdict.append("dearer")
        if last[2] > other[2]:
            verdict.append("slower")
    row(kind.__name__, problem.name, cells(lambda answer: str(answer[0].short)),
        cells(lambda answer: str(answer[0].over)), cells(lambda answer: str(answer[0].shifts)),
        cells(lambda answer: f"{answer[1]:.3f}"), cells(lambda answer: f"{answer[2]:.3f}"),
        " / ".join(f"{answer[2] / other[2]:.2f}" for answer in mine) if other else "-",
        ", ".join(verdict) or "ahead")
    return bool(verdict)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("muster")
    parser.add_argument("--seed", default=1, type=int)
    parser.add_argument("--runs", default=3, type=int)
    parser.add_argument("--only", nargs="*", help="parts of names of models and problems")
    options = parser.parse_args()
    options.muster = str(pathlib.Path(options.muster).resolve())
    races = [(kind, ByPeriod(*sizes, options.seed))
             for kind in (MinAbsDifference, MinRequiredResources) for sizes in BY_PERIOD]
    races += [(MinHoursRoster, ByShift(*sizes, options.seed)) for sizes in BY_SHIFT]
    settings = "; by ".join(
        f"{name}: pyworkforce / " + " / ".join(f"muster --steps {count}" for count in steps)
        for name, steps in (("period", STEPS_BY_PERIOD), ("shift", STEPS_BY_SHIFT)))
    load = loading(options.runs)
    print(f"By {settings}. Seed {options.seed}; Python loads pyworkforce in {load:.2f} s, which its "
          "process seconds hold.\n")
    row("model", "problem", "short", "over", "shifts", "solver s", "process s", "ratio",
        "Muster is")
    row("---", "---", *["--:"] * 6, "---")
    behind = 0
    for kind, problem in races:
        name = f"{kind.__name__} {problem.name}"
        if not options.only or any(part in name for part in options.only):
            behind += race(options, kind, problem, load)
    if behind:
        sys.exit(f"pyworkforce: Muster is behind on {behind} of the problems")


main()
