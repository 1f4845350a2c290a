"""claimsmith-cli, its help, and its command "checklists"."""

import json
import os
from unicodedata import east_asian_width

from harness import Run, contains, equal, run_all


def test_version(folder):
    run = Run("--version")
    equal(run.status, 0)
    contains(run.out, "claimsmith-cli ")


def columns(line):
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in line)


def test_help_is_a_manual(folder):
    for command in ("check", "checklists"):
        run = Run(command, "--help")
        equal(run.status, 0)
        for part in ("Usage: ", "Options", "Exit status", "Examples"):
            contains(run.out, part)
        longest = max(run.out.splitlines(), key=len)
        if len(longest) > 80:
            raise AssertionError(f"more than 80 columns: {longest!r}")
    contains(Run("--help").out, "checklists")


def test_help_in_chinese(folder):
    run = Run("check", "--help", env={"LANGUAGE": "zh_CN"})
    contains(run.out, "--format=格式")
    wide = max(run.out.splitlines(), key=columns)
    if columns(wide) > 80:
        raise AssertionError(f"more than 80 columns: {wide!r}")


def test_unknown_command(folder):
    run = Run("chek")
    equal(run.status, 2)
    contains(run.err, 'did you mean "check"?')
    equal(Run().status, 2)


def test_list(folder):
    run = Run("checklists", "--format", "json", "--lang", "zh")
    equal(run.status, 0)
    lists = {line["id"]: line for line in map(json.loads, run.out.splitlines())}
    for name in ("cn-invention", "us"):
        if lists[name]["items"] < 10:
            raise AssertionError(lists[name])
    contains(Run("checklists", "--lang=en").out, "cn-invention")


def test_show(folder):
    run = Run("checklists", "show", "cn-invention", "--lang", "zh")
    equal(run.status, 0)
    contains(run.out, "CN-CLM-015")
    contains(run.out, "专利法实施细则第25条第2款")
    items = Run("checklists", "show", "us", "-f", "json").out.splitlines()
    equal(json.loads(items[0])["id"], "US-TTL-001")


def test_a_broken_checklist_is_explained(folder):
    path = os.path.join(folder, "mine.xml")
    with open(path, "w", encoding="utf-8") as file:
        file.write('<checklist id="a" office="CN" types="invention" edition="2026-01-01">\n')
        file.write('  <item id="A-1" severity="error" check="titel"/>\n</checklist>\n')
    run = Run("checklists", "show", path)
    equal(run.status, 2)
    contains(run.err, 'line 2: unknown check "titel"; did you mean "title"?')


run_all(globals())
