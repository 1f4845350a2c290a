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


def write(folder, text):
    path = os.path.join(folder, "house.xml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def test_lint_reads_centres(folder):
    path = os.path.join(folder, "house.ini")
    with open(path, "w", encoding="utf-8") as file:
        file.write("[centre]\nname=x\n[clases]\n")
    run = Run("checklists", "lint", path)
    equal(run.status, 2)
    contains(run.out, 'line 3: unknown name "clases"; did you mean "classes"?')


def test_lint_names_every_mistake(folder):
    path = write(
        folder,
        """<checklist id="house" base="us" edition="2026-01-01">
<title>h</title>
<use item="US-CLM-07" severity="advice"/>
<use item="US-CLM-008" severity="hint"/>
</checklist>""",
    )
    run = Run("checklists", "lint", path)
    equal(run.status, 2)
    contains(run.out, 'line 3: unknown item "US-CLM-07"; did you mean "US-CLM-007"?')
    contains(run.out, "line 4: ")


def test_lint_tells_what_changes(folder):
    path = write(
        folder,
        """<checklist id="house" base="us" edition="2026-01-01"><title>h</title>
<use item="US-CLM-007" severity="advice"/><use item="US-CLM-008" off="no US work"/></checklist>""",
    )
    run = Run("checklists", "lint", path, "--lang", "en")
    equal(run.status, 0)
    contains(run.out, "stands on us")
    contains(run.out, "US-CLM-007  Hint: ")
    contains(run.out, "US-CLM-008  off (no US work): ")


def test_what_is_switched_off_is_said(folder):
    path = write(
        folder,
        """<checklist id="house" base="us" edition="2026-01-01"><title>h</title>
<use item="US-CLM-008" off="no US work"/></checklist>""",
    )
    draft = os.path.join(folder, "a.txt")
    with open(draft, "w", encoding="utf-8") as file:
        file.write("CLAIMS\n\n1. A pump comprising a housing.\n")
    run = Run("check", "--checklist", path, "--format", "json", "--fail-on", "never", draft)
    items = {item["id"]: item for item in json.loads(run.out)["items"]}
    equal(items["US-CLM-008"]["state"], "not-run")
    equal(items["US-CLM-008"]["reason"], "switched-off")
    equal(items["US-CLM-007"]["state"], "passed")


DRAFT = "权利要求书\n\n1. 一种泵，其特征在于，包括例如叶轮的转子和相当精巧的壳体。\n"


def findings_with_words(folder, words):
    """What "check" finds when a house has these words."""
    data = os.path.join(folder, "data")
    os.makedirs(os.path.join(data, "lexicons"), exist_ok=True)
    name = os.path.join(data, "lexicons", "claim-wording.zh.tsv")
    with open(name, "w", encoding="utf-8") as file:
        file.write(words)
    draft = os.path.join(folder, "a.txt")
    with open(draft, "w", encoding="utf-8") as file:
        file.write(DRAFT)
    run = Run(
        "check", "--checklist", "cn-invention", "--format", "json", "--with-text",
        "--fail-on", "never", draft, env={"CLAIMSMITH_DATA_DIR": data},
    )
    found = json.loads(run.out)["findings"]
    return run, {f["where"]["text"] for f in found if f["check"] == "vague-wording"}


def test_words_of_a_house(folder):
    equal(findings_with_words(folder, "")[1], {"例如"})
    run, found = findings_with_words(folder, "stop\t例如\nsubjective\t相当精巧\n")
    equal(found, {"相当精巧"})
    equal(json.loads(run.out)["house_words"], [{"list": "claim-wording.zh", "words": 2}])


def test_wrong_words_of_a_house(folder):
    run, found = findings_with_words(folder, "stop\t例如\nnonsense\t壳体\nsubjective\n")
    equal(found, set())
    contains(run.err, 'line 2: unknown class "nonsense"')
    contains(run.err, 'line 3: no words behind "subjective"')
    lint = Run("checklists", "lint", os.path.join(folder, "data/lexicons/claim-wording.zh.tsv"))
    equal(lint.status, 2)
    contains(lint.out, 'line 2: unknown class "nonsense"')


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
