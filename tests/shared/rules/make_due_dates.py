#!/usr/bin/env python3
"""Writes due times that were computed without the programs' code, from the State Council's notices themselves.

usage: make_due_dates.py NOTICES.json SEED COUNT > due-dates.tsv

NOTICES.json is what resources/calendars/convert.py takes. A row: start, amount, unit, count, due. The way is another
one than the programs': all working days of all years stand in one sorted list, and a due day is an index in it; office
minutes of all years stand in one list of spans, and a due time is a place in their sum.
"""
import bisect
import datetime as dt
import json
import random
import sys

OPEN = [(8 * 60, 12 * 60), (14 * 60 + 30, 18 * 60)]  # minutes of a day
CLOSE = dt.time(18, 0)
UNITS = ["working-day", "natural-day", "working-hour", "natural-hour"]


def working_days(years):
    off, on = set(), set()
    for year in years.values():
        off |= {d["date"] for d in year.get("holidays") or year.get("statutory_only", [])}
        on |= {d["date"] for d in year.get("workdays", [])}
    day, days = dt.date(2018, 1, 1), []
    while day <= dt.date(2026, 12, 31):
        text = day.isoformat()
        if text in on or (day.weekday() < 5 and text not in off):
            days.append(day)
        day += dt.timedelta(days=1)
    return days


class Office:
    """Office time as one line of minutes since 2018."""

    def __init__(self, days):
        self.spans, self.before, total = [], [], 0
        for day in days:
            midnight = dt.datetime.combine(day, dt.time())
            for opens, closes in OPEN:
                self.spans.append(midnight + dt.timedelta(minutes=opens))
                self.before.append(total)
                total += closes - opens

    def length(self, i):
        return OPEN[i % 2][1] - OPEN[i % 2][0]

    def place(self, moment):
        """Minutes of office time before `moment`."""
        i = bisect.bisect_right(self.spans, moment) - 1
        if i < 0:
            return 0
        return self.before[i] + min((moment - self.spans[i]).total_seconds() / 60, self.length(i))

    def moment(self, place):
        """The end of the first `place` minutes."""
        i = bisect.bisect_left(self.before, place) - 1
        return self.spans[i] + dt.timedelta(minutes=place - self.before[i])


def due(start, amount, unit, count, days, office):
    if unit == "natural-hour":
        return start + dt.timedelta(hours=amount)
    if unit == "working-hour":
        return office.moment(office.place(start) + 60 * amount)
    if unit == "natural-day":
        day = start.date() + dt.timedelta(days=amount)
    elif amount == 0:  # the same day while the office is open on it, or else the next working day
        late = start.time() >= CLOSE
        day = days[bisect.bisect_right(days, start.date()) if late else bisect.bisect_left(days, start.date())]
    else:
        day = days[bisect.bisect_right(days, start.date()) + amount - 1]
    same = count == "same-moment" and amount > 0
    return dt.datetime.combine(day, start.time() if same else CLOSE)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        days = working_days(json.load(file)["years"])
    office, dice = Office(days), random.Random(int(sys.argv[2]))
    last = int((dt.datetime(2026, 11, 1) - dt.datetime(2018, 1, 1)).total_seconds() // 60)
    for _ in range(int(sys.argv[3])):
        start = dt.datetime(2018, 1, 1) + dt.timedelta(minutes=dice.randrange(last))
        unit = dice.choice(UNITS)
        amount = dice.randrange(0 if unit == "working-day" else 1, 25)
        count = dice.choice(["next-day", "same-moment"])
        row = [start, amount, unit, count, due(start, amount, unit, count, days, office)]
        print("\t".join(str(v)[:16] if isinstance(v, dt.datetime) else str(v) for v in row))


main()
