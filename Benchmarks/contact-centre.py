#!/usr/bin/env python3
"""Writes an invented contact centre as a roster problem of `--format muster`.

usage: contact-centre.py FOLDER [--agents 200] [--days 28] [--teams 1] [--seed 1] [--ratio 1.02]

Each team has three streams and two skills: one opens two streams, the other one, and half of the
agents hold both. Shifts start in windows of two hours in half-hour steps and have one unpaid and
two paid breaks. Demand has two peaks a day and a week's rhythm. It is scaled so that the paid time
of all contracts is RATIO times the demand plus shrinkage, which is paid breaks and absence.

The same arguments give the same bytes. Standard library only.
"""

import argparse
import csv
import datetime
import math
import os
import random

FIRST = datetime.date(2026, 11, 2)   # a Monday
SLOTS = 96                           # of 15 minutes
OPEN = range(8 * 4, 23 * 4)          # 08:00 to 23:00
WEEK = [1.08, 1.02, 1.0, 0.98, 1.04, 0.95, 0.9]
STREAMS = [("chat", "orders", 0.42, 12.5, 19.5), ("voice", "orders", 0.20, 11.5, 16.5),
           ("chat", "aftersales", 0.38, 14.0, 19.0)]
PAID_BREAKS = 30 / 480               # of the paid time of a shift
CONTRACTS = {"full": (160, 0.8), "part": (96, 0.2)}   # hours in four weeks, share of agents

PROBLEM = """\
name: an invented contact centre
interval: 15m
first_day: {first}
days: {days}
zone: Asia/Shanghai
cost: {{short: 100, over: 5}}
skills:
{skills}
patterns:
{patterns}
contracts:
  full:
    rest: 11h
    longest_run: 6
    weekends: {weekends}
    week: {{most: 48h}}
    cycle: {{least: {full_least}h, most: {full}h}}
    absence_day: 8h
  part:
    rest: 11h
    longest_run: 5
    week: {{most: 32h}}
    cycle: {{least: {part_least}h, most: {part}h}}
    absence_day: 4h
"""

PATTERN = """\
  {code}:
    start: "{start}"
    latest_start: "{latest}"
    step: 30m
    lengths: [9h]
    points: {points}
    breaks:
      - {{length: 15m, paid: true, from: 1h15m, to: 2h30m}}
      - {{length: 1h, paid: false, from: 3h, to: 5h}}
      - {{length: 15m, paid: true, from: 6h15m, to: 7h45m}}
"""


def curve(slot, morning, evening):
    """Load of an interval against the day's level: two peaks over a floor."""
    hour = slot / 4
    return (0.6 + 0.55 * math.exp(-((hour - morning) / 3.2) ** 2)
            + 0.4 * math.exp(-((hour - evening) / 2.6) ** 2))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder")
    parser.add_argument("--agents", type=int, default=200)
    parser.add_argument("--days", type=int, default=28)
    parser.add_argument("--teams", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--ratio", type=float, default=1.02)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    os.makedirs(options.folder, exist_ok=True)

    def table(name, heading, rows):
        with open(os.path.join(options.folder, name), "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(heading)
            writer.writerows(rows)

    def day(index):
        return FIRST + datetime.timedelta(days=index)

    weeks = options.days / 7
    hours = {code: int(full * weeks / 4) // 8 * 8 for code, (full, _) in CONTRACTS.items()}
    skills = "".join(
        f"  orders-{team}: [chat/orders-{team}, voice/orders-{team}]\n"
        f"  aftersales-{team}: [chat/aftersales-{team}]\n" for team in range(1, options.teams + 1))
    patterns = "".join(
        PATTERN.format(code=code, start=start, latest=latest, points=points)
        for code, start, latest, points in [
            ("early", "7:30", "9:30", 0), ("middle", "10:00", "12:00", 0),
            ("late", "12:30", "14:30", 1)])
    with open(os.path.join(options.folder, "problem.yaml"), "w", encoding="utf-8") as file:
        file.write(PROBLEM.format(
            first=FIRST, days=options.days, skills=skills.rstrip(), patterns=patterns.rstrip(),
            weekends=max(1, round(weeks * 3 / 4)), full=hours["full"], part=hours["part"],
            full_least=hours["full"] - 8, part_least=hours["part"] - 8))

    agents, requests = [], []
    paid = [0.0] * (options.teams + 1)
    for index in range(options.agents):
        team = index * options.teams // options.agents + 1
        contract = "part" if chance.random() < CONTRACTS["part"][1] else "full"
        held = [f"orders-{team}", f"aftersales-{team}"]
        draw = chance.random()
        if draw < 0.25:
            held = held[:1]
        elif draw < 0.5:
            held = held[1:]
        number = f"C{index + 1:05}"
        agents.append([number, contract, "|".join(held)])
        paid[team] += hours[contract]
        away = set()
        if chance.random() < 0.3:
            start, length = chance.randrange(options.days), chance.randint(1, 5)
            away = {d for d in range(start, start + length) if d < options.days}
            requests.append([number, day(min(away)), day(max(away)), "absent", ""])
            credit = {"full": 8, "part": 4}[contract] * len(away)
            paid[team] -= min(credit, hours[contract] - 8)
        for _ in range(max(1, options.days // 14)):
            wish = chance.randrange(options.days)
            if wish not in away and not any(
                    row[0] == number and row[1] == day(wish) for row in requests):
                requests.append([number, day(wish), "", "off", chance.choice([20, 40, 60])])
    table("agents.csv", ["agent_id", "contract", "skills"], agents)
    table("requests.csv", ["agent_id", "first_day", "last_day", "kind", "weight"], requests)

    rows = []
    for team in range(1, options.teams + 1):
        load = []
        for channel, queue, share, morning, evening in STREAMS:
            level = sum(curve(slot, morning, evening) for slot in OPEN)
            for d in range(options.days):
                swing = WEEK[d % 7] * (1 + 0.06 * (chance.random() - 0.5))
                load += [(d, slot, f"{channel}/{queue}-{team}", share * swing / level
                          * curve(slot, morning, evening) * (1 + 0.1 * (chance.random() - 0.5)))
                         for slot in OPEN]
        # Absence is off the paid time already; what is left of shrinkage are the paid breaks.
        wanted = paid[team] * (1 - PAID_BREAKS) / options.ratio * 4
        scale = wanted / sum(part for *_, part in load)
        carry = 0.0
        for d, slot, stream, part in load:
            exact = part * scale + carry
            heads = max(0, round(exact))
            carry = exact - heads
            rows.append([f"{day(d)} {slot // 4:02}:{slot % 4 * 15:02}", stream, heads])
    table("demand.csv", ["timestamp", "stream", "heads"], rows)


if __name__ == "__main__":
    main()
