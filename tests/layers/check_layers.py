#!/usr/bin/env python3
"""Holds every #include line of the rooms against layers.json, and the client against what MinGW breaks; prints each breach and exits 1
if there is one."""

import json
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
TABLE = json.loads((pathlib.Path(__file__).parent / "layers.json").read_text())
ROOMS, LIBRARIES = TABLE["rooms"], {n: re.compile(p) for n, p in TABLE["libraries"].items()}
REFUSED = {"utils", "helpers", "managers", "common", "core"}
# MinGW frees what is thread_local before it destroys it (gcc.gnu.org, bug 80816); QThreadStorage does it in order.
THREAD_LOCAL = re.compile(r"^[^/\"]*\bthread_local\b")
INCLUDE = re.compile(r'^\s*#\s*include\s+(["<][^">]+[">])')


def room_of(path):
    """The longest room name that is a folder above `path`."""
    found = [room for room in ROOMS if path == room or path.startswith(room + "/")]
    return max(found, key=len, default=None)


def allowed(room, seen=None):
    """The room itself, what it lists, and what those may include; a listed folder stands for its rooms."""
    seen = seen if seen is not None else set()
    if room in seen:
        return seen
    seen.add(room)
    for other in ROOMS[room]["may"]:
        for inner in [r for r in ROOMS if r == other or r.startswith(other + "/")]:
            allowed(inner, seen)
    return seen


def breaches(path, text):
    room = room_of(path)
    if room is None:
        return
    may = allowed(room) - set(ROOMS[room].get("not", []))
    for number, line in enumerate(text.splitlines(), 1):
        if not room.startswith("server/") and THREAD_LOCAL.match(line):
            yield f"{path}:{number}: thread_local does not die in order on Windows; use QThreadStorage"
        match = INCLUDE.match(line)
        if not match:
            continue
        what = match.group(1)
        target = room_of(what.strip('"<>')) if what.startswith('"') else None
        if target and target not in may:
            yield f"{path}:{number}: {room} may not include {target}: {what}"
        for library in ROOMS[room]["never"]:
            if LIBRARIES[library].match(what):
                yield f"{path}:{number}: {room} must not see {library}: {what}"


def main():
    found = []
    for top in ("shared", "client", "server", "cli"):
        for file in sorted((ROOT / top).rglob("*")):
            path = file.relative_to(ROOT).as_posix()
            if REFUSED & set(file.relative_to(ROOT).parts[:-1]):
                found.append(f"{path}: a room needs a name of the domain")
            if file.suffix in (".h", ".cpp"):
                found += breaches(path, file.read_text(encoding="utf-8"))
    print("\n".join(found) if found else f"layers hold in {len(ROOMS)} rooms")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
