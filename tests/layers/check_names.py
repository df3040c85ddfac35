#!/usr/bin/env python3
"""No two headers that one program can link define types of the same name: that would break the one-definition rule
without a word from compiler or linker. Prints each pair and exits 1 if there is one."""

import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
TYPE = re.compile(r"^(?:struct|class|enum(?: class)?) ([A-Z]\w+)(?: final)?(?:\s*:(?!:)[^;]*)?\s*(?:\{.*)?$")
NAMESPACE = re.compile(r"^namespace ([\w:]+)")
SIDES = (("shared", "client", "cli"), ("shared", "server"))


def types(path):
    """(namespace, name) of every type a header defines at namespace level."""
    space = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if found := NAMESPACE.match(line):
            space = found.group(1)
        if found := TYPE.match(line):
            yield space, found.group(1)


def clashes(side):
    seen = {}
    for top in side:
        for path in sorted((ROOT / top).rglob("*.h")):
            for key in types(path):
                if key in seen and seen[key] != path:
                    yield f"{key[0]}::{key[1]} is defined in {seen[key].relative_to(ROOT)} and {path.relative_to(ROOT)}"
                seen.setdefault(key, path)


def main():
    found = [clash for side in SIDES for clash in clashes(side)]
    print("\n".join(found) if found else "every type name is defined once")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
