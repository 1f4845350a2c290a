"""claimsmith-cli export: lists as other programs read them."""

import csv
import io
import os
import re
import resource
import shutil
import signal
import stat
import subprocess
import unittest

from harness import Run, contains, equal, run_all

HEAD = ["Publication Number", "Title", "Abstract", "Applicants", "Inventors",
        "Publication Date", "Application Number", "Application Date"]
ROWS = [
    ["US2020111111A1", "=HYPERLINK(\"http://example.com\")", "A diaphragm,\n\"flexible\"; thin.",
     "Fish and Chips, Ltd.", "Doe, Jane; Roe, Richard", "2020-04-09", "US201916111111A",
     "2019-03-01"],
    ["CN110000001A", "流体计量装置{50%}_a\\b^2~$5 & #1", "柔性隔膜分隔腔室", "北川流体", "张三;李四",
     "2019-07-12", "CN201810000001A", "2018-01-02"],
    ["EP3500000A1", "＝Metering @cartridge", "-1 + 2", "@Lumen", "+Poe, Edgar", "2019-06-26",
     "EP17000001A", "2017-12-20"],
]
FAMILY, NUMBER, TITLE, APPLICANTS, INVENTORS, APPLICATION, FILED = range(7)
ABSTRACT = 18


def fill(folder, rows=ROWS):
    """Imports invented documents into a library of this test's own."""
    os.environ["CLAIMSMITH_DATA_DIR"] = os.path.join(folder, "data")
    path = os.path.join(folder, "in.csv")
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEAD + ["Claims"], *rows])
    equal(Run("import", path).status, 0)


def export(*args):
    run = Run("export", "--order", "date", *args)
    equal((run.status, run.err), (0, ""))
    return run


def read_csv(text):
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    for row in rows:
        equal(len(row), 19, "columns")
    return rows


def read_bibtex(text):
    """A parser as BibTeX itself is one: braces are counted, whatever stands before them."""
    entries, at = {}, 0
    while (at := text.find("@", at)) >= 0:
        end, depth = text.index("{", at), 0
        kind = text[at + 1:end]
        start = end + 1
        while True:
            depth += {"{": 1, "}": -1}.get(text[end], 0)
            if depth == 0:
                break
            end += 1
        key, _, rest = text[start:end].partition(",")
        if key in entries:
            raise AssertionError(f"{key} twice")
        entries[key] = (kind, read_fields(rest))
        at = end
    return entries


def read_fields(text):
    fields, at = {}, 0
    while (equals := text.find("=", at)) >= 0:
        name = text[at:equals].strip(" ,\n")
        start = end = text.index("{", equals)
        depth = 0
        while True:
            depth += {"{": 1, "}": -1}.get(text[end], 0)
            end += 1
            if depth == 0:
                break
        fields[name] = text[start + 1:end - 1]
        at = end
    return fields


def read_ris(text):
    entries = []
    for line in text.split("\r\n"):
        if line == "":
            continue
        tag, value = line[:2], line[6:]
        equal(line[2:6], "  - ", line)
        if tag == "TY":
            entries.append([])
        entries[-1].append((tag, value))
    for entry in entries:
        equal((entry[0], entry[-1]), (("TY", "PAT"), ("ER", "")))
    return entries


def test_csv(folder):
    fill(folder)
    head, *rows = read_csv(export("").out)
    equal(head[:4], ["Family", "Publication number", "Title", "Applicants"])
    equal([row[NUMBER] for row in rows],
          ["US 2020/0111111 A1", "CN 110000001 A", "EP 3500000 A1"])
    equal(rows[1][TITLE], ROWS[1][1])
    equal(rows[1][INVENTORS], "张三; 李四")
    equal(rows[1][FILED], "2018-01-02")
    equal(rows[0][ABSTRACT], 'A diaphragm, "flexible"; thin.')
    equal(export("").out.count("\r\n"), 4)


def test_no_cell_is_a_formula(folder):
    fill(folder)
    head, *rows = read_csv(export("").out)
    equal(rows[0][TITLE], "'" + ROWS[0][1])
    equal(rows[2][TITLE], "'" + ROWS[2][1])
    equal(rows[2][APPLICANTS], "'@Lumen")
    equal(rows[2][ABSTRACT], "'-1 + 2")
    for row in rows:
        for cell in row:
            equal(cell[:1] in "=+-@＝＋－＠" and cell != "", False, cell)


def test_mark_for_excel(folder):
    fill(folder)
    equal(export("").bytes[:3] == b"\xef\xbb\xbf", False)
    equal(export("--bom", "").bytes[:3], b"\xef\xbb\xbf")


