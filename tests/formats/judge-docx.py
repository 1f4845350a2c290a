#!/usr/bin/python3
"""Has other programs judge the Word files that this one writes.

judge-docx.py WRITE-DRAFTS FIXTURES: unzip finds the package whole, python-docx finds headings,
claims, subscripts and pictures, LibreOffice prints it and the words on paper are those of the
draft. With CLAIMSMITH_CORPUS also real dossiers and fifty American documents."""

import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

SKIP = 77
SCRIPTS = {"subscript": "sub", "superscript": "sup"}
ORDERS = {"zh": ["abstract", "claims", "title", "description"],
          "en": ["title", "description", "claims", "abstract"]}
BOOKS = ["说明书摘要", "权利要求书", "说明书", "说明书附图"]
N_AMERICAN = 50


def need_tools():
    try:
        import docx  # noqa: F401
    except ImportError:
        return False
    return all(shutil.which(tool) for tool in ("soffice", "pdftotext", "unzip"))


class Judge:
    def __init__(self):
        self.n_documents = 0
        self.n_faults = 0

    def expect(self, document, what, found, expected):
        if found != expected:
            self.n_faults += 1
            print(f"not ok - {document['source']} {document['index']}: {what}: "
                  f"{found!r}, not {expected!r}")


# --- what the package and python-docx say ---

def paragraph_styles(word):
    return [(paragraph.style.style_id, paragraph.style.name, paragraph.text)
            for paragraph in word.paragraphs]


def count_scripts(word):
    """Stretches of subscript and superscript; runs that touch are one stretch."""
    from docx.oxml.ns import qn
    counts = {"sub": 0, "sup": 0}
    for paragraph in word.paragraphs:
        last = None
        for run in paragraph._p.iter(qn("w:r")):
            align = run.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}")
            style = None if align is None else SCRIPTS[align.get(qn("w:val"))]
            if style is not None and style != last:
                counts[style] += 1
            last = style
    return counts


def judge_package(judge, document):
    check = subprocess.run(["unzip", "-t", "-q", document["file"]], capture_output=True)
    judge.expect(document, "unzip -t", check.returncode, 0)


def judge_structure(judge, document):
    import docx
    word = docx.Document(document["file"])
    styles = paragraph_styles(word)
    headings = {text for _, name, text in styles if name == "Heading 1"}
    units = document["units"]
    wanted = {unit["text"].replace("\ufffc", "") for unit in units if unit["kind"] == "heading"}
    claims = [unit for unit in units if unit["kind"] == "claim" and unit["text"]]
    scripts = count_scripts(word)

    judge.expect(document, "headings", sorted(wanted - headings), [])
    judge.expect(document, "claims", sum(style == "Claim" for style, _, _ in styles), len(claims))
    judge.expect(document, "subscripts", scripts["sub"], document["sub"])
    judge.expect(document, "superscripts", scripts["sup"], document["sup"])
    judge.expect(document, "pictures", len(word.inline_shapes), document["pictures"])
    judge.expect(document, "author", word.core_properties.author, "")
    if document["language"] == "zh" and document["layout"] in ("", "CN"):
        heads = [section.header.paragraphs[0].text for section in word.sections]
        judge.expect(document, "page heads", [head for head in heads if head not in BOOKS], [])


# --- what is on paper ---

def fold(text):
    text = unicodedata.normalize("NFC", text).replace("\u2010", "-").replace("\u2011", "-")
    return re.sub(r"[\s\u00ad\u200b-\u200d\u2060-\u2064\ufeff]", "", text)


def letters_of(text):
    """Letters and digits in their order. Signs are counted only: pdftotext puts those that come
    from another font, or hang over the margin, behind their line."""
    return "".join(c for c in text if unicodedata.category(c)[0] == "L"
                   or unicodedata.category(c) == "Nd")


def signs_of(text):
    return collections.Counter(c for c in text if unicodedata.category(c)[0] != "L"
                               and unicodedata.category(c) != "Nd")


