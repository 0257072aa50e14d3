"""Files of claims, and what the exports write, against docs/formats/claims.schema.json.

    claims_schema_test.py SCHEMA CLAIMS_SAMPLES FOLDER

Files of the folder that are not in the form (their `format` is another, or they have none) are left alone.

Exit status 77, which ctest takes for "skipped", where the module jsonschema is missing.
"""

import json
import pathlib
import subprocess
import sys

try:
    import jsonschema
except ImportError:
    print("skipped: the Python module jsonschema is missing (python3-jsonschema)")
    sys.exit(77)

BROKEN = [
    {},
    {"format": "entente-claims", "version": 2},
    {"format": "entente-claims", "version": 1, "clams": []},
    {"format": "entente-claims", "version": 1, "claims": [{"subject": "A", "event": "joinned", "object": "B"}]},
    {"format": "entente-claims", "version": 1, "claims": [{"subject": "A", "event": "joined", "when": "2006"}]},
    {"format": "entente-claims", "version": 1, "claims": [{"subject": "A", "event": "held", "object": "B"}]},
    {"format": "entente-claims", "version": 1, "entities": [{"id": "a", "kind": "country"}]},
    {"format": "entente-claims", "version": 1, "sources": [{"title": "no id"}]},
    {"facts": [{"subject": "A", "event": "joined", "object": "B", "date": "June 2006", "certainty": "stated"}]},
]


def documents(samples, folder):
    for path in sorted(pathlib.Path(folder).rglob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(document, dict) and document.get("format") == "entente-claims":
            yield path, document
    for form in ("claims", "facts"):
        yield "export of " + form, json.loads(subprocess.check_output([samples, form]))


def main(schema_path, samples, folder):
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    seen = failures = 0
    for name, document in documents(samples, folder):
        seen += 1
        for error in validator.iter_errors(document):
            failures += 1
            print("%s: %s: %s" % (name, "/".join(map(str, error.absolute_path)), error.message[:200]))
    for document in BROKEN:
        if validator.is_valid(document):
            failures += 1
            print("the schema lets pass what it should not:", json.dumps(document))
    print("%d documents, %d failures" % (seen, failures))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3]))
