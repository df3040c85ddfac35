#!/usr/bin/env python3
"""Writes cn.json, the calendar the programs load, from a list of the yearly notices.

usage: convert.py NOTICES.json > cn.json

NOTICES.json: {"years": {"2025": {"complete": true, "notices": [{"no": …, "date": …}], "papers": [address, …],
"holidays": [{"date": …, "name": …, "statutory": …}], "workdays": [{"date": …, "for": …}]}, …}}; a year without a
notice has "complete": false and "statutory_only": [{"date": …, "name": …}] instead.
The days that a notice orders for December of the year before stand under the year of their date.
"""
import json
import re
import sys

OFFICE_HOURS = {"morningFrom": "08:00", "morningTo": "12:00", "afternoonFrom": "14:30", "afternoonTo": "18:00"}

# Days of 全国年节及纪念日放假办法 (2024) that have the same date every year.
FIXED_DAYS = [(1, 1, "元旦"), (5, 1, "劳动节"), (5, 2, "劳动节"), (10, 1, "国庆节"), (10, 2, "国庆节"), (10, 3, "国庆节")]


def notice(source):
    number = re.sub(r"\s*\(.*\)$", "", source["no"])
    return {"number": number, "date": source["date"].split("/")[0]}


def year(number, source):
    off = [{"date": d["date"], "name": d["name"], "statutory": d.get("statutory", True)}
           for d in source.get("holidays") or source.get("statutory_only", [])]
    on = [{"date": d["date"], "name": d["for"]} for d in source.get("workdays", [])]
    return {
        "year": int(number),
        "complete": source["complete"],
        "notices": [notice(n) for n in source.get("notices", [])],
        "sources": source.get("papers", []),
        "off": sorted(off, key=lambda d: d["date"]),
        "on": sorted(on, key=lambda d: d["date"]),
    }


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        years = json.load(file)["years"]
    calendar = {
        "format": 1,
        "id": "cn",
        "title": "国务院办公厅节假日安排",
        "officeHours": OFFICE_HOURS,
        "fixedDays": [{"month": m, "day": d, "name": n} for m, d, n in FIXED_DAYS],
        "years": [year(number, years[number]) for number in sorted(years)],
    }
    text = json.dumps(calendar, ensure_ascii=False, indent=1)
    # One line per innermost object: a notice reads as a list of days.
    text = re.sub(r"\{\s*([^{}\[\]]*?)\s*\}", lambda m: "{" + re.sub(r"\s*\n\s*", " ", m.group(1)) + "}", text)
    print(text)


main()
