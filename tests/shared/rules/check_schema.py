#!/usr/bin/env python3
"""Holds the schemas, every pack and profile to them, and the schema to the corpus that the loader is tested with.

usage: check_schema.py SOURCE_DIR. Exits with 77 (skipped) without the Python package jsonschema.
"""
import json
import pathlib
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("skipped: the Python package jsonschema is not installed")
    sys.exit(77)


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def merged(target, patch):
    """RFC 7396."""
    if not isinstance(patch, dict):
        return patch
    result = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = merged(result.get(key), value)
    return result


def main():
    root = pathlib.Path(sys.argv[1])
    schema = read(root / "resources/rulepacks/schema/rulepack.schema.json")
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    faults = 0
    for path in sorted((root / "resources/rulepacks").glob("*.json")):
        for error in validator.iter_errors(read(path)):
            print(f"{path.name}: {error.json_path}: {error.message}")
            faults += 1
    profiles = read(root / "resources/profiles/schema/profile.schema.json")
    Draft202012Validator.check_schema(profiles)
    for path in sorted((root / "resources/profiles").glob("*.json")):
        for error in Draft202012Validator(profiles).iter_errors(read(path)):
            print(f"{path.name}: {error.json_path}: {error.message}")
            faults += 1
    base = read(root / "resources/rulepacks/tongbai-2023.json")
    packs = read(root / "tests/shared/rules/corpus.json")["packs"]
    for pack in packs:
        expected = pack.get("schema", pack["loads"])
        if validator.is_valid(merged(base, pack["patch"])) != expected:
            print(f"corpus, {pack['name']}: the schema should say {expected}")
            faults += 1
    print(f"{len(packs)} packs of the corpus, {faults} faults")
    sys.exit(1 if faults else 0)


main()
