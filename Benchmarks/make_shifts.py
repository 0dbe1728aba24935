#!/usr/bin/env python3
"""Makes an instance in the text format of Curtois and Qu: make_shifts.py WEEKS AGENTS SHIFTS SEED

Writes to standard output. Shifts are early, day, late and night ones of 8, 10 and 12 hours; a shift
may not follow one that ends less than 10 hours before it begins. One agent in four works part time,
most may not work every shift, and long shifts and nights are limited. The cover wanted adds up to
what the agents can work.
"""
import random
import sys

BEGINS = {"E": 6, "D": 9, "L": 14, "N": 22}
LENGTHS = (8, 10, 12)


def shifts(count):
    made = []
    for number in range(count):
        part = "EDLN"[number % 4]
        length = LENGTHS[number // 4 % 3]
        begin = BEGINS[part] + number // 12 * 0.5
        made.append((f"{part}{number // 4 + 1}", begin, length))
    return made


def main():
    weeks, agents, count, seed = map(int, sys.argv[1:5])
    chance = random.Random(seed)
    days = weeks * 7
    kinds = shifts(count)
    print("# Made by Benchmarks/make_shifts.py", *sys.argv[1:5])
    print(f"SECTION_HORIZON\n{days}\n\nSECTION_SHIFTS")
    for name, begin, length in kinds:
        banned = [other for other, start, _ in kinds if start + 24 - begin - length < 10]
        print(f"{name},{length * 60},{'|'.join(banned)}")

    print("\nSECTION_STAFF")
    capacity = 0.0
    can = {name: 0 for name, _, _ in kinds}
    names = [f"P{number + 1}" for number in range(agents)]
    for agent in names:
        share = 1.0 if chance.random() < 0.75 else chance.choice((0.5, 0.6, 0.8))
        most = round(weeks * 40 * share) * 60
        away = max(2, weeks // 2)
        least = round((most - weeks * 210) * (1 - away / days) / 60) * 60
        limits = []
        for name, _, length in kinds:
            limit = days if length == 8 else weeks * 3 if length == 10 else weeks * 2
            if name[0] == "N":
                limit = min(limit, max(2, weeks * 5 // 4))
            if name != kinds[0][0] and chance.random() < 0.25:
                limit = 0
            can[name] += limit > 0
            limits.append(f"{name}={limit}")
        run, off = (5, 2) if share > 0.7 else (4, 3)
        weekends = max(1, weeks * 11 // 20)
        print(f"{agent},{'|'.join(limits)},{most},{least},{run},{2 if share > 0.7 else 1},{off},{weekends}")
        capacity += (most + least) / 2

    print("\nSECTION_DAYS_OFF")
    for agent in names:
        # One holiday in one piece: days here and there may leave no row at all.
        first = chance.randrange(days - max(2, weeks // 2) + 1)
        free = range(first, first + max(2, weeks // 2))
        print(",".join([agent, *map(str, free)]))
    wishes = {"SECTION_SHIFT_ON_REQUESTS": [], "SECTION_SHIFT_OFF_REQUESTS": []}
    for agent in names:
        for day in range(days):
            if chance.random() < 0.12:
                section = chance.choice(tuple(wishes))
                name = chance.choice(kinds)[0]
                wishes[section].append(f"{agent},{day},{name},{chance.randint(1, 3)}")
    for section, lines in wishes.items():
        print(f"\n{section}")
        print("\n".join(lines))

    print("\nSECTION_COVER")
    weight = {name: can[name] * (0.4 if name[0] == "N" else 1.0) * 8 / length for name, _, length in kinds}
    total = sum(weight[name] * length * 60 for name, _, length in kinds) * (days - 0.2 * 2 * weeks)
    for day in range(days):
        for name, _, _ in kinds:
            mean = weight[name] * capacity * 1.06 / total * (0.8 if day % 7 > 4 else 1.0)
            print(f"{day},{name},{max(0, int(mean + chance.random()))},100,1")


main()
