"""Bodies shared by every dyad in every year, from COW IGO v3 alone, against the counts of peacesciencer: every row.

usage: dyads_oracle.py ENTENTE
Exits 77 where the data sets are missing (ENTENTE_SHARED, or ../shared beside the project).
"""
import csv
import gzip
import io
import os
import pathlib
import subprocess
import sys
import tempfile

outside = pathlib.Path(os.environ.get("ENTENTE_SHARED", pathlib.Path(__file__).parents[2] / ".." / "shared"))
data = outside / "datasets" / "cow_igo_v3"
if not data.is_dir():
    print(f"skipped: {data} is missing")
    sys.exit(77)


def entente(*arguments):
    run = subprocess.run([sys.argv[1], *arguments], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout


with tempfile.TemporaryDirectory() as folder:
    db = os.path.join(folder, "igo.db")
    entente("import", "--no-registry", str(data / "state_year_format3.csv.gz"), "--db", db)
    # Full and associate members count, observers do not; codes stay as COW gives them.
    text = entente("dyads", "--relation", "member_of,partner_of", "--codes", "cow", "--format", "csv", "--db", db)

ours = {}
for row in csv.DictReader(io.StringIO(text)):
    a, b = sorted((int(row["a"]), int(row["b"])))
    ours[a, b, int(row["year"])] = int(row["shared"])
rows = wrong = 0
with gzip.open(data / "cow_igo_ndy.csv.gz", "rt", encoding="utf-8") as file:
    for row in csv.DictReader(file):
        rows += 1
        dyad = int(row["ccode1"]), int(row["ccode2"]), int(row["year"])
        if ours.pop(dyad, 0) != int(row["dyadigos"]):
            wrong += 1
print(f"{rows} dyad-years, {wrong} mismatches, {len(ours)} that the oracle does not have")
sys.exit(0 if (rows, wrong, len(ours)) == (917695, 0, 0) else 1)
