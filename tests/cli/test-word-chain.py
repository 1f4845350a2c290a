"""The way of a draft through Word: converted, commented, edited, taken back. python-docx judges
what is in the Word files; LibreOffice, where it is there, opens them."""

import glob
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import unittest

try:
    import docx
    from docx.oxml.ns import qn
except ImportError:
    print("1..0 # SKIP python-docx is not there")
    sys.exit(0)

from harness import Run, contains, equal, run_all

MAKE_STORE, SAMPLES = sys.argv[2:4]
AUTHOR = "Claimsmith 权匠"
FIXTURE = ("--type", "invention", "--route", "direct")
OBJECT = "\ufffc"


class Word:
    """A Word file, as python-docx and lxml read it."""

    def __init__(self, path):
        self.document = docx.Document(path)
        self.body = self.document.element.body
        parts = self.document.part.package.iter_parts()
        found = [part for part in parts if str(part.partname).endswith("/comments.xml")]
        self.comments = docx.oxml.parse_xml(found[0].blob) if found else []

    def texts(self):
        """What each comment says, by its identity."""
        return {
            comment.get(qn("w:id")): "\n".join(
                "".join(text.text or "" for text in paragraph.iter(qn("w:t")))
                for paragraph in comment.iter(qn("w:p"))
            )
            for comment in self.comments
            if comment.get(qn("w:author")) == AUTHOR
        }

    def anchors(self):
        """The words each comment stands at; every comment has one beginning, end and reference."""
        words, within, references = {}, set(), []
        for element in self.body.iter():
            number = element.get(qn("w:id"))
            if element.tag == qn("w:commentRangeStart"):
                words[number] = ""
                within.add(number)
            elif element.tag == qn("w:commentRangeEnd"):
                within.remove(number)
            elif element.tag == qn("w:commentReference"):
                references.append(number)
            elif element.tag in (qn("w:t"), qn("w:tab"), qn("w:br")):
                for open_one in within:
                    words[open_one] += (element.text or "") if element.tag == qn("w:t") else " "
        equal(within, set())
        equal(sorted(references), sorted(words))
        return words


def plain(words):
    """Line ends and tabs are markup in Word, objects no text."""
    return "".join(words.replace(OBJECT, "").split())


def check(*args, **env):
    run = Run("check", "-fjson", "-l", "en", "--with-text", "--fail-on", "never", *args, env=env)
    equal(run.status, 0, run.err)
    return json.loads(run.out)


def comment(source, target, language="en"):
    run = Run("check", "-f", "docx-comments", "-l", language, "--fail-on", "never", "-o", target,
              source)
    equal(run.status, 0, run.err)
    return Word(target)


def convert(source, target, *args):
    run = Run("convert", "-o", target, *args, source)
    equal(run.status in (0, 1), True, run.err)
    return Word(target)


def text_of(word):
    return [paragraph.text for paragraph in word.document.paragraphs]


def compare_with_findings(word, report):
    """Each finding is a comment at its words, and each comment is a finding."""
    wanted = sorted(
        (finding["item"], plain(finding["where"]["text"] or ""))
        for finding in report["findings"]
        if finding["where"]["start"] is not None and finding["where"]["text"]
    )
    texts, anchors = word.texts(), word.anchors()
    got = [(number, text.split("\n")[0].split()) for number, text in texts.items()]
    for item, words in wanted:
        at = [n for n, head in got if item in head and plain(anchors[n]) == words]
        if not at:
            raise AssertionError(f"no comment of {item} at {words!r}")
        got = [(n, head) for n, head in got if n != at[0]]
    equal(len(texts), len(report["findings"]), "comments")


def same_for_libreoffice(folder, *paths):
    office = shutil.which("soffice")
    if office is None:
        return
    texts = []
    for path in paths:
        subprocess.run(
            [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
             "txt:Text (encoded):UTF8", "--outdir", folder + "/texts", path],
            check=True, capture_output=True, timeout=120,
        )
        name = os.path.splitext(os.path.basename(path))[0] + ".txt"
        with open(os.path.join(folder, "texts", name), encoding="utf-8") as file:
            texts.append(file.read())
    equal(texts[1], texts[0])
    equal(len(texts[0]) > 1000, True, "length")


def go_into_word(folder, source, *args):
    """A source, its manuscript, the manuscript with comments: one text, findings as comments."""
    plain_path = os.path.join(folder, "plain.docx")
    commented = os.path.join(folder, "commented.docx")
    before = convert(source, plain_path, *args)
    after = comment(plain_path, commented)
    equal(text_of(after), text_of(before))
    report = check(plain_path)
    compare_with_findings(after, report)
    again = check(commented)
    for key in ("claims", "paragraphs", "notes", "text_sha256"):
        equal(again["document"].get(key), report["document"].get(key), key)
    return plain_path, commented, report


