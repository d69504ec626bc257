"""Checks lines "FORM<tab>JSON" against the definitions of a JSON Schema, and that each form is there at least once."""

import json
import sys

import jsonschema

schema_path, forms_path = sys.argv[1:]
with open(schema_path, encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft202012Validator.check_schema(schema)
forms = {name for name, form in schema["$defs"].items() if "schema" in form.get("properties", {})}
seen, faults = set(), 0
with open(forms_path, encoding="utf-8") as file:
    lines = file.read().splitlines()
for line in lines:
    name, _, text = line.partition("\t")
    seen.add(name)
    validator = jsonschema.Draft202012Validator(
        {**schema, "$ref": f"#/$defs/{name}"}, format_checker=jsonschema.FormatChecker()
    )
    for error in validator.iter_errors(json.loads(text)):
        faults += 1
        print(f"{name}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
for name in sorted(forms - seen):
    faults += 1
    print(f"{name}: no command wrote it")
print(f"{len(lines)} answers of {len(seen)} forms, {faults} faults")
sys.exit(1 if faults else 0)