def test_query_limit_and_order(folder):
    fill(folder)
    equal(len(read_csv(export("隔膜").out)), 2)
    equal(len(read_csv(export("nothing at all").out)), 1)
    equal([row[NUMBER] for row in read_csv(export("--limit", "1", "-r", "").out)[1:]],
          ["EP 3500000 A1"])
    run = Run("export", "ti=(diaphragm")
    equal(run.status, 2)
    contains(run.err, "character 4")


def test_documents_and_numbers(folder):
    second = list(ROWS[1])
    second[0], second[5] = "CN110000001B", "2021-05-04"
    fill(folder, [*ROWS, second])
    families = read_csv(export("").out)[1:]
    equal(len(families), 3)
    documents = read_csv(export("--documents", "").out)[1:]
    equal(sorted(row[NUMBER] for row in documents)[:2], ["CN 110000001 A", "CN 110000001 B"])
    equal(len(documents), 4)
    by_number = read_csv(export("--number", "CN110000001B", "--number", "CN110000001A").out)[1:]
    equal(len(by_number), 1)
    equal(by_number[0][13], "CN 110000001 A; CN 110000001 B")
    run = Run("export", "--number", "EP9999999A1")
    equal(run.status, 2)
    contains(run.err, "EP9999999A1")


def test_workbook(folder):
    try:
        import openpyxl
    except ImportError:
        raise unittest.SkipTest("no openpyxl here")
    fill(folder)
    path = os.path.join(folder, "list.xlsx")
    export("-f", "xlsx", "-o", path, "")
    equal(os.stat(path).st_mode & 0o777, 0o600)
    book = openpyxl.load_workbook(path)
    sheet, about = book.worksheets
    rows = list(sheet.iter_rows(values_only=True))
    equal((sheet.freeze_panes, sheet.auto_filter.ref), ("C2", "A1:S4"))
    equal(rows[1][TITLE], ROWS[0][1])
    equal(rows[2][TITLE], ROWS[1][1])
    equal(isinstance(rows[1][FAMILY], int), True)
    for row in sheet.iter_rows():
        for cell in row:
            equal(cell.data_type == "f", False, f"formula in {cell.coordinate}")
    facts = dict(about.iter_rows(values_only=True))
    equal(facts["Rows"], "3")
    contains(facts["Families"], "DOCDB")
    equal(len(facts["Library as of"]), 10)


def test_bibtex(folder):
    fill(folder)
    entries = read_bibtex(export("-f", "bibtex", "").out)
    equal(list(entries), ["US2020111111A1", "CN110000001A", "EP3500000A1"])
    equal({kind for kind, _ in entries.values()}, {"patent"})
    us, cn, ep = (fields for _, fields in entries.values())
    equal(us["author"], "{Doe, Jane} and {Roe, Richard}")
    equal(us["holder"], "{Fish and Chips, Ltd.}")
    equal((us["date"], us["year"], us["number"]), ("2020-04-09", "2020", "US 2020/0111111 A1"))
    equal(cn["title"], "{流体计量装置{\\textbraceleft}50\\%{\\textbraceright}\\_a"
          "{\\textbackslash}b{\\textasciicircum}2{\\textasciitilde}\\$5 \\& \\#1}")
    equal(ep["title"], "{＝Metering @cartridge}")


def test_bibtex_keys_are_given_once(folder):
    fill(folder)
    entries = read_bibtex(export("-f", "bibtex", "--documents", "").out)
    equal(len(entries), 3)
    text = export("-f", "bibtex", "ti=metering OR pa=@lumen").out
    equal(list(read_bibtex(text)), ["EP3500000A1"])  # the comment with the query is no entry
    contains(text, "% Query: ti=metering OR pa= lumen")


def test_ris(folder):
    fill(folder)
    us, cn, ep = read_ris(export("-f", "ris", "").out)
    equal([value for tag, value in us if tag == "AU"], ["Doe, Jane", "Roe, Richard"])
    us, cn = dict(us), dict(cn)
    equal((us["PB"], us["PY"], us["DA"]), ("Fish and Chips, Ltd.", "2020", "2020/04/09"))
    equal((cn["TI"], cn["SN"], cn["M1"]), (ROWS[1][1], "CN 110000001 A", "CN 201810000001.4"))


def test_in_chinese(folder):
    fill(folder)
    run = Run("export", "--order", "date", "", env={"LANG": "C.UTF-8", "LANGUAGE": "zh_CN"})
    equal(run.status, 0)
    equal(len(read_csv(run.out)), 4)


# --- reports ---

def tool(name, *args):
    path = shutil.which(name)
    if path is None:
        raise unittest.SkipTest(f"no {name} here")
    return subprocess.run([path, *args], capture_output=True, check=True).stdout


def report(folder, *args, language="en"):
    path = os.path.join(folder, "report.pdf")
    env = {"LANG": "C.UTF-8", "LANGUAGE": language}
    run = Run("export", "--report", "-o", path, *args, env=env)
    equal((run.status, run.err), (0, ""))
    return path


