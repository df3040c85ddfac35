#!/usr/bin/env python3
"""Plays the tour and checks what it leaves: every step verified, the pictures there, the dossiers sound.

And nothing of what was typed or shown lies in clear outside the server's folder and the dossiers: neither in what is left of
home and temporary files, nor in anything that was ever written there (a preloaded library keeps a journal of all writes), nor in
a core file.

usage: check_tour.py TOUR-PROGRAM [CLIENT-PROGRAM PRELOADED-LIBRARY]
"""

import json
import os
import pathlib
import re
import signal
import struct
import subprocess
import sys
import tempfile
import time

from clear_text import Search

STEPS_OF_A_LIFE = ["dispatch", "accept", "record-contact", "submit-for-sign-off", "sign", "submit-reply", "accept-reply",
                   "record-centre-callback", "close", "archive", "dossier"]
PREFLIGHT = pathlib.Path(__file__).parent.parent / "preflight"


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def check_steps(tour):
    assert tour["ok"], tour.get("failure")
    assert all(step["verified"] == "yes" for step in tour["steps"]), "a step is not verified"
    cases = {step["case"] for step in tour["steps"] if step["case"]}
    assert len(cases) == 3, cases
    for case in cases:
        steps = [step["step"] for step in tour["steps"] if step["case"] == case]
        assert set(STEPS_OF_A_LIFE) <= set(steps), (case, steps)
    everything = [step["step"] for step in tour["steps"]]
    for once in ("import", "return-to-clerk", "return-for-rework", "file-with-centre", "replay-on-a-fresh-server"):
        assert everything.count(once) == 1, once
    return cases


def check_dossier(path, states):
    output("qpdf", "--check", str(path))
    if subprocess.run([PREFLIGHT, path], stdout=subprocess.PIPE).returncode not in (0, 77):
        raise AssertionError(f"{path} is not PDF/A-1b")
    fonts = output("pdffonts", str(path)).splitlines()[2:]
    assert fonts and all(line.split()[-5] == "yes" for line in fonts), "a font is not embedded"
    text = "".join(output("pdftotext", str(path), "-").split())
    demand = "".join(states["tour"]["demand"]["text"].split())
    missing = sorted(set(demand) - set(text))
    assert not missing, f"characters of the demand are not in the dossier: {missing}"


def written(journal):
    """What was ever written, by file, from the journal of the preloaded library (tests/faults/Journal.h)."""
    head = struct.Struct("<qqqqii")
    files = {}
    with open(journal, "rb") as source:
        while len(bytes_ := source.read(head.size)) == head.size:
            _sequence, _inode, _offset, size, _deed, length = head.unpack(bytes_)
            path = source.read(length).decode(errors="replace")
            files.setdefault(path, bytearray()).extend(source.read(size))
    return files


def strings(json_value):
    if isinstance(json_value, str):
        yield json_value
    for value in json_value.values() if isinstance(json_value, dict) else json_value if isinstance(json_value, list) else ():
        yield from strings(value)


def known_texts(folder):
    """What people typed, and the demands and identities that they saw."""
    texts = set()
    for path in [folder / "commands.json", *folder.glob("state-*.json")]:
        texts |= set(strings(json.loads(path.read_text())))
    sentences = sorted((text for text in texts if len(text) >= 8 and re.search("[\u4e00-\u9fff]", text)), key=len)
    numbers = sorted(text for text in texts if re.fullmatch(r"[0-9-]{11,13}", text))
    citizens = {text for text in json.loads((folder / "commands.json").read_text())["citizens"] if text}
    assert len(citizens) >= 3, "no citizen is known"
    return sentences[:: max(1, len(sentences) // 25)] + numbers[:5] + sorted(citizens)


def check_clear_text(folder, home, temporary, journal):
    # The dossiers, what the server holds, and packages on their way, which stand in memory.
    may = re.compile(re.escape(str(folder)) + r"/|/server/|^/dev/shm/chengban-scratch-")
    texts = known_texts(folder)
    search = Search(texts)
    files = {path: bytes(data) for path, data in written(journal).items()}
    for root in (home, temporary):
        for path in pathlib.Path(root).rglob("*"):
            if path.is_file() and path != journal:
                files[f"{path} (left)"] = path.read_bytes()
    looked = 0
    for path, data in files.items():
        if path.startswith("/dev/shm/"):
            assert not os.path.exists(path), f"left in memory: {path}"
        if not may.search(path):
            looked += len(data)
            hits = search.hits(data)
            assert not hits, f"in clear in {path}: {sorted(hits)[:3]}"
    server = b"".join(data for path, data in files.items() if "/server/" in path)
    assert search.hits(server), "the journal or the search does not work: the server's own files hold these texts"
    assert len(texts) > 20 and looked > 1 << 20
    print(f"{len(texts)} texts, {looked >> 20} MiB in {len(files)} files: 0 hits")


def check_no_core(program):
    with tempfile.TemporaryDirectory() as place:
        client = subprocess.Popen([program], cwd=place, stderr=subprocess.DEVNULL)
        time.sleep(1.5)
        limits = pathlib.Path(f"/proc/{client.pid}/limits").read_text()
        client.send_signal(signal.SIGSEGV)
        client.wait()
        assert re.search(r"Max core file size\s+0\s+0", limits), "a core file may be written"
        assert not list(pathlib.Path(place).glob("*core*"))


def main():
    program = sys.argv[1]
    preloaded = sys.argv[3] if len(sys.argv) > 3 else None
    with tempfile.TemporaryDirectory() as out, tempfile.TemporaryDirectory() as temporary:
        environment = {**os.environ, "TMPDIR": temporary}
        journal = pathlib.Path(temporary) / "journal"
        if preloaded:
            environment |= {"LD_PRELOAD": preloaded, "CHENGBAN_FAULT_JOURNAL": str(journal)}
        subprocess.run([program, "--out", out], check=True, env=environment)
        if preloaded:
            check_clear_text(pathlib.Path(out), os.environ["HOME"], temporary, journal)
            check_no_core(sys.argv[2])
        folder = pathlib.Path(out)
        tour = json.loads((folder / "tour.json").read_text())
        for case in check_steps(tour):
            check_dossier(folder / f"dossier-{case}.pdf", json.loads((folder / f"state-{case}.json").read_text()))
        assert len(tour["pictures"]) > 30
        for picture in tour["pictures"]:
            assert (folder / picture).stat().st_size > 5000, picture
    print("three lives, three sound dossiers")


if __name__ == "__main__":
    main()
