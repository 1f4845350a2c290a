"""Reports as other programs read them: Word, workbooks, PDF, HTML and SARIF."""

import html.parser
import json
import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
import zipfile
import zlib

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "cli"))
from harness import Run, contains, equal, run_all  # noqa: E402

MAKE_REPORTS, MAKE_STORE = sys.argv[2:4]
BAD = ("1. 一种泵，包括壳体。\n2. 根据权利要求3所述的泵，其特征在于，还包括叶轮。\n"
       "3. 一种阀，包括阀芯。\n")
FORMATS = ("pdf", "docx", "xlsx", "html", "sarif")
COLUMNS = {"zh": ["序号", "位置", "问题", "依据", "建议", "处理", "理由"],
           "en": ["No.", "Place", "Problem", "Basis", "Suggestion", "Handling", "Reason"]}


MADE = tempfile.TemporaryDirectory()  # made once: it takes a while
subprocess.run([MAKE_REPORTS, MADE.name, "many"], check=True, timeout=600)


def made(name):
    return os.path.join(MADE.name, name)


def need(module):
    try:
        return __import__(module)
    except ImportError:
        raise unittest.SkipTest(f"no {module} here")


def tool(name, *args):
    path = shutil.which(name)
    if path is None:
        raise unittest.SkipTest(f"no {name} here")
    return subprocess.run([path, *args], capture_output=True, check=True, timeout=120).stdout


def write(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def check(*args, **kwargs):
    return Run("check", "--checklist", "cn-invention", "--as-of", "2026-06-01", *args, **kwargs)


# --- Word ---

def test_word(folder):
    docx = need("docx")
    for language in ("zh", "en"):
        document = docx.Document(made(f"full-{language}.docx"))
        section = document.sections[0]
        equal((section.page_width.mm > section.page_height.mm, round(section.page_width.mm)),
              (True, 297), "landscape")
        findings = next(table for table in document.tables
                        if [c.text for c in table.rows[0].cells] == COLUMNS[language])
        contains(findings.rows[0]._tr.xml, "w:tblHeader")
        text = "\n".join(cell.text for row in findings.rows for cell in row.cells)
        for words in ("权利要求", "客户要求", "代理师甲"):
            contains(text, words)
        contains(section.footer._element.xml, "NUMPAGES")
        headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
        equal(len(headings), 7, "headings")


def test_word_is_well_formed(folder):
    for name in ("full-zh", "full-en", "hostile-zh", "hostile-en"):
        with zipfile.ZipFile(made(name + ".docx")) as package:
            for entry in package.namelist():
                if entry.endswith((".xml", ".rels")):
                    ElementTree.fromstring(package.read(entry))
            body = package.read("word/document.xml").decode("utf-8")
        names = re.findall(r'w:bookmarkStart w:id="(\d+)" w:name="([^"]*)"', body)
        equal(len({number for number, _ in names}), len(names), "ids of bookmarks")
        anchors = set(re.findall(r'w:anchor="([^"]*)"', body))
        equal(anchors - {name for _, name in names}, set(), "links that lead nowhere")


# --- workbooks ---

def test_workbook(folder):
    openpyxl = need("openpyxl")
    for language, first in (("zh", "概要"), ("en", "Summary")):
        book = openpyxl.load_workbook(made(f"full-{language}.xlsx"))
        equal(book.sheetnames[0], first)
        findings, items = book.worksheets[1:]
        equal(findings.freeze_panes, "A2")
        equal(findings.auto_filter.ref, "A1:R5")
        equal([cell.value for cell in findings["A"]][1:], [1, 2, 3, 4])
        equal(findings.print_title_rows, "$1:$1")
        equal(items.max_row, 8)
        contains(str(findings.column_dimensions["D"].width), "3")
        equal(findings["D2"].alignment.wrap_text, True)


def test_workbook_has_no_formula(folder):
    openpyxl = need("openpyxl")
    book = openpyxl.load_workbook(made("hostile-zh.xlsx"))
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                equal(cell.data_type == "f", False, f"formula in {cell.coordinate}")
    with zipfile.ZipFile(made("hostile-zh.xlsx")) as package:
        for entry in package.namelist():
            data = package.read(entry)
            ElementTree.fromstring(data)
            equal(b"<f>" in data, False, "formula in " + entry)


# --- PDF ---

def objects(path):
    """All that is written in a PDF, unpacked."""
    with open(path, "rb") as file:
        data = file.read()
    for packed in re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL):
        try:
            data += zlib.decompressobj().decompress(packed)
        except zlib.error:
            pass
    return data


