"""The mappings that come along, and the examples of docs/formats/mapping.md, hold to the schema of mappings.

    mapping_schema_test.py PROJECT_ROOT

Exit status 77, which ctest takes for "skipped", where the module jsonschema is missing.
"""

import json
import pathlib
import re
import sys

try:
    import jsonschema
except ImportError:
    print("skipped: the Python module jsonschema is missing (python3-jsonschema)")
    sys.exit(77)

root = pathlib.Path(sys.argv[1])
schema = json.loads((root / "docs/formats/mapping.schema.json").read_text())
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)
claim = jsonschema.Draft7Validator({**schema["definitions"]["claim"], "definitions": schema["definitions"]})

mappings = sorted((root / "data/mappings").glob("*.json"))
assert len(mappings) >= 21, mappings
problems = []
for path in mappings:
    mapping = json.loads(path.read_text())
    problems += [f"{path.name}: {e.json_path}: {e.message}" for e in validator.iter_errors(mapping)]
    if mapping.get("name") != path.stem:
        problems.append(f"{path.name}: calls itself {mapping.get('name')}")
    if "cite" not in mapping["source"]:
        problems.append(f"{path.name}: does not say how its data set is to be cited")

examples = re.findall(r"```json\n(.*?)```", (root / "docs/formats/mapping.md").read_text(), re.S)
assert len(examples) >= 4
for text in examples:
    example = json.loads(text)
    kind = validator if "format" in example else claim
    problems += [f"mapping.md: {e.json_path}: {e.message}" for e in kind.iter_errors(example)]

# A schema that takes everything proves nothing.
for bad in ({}, {"format": "entente-mapping", "version": 1, "name": "x", "claim": []},
            {"format": "entente-mapping", "version": 1, "name": "x", "claims": [{"says": "Full member"}]}):
    if validator.is_valid(bad):
        problems.append(f"the schema takes {bad}")

print("\n".join(problems))
sys.exit(1 if problems else 0)
