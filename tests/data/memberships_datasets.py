"""Compares data/memberships with the data sets of others.

memberships_test.py holds the outcome to memberships_disagreements.tsv, where each known disagreement has a
reason. Run by hand, it prints both sides of every disagreement. The data sets are looked for under
$ENTENTE_SHARED, else in ../shared beside the project; none of them is part of this repository.
"""

import csv
import gzip
import os

import memberships_history as history

SHARED = os.environ.get("ENTENTE_SHARED", os.path.join(history.ROOT, "..", "shared"))
DATASETS = os.path.join(SHARED, "datasets")

# Column of COW IGO v3 to our body.
IGO = {
    "nato": "nato", "wpact": "warsaw-pact", "cis": "cis", "csto": "csto", "sco": "sco", "asean": "asean",
    "opec": "opec", "coe": "council-of-europe", "oau": "oau", "au": "african-union", "un": "un",
    "ecowas": "ecowas", "efta": "efta", "loas": "arab-league", "mercosur": "mercosur", "eec": "eec", "eu": "eu",
    "ecsc": "ecsc", "seato": "seato", "cento": "cento", "gcc": "gcc",
}  # fmt: skip
# Alliances with their number in ATOP v4.01 and in COW alliances v4.1.
ALLIANCES = {"nato": ("3180", "227"), "warsaw-pact": ("3285", "243"), "collective-security-treaty": ("4220", "350")}
# One COW state, several of our entities.
SHARED_CODES = {
    "365": ["russia", "soviet-union"], "255": ["germany"], "260": ["germany"],
    "345": ["serbia", "yugoslavia", "serbia-and-montenegro"],
}  # fmt: skip


def available():
    return os.path.isdir(DATASETS)


def rows(*path):
    name = os.path.join(DATASETS, *path)
    opened = gzip.open(name, "rt", encoding="utf-8") if name.endswith(".gz") else open(name, encoding="utf-8")
    with opened as file:
        yield from csv.DictReader(file)


def entities_of_codes():
    table = {}
    for entity in history.load("states.json")["entities"]:
        codes = entity.get("ids", {}).get("cow", [])
        for code in [codes] if isinstance(codes, str) else codes:
            table[code] = [entity["id"]]
    table.update(SHARED_CODES)
    return table


def spans(years):
    out = []
    for year in sorted(years):
        if out and out[-1][1] == year - 1:
            out[-1][1] = year
        else:
            out.append([year, year])
    return " ".join(str(a) if a == b else f"{a}-{b}" for a, b in out) or "-"


def yearly(table):
    """COW IGO: the years in which a state is a full member, against the years that our spells touch."""
    codes = entities_of_codes()
    theirs, seen = {}, set()
    for row in rows("cow_igo_v3", "state_year_format3.csv.gz"):
        year = int(row["year"])
        if year < 1945:
            continue
        for column, body in IGO.items():
            if row.get(column) == "1":
                theirs.setdefault((tuple(codes[row["ccode"]]), body), set()).add(year)
                seen.add(body)
    groups = {entity: tuple(found) for found in codes.values() for entity in found}
    ours = {}
    for (subject, body), found in table.items():
        if body in seen:
            key = (groups.get(subject, (subject,)), body)
            ours.setdefault(key, set()).update(y for y in range(1945, 2015) if history.in_year(y, found))
    for key in sorted(set(theirs) | set(ours), key=lambda k: (k[1], k[0])):
        a, b = theirs.get(key, set()), ours.get(key, set())
        if a != b:
            yield "cow-igo", key[1], key[0][0], spans(a - b), spans(b - a)


def exact(table):
    """ATOP and COW alliances: the first and last day of each spell, phases that touch put together."""
    codes = entities_of_codes()
    sources = {
        "atop": (("atop", "atop4_01_member_level.csv"), "atopid", "member", ("yrent", "moent", "dayent"), ("yrexit", "moexit", "dayexit"), 0),
        "cow-alliances": (
            ("cow_alliances_v4.1", "alliance_v4.1_by_member.csv"), "version4id", "ccode",
            ("mem_st_year", "mem_st_month", "mem_st_day"), ("mem_end_year", "mem_end_month", "mem_end_day"), 1,
        ),
    }  # fmt: skip
    for name, (path, number, member, start, end, place) in sources.items():
        found = {}
        for row in rows(*path):
            for body, numbers in ALLIANCES.items():
                if row[number] == numbers[place]:
                    dates = ["-".join(f"{int(row[c] or 0):02}" for c in columns) for columns in (start, end)]
                    dates = [d if not d.startswith("00") else "" for d in dates]
                    found.setdefault((body, codes[row[member]][0]), []).append(dates)
        for (body, state), spells in sorted(found.items()):
            joined = []
            for first, last in sorted(spells):
                if joined and joined[-1][1] == first:
                    joined[-1][1] = last
                else:
                    joined.append([first, last])
            entities = next((g for g in codes.values() if state in g), [state])
            mine = sorted(
                [opening.date if opening else "", closing.date if closing else ""]
                for entity in entities
                for opening, closing in table.get((entity, body), [])
            )
            if joined != mine:
                say = lambda s: ", ".join("/".join(x) for x in s) or "-"
                yield name, body, state, say(joined), say(mine)


def europe(table):
    """eums: accession to the Communities and exit from the Union."""
    ids = {e["names"][0]["name"]: e["id"] for e in history.load("states.json")["entities"]}
    for row in rows("eu_member_states", "member_states_raw.csv"):
        state = ids[row["member_state"]]
        first = [table.get((state, body), [(None, None)])[0][0] for body in ("ecsc", "eec", "eu")]
        start = min((e.date for e in first if e), default="")
        closing = table[(state, "eu")][-1][1]
        end = closing.date if closing else "NA"
        if (row["accession_date"], row["exit_date"]) != (start, end):
            yield "eums", "eu", state, f"{row['accession_date']}/{row['exit_date']}", f"{start}/{end}"


def disagreements():
    table = history.spells()
    for compare in (yearly, exact, europe):
        yield from compare(table)


if __name__ == "__main__":
    print("data set\tbody\tmember\tthey have\twe have")
    for line in disagreements():
        print("\t".join(line))