def test_pdf_text(folder):
    for language, words in (("zh", ("专利申请文件质检表", "客户要求", "测试清单", "尚未核对")),
                            ("en", ("Examination report", "Must fix", "Not yet verified"))):
        path = made(f"full-{language}.pdf")
        text = re.sub(r"\s+", " ", tool("pdftotext", "-layout", path, "-").decode("utf-8"))
        for word in words:
            contains(text, word)


def test_pdf_fonts_are_embedded(folder):
    lines = tool("pdffonts", made("full-zh.pdf")).decode().splitlines()[2:]
    equal(len(lines) > 0, True, "fonts")
    for line in lines:
        equal(re.search(r"(yes|no) +(yes|no) +(yes|no) +\d+ +\d+ *$", line)[0].split()[:3],
              ["yes", "yes", "yes"], line)


def test_pdf_leads(folder):
    data = objects(made("full-zh.pdf"))
    titles = re.findall(rb"/Title <(FEFF[0-9A-Fa-f]*)>|/Title <(feff[0-9a-f]*)>", data)
    names = {bytes.fromhex((a or b).decode()[4:]).decode("utf-16-be") for a, b in titles}
    for word in ("检查结果", "需人工判断", "全部检查项目", "必须改  1"):
        equal(word in names, True, f"{word!r} among {names}")
    contains(str(data.count(b"/Subtype /Link") > 5), "True")


def test_pdf_pages(folder):
    info = tool("pdfinfo", made("full-en.pdf")).decode()
    contains(info, "841.89 x 595.28")
    contains(info, "Creator:         Claimsmith")


# --- HTML ---

class Page(html.parser.HTMLParser):
    """A page whose elements must close, with what stands in it."""

    VOID = {"meta", "input", "col", "br"}

    def __init__(self, text):
        super().__init__()
        self.open, self.ids, self.links, self.tags, self.words = [], [], set(), [], []
        self.feed(text)
        equal(self.open, [], "elements that stay open")

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.tags.append((tag, attributes))
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if attributes.get("href", "").startswith("#"):
            self.links.add(attributes["href"][1:])
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in self.VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        equal(self.open.pop(), tag, f"element closed at {self.getpos()}")

    def handle_data(self, data):
        self.words.append(data)


