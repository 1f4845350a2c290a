"""What LibreOffice makes of our HTML, as python-docx tells it: letters, styles, lines, tables.

Usage: judge-html.py MAKE-HTML
"""

import os
import shutil
import subprocess
import sys
import tempfile

SKIP = 77

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

EXPECTED_LINES = ["浓度为10-7 mol/L的H2O，bold and italic <tag> & under", "", "third line", "end"]


def convert(html, folder):
    path = os.path.join(folder, "clip.html")
    with open(path, "wb") as file:
        file.write(html)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
         "--infilter=HTML (StarWriter)", "--convert-to", "docx:MS Word 2007 XML",
         "--outdir", folder, path],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=240)
    return os.path.join(folder, "clip.docx")


def texts(runs, test):
    return "".join(run.text for run in runs if test(run.font))


def get_rise(run):
    """Half points above the line; LibreOffice tells sub and sup so, or by their names."""
    font = run.font
    position = run._r.find(f".//{WORD}position")
    named = 1 if font.superscript else -1 if font.subscript else 0
    return named if position is None else int(position.get(f"{WORD}val"))


def judge(document):
    lines = [paragraph.text for paragraph in document.paragraphs]
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs]
    table = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    yield "lines", [line for line in lines if line] == [line for line in EXPECTED_LINES if line]
    yield "superscript", "".join(run.text for run in runs if get_rise(run) > 0) == "-7"
    yield "subscript", "".join(run.text for run in runs if get_rise(run) < 0) == "2"
    yield "bold", texts(runs, lambda font: font.bold) == "bold"
    yield "italic", texts(runs, lambda font: font.italic) == "italic"
    yield "underline", texts(runs, lambda font: font.underline) == "underthird line"
    yield "table", table == [["h", "c3"], ["1", "2"]]


def main():
    try:
        import docx
    except ImportError:
        docx = None
    if docx is None or shutil.which("soffice") is None:
        sys.exit(SKIP)

    html = subprocess.run([sys.argv[1]], check=True, capture_output=True).stdout
    with tempfile.TemporaryDirectory() as folder:
        document = docx.Document(convert(html, folder))
    results = list(judge(document))
    print(f"1..{len(results)}")
    for number, (name, good) in enumerate(results, 1):
        print(f"{'ok' if good else 'not ok'} {number} {name}")
    sys.exit(not all(good for _, good in results))


main()