def text_of(path):
    return re.sub(r"\s+", " ", tool("pdftotext", "-layout", path, "-").decode("utf-8"))


def bookmarks(path):
    with open(path, "rb") as file:
        titles = re.findall(rb"/Title (?:<(FEFF[0-9A-F]+)>|\(([^)]*)\))", file.read())
    return [bytes.fromhex(wide.decode()[4:]).decode("utf-16-be") if wide else plain.decode()
            for wide, plain in titles]


CLAIMED = [
    ["CN110000001A", "流体计量装置", "", "北川流体", "", "2019-07-12", "CN201810000001A",
     "2018-01-02", ""],
    ["CN110000001B", "流体计量装置", "", "北川流体", "", "2021-05-04", "CN201810000001A",
     "2018-01-02", "1. 一种流体计量装置，包括隔膜。\n2. 根据权利要求1所述的装置。"],
]


def test_report(folder):
    fill(folder, CLAIMED)
    path = report(folder, "--number", "CN110000001B")
    equal(os.stat(path).st_mode & 0o777, 0o600)
    text = text_of(path)
    for words in ("流体计量装置", "北川流体", "simple family, computed here", "Library as of",
                  "CN 201810000001.4", "CN 110000001 B · 2021-05-04", "in force",
                  "published as CN 110000001 B", "2038-01-02", "estimate", "yearly fee for year",
                  "Look it up in the register", "grant on 2021-05-04", "today"):
        contains(text, words)
    contains(text, "一种流体计量装置，包括隔膜")
    equal("根据权利要求1" in text, False, "the second claim")
    equal(bookmarks(path)[:5], ["流体计量装置", "Members and legal status", "Timeline",
                                "Days to come", "First claims"])
    for line in tool("pdffonts", path).decode().splitlines()[2:]:
        equal(re.search(r"(yes|no) +(yes|no) +(yes|no) +\d+ +\d+ *$", line)[0].split()[:3],
              ["yes", "yes", "yes"], line)


def test_report_of_many(folder):
    rows = [[f"US2020{n:06d}A1", f"Device {n} <b>&\x1b[31m\u202e", "", f"Owner {n}", "",
             "2020-04-09", f"US2019{n:06d}A", "2019-03-01"] for n in range(1, 103)]
    fill(folder, rows)
    path = report(folder, "--limit", "100", "--order", "date", "")
    contains(text_of(path), "Families")
    equal(sum("Device" in title for title in bookmarks(path)), 100)
    run = Run("export", "--report", "-o", path, "")
    equal(run.status, 2)
    contains(run.err, "holds 100 families, and these are 102")
    contains(text_of(report(folder, "nothing at all")), "Families")


def small_files_only():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300, 300))


def test_refused_writes_leave_what_is_there(folder):
    fill(folder)
    for form in ("csv", "xlsx", "bibtex", "ris"):
        path = os.path.join(folder, "list." + form)
        with open(path, "w", encoding="utf-8") as file:
            file.write("before")
        run = Run("export", "-f", form, "-o", path, "", before=small_files_only)
        equal(run.status, 2, form)
        contains(run.err, "cannot be written")
        with open(path, encoding="utf-8") as file:
            equal(file.read(), "before")
    equal([name for name in os.listdir(folder) if "list." in name and len(name) > 12], [])
    library = os.path.join(folder, "data", "library.db")
    run = Run("export", "-o", library, "")
    equal(run.status, 2)
    contains(run.err, "is the library itself")
    run = Run("export", "-o", os.path.join(folder, "in.csv", "x.csv"), "")
    equal(run.status, 2)


def test_devices_are_written_to_and_stay(folder):
    fill(folder)
    path = os.path.join(folder, "pipe")
    os.mkfifo(path)
    reader = subprocess.Popen(["cat", path], stdout=subprocess.PIPE)
    equal(Run("export", "--order", "date", "-o", path, "").status, 0)
    equal(reader.communicate(timeout=20)[0], export("").bytes)
    equal(stat.S_ISFIFO(os.stat(path).st_mode), True)


def test_usage(folder):
    os.environ["CLAIMSMITH_DATA_DIR"] = os.path.join(folder, "data")
    for args in ([], ["--number", "EP1", "query"], ["-f", "pdf", ""], ["--limit", "-1", ""],
                 ["--report", "-f", "csv", ""]):
        equal(Run("export", *args).status, 2, str(args))
    run = Run("export", "pump")
    equal(run.status, 2)
    contains(run.err, "import something first")
    run = Run("export", "--help")
    equal(run.status, 0)
    for part in ("Usage: ", "Options", "Exit status", "Examples"):
        contains(run.out, part)
    equal(max(len(line) for line in run.out.splitlines()) <= 80, True)


run_all(globals())
