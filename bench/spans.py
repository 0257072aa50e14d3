#!/usr/bin/env python3
"""Tables of membership spans and questions about them, for entente_bench and bench/peers.

    python3 bench/spans.py --size M --out DIR      S 20,000 spans, M 1,000,000, L 10,000,000

Made from a seed: the same size gives the same bytes. A member joins a few bodies, large bodies more often than small
ones; one span in five is still open; the spans of one member in one body never overlap. Writes spans.csv and the
questions w2.csv to w6.csv of docs/benchmarks.md.
"""

import argparse
import datetime
import pathlib
import random

SIZES = {"S": (20_000, 200, 500), "M": (1_000_000, 250_000, 5_000), "L": (10_000_000, 2_500_000, 50_000)}
QUESTIONS = {"w2": 20_000, "w3": 20_000, "w4": 20_000, "w5": 200, "w6": 20}
FIRST, LAST = datetime.date(1816, 1, 1).toordinal(), datetime.date(2024, 12, 31).toordinal()


def day(ordinal):
    return datetime.date.fromordinal(ordinal).isoformat()


def spans(size, rng):
    count, members, bodies = SIZES[size]
    days = [day(number) for number in range(FIRST, LAST + 1)]
    for number in range(count):
        member = number * members // count
        if number == 0 or member != before:
            before, free = member, {}
        body = int(bodies * rng.random() ** 3)  # a few are large
        start = free.get(body, FIRST) + int((LAST - free.get(body, FIRST)) * rng.random())
        end = start + 1 + int(7000 * rng.random() ** 2)
        while start >= LAST:  # it is still there: a small body instead
            body = bodies + rng.randrange(bodies)
            start = free.get(body, FIRST + member % 1000)
            end = start + 90
        open_end = end > LAST or rng.random() < 0.1
        free[body] = LAST + 1 if open_end else end
        yield f"M{member}", f"B{body}", days[start - FIRST], "" if open_end else days[end - FIRST]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", choices=SIZES, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    rng = random.Random(1816)
    _, members, bodies = SIZES[options.size]
    with open(options.out / "spans.csv", "w", newline="\n") as out:
        out.write("subject,relation,object,start,end\n")
        for subject, body, start, end in spans(options.size, rng):
            out.write(f"{subject},member_of,{body},{start},{end}\n")

    def member():
        return f"M{rng.randrange(members)}"

    def body():
        return f"B{int(bodies * rng.random() ** 3)}"

    def date():
        return day(rng.randrange(FIRST, LAST))

    asked = {
        "w2": ("org,date", lambda: f"{body()},{date()}"),
        "w3": ("member,date", lambda: f"{member()},{date()}"),
        "w4": ("a,b", lambda: f"{member()},{member()}"),
        "w5": ("a,b,date", lambda: f"{member()},{member()},{date()}"),
        "w6": ("date", date),
    }
    for name, (header, question) in asked.items():
        with open(options.out / f"{name}.csv", "w", newline="\n") as out:
            out.write(header + "\n")
            for _ in range(QUESTIONS[name]):
                out.write(question() + "\n")


if __name__ == "__main__":
    main()