def page(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    contains(text, "default-src 'none'")
    for outside in (r'(src|href|action|data)="https?:', r'url\(["\']?http', "@import"):
        equal(re.findall(outside, text), [], outside)
    return Page(text)


def test_html(folder):
    for name in ("full-zh", "full-en", "hostile-zh", "hostile-en", "manual-zh", "manual-en"):
        got = page(made(name + ".html"))
        equal(sorted(set(got.ids)), sorted(got.ids), "ids")
        equal(got.links - set(got.ids), set(), "links that lead nowhere")
    full = page(made("full-zh.html"))
    equal([tag for tag, _ in full.tags].count("sup"), 1)
    contains("".join(full.words), "权利要求3引用的权利要求5不存在")
    for tag, attributes in full.tags:
        if tag == "svg" and "shape" in attributes.get("class", ""):
            equal(bool(attributes["aria-label"]), True, "name of a shape")


def test_html_is_not_fooled(folder):
    got = page(made("hostile-en.html"))
    equal([tag for tag, _ in got.tags if tag == "script"], [])
    contains("".join(got.words), "<script>alert(1)</script>")
    contains("".join(got.words), "<U+202E>")


def test_manual(folder):
    got = page(made("manual-zh.html"))
    tags = [tag for tag, _ in got.tags]
    equal(tags.count("script"), 1)
    equal(tags.count("input"), 1)
    equal("CN-CLM-015" in got.ids and "US-CLM-007" in got.ids, True, "anchors")
    contains("".join(got.words), "反例")


def test_manual_on_the_command_line(folder):
    path = os.path.join(folder, "manual.html")
    run = Run("checklists", "manual", "us", "--lang", "en", "--output", path)
    equal((run.status, run.out), (0, ""), run.err)
    equal(stat.S_IMODE(os.stat(path).st_mode), 0o600)
    got = page(path)
    equal([name for name in got.ids if name.startswith("CN-")], [])
    equal(Run("checklists", "manual", "--output", "/dev/full").status, 2)
    equal(Run("checklists", "manual", "nowhere").status, 2)


# --- SARIF ---

# What the schema of SARIF 2.1.0 requires of each object, the values it allows, and its members.
REQUIRED = {
    "log": {"version", "runs"},
    "run": {"tool"},
    "tool": {"driver"},
    "driver": {"name"},
    "rule": {"id"},
    "result": {"message"},
    "invocation": {"executionSuccessful"},
    "suppression": {"kind"},
}
ALLOWED = {
    "log": {"$schema", "version", "runs", "inlineExternalProperties", "properties"},
    "run": {"tool", "invocations", "language", "artifacts", "results", "columnKind", "properties",
            "automationDetails"},
    "driver": {"name", "version", "rules", "language", "informationUri", "properties"},
    "rule": {"id", "shortDescription", "fullDescription", "help", "defaultConfiguration",
             "properties", "name", "messageStrings", "helpUri"},
    "artifact": {"location", "parentIndex", "roles", "properties", "contents", "hashes", "length",
                 "mimeType"},
    "result": {"ruleId", "ruleIndex", "kind", "level", "message", "locations", "fingerprints",
               "suppressions", "properties", "baselineState", "relatedLocations"},
    "physicalLocation": {"artifactLocation", "region", "contextRegion", "address"},
    "region": {"charOffset", "charLength", "snippet", "startLine"},
    "suppression": {"kind", "status", "justification", "guid", "location", "properties"},
}
KINDS = {"notApplicable", "pass", "fail", "review", "open", "informational"}
LEVELS = {"none", "note", "warning", "error"}


def conforms(name, value):
    equal(REQUIRED.get(name, set()) - set(value), set(), f"required of {name}")
    equal(set(value) - ALLOWED.get(name, set(value)), set(), f"members of {name}")


def conforms_result(run, result):
    conforms("result", result)
    equal(result["kind"] in KINDS and result["level"] in LEVELS, True, "kind and level")
    equal(result["kind"] != "fail" and result["level"] != "none", False, "level of no failure")
    contains(str(bool(result["message"]["text"])), "True")
    equal(run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"], result["ruleId"])
    for location in result.get("locations", []):
        physical = location["physicalLocation"]
        conforms("physicalLocation", physical)
        artifact = run["artifacts"][physical["artifactLocation"]["index"]]
        equal(artifact["location"]["uri"], physical["artifactLocation"]["uri"])
        if "region" in physical:
            conforms("region", physical["region"])
            equal(physical["region"]["charOffset"] >= 0 and
                  physical["region"]["charLength"] >= 0, True, "region")
    for suppression in result.get("suppressions", []):
        conforms("suppression", suppression)
        contains("external inSource", suppression["kind"])
        contains("accepted underReview rejected", suppression["status"])


def conforms_log(log):
    conforms("log", log)
    equal(log["version"], "2.1.0")
    for run in log["runs"]:
        conforms("run", run)
        conforms("tool", run["tool"])
        conforms("driver", run["tool"]["driver"])
        contains("utf16CodeUnits unicodeCodePoints", run["columnKind"])
        for rule in run["tool"]["driver"]["rules"]:
            conforms("rule", rule)
            contains(str(bool(rule["help"]["text"])), "True")
        for artifact in run["artifacts"]:
            conforms("artifact", artifact)
        for invocation in run["invocations"]:
            conforms("invocation", invocation)
        for result in run["results"]:
            conforms_result(run, result)


def load_sarif(name):
    with open(made(name + ".sarif"), encoding="utf-8") as file:
        return json.load(file)


def test_sarif(folder):
    for name in ("full-zh", "full-en", "hostile-zh", "hostile-en"):
        conforms_log(load_sarif(name))
    results = load_sarif("full-zh")["runs"][0]["results"]
    equal([r["kind"] for r in results],
          ["fail"] * 4 + ["open", "pass", "review", "review"])
    waived = [r for r in results if r.get("suppressions")]
    equal([s["justification"] for r in waived for s in r["suppressions"]], ["客户要求"])
    equal(sum(r.get("baselineState") == "new" for r in results), 2)


def test_the_checker_sees_faults(folder):
    def spoil(change):
        log = load_sarif("full-en")
        change(log["runs"][0])
        try:
            conforms_log(log)
        except (AssertionError, KeyError, IndexError):
            return
        raise AssertionError("a broken log conforms")

    spoil(lambda run: run.pop("tool"))
    spoil(lambda run: run["results"][0].pop("message"))
    spoil(lambda run: run["results"][0].update(level="fatal"))
    spoil(lambda run: run["results"][0].update(ruleIndex=3))
    spoil(lambda run: run["results"][-1].update(level="error"))
    spoil(lambda run: run.update(unknown=1))


def test_regions_count_code_points(folder):
    run = check("-f", "sarif", "--lang", "zh", write(folder, "bad.txt", BAD))
    equal(run.status, 1, run.err)
    log = json.loads(run.out)
    conforms_log(log)
    found = [r for r in log["runs"][0]["results"]
             if r.get("properties", {}).get("rule") == "forward"]
    equal(len(found), 1, "forward references")
    region = found[0]["locations"][0]["physicalLocation"]["region"]
    equal(BAD[region["charOffset"]:region["charOffset"] + region["charLength"]],
          region["snippet"]["text"])


# --- the command line ---

def test_one_file(folder):
    path = write(folder, "bad.txt", BAD)
    for format in FORMATS:
        output = os.path.join(folder, "report." + format)
        run = check("-f", format, "-o", output, path)
        equal((run.status, run.out), (1, ""), run.err)
        equal(stat.S_IMODE(os.stat(output).st_mode), 0o600)


def test_a_file_for_each_document(folder):
    paths = [write(folder, name, BAD) for name in ("a.txt", "b.txt")]
    for format in FORMATS:
        output = os.path.join(folder, format) + "/"
        run = check("-f", format, "-o", output, *paths)
        equal(run.status, 1, run.err)
        equal(sorted(os.listdir(output)), ["a." + format, "b." + format])
        several = check("-f", format, "-o", os.path.join(folder, "one." + format), *paths)
        equal(several.status, 2)
        contains(several.err, "name a folder")


def test_full_disk(folder):
    path = write(folder, "bad.txt", BAD)
    for format in FORMATS:
        run = check("-f", format, "-o", "/dev/full", path)
        equal(run.status, 2)
        contains(run.err, "/dev/full")


def test_no_room_for_a_workbook(folder):
    path = write(folder, "bad.txt", BAD)
    run = check("-f", "xlsx", "-o", os.path.join(folder, "a.xlsx"), path,
                env={"TMPDIR": os.path.join(folder, "nowhere")})
    equal(run.status, 2)
    equal(os.path.exists(os.path.join(folder, "a.xlsx")), False)


def test_binary_needs_a_file(folder):
    run = check("-f", "pdf", write(folder, "bad.txt", BAD))
    equal(run.status, 2)
    contains(run.err, "needs --output")


def test_what_cannot_be_read(folder):
    path = write(folder, "empty.txt", "")
    good = write(folder, "bad.txt", BAD)
    run = check("-f", "html", "-o", os.path.join(folder, "out") + "/", path, good)
    equal(run.status, 2)
    contains(run.err, "empty.txt")
    equal(os.listdir(os.path.join(folder, "out")), ["bad.html"])


def test_a_matter_with_decisions(folder):
    env = {"CLAIMSMITH_DATA_DIR": folder}

    def results(*waive):
        subprocess.run([MAKE_STORE, folder, "泵", "P-1", *waive], check=True, timeout=60)
        run = check("--matter", "P-1", "-f", "sarif", env=env)
        conforms_log(json.loads(run.out))
        shutil.rmtree(os.path.join(folder, "backups"), ignore_errors=True)
        os.remove(os.path.join(folder, "drafts.db"))
        return [r for r in json.loads(run.out)["runs"][0]["results"] if r["kind"] == "fail"]

    found = results()
    equal([r for r in found if r["suppressions"]], [])
    mark = found[0]["fingerprints"]["claimsmith/v1"]
    waived = [r for r in results(mark) if r["suppressions"]]
    equal([r["fingerprints"]["claimsmith/v1"] for r in waived], [mark])
    equal(waived[0]["suppressions"][0]["justification"], "as agreed")


# --- much ---

def test_many_findings(folder):
    sizes = {format: os.path.getsize(made("many." + format))
             for format in FORMATS}
    for format, limit in (("pdf", 12), ("docx", 4), ("html", 6), ("xlsx", 8), ("sarif", 24)):
        equal(sizes[format] < limit << 20, True, f"size of {format}: {sizes[format]}")
    results = load_sarif("many")["runs"][0]["results"]
    equal(sum(r["kind"] == "fail" for r in results) >= 9000, True, "all of them")


run_all(dict(globals()))