def read_pages(pdf):
    """The words of each page, without the name of its book and its number."""
    text = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", pdf, "-"], check=True,
                          capture_output=True).stdout.decode("utf-8")
    pages = []
    for page in text.split("\f")[:-1]:
        lines = page.strip("\n").split("\n")
        if fold(lines[0]) in BOOKS:
            lines = lines[1:]
        if lines and re.fullmatch(r"\d+", lines[-1].strip()):
            lines = lines[:-1]
        pages.append(fold("".join(lines)))
    return "".join(pages)


def judge_words(judge, document, pdf):
    page_text = read_pages(pdf)
    letters = letters_of(page_text)
    signs = collections.Counter()
    at = 0
    for part in ORDERS[document["language"]]:
        for unit in (unit for unit in document["units"] if unit["part"] == part):
            for piece in re.split("[\ufffc\n]", unit["text"]):
                signs += signs_of(fold(piece))
                piece = letters_of(fold(piece))
                found = letters.find(piece, at)
                if found < 0:
                    judge.expect(document, f"words of {part} {unit['number']}",
                                 letters[at:at + 80], piece[:80])
                    return
                at = found + len(piece)
    judge.expect(document, "signs", dict(signs - signs_of(page_text)), {})


# --- running it ---

def write(tool, folder, layout, inputs, count=0):
    """The documents of @inputs, written into @folder."""
    folder.mkdir()
    options = [f"--layout={layout}"] if layout else []
    options += [f"--count={count}"] if count else []
    lines = subprocess.run([tool, "docx", folder, *options, *inputs], check=True,
                           capture_output=True).stdout.decode("utf-8")
    documents = [json.loads(line) for line in lines.splitlines()]
    for document in documents:
        document["layout"] = layout
    return documents


def print_all(folder, files):
    profile = (folder / "profile").as_uri()
    subprocess.run(["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to",
                    "pdf", "--outdir", folder, *files], check=True, capture_output=True)


def judge_batch(judge, folder, documents):
    for document in documents:
        judge_package(judge, document)
        judge_structure(judge, document)
    print_all(folder, [document["file"] for document in documents])
    for document in documents:
        judge_words(judge, document, pathlib.Path(document["file"]).with_suffix(".pdf"))
    judge.n_documents += len(documents)
    print(f"# {folder.name}: {len(documents)} documents, "
          f"{sum(document['sub'] for document in documents)} subscripts, "
          f"{sum(document['sup'] for document in documents)} superscripts, "
          f"{sum(document['pictures'] for document in documents)} pictures")


def batches(tool, folder, fixtures):
    names = ["zh.txt", "claims.txt", "manuscript"]
    yield write(tool, folder / "chinese", "", [fixtures / name for name in names])
    yield write(tool, folder / "english", "", [fixtures / "en.txt", fixtures / "weekly.xml",
                                              fixtures / "manuscript-us.xml"])
    yield write(tool, folder / "european", "EP", [fixtures / "en.txt"])
    corpus = os.environ.get("CLAIMSMITH_CORPUS")
    if corpus is not None:
        yield write(tool, folder / "dossiers", "", [pathlib.Path(corpus) / "cnipa-dossier"])
        yield write(tool, folder / "american", "", [pathlib.Path(corpus) / "us-xml"], N_AMERICAN)


def main(tool, fixtures):
    if not need_tools():
        print("needs python3-docx, soffice, pdftotext and unzip")
        return SKIP

    judge = Judge()
    with tempfile.TemporaryDirectory(prefix="claimsmith-judge-") as name:
        folder = pathlib.Path(name)
        for documents in batches(tool, folder, pathlib.Path(fixtures)):
            judge_batch(judge, pathlib.Path(documents[0]["file"]).parent, documents)
    print(f"# {judge.n_documents} documents, {judge.n_faults} faults")
    return 1 if judge.n_faults or judge.n_documents == 0 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
