"""Check a folder of annotated texts: shape of the gold, evidence, dates, ids, and the counts told in README.md.

    check_corpus.py FOLDER           complain about everything that is wrong; exit status 1 if anything is
    check_corpus.py --counts FOLDER  print the table of counts that README.md holds for the folder

README.md describes the form. Only the standard library is needed.
"""

import argparse
import calendar
import json
import re
import sys
from collections import Counter
from pathlib import Path

CORE_EVENTS = {
    "founded", "signed", "entered_into_force", "joined", "left", "suspended", "expelled", "member", "observer",
    "partner", "successor", "dissolved",
}  # fmt: skip
OTHER_EVENTS = {
    "candidate", "refused", "renamed", "created_body", "deployed", "exercise", "requested_help", "vetoed", "ratified",
}  # fmt: skip
# Events that a body or a treaty may have alone.
OBJECT_OPTIONAL = {"founded", "dissolved", "entered_into_force"}
SPAN_EVENTS = {"member", "observer", "partner", "candidate", "suspended"}
FACTUAL = {"stated", "inferred"}
TRAPS = {"hypothetical", "negated"}
FAMILIES = ("names", "lists", "reference", "events", "dates", "not_fact", "rough")
TEXT_KEYS = {"id", "article", "title", "document_date", "style", "subject", "families", "factless", "facts"}
FACT_KEYS = {"id", "event", "subject", "object", "date", "evidence", "core", "certainty"}
FACT_OPTIONAL_KEYS = {"subject_alt", "object_alt", "event_alt", "needs_document_date", "note"}
# Words that name nothing until they are resolved.
UNRESOLVED = re.compile(
    r"(?i)^(?:it|they|he|she|its?|their|th(?:is|ese|at|ose)\b.*|(?:the|both|all) "
    r"(?:\w+ )?(?:bloc|country|countries|state|states|organi[sz]ation|alliance|band|club|party|treaty|members?|union|league))$"
)
WORDS = (80, 300)

DATE = re.compile(r"(-?)(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)")


def edtf_date_fault(text):
    """Why `text` is not one date of the kinds used here; None if it is."""
    match = DATE.fullmatch(text)
    if not match:
        return "not a date"
    sign, year, month, day, _ = match.groups()
    if month and "X" in year:
        return "month of an unknown year"
    if sign and int(year.replace("X", "0")) == 0 and "X" not in year:
        return "year minus zero"
    number = -1 if sign else 1
    if "X" not in year:
        number *= int(year)
        if not -1200 <= number <= 2030:
            return "year out of range"
    if month and day is None and not (1 <= int(month) <= 12 or 21 <= int(month) <= 24):
        return "no such month or season"
    if day is not None:
        if not 1 <= int(month) <= 12:
            return "no such month"
        leap = calendar.isleap(number % 400 + 400)
        if not 1 <= int(day) <= calendar.monthrange(2000 if leap else 2001, int(month))[1]:
            return "no such day"
    return None


def edtf_fault(text):
    """As edtf_date_fault, for a date, a span or nothing."""
    if text == "":
        return None
    ends = text.split("/")
    if len(ends) > 2:
        return "more than two ends"
    for end in ends:
        if len(ends) == 2 and end in ("", ".."):
            continue
        fault = edtf_date_fault(end)
        if fault:
            return fault
    if len(ends) == 2 and all(re.match(r"\d", end) for end in ends):
        first, last = (end.rstrip("~?%") for end in ends)
        shorter = min(len(first), len(last))
        if "X" not in text and not re.search(r"-2\d", text) and first[:shorter] > last[:shorter]:
            return "ends before it begins"
    if ends in (["", ""], ["..", ".."]):
        return "a span without ends"
    return None


def words_in(article, text):
    return len((re.sub(r"(?s)<[^>]*>", " ", text) if article.endswith(".html") else text).split())


def fact_faults(fact, text):
    keys = set(fact)
    if not FACT_KEYS <= keys or keys - FACT_KEYS - FACT_OPTIONAL_KEYS:
        yield f"keys: missing {sorted(FACT_KEYS - keys)}, unknown {sorted(keys - FACT_KEYS - FACT_OPTIONAL_KEYS)}"
        return
    for key in FACT_KEYS - {"core"}:
        if not isinstance(fact[key], str) or fact[key] != fact[key].strip():
            yield f"{key} is not a trimmed string"
            return
    for key in ("subject_alt", "object_alt", "event_alt"):
        names = fact.get(key, ["-"])
        if not isinstance(names, list) or not names or not all(isinstance(n, str) and n.strip() for n in names):
            yield f"{key} is not a list of names"
    for event in [fact["event"], *fact.get("event_alt", [])]:
        if event not in CORE_EVENTS | OTHER_EVENTS:
            yield f"unknown event {event}"
    if fact["certainty"] not in FACTUAL | TRAPS:
        yield f"unknown certainty {fact['certainty']}"
    if not isinstance(fact["core"], bool):
        yield "core is not true or false"
    elif fact["core"] and (fact["event"] not in CORE_EVENTS or fact["certainty"] not in FACTUAL):
        yield "a core fact is stated or inferred, and of a core event"
    if not fact["subject"]:
        yield "no subject"
    if not fact["object"] and fact["event"] not in OBJECT_OPTIONAL:
        yield f"{fact['event']} without an object"
    if fact["subject"] == fact["object"]:
        yield "subject and object are one"
    for key in ("subject", "object"):
        if UNRESOLVED.match(fact[key]):
            yield f"{key} is not resolved: {fact[key]}"
    if not fact["evidence"]:
        yield "no evidence"
    elif fact["evidence"] not in text:
        yield f"evidence is not in the text: {fact['evidence']}"
    fault = edtf_fault(fact["date"])
    if fault:
        yield f"date {fact['date']}: {fault}"
    if "/" in fact["date"] and fact["event"] not in SPAN_EVENTS:
        yield f"{fact['event']} is no state, and has a span"
    if fact.get("needs_document_date", True) is not True:
        yield "needs_document_date is true or absent"