def test_sample_cn(folder):
    plain_path, commented, report = go_into_word(folder, os.path.join(SAMPLES, "sample-cn.txt"))
    equal(len(report["findings"]) > 5, True)
    same_for_libreoffice(folder, plain_path, commented)


def test_sample_us(folder):
    plain_path, commented, report = go_into_word(folder, os.path.join(SAMPLES, "sample-us.txt"))
    equal(len(report["findings"]) > 5, True)
    same_for_libreoffice(folder, plain_path, commented)


def test_findings_survive_word(folder):
    """The manuscript has the findings of the text it was made of."""
    source = os.path.join(SAMPLES, "sample-cn.txt")
    plain_path, _, report = go_into_word(folder, source)
    equal([(f["item"], f["message"]) for f in report["findings"]],
          [(f["item"], f["message"]) for f in check(source)["findings"]])


def test_languages(folder):
    source = os.path.join(folder, "a.docx")
    convert(os.path.join(SAMPLES, "sample-cn.txt"), source)
    for language, severity, fix in (("zh", "必须改", "修正："), ("en", "Must fix", "Fix: ")):
        texts = comment(source, os.path.join(folder, language + ".docx"), language).texts().values()
        equal(any(text.startswith(severity) for text in texts), True, severity)
        equal(any(fix in text for text in texts), True, fix)
        equal(max(len(text) for text in texts) <= 500, True, "length")


def test_again(folder):
    """Commenting what is commented piles nothing up."""
    source, once, twice = (os.path.join(folder, name) for name in ("a.docx", "b.docx", "c.docx"))
    convert(os.path.join(SAMPLES, "sample-cn.txt"), source)
    first, second = comment(source, once), comment(once, twice)
    equal(second.texts(), first.texts())
    equal(second.anchors(), first.anchors())
    equal(text_of(second), text_of(first))


def test_original_stays(folder):
    source = os.path.join(folder, "a.docx")
    convert(os.path.join(SAMPLES, "sample-cn.txt"), source)
    with open(source, "rb") as file:
        before = file.read()
    comment(source, os.path.join(folder, "b.docx"))
    for output in (source, folder):
        run = Run("check", "-f", "docx-comments", "-o", output, source)
        equal(run.status, 2)
        contains(run.err, "is an input")
    with open(source, "rb") as file:
        equal(file.read() == before, True)
    equal(sorted(os.listdir(folder)), ["a.docx", "b.docx"])


def test_text_becomes_a_manuscript(folder):
    """What is no Word file is written as one, with the comments in it."""
    source = os.path.join(SAMPLES, "sample-cn.txt")
    word = comment(source, os.path.join(folder, "a.docx"))
    compare_with_findings(word, check(source))


def test_folder_of_files(folder):
    inputs, out = os.path.join(folder, "in"), os.path.join(folder, "out")
    os.mkdir(inputs)
    for name in ("a", "b"):
        convert(os.path.join(SAMPLES, "sample-cn.txt"), os.path.join(inputs, name + ".docx"))
    run = Run("check", "-f", "docx-comments", "--fail-on", "never", "-o", out + "/", inputs)
    equal(run.status, 0, run.err)
    equal(sorted(os.listdir(out)), ["a.docx", "b.docx"])
    equal(len(run.out.splitlines()), 2)
    equal(len(Word(os.path.join(out, "a.docx")).texts()) > 5, True)


# --- back again ---


def make_matter(folder, *waived):
    subprocess.run([MAKE_STORE, folder, "泵", "P-1", *waived], check=True)


def retake(folder, path):
    run = Run("store", "retake", "P-1", path, "--folder", folder)
    equal(run.status, 0, run.err)


def find(report, item, words):
    return [f for f in report["findings"]
            if f["item"] == item and words in (f["where"]["text"] or "")]


def edit_word(path, old, new):
    """Changes words of a paragraph as somebody at a keyboard would: run by run."""
    document = docx.Document(path)
    for paragraph in document.paragraphs:
        if old in paragraph.text:
            texts = [text for text in paragraph._p.iter(qn("w:t"))]
            start = "".join(text.text or "" for text in texts).index(old)
            replace_in_runs(texts, start, start + len(old), new)
            document.save(path)
            return
    raise AssertionError(f"{old!r} is in no paragraph")


