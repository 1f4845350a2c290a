"""claimsmith-cli terms: what the claims name, as a table and as JSON."""

import json
import os

from harness import Run, contains, equal, run_all

CHINESE = """权利要求书

1. 一种泵，其特征在于，包括壳体（10）和设置在所述壳体（10）内的叶轮（20）。
2. 根据权利要求1所述的泵，其特征在于，还包括密封圈，所述密封圈套设在所述叶轮（20）上。
3. 根据权利要求1所述的泵，其特征在于，所述阀板由橡胶制成。
"""

ENGLISH = """CLAIMS

1. A pump comprising a housing (10) and an impeller (20) arranged in the housing (10).
2. The pump of claim 1, further comprising a gasket, wherein the gasket surrounds the impeller (20).
3. The pump of claim 1, wherein the valve plate is made of rubber.
"""


def write(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def read_terms(path):
    run = Run("terms", "--format", "json", path)
    equal(run.status, 0)
    document = json.loads(run.out)
    equal(document["schema"], 1)
    return {term["name"]: term for term in document["terms"]}


def check_terms(terms, housing, impeller, gasket, plate):
    equal(terms[housing]["sign"], "10")
    equal(terms[impeller]["sign"], "20")
    equal(terms[gasket]["sign"], None)
    equal(terms[housing]["introduced"]["claim"], 1)
    equal(terms[gasket]["introduced"]["claim"], 2)
    equal(terms[impeller]["uses"][0]["kind"], "introduction")
    equal([use["claim"] for use in terms[impeller]["uses"]], [1, 2])
    equal(terms[impeller]["uses"][1]["basis"], "found")
    equal(terms[plate]["introduced"], None)
    equal(terms[plate]["uses"][0]["basis"], "no-head")


def test_chinese_json(folder):
    terms = read_terms(write(folder, "a.txt", CHINESE))
    check_terms(terms, "壳体", "叶轮", "密封圈", "阀板")
    use = terms["密封圈"]["introduced"]
    claim = CHINESE.split("2. ")[1].split("\n")[0]
    equal(claim[use["start"] : use["end"]], "密封圈")


def test_english_json(folder):
    terms = read_terms(write(folder, "a.txt", ENGLISH))
    check_terms(terms, "housing", "impeller", "gasket", "valve plate")


def test_table(folder):
    path = write(folder, "a.txt", ENGLISH)
    run = Run("terms", path)
    equal(run.status, 0)
    line = next(line for line in run.out.splitlines() if "impeller" in line)
    equal(line.split(), ["impeller", "20", "1", "2", "1,", "2"])
    contains(next(line for line in run.out.splitlines() if "valve" in line), "not introduced")


def test_chinese_table_of_an_english_text(folder):
    run = Run("terms", "--lang", "zh", write(folder, "a.txt", ENGLISH))
    contains(run.out, "首见权利要求")


def test_unreadable_among_others(folder):
    good = write(folder, "a.txt", ENGLISH)
    bad = write(folder, "b.txt", "")
    run = Run("terms", "--format", "json", good, bad, os.path.join(folder, "none.txt"))
    equal(run.status, 2)
    lines = [json.loads(line) for line in run.out.splitlines()]
    equal(["error" in line for line in lines], [False, True, True])


def test_output_to_a_file(folder):
    path = os.path.join(folder, "out.json")
    run = Run("terms", "-f", "json", "-o", path, write(folder, "a.txt", CHINESE))
    equal((run.status, run.out), (0, ""))
    equal(os.stat(path).st_mode & 0o777, 0o600)
    with open(path, encoding="utf-8") as file:
        equal(len(json.load(file)["terms"]) > 3, True)


def test_nothing_acts_on_the_terminal(folder):
    text = ENGLISH.replace("gasket", "gas\u202eket")
    run = Run("terms", write(folder, "a.txt", text))
    equal("\u202e" in run.out, False)


def test_usage(folder):
    equal(Run("terms").status, 2)
    equal(Run("terms", "--format", "xml", "x").status, 2)
    contains(Run("terms", "--help").out, "Exit status")


run_all(globals())