def text_faults(path, gold, text):
    if set(gold) != TEXT_KEYS:
        yield f"keys differ: {sorted(set(gold) ^ TEXT_KEYS)}"
        return
    if gold["id"] != path.name[: -len(".gold.json")]:
        yield f"id {gold['id']} is not the file's name"
    if Path(gold["article"]).stem != gold["id"]:
        yield f"article {gold['article']} is named otherwise"
    for key in ("title", "style", "subject"):
        if not gold[key]:
            yield f"no {key}"
    if not gold["families"] or set(gold["families"]) - set(FAMILIES):
        yield f"families {gold['families']}"
    if gold["document_date"] and not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", gold["document_date"]):
        yield f"document date {gold['document_date']}"
    fault = edtf_fault(gold["document_date"])
    if fault:
        yield f"document date {gold['document_date']}: {fault}"
    if not WORDS[0] <= words_in(gold["article"], text) <= WORDS[1]:
        yield f"{words_in(gold['article'], text)} words"
    if not text.endswith("\n"):
        yield "the text does not end its last line"

    core = [fact for fact in gold["facts"] if fact.get("core") is True]
    if gold["factless"] == bool(core):
        yield "factless texts have no core fact, and the others have one"
    seen = Counter()
    ids = Counter()
    for fact in gold["facts"]:
        for problem in fact_faults(fact, text):
            yield f"{fact.get('id')}: {problem}"
        if fact.get("needs_document_date") and not gold["document_date"]:
            yield f"{fact['id']}: needs a document date, and the text has none"
        ids[fact["id"]] += 1
        seen[fact["event"], fact["subject"], fact["object"], fact["date"]] += 1
        if not re.fullmatch(re.escape(gold["id"].split("-")[0]) + r"-\d\d+", fact["id"]):
            yield f"{fact['id']}: does not begin with the text's number"
    yield from (f"{id_}: used {n} times" for id_, n in ids.items() if n > 1)
    yield from (f"{fact} stands {n} times" for fact, n in seen.items() if n > 1)


def read(folder):
    """(path, gold) of every text, in the order of their numbers."""
    return [(path, json.loads(path.read_text(encoding="utf-8"))) for path in sorted(folder.glob("*.gold.json"))]


def counts(texts):
    lines = ["| family | texts |", "|---|---|"]
    families = Counter(family for _, gold in texts for family in gold["families"])
    lines += [f"| {family} | {families[family]} |" for family in FAMILIES]
    facts = [fact for _, gold in texts for fact in gold["facts"]]
    factual = [fact for fact in facts if fact["certainty"] in FACTUAL]
    core = Counter(fact["event"] for fact in facts if fact["core"])
    lines += [
        "",
        f"{len(texts)} texts, {sum(gold['factless'] for _, gold in texts)} of them without a fact; "
        f"{sum(core.values())} core facts, {len(factual) - sum(core.values())} optional ones, "
        f"{len(facts) - len(factual)} traps.",
        "",
        "| core event | facts |",
        "|---|---|",
    ]
    lines += [f"| {event} | {n} |" for event, n in sorted(core.items(), key=lambda item: (-item[1], item[0]))]
    return "\n".join(lines) + "\n"


def faults(folder):
    texts = read(folder)
    if not texts:
        yield f"{folder}: no texts"
    named = {gold.get("article") for _, gold in texts}
    for path in sorted(folder.iterdir()):
        if path.suffix in (".txt", ".html") and path.name not in named:
            yield f"{path.name}: no gold"
    numbers = Counter(path.name.split("-")[0] for path, _ in texts)
    yield from (f"{number}: the number of {n} texts" for number, n in numbers.items() if n > 1)
    for path, gold in texts:
        article = folder / gold.get("article", "")
        if not article.is_file():
            yield f"{path.name}: no text {gold.get('article')}"
            continue
        for problem in text_faults(path, gold, article.read_bytes().decode("utf-8")):
            yield f"{path.name}: {problem}"
    readme = folder.parent / "README.md"
    if counts(texts) not in readme.read_text(encoding="utf-8"):
        yield f"{readme.name} does not hold the counts that --counts prints for {folder.name}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--counts", action="store_true", help="print the table for README.md")
    options = parser.parse_args()
    if options.counts:
        sys.stdout.write(counts(read(options.folder)))
        return 0
    found = list(faults(options.folder))
    for problem in found:
        print(problem)
    print(f"{options.folder.name}: {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
