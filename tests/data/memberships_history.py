"""Reads data/memberships/*.json and derives spells from them in the plainest way that could work.

This is a second reading of the same facts, independent of the C++ resolver: it knows days, months and years,
takes the claims of the highest priority where sources differ, and closes what its body's end closes.
"""

import calendar
import datetime
import glob
import json
import os
import re

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
OPENS = {"joined", "founded"}
CLOSES = {"left", "expelled"}
STATES = {"member": "member_of", "observer": "observer_of", "partner": "partner_of", "candidate": "candidate_of"}
DAY = re.compile(r"^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$")


def bounds(text):
    """The first and the last day that a day, month or year may mean; None for no date."""
    if not text:
        return None
    match = DAY.match(text)
    if not match:
        raise ValueError(f"not a day, month or year: {text!r}")
    year, month, day = (int(part) if part else None for part in match.groups())
    first = datetime.date(year, month or 1, day or 1)
    if day:
        return first, first
    if month:
        return first, datetime.date(year, month, calendar.monthrange(year, month)[1])
    return first, datetime.date(year, 12, 31)


def load(name):
    with open(os.path.join(ROOT, "data", name), encoding="utf-8") as file:
        return json.load(file)


def files():
    """(name, content) of each history, sorted by name."""
    found = sorted(glob.glob(os.path.join(ROOT, "data", "memberships", "*.json")))
    return [(os.path.basename(path), load(os.path.join("memberships", os.path.basename(path)))) for path in found]


def registry():
    """Every entity of states.json and bodies.json by id."""
    return {e["id"]: e for name in ("states.json", "bodies.json") for e in load(name)["entities"]}


def believed(claim):
    return claim.get("certainty", "stated") in ("stated", "inferred")


def relation_of(claim):
    return claim.get("relation") or STATES.get(claim["event"], "member_of")


class Event:
    def __init__(self, kind, date, priority):
        self.kind, self.date, self.priority = kind, date, priority
        self.first, self.last = bounds(date)


def better(a, b):
    """Of two dates of one event, the finer if they are compatible, else the one of the higher priority."""
    if a.first <= b.last and b.first <= a.last:
        return a if a.last - a.first <= b.last - b.first else b
    return a if a.priority >= b.priority else b


def spells(relation="member_of"):
    """{(subject, object): [(opening Event or None, closing Event or None), …]} in order of time."""
    events, held = {}, set()
    for _, content in files():
        priority = {s["id"]: s.get("priority", 0) for s in content["sources"]}
        for claim in content["claims"]:
            if not believed(claim) or "object" not in claim or relation_of(claim) != relation:
                continue
            key = (claim["subject"]["id"], claim["object"]["id"])
            date = claim["date"]
            weight = priority[claim["evidence"]["source"]]
            if claim["event"] in OPENS and date:
                events.setdefault(key, []).append(Event("open", date, weight))
            elif claim["event"] in CLOSES and date:
                events.setdefault(key, []).append(Event("close", date, weight))
            elif claim["event"] in STATES:
                held.add(key)
    result = {}
    known = registry()
    for key, found in events.items():
        found.sort(key=lambda e: (e.last, e.kind == "open", e.first))
        folded = []
        for event in found:
            if folded and folded[-1].kind == event.kind:
                folded[-1] = better(folded[-1], event)
            else:
                folded.append(event)
        ended = known.get(key[1], {}).get("dissolved")
        member_ended = known.get(key[0], {}).get("dissolved")
        out = []
        for event in folded:
            if event.kind == "open":
                out.append((event, None))
            elif out and out[-1][1] is None:
                out[-1] = (out[-1][0], event)
            else:
                out.append((None, event))
        if out and out[-1][1] is None:
            limits = [d for d in (ended, member_ended) if d]
            if limits:
                out[-1] = (out[-1][0], Event("close", min(limits, key=lambda d: bounds(d)[1]), 0))
        result[key] = out
    for key in held - set(result):
        result[key] = []
    return result


def on(day, body, relation="member_of", table=None):
    """The ids of those that certainly belonged to the body on that day, as far as ends are told."""
    day = datetime.date.fromisoformat(day)
    members = set()
    for (subject, obj), found in (table or spells(relation)).items():
        if obj != body:
            continue
        for opening, closing in found:
            if opening and opening.last <= day and (closing is None or day <= closing.first):
                members.add(subject)
    return members


def in_year(year, found):
    """Whether any spell may touch the year."""
    first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    return any(
        (opening is None or opening.first <= last) and (closing is None or closing.last >= first)
        for opening, closing in found
    )