def replace_in_runs(texts, start, end, new):
    at = 0
    for text in texts:
        content = text.text or ""
        left, right = max(start - at, 0), min(end - at, len(content))
        at += len(content)
        if left < right:
            text.text = content[:left] + new + content[right:]
            new = ""


def named_versions(folder):
    store = sqlite3.connect(os.path.join(folder, "drafts.db"))
    rows = store.execute("SELECT name FROM draft WHERE kept = 'named' ORDER BY id").fetchall()
    store.close()
    return [name for (name,) in rows]


def learn_fingerprint(folder, plain_path, item, words):
    scratch = os.path.join(folder, "scratch")
    os.mkdir(scratch)
    make_matter(scratch)
    retake(scratch, plain_path)
    report = check("--matter", "P-1", *FIXTURE, CLAIMSMITH_DATA_DIR=scratch)
    return find(report, item, words)[0]["fingerprint"]


def test_back_with_decisions(folder):
    """A waived finding stays so; one that was mended in Word is gone; comments are no text."""
    plain_path, commented, _ = go_into_word(folder, os.path.join(SAMPLES, "sample-cn.txt"))
    waived = learn_fingerprint(folder, plain_path, "CN-CLM-026", "60°~90°，优选为75°")
    store = os.path.join(folder, "store")
    os.mkdir(store)
    make_matter(store, waived)
    retake(store, plain_path)
    before = check("--matter", "P-1", *FIXTURE, CLAIMSMITH_DATA_DIR=store)
    equal(len(find(before, "CN-CLM-024", "例如")), 1)

    edit_word(commented, "，例如硅橡胶", "")
    retake(store, commented)
    after = check("--matter", "P-1", *FIXTURE, CLAIMSMITH_DATA_DIR=store)

    state = {item["id"]: item for item in after["items"]}["CN-CLM-026"]
    equal(state["waived"], 1)
    equal(find(after, "CN-CLM-024", "例如"), [])
    texts = [claim["text"] for claim in after["document"]["claims"]]
    equal(texts, [claim["text"].replace("，例如硅橡胶", "") for claim in before["document"]["claims"]])
    equal(after["document"]["paragraphs"], before["document"]["paragraphs"])
    equal([note for note in after["document"]["notes"] if note["code"] == "comment"], [])
    equal(named_versions(store), ["as imported", "before “plain.docx”", "before “commented.docx”"])
    contains(Run("store", "check", "--folder", store).out, "is sound")


def test_matter_with_comments(folder):
    """What was waived is no comment of the matter's manuscript."""
    plain_path, _, _ = go_into_word(folder, os.path.join(SAMPLES, "sample-cn.txt"))
    waived = learn_fingerprint(folder, plain_path, "CN-CLM-026", "60°~90°，优选为75°")
    store, out = os.path.join(folder, "store"), os.path.join(folder, "out.docx")
    os.mkdir(store)
    make_matter(store, waived)
    retake(store, plain_path)
    run = Run("check", "-f", "docx-comments", "-l", "zh", "--fail-on", "never", "-o", out,
              "--matter", "P-1", *FIXTURE, env={"CLAIMSMITH_DATA_DIR": store})
    equal(run.status, 0, run.err)
    texts = "\n".join(Word(out).texts().values())
    contains(texts, "例如")
    equal("优选" in texts, False)


def test_matter_file(folder):
    """A matter that somebody sent is written and commented like one of the store."""
    make_matter(folder)
    parcel = os.path.join(folder, "泵.csmatter")
    run = Run("store", "export", "P-1", parcel, "--folder", folder)
    equal(run.status, 0, run.err)
    convert(parcel, os.path.join(folder, "plain.docx"))
    word = comment(parcel, os.path.join(folder, "commented.docx"))
    equal(text_of(word), text_of(Word(os.path.join(folder, "plain.docx"))))
    equal(len(word.texts()), len(check(parcel)["findings"]))


# --- real ones ---


def corpus(pattern):
    root = os.environ.get("CLAIMSMITH_CORPUS")
    found = sorted(glob.glob(os.path.join(root, pattern))) if root else []
    if not found:
        raise unittest.SkipTest("there is no corpus")
    return found


def test_dossiers(folder):
    for number, path in enumerate(corpus("cnipa-dossier/*")):
        inner = os.path.join(folder, str(number))
        os.mkdir(inner)
        _, _, report = go_into_word(inner, path)
        equal(len(report["document"]["claims"]) > 0, True)


def test_united_states(folder):
    for number, path in enumerate(corpus("us-xml/ipa2018*.xml")):
        inner = os.path.join(folder, str(number))
        os.mkdir(inner)
        go_into_word(inner, path)


run_all(globals())
