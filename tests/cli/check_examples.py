#!/usr/bin/env python3
"""Holds the documented examples and the linked calendars to their JSON Schemas, and the schemas to what the programs refuse.

usage: check_examples.py SOURCE_DIR. Exits with 77 (skipped) without the Python package jsonschema.
"""
import copy
import json
import pathlib
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("skipped: the Python package jsonschema is not installed")
    sys.exit(77)

EXAMPLES = [
    ("reply", "docs/examples/replies/*.json"),
    ("case", "docs/examples/case.json"),
    ("commands", "docs/examples/lives/*.json"),
    ("commands", "tests/shared/rules/packs/*.life.json"),
    ("calendar", "resources/calendars/*.json"),
]


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def objects_in(value, path=()):
    """Places of all objects that the schema closes: an unknown member there must be refused."""
    if isinstance(value, dict):
        if value and path[-1:] not in (("expect",), ("actors",)) and not {"body", "expect"} & set(path):
            yield path
        for key, inner in value.items():
            yield from objects_in(inner, path + (key,))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from objects_in(inner, path + (index,))


def with_unknown_member(value, path):
    changed = copy.deepcopy(value)
    target = changed
    for step in path:
        target = target[step]
    target["colour"] = 1
    return changed


def main():
    root = pathlib.Path(sys.argv[1])
    faults = checked = 0
    for name, pattern in EXAMPLES:
        schema = read(root / "docs/schemas" / f"{name}.schema.json")
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema)
        files = sorted(root.glob(pattern))
        if not files:
            print(f"nothing is {pattern}")
            faults += 1
        for path in files:
            checked += 1
            example = read(path)
            for error in validator.iter_errors(example):
                print(f"{path.name}: {error.json_path}: {error.message[:200]}")
                faults += 1
            for place in list(objects_in(example))[:10]:
                if validator.is_valid(with_unknown_member(example, place)):
                    print(f"{path.name}: the schema lets an unknown member pass at {place}")
                    faults += 1
    print(f"{checked} files, {faults} faults")
    sys.exit(1 if faults else 0)


main()
