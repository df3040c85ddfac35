#!/usr/bin/env python3
"""Plays the tour and checks what it leaves: every step verified, the pictures there, the dossiers sound.

usage: check_tour.py TOUR-PROGRAM
"""

import json
import pathlib
import subprocess
import sys
import tempfile

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
    for once in ("import", "return-to-clerk", "return-for-rework", "replay-on-a-fresh-server"):
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


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as out:
        subprocess.run([program, "--out", out], check=True)
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
