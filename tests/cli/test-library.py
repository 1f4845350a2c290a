"""claimsmith-cli import, search, chart, family: a library made of a table, searched, and read."""

import json
import os

from harness import Run, contains, equal, run_all

TABLE = (
    "Publication Number,Title,Abstract,Applicants,Publication Date,Application Number\n"
    "US2020111111A1,Flexible diaphragm,A flexible diaphragm divides a chamber,Beichuan,2020-04-09,"
    "US201916111111A\n"
    "CN110000001A,流体计量装置,柔性隔膜分隔腔室,北川流体,2019-07-12,CN201810000001A\n"
    "EP3500000A1,Metering cartridge,A cartridge with a valve,Lumen,2019-06-26,EP17000001A\n"
)


def use(folder):
    """The library of this test is in a folder of its own."""
    os.environ["CLAIMSMITH_DATA_DIR"] = os.path.join(folder, "data")
    path = os.path.join(folder, "export.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write(TABLE)
    return path


def lines(run):
    return [json.loads(line) for line in run.out.splitlines()]


def outcome(run):
    return lines(run)[-1]["import"]


def test_import_twice(folder):
    path = use(folder)
    first = Run("import", "-f", "json", "--changes", path)
    equal(first.status, 0)
    equal(outcome(first)["added"], 3)
    kinds = [line["change"]["kind"] for line in lines(first) if "change" in line]
    equal(kinds, ["new-family"] * 3)
    second = Run("import", "-f", "json", path)
    equal(second.status, 0)
    equal(outcome(second)["added"], 0)
    equal(outcome(second)["skipped"], 1)


def test_faults_are_named(folder):
    path = use(folder)
    with open(path, "a", encoding="utf-8") as file:
        file.write("not a number at all,,,,,\n")
    run = Run("import", "-f", "json", path, os.path.join(folder, "missing.xml"))
    equal(run.status, 2)
    equal(outcome(run)["added"], 3)
    faults = [line["fault"] for line in lines(run) if "fault" in line]
    equal([os.path.basename(fault["file"]) for fault in faults], ["export.csv", "missing.xml"])

    again = Run("import", "-f", "json", path)  # known, but who asks again wants to hear it again
    equal(again.status, 2)
    equal(outcome(again)["added"], 0)
    equal(len([line for line in lines(again) if "fault" in line]), 1)


def test_pipes_do_not_hang(folder):
    use(folder)
    path = os.path.join(folder, "pipe")
    os.mkfifo(path)
    run = Run("import", "-f", "json", path)
    equal(run.status, 2)
    equal(len([line for line in lines(run) if "fault" in line]), 1)


def test_sample_comes_and_goes(folder):
    use(folder)
    first = Run("import", "-f", "json", "--sample")
    equal(first.status, 0)
    equal(outcome(first)["faults"], 0)
    equal(lines(Run("search", "-f", "json", "柔性隔膜 tag=sample"))[0]["search"]["families"] > 5, True)
    gone = Run("import", "-f", "json", "--remove-sample")
    equal(outcome(gone)["withdrawn"], outcome(first)["added"] + outcome(first)["changed"])
    equal(lines(Run("search", "-f", "json", "diaphragm"))[0]["search"]["families"], 0)
    equal(Run("import", "--sample", "--remove-sample").status, 2)


def test_search(folder):
    equal(Run("import", use(folder)).status, 0)
    run = Run("search", "-f", "json", "--facets", "隔膜")
    equal(run.status, 0)
    found = lines(run)
    equal(found[0]["search"]["families"], 1)
    equal(found[1]["family"]["title"], "流体计量装置")
    contains(json.dumps([line["facet"] for line in found if "facet" in line]), '"CN"')
    either = lines(Run("search", "-f", "json", "ti=diaphragm OR pa=lumen"))
    equal(either[0]["search"]["families"], 2)


def test_query_not_understood(folder):
    equal(Run("import", use(folder)).status, 0)
    run = Run("search", "ti=(diaphragm")
    equal(run.status, 2)
    contains(run.err, "character 4")


def test_family(folder):
    equal(Run("import", use(folder)).status, 0)
    run = Run("family", "-f", "json", "EP 3 500 000 A1")
    equal(run.status, 0)
    family = lines(run)[0]["family"]
    equal(family["rule"], "simple")
    equal(family["applications"][0]["publications"][0]["key"], "EP.3500000.A1")
    equal(Run("family", "EP9999999A1").status, 2)


LATER = (
    "Publication Number,Title,Publication Date,Application Number\n"
    "EP3500000B1,Metering cartridge,2021-06-30,EP17000001A\n"
)


def test_history(folder):
    """What a second import brought, and what was there before it."""
    equal(Run("import", "--label", "first", use(folder)).status, 0)
    path = os.path.join(folder, "later.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write(LATER)
    equal(Run("import", "--label", "second", path).status, 0)
    run = Run("family", "--history", "-f", "json", "EP3500000A1")
    equal(run.status, 0)
    history = lines(run)[0]["family"]["history"]
    equal([entry["label"] for entry in history], ["second", "first"])
    equal([change["kind"] for change in history[0]["changes"]], ["state", "published"])
    equal(history[0]["changes"][1]["number"], "EP 3500000 B1")
    equal(history[0]["until_now"], [])
    equal([change["kind"] for change in history[1]["changes"]], ["came"])
    equal(len(history[1]["members"]), 1)
    equal(history[1]["until_now"], history[0]["changes"][:1])
    text = Run("family", "--history", "EP3500000A1").out
    contains(text, "* EP 3500000 B1")
    contains(text, "+ EP 17000001")
    equal("history" in lines(Run("family", "-f", "json", "EP3500000A1"))[0]["family"], False)


def test_chart(folder):
    equal(Run("import", use(folder)).status, 0)
    table = Run("chart", "classes")
    equal(table.status, 0)
    contains(table.out, '"3 families without applicant or class"')
    contains(table.out, "DOCDB")
    one = Run("chart", "applicants", "ti=diaphragm")
    contains(one.out, '"Beichuan",1')
    path = os.path.join(folder, "years.svg")
    equal(Run("chart", "years", "cc=CN", "-o", path).status, 0)
    with open(path, encoding="utf-8") as file:
        contains(file.read(), "<svg")
    equal(os.stat(path).st_mode & 0o777, 0o600)


def test_chart_misused(folder):
    equal(Run("import", use(folder)).status, 0)
    for words in (["chart"], ["chart", "yers"], ["chart", "years", "ti="]):
        equal(Run(*words).status, 2)
    refused = Run("chart", "years", "-o", os.path.join(folder, "years.docx"))
    equal(refused.status, 2)
    equal(os.path.exists(os.path.join(folder, "years.docx")), False)


def test_no_library(folder):
    use(folder)
    run = Run("search", "pump")
    equal(run.status, 2)
    contains(run.err, "import something first")


run_all(globals())
