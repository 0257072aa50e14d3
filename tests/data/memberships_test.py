"""The membership histories are well formed, and agree with what is known of chosen days."""

import unittest

import memberships_datasets as datasets
import memberships_history as history

EVENTS = {
    "joined", "left", "expelled", "suspended", "reinstated", "signed", "ratified", "entered_into_force", "founded",
    "dissolved", "succeeded", "member", "observer", "partner", "candidate",
}  # fmt: skip
# Exits with no entry before them, each for the reason given.
ENTRY_NOT_TOLD = {
    ("france", "nato-military-command"): "members of 1949 grew into the command; no source dates that",
    ("greece", "nato-military-command"): "members of 1952 grew into the command; no source dates that",
}


def date_parts(text):
    return [part for part in text.split("/") if part not in ("", "..")] if text else []


class WellFormed(unittest.TestCase):
    def setUp(self):
        self.files = history.files()

    def claims(self):
        for name, content in self.files:
            for claim in content["claims"]:
                yield name, claim

    def test_there_are_histories(self):
        self.assertGreaterEqual(len(self.files), 22)

    def test_every_id_is_known(self):
        known = set(history.registry())
        for _, content in self.files:
            known.update(entity["id"] for entity in content["entities"])
        for name, claim in self.claims():
            for end in ("subject", "object"):
                if end in claim:
                    self.assertIn(claim[end]["id"], known, f"{name}: {claim}")

    def test_dates_are_valid_and_not_in_the_future(self):
        for name, claim in self.claims():
            bounds = [history.bounds(part) for part in date_parts(claim["date"])]
            if len(bounds) == 2:
                self.assertLessEqual(bounds[0][0], bounds[1][1], f"{name}: ends before it starts: {claim}")
            for first, _ in bounds:
                self.assertTrue("1945-01-01" <= first.isoformat() <= "2026-11-24", f"{name}: {claim}")

    def test_every_claim_has_its_source_text_and_rule(self):
        for name, content in self.files:
            ids = [source["id"] for source in content["sources"]]
            self.assertEqual(len(ids), len(set(ids)), name)
            used = {claim["evidence"]["source"] for claim in content["claims"]}
            used |= {entity["source"] for entity in content["entities"]}
            self.assertEqual(used, set(ids), f"{name}: sources missing or without use")
            for source in content["sources"]:
                self.assertTrue(source["title"] and source["url"].startswith("http"), f"{name}: {source}")
                self.assertEqual(source["retrieved"], "2026-11-24", f"{name}: {source}")
                if "published" in source:
                    history.bounds(source["published"])
            for claim in content["claims"]:
                self.assertIn(claim["event"], EVENTS, f"{name}: {claim}")
                self.assertEqual(claim["evidence"]["rule"], "by hand", f"{name}: {claim}")
                self.assertGreater(len(claim["evidence"]["text"]), 15, f"{name}: {claim}")

    def test_one_source_is_the_same_in_every_file(self):
        seen = {}
        for name, content in self.files + [(n, history.load(n)) for n in ("states.json", "bodies.json")]:
            for source in content["sources"]:
                self.assertEqual(seen.setdefault(source["id"], source), source, name)

    def test_nothing_is_said_twice_by_one_source(self):
        seen = set()
        for name, claim in self.claims():
            key = (
                claim["subject"]["id"], claim["event"], claim.get("relation"), claim.get("object", {}).get("id"),
                claim["date"], claim["certainty"], claim["evidence"]["source"],
            )  # fmt: skip
            self.assertNotIn(key, seen, name)
            seen.add(key)

    def test_what_still_holds_has_a_horizon(self):
        for name, content in self.files:
            published = {source["id"]: source.get("published") for source in content["sources"]}
            for claim in content["claims"]:
                if claim["date"].endswith("/.."):
                    horizon = published[claim["evidence"]["source"]]
                    self.assertTrue(horizon, f"{name}: {claim}")
                    self.assertLessEqual(
                        history.bounds(claim["date"][:-3])[0], history.bounds(horizon)[1], f"{name}: {claim}"
                    )


