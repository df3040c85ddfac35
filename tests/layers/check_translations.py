#!/usr/bin/env python3
"""Every string of the sources has a finished Chinese translation; prints each that has not and exits 1."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

ROOT = pathlib.Path(sys.argv[1]).resolve()
PROGRAMS = ("cli", "server")
LUPDATE = shutil.which("lupdate6") or "/usr/lib/qt6/bin/lupdate"


def messages(path):
    """(context, source, comment) -> translation state, of one .ts file."""
    found = {}
    for context in xml.parse(path).getroot().iter("context"):
        name = context.findtext("name")
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = translation.findall("numerusform") or [translation]
            done = translation.get("type") is None and all((form.text or "").strip() for form in forms)
            found[(name, message.findtext("source"), message.findtext("comment"))] = done
    return found


def wanted(room, folder):
    """What lupdate finds in a room's sources; of the programs' own folders only the files that lie in them."""
    out = pathlib.Path(folder) / "found.ts"
    out.unlink(missing_ok=True)
    sources = sorted((ROOT / room).glob("*.cpp")) if room in PROGRAMS else [room]
    subprocess.run([LUPDATE, "-silent", "-locations", "none", "-no-obsolete", "-I", ".", *sources, "-ts", out],
                   cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return messages(out) if out.exists() else {}


def main():
    faults = []
    rooms = [p.relative_to(ROOT).as_posix() for top in ("shared", "client", "server") for p in (ROOT / top).iterdir()
             if p.is_dir()] + list(PROGRAMS)
    with tempfile.TemporaryDirectory() as folder:
        for room in sorted(rooms):
            file = ROOT / "translations" / (room.replace("/", "_") + "_zh_CN.ts")
            have = messages(file) if file.exists() else {}
            for key in wanted(room, folder):
                if not have.get(key):
                    faults.append(f"{file.name}: {key[0]}: {key[1]!r}")
    print("\n".join(faults) if faults else f"zh_CN is complete in {len(rooms)} rooms")
    return 1 if faults else 0


if __name__ == "__main__":
    os.environ.setdefault("LC_ALL", "C.UTF-8")
    sys.exit(main())
