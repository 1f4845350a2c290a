"""The real export of a search platform, read by another program and counted anew.

Usage: judge-table.py DUMP-RECORDS. Needs CLAIMSMITH_CORPUS; skipped without it.
"""

import collections
import csv
import os
import pathlib
import subprocess
import sys

MARKS = {"", "-"}


def members(cell):
    return [] if cell in MARKS else [value.strip() for value in cell.split("|")]


def expect(path):
    """What the rows come to: counts, and the numbers as they stand."""
    counts = collections.Counter()
    numbers = collections.defaultdict(list)
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            counts["record"] += 1
            numbers["publication"].append(row["publication_number"])
            numbers["application"].append(row["application_number"])
            numbers["priority"].append(row["priority"])
            for column in ("family_members", "inpadoc_family_members"):
                listed = members(row[column])
                counts["family"] += bool(listed)
                others = dict.fromkeys(listed)
                others.pop(row["publication_number"], None)
                numbers["member"].extend(others)
            dates = row["application_date"] not in MARKS
            counts["application date"] += dates
            counts["priority date"] += row["priority_date"] not in MARKS
    return counts, numbers


def found_in(dump):
    counts = collections.Counter()
    numbers = collections.defaultdict(list)
    for line in dump.splitlines():
        cells = line.split("\t")
        kind = cells[0]
        if kind in ("record", "family", "fault"):
            counts[kind] += 1
        elif kind in ("publication", "application", "member"):
            numbers[kind].append(cells[2])
            counts[kind + " date"] += cells[4] != ""
        elif kind == "priority":
            numbers[kind].append(cells[4])
            counts[kind + " date"] += cells[6] != ""
    return counts, numbers


def main():
    corpus = os.environ.get("CLAIMSMITH_CORPUS")
    path = pathlib.Path(corpus or "", "exports", "patsnap_family.csv")
    if corpus is None or not path.exists():
        print("1..0 # SKIP no corpus")
        return 0

    run = subprocess.run([sys.argv[1], path], stdout=subprocess.PIPE, check=True)
    wanted, wanted_numbers = expect(path)
    found, found_numbers = found_in(run.stdout.decode())
    print("1..8")
    failures = 0
    for index, name in enumerate(("record", "family", "application date", "priority date"), 1):
        good = wanted[name] == found[name]
        failures += not good
        print(f"{'ok' if good else 'not ok'} {index} {found[name]} x {name}, wanted {wanted[name]}")
    for index, name in enumerate(("publication", "application", "priority"), 5):
        good = wanted_numbers[name] == found_numbers[name]
        failures += not good
        print(f"{'ok' if good else 'not ok'} {index} {len(found_numbers[name])} x {name}")
    # Members that are the document itself are left out by their key, which may join two forms.
    wanted_members = collections.Counter(wanted_numbers["member"])
    missing = wanted_members - collections.Counter(found_numbers["member"])
    good = sum(missing.values()) * 1000 < sum(wanted_members.values()) and found["fault"] == 0
    failures += not good
    print(f"{'ok' if good else 'not ok'} 8 {len(found_numbers['member'])} members, "
          f"{sum(missing.values())} written otherwise, {found['fault']} faults")
    return 1 if failures else 0


sys.exit(main())