class Spells(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.table = history.spells()

    def test_an_exit_follows_an_entry(self):
        for relation in ("member_of", "observer_of", "partner_of"):
            table = history.spells(relation)
            for key, found in table.items():
                for opening, closing in found:
                    if opening is None and relation == "member_of":
                        self.assertIn(key, ENTRY_NOT_TOLD)
                    if opening and closing:
                        self.assertLessEqual(opening.first, closing.last, key)

    def test_spells_do_not_overlap(self):
        for key, found in self.table.items():
            for (_, closing), (opening, _) in zip(found, found[1:]):
                self.assertIsNotNone(closing, key)
                self.assertLessEqual(closing.first, opening.last, key)

    def test_counts(self):
        expected = [
            ("nato", "1949-08-24", 12), ("nato", "1953-01-01", 14), ("nato", "1955-06-01", 15), ("nato", "1990-01-01", 16),
            ("nato", "2000-01-01", 19), ("nato", "2005-01-01", 26), ("nato", "2010-01-01", 28), ("nato", "2023-04-03", 30), ("nato", "2024-03-06", 31), ("nato", "2026-11-24", 32),
            ("warsaw-pact", "1956-01-01", 8), ("warsaw-pact", "1969-01-01", 7), ("warsaw-pact", "1990-12-31", 6),
            ("warsaw-pact", "1991-07-02", 0), ("seato", "1960-01-01", 8), ("seato", "1975-01-01", 7), ("cento", "1957-01-01", 5),
            ("cento", "1960-01-01", 4), ("collective-security-treaty", "1995-01-01", 9),
            ("collective-security-treaty", "1999-06-01", 6), ("csto", "2005-01-01", 6), ("csto", "2008-01-01", 7),
            ("csto", "2013-01-01", 6), ("csto", "2026-11-24", 6), ("eec", "1960-01-01", 6), ("eec", "1975-01-01", 9),
            ("ecsc", "1955-01-01", 6), ("eu", "1994-01-01", 12), ("eu", "2000-01-01", 15), ("eu", "2005-01-01", 25),
            ("eu", "2015-01-01", 28), ("eu", "2020-01-31", 28), ("eu", "2020-02-01", 27), ("eu", "2026-11-24", 27),
            ("euro-area", "2002-01-01", 12), ("euro-area", "2026-01-01", 21), ("asean", "1967-08-08", 5),
            ("asean", "2000-01-01", 10), ("asean", "2025-10-26", 11), ("cis", "1991-12-21", 10), ("cis", "2000-01-01", 11),
            ("cis", "2026-11-24", 9), ("eaeu", "2015-09-01", 5), ("sco", "2001-06-15", 6), ("sco", "2017-06-09", 8),
            ("sco", "2024-07-04", 10), ("guam-organization", "2000-01-01", 5), ("guam-organization", "2026-11-24", 4),
            ("un", "1946-01-01", 51), ("un", "1956-01-01", 76), ("un", "1965-06-01", 114), ("un", "1990-12-31", 159),
            ("un", "1994-12-31", 184), ("un", "2024-01-01", 193), ("council-of-europe", "1949-05-05", 10),
            ("council-of-europe", "1971-01-01", 17), ("council-of-europe", "2021-12-31", 47), ("council-of-europe", "2026-11-24", 46),
            ("arab-league", "1994-01-01", 22), ("african-union", "2018-01-01", 55), ("opec", "2018-12-31", 15),
            ("opec", "2024-06-01", 12), ("opec", "2026-06-01", 11), ("ecowas", "2024-12-31", 15), ("ecowas", "2025-02-01", 12),
            ("brics", "2025-02-01", 10), ("efta", "1965-01-01", 8), ("efta", "2026-11-24", 4), ("mercosur", "2026-11-24", 6),
            ("gcc", "2026-11-24", 6),
        ]  # fmt: skip
        for body, day, count in expected:
            with self.subTest(body=body, day=day):
                members = history.on(day, body, table=self.table)
                self.assertEqual(len(members), count, sorted(members))

    def test_chosen_memberships(self):
        self.assertIn("uzbekistan", history.on("2008-01-01", "csto", table=self.table))
        self.assertNotIn("uzbekistan", history.on("2006-03-01", "csto", table=self.table))
        self.assertIn("armenia", history.on("2026-11-24", "csto", table=self.table))
        self.assertNotIn("indonesia", history.on("1965-12-31", "un", table=self.table))
        self.assertNotIn("syria", history.on("1960-01-01", "un", table=self.table))
        self.assertIn("russia", history.on("2022-03-16", "council-of-europe", table=self.table))
        self.assertNotIn("russia", history.on("2022-03-17", "council-of-europe", table=self.table))
        self.assertEqual(len(self.table[("uzbekistan", "csto")]), 1)
        self.assertEqual(len(self.table[("ecuador", "opec")]), 2)
        self.assertEqual(len(self.table[("indonesia", "opec")]), 2)
        self.assertIn("france", history.on("1970-01-01", "nato", table=self.table))
        self.assertNotIn("france", history.on("1970-01-01", "nato-military-command", table=self.table))
        self.assertEqual(
            history.on("2026-11-24", "csto-parliamentary-assembly", "observer_of", history.spells("observer_of")) - {"afghanistan"},
            {"serbia"},
        )


class DataSets(unittest.TestCase):
    @unittest.skipUnless(datasets.available(), "no data sets: set ENTENTE_SHARED to compare with them")
    def test_every_disagreement_has_its_reason(self):
        with open(__file__.replace("test.py", "disagreements.tsv"), encoding="utf-8") as file:
            lines = [line.rstrip("\n").split("\t") for line in file][1:]
        for line in lines:
            self.assertTrue(line[3].strip(), line)
        self.maxDiff = None
        self.assertEqual([tuple(line[:3]) for line in lines], [line[:3] for line in datasets.disagreements()])


if __name__ == "__main__":
    unittest.main()
