#!/usr/bin/env python3
"""Holds docs/rules-coverage.md to the packs, the tests and the requirements; with --write it writes the table.

usage: rules_coverage.py PROJECT [--write]

The table has a line for each row that a pack cites: the members that cite it, what reads them, and the tests that go
through all rules of those kinds or name the row. Rows that are no rule of a case
stand in the second table of the document, which is written by hand.
"""

import json
import pathlib
import re
import sys

BEGIN, END = "<!-- written by tests/shared/rules/rules_coverage.py -->\n", "<!-- to here -->\n"
ROW = re.compile(r"[A-Z]{1,2}[0-9]+(?:\.[0-9]+)?[a-z]?")

# What reads the rules of a kind, and the test that goes through all of them.
READERS = {
    "limits": ("decide, deadlines job", "tst_DueDates"),
    "signers": ("decide", "tst_PackContent"),
    "instructions": ("decide", "tst_Instructions"),
    "requiredParts": ("reply check", "tst_PackReplies"),
    "textChecks": ("reply check", "tst_TextChecks"),
    "contact": ("reply check, decide", "tst_CountyRules"),
    "extensions": ("decide", "tst_NewCounty"),
    "limitOverride": ("decide", "tst_NewCounty"),
    "returns": ("decide", "tst_NewCounty"),
    "acceptance": ("decide, deadlines job", "tst_DeadlineJob"),
    "joint": ("decide", "tst_NewCounty"),
    "answering": ("decide, reply check", "tst_CountyRules"),
    "callback": ("decide, reply check", "tst_CountyRules"),
    "substitution": ("decide", "tst_Substitution"),
    "termination": ("decide", "tst_NewCounty"),
    "metrics": ("decide, scores, shown", "tst_Scores"),
    "thresholds": ("scores, shown", "tst_Scores"),
    "volumes": ("scores, shown", "tst_Scores"),
    "score": ("scores, shown", "tst_Scores"),
    "grades": ("scores, shown", "tst_Scores"),
    "duties": ("shown", "tst_PackSheet"),
    "notices": ("told at the case", "tst_Notices"),
    "roster": ("dispatch form, case", "tst_WindowModels"),
    "reworkReasons": ("decide", "tst_NewCounty"),
    "returnReasons": ("decide", "tst_NewCounty"),
    "refusalReasons": ("decide", "tst_NewCounty"),
    "channels": ("reply check", "tst_PackReplies"),
    "satisfaction": ("decide, reply check", "tst_NewCounty"),
    "closingPoints": ("decide", "tst_NewCounty"),
    "caseTypes": ("decide", "tst_NewCounty"),
    "outcomes": ("reply check", "tst_PackReplies"),
    "keyCategories": ("decide", "tst_NewCounty"),
    "immediateKinds": ("decide", "tst_NewCounty"),
    "supervisionReasons": ("decide", "tst_NewCounty"),
    "supervisionMethods": ("decide", "tst_NewCounty"),
    "urgeChannels": ("decide", "tst_NewCounty"),
    "reReviewReasons": ("decide", "tst_NewCounty"),
    "answerChannels": ("decide", "tst_NewCounty"),
    "accountabilityCases": ("shown", "tst_PackSheet"),
    "knowledgeKinds": ("shown", "tst_PackSheet"),
}


def order(row):
    letters, number, rest = re.match(r"([A-Z]+)([0-9]+)(.*)", row).groups()
    return ("T HA HB HC HD HE HF M N G".split().index(letters), int(number), rest)


def cites(value):
    if isinstance(value, list):
        for one in value:
            yield from cites(one)
    elif isinstance(value, dict):
        if isinstance(value.get("cite"), str):
            yield value["cite"]
        for one in value.values():
            yield from cites(one)


def cited(project):
    """row -> {kind: packs}, of the packs as they are written and of the wording they extend."""
    rows = {}
    for path in sorted((project / "resources/rulepacks").glob("**/*.json")):
        pack = json.loads(path.read_text(encoding="utf-8"))
        if path.parent.name == "schema":
            continue
        for kind, value in pack.items():
            for cite in cites(value):
                if not re.match(r"[A-Z]{1,2}[0-9]", cite):
                    continue
                for row in ROW.findall(cite.split(" ")[0]):
                    rows.setdefault(row, {}).setdefault(kind, set()).add(path.stem)
    return rows


# Where a row that is named is what is tested, not only a sample.
NAMING = {
    "tst_PackContent", "tst_DueDates", "tst_CountyRules", "tst_Requirements", "tst_Requests", "tst_Orders", "tst_Scores",
    "tst_Substitution", "tst_Instructions", "tst_Notices", "tst_DeadlineChanges", "tst_CountyProfile",
    "tst_CaseProperties", "tst_Refusals",
}


def tests_that_name(project):
    rows = {}
    files = sorted((project / "tests").glob("**/tst_*.cpp"))
    for path in files:
        if path.stem not in NAMING:
            continue
        text = path.read_text(encoding="utf-8")
        for row in set(re.findall(r"\b(?:T|HA|HB|HC|HD|HE|HF|M|N|G)[0-9]+(?:\.[0-9]+)?[a-z]?\b", text)):
            rows.setdefault(row, []).append(path.stem)
    return rows, {path.stem for path in files}


def table(project):
    named, known = tests_that_name(project)
    lines = ["| row | members of packs | read by | tests |\n", "|---|---|---|---|\n"]
    for row, kinds in sorted(cited(project).items(), key=lambda one: order(one[0])):
        members = ", ".join(f"`{kind}`" for kind in kinds)
        readers, tests = [], []
        for kind in kinds:
            reader, test = READERS[kind]
            readers += [one for one in reader.split(", ") if one not in readers]
            tests += [test] if test not in tests else []
        tests += [one for one in named.get(row, []) if one not in tests][:3]
        assert set(tests) <= known, set(tests) - known
        lines.append(f"| {row} | {members} | {', '.join(readers)} | {', '.join(tests)} |\n")
    return lines


def first_column(text):
    ids = []
    for line in text.splitlines():
        cells = re.match(r"\| ((?:T|HA|HB|HC|HD|HE|HF|M|N|G)[0-9][0-9a-z., A-Z]*) \|", line)
        ids += cells.group(1).split(", ") if cells else []
    return ids


def main():
    project = pathlib.Path(sys.argv[1])
    page = project / "docs/rules-coverage.md"
    text = page.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    written, after = rest.split(END)
    fresh = "".join(table(project))
    if "--write" in sys.argv:
        page.write_text(before + BEGIN + fresh + END + after, encoding="utf-8")
        return 0
    if written != fresh:
        print("docs/rules-coverage.md is not what the packs and tests say; run this with --write")
        return 1
    rows = first_column(fresh) + first_column(after)
    twice = {row for row in rows if rows.count(row) > 1}
    assert not twice, twice
    requirements = project / "../shared/requirements.md"
    if not requirements.exists():
        print("../shared/requirements.md is not there")
        return 77
    wanted = first_column(requirements.read_text(encoding="utf-8").split("## Where the seeds disagree")[0])
    assert len(set(wanted)) == 199, len(set(wanted))
    lacking, unknown = sorted(set(wanted) - set(rows)), sorted(set(rows) - set(wanted))
    assert not lacking and not unknown, (lacking, unknown)
    print(f"{len(first_column(fresh))} rows in packs, {len(first_column(after))} elsewhere")
    return 0


if __name__ == "__main__":
    sys.exit(main())
