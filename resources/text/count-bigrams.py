#!/usr/bin/env python3
"""Makes bigrams.json: in which share of letters and replies two ideographs follow each other.

usage: count-bigrams.py LETTERS.csv >bigrams.json     (columns title, content, reply)
Only shares of at least 8 in 1,000 are kept, so no sentence can be read out of them.
"""
import collections
import csv
import json
import re
import sys

RUN = re.compile("[\u4e00-\u9fff]{2,}")
LEAST = 8
STEPS = [8, 10, 12, 15, 20, 25, 30, 40, 50, 70, 100, 140, 200, 1000]


def bigrams(text):
    return {run[i:i + 2] for run in RUN.findall(text) for i in range(len(run) - 1)}


def main():
    with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    # The other half measures the check (docs/reply-check.md).
    rows = [row for row in rows if int(row["source_id"]) % 2 == 0]
    counts = collections.Counter()
    for row in rows:
        counts.update(bigrams("\n".join((row["title"], row["content"], row["reply"]))))
    levels = collections.defaultdict(list)
    for bigram, count in counts.items():
        share = 1000 * count / len(rows)
        if share >= LEAST:
            levels[max(step for step in STEPS if step <= share)].append(bigram)
    shares = [{"perMille": level, "bigrams": "".join(sorted(levels[level]))} for level in sorted(levels)]
    source = f"counted over {len(rows)} public letters of citizens with their replies"
    json.dump({"source": source, "shares": shares}, sys.stdout, ensure_ascii=False, indent=1)
    print()


main()
