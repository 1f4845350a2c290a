"""Judges what the readers of XML make of the documents of $CLAIMSMITH_CORPUS by a parser of another
make (expat): nothing of the text may be lost, invented, glued or doubled, no subscript, no formula.
Usage: judge-xml.py DUMP-DRAFT"""

import collections
import glob
import html.entities
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

OBJECT = "\ufffc"
GREEK = dict(zip("agr bgr ggr dgr egr mgr".split(), "αβγδεμ"))


class Dialect:
    """What a dialect calls things; everything else is plain text."""

    def __init__(self, names, objects, lines, drop="", spaces=True):
        for key in "description abstract claims claim sub sup title".split():
            setattr(self, key, set(names.get(key, key).split()))
        self.objects = set(objects.split())
        self.lines = set(lines.split())  # begin and end a line of their own
        self.drop = set(drop.split())
        self.spaces = spaces  # whether white space counts


ST36 = Dialect({}, "maths math tables table chemistry img", "p heading li dt dd br claim-text",
               "invention-title")
PATDOC = Dialect({"description": "SDODE", "abstract": "SDOAB", "claims": "CL", "claim": "CLM",
                  "sub": "SB", "sup": "SP"}, "MATH-US TABLE-US CHEM-US EMI", "H PARA PTEXT CLMSTEP")
PAP = Dialect({"description": "subdoc-description", "abstract": "subdoc-abstract",
               "claims": "subdoc-claims", "sub": "subscript", "sup": "superscript"},
              "math-cwu table-cwu chemistry-cwu image", "paragraph heading", "number")
CNIPA = Dialect({"description": "Description", "abstract": "Abstract", "claims": "Claims",
                 "claim": "Claim", "sub": "Sub", "sup": "Sup"},
                "Maths Tables Chemistry Image", "Paragraphs ClaimText",
                "InventionTitle AbstractFigure", spaces=False)
OPS = Dialect({"claim": "claim-text"}, "img", "p claim-text")

DIALECTS = {"ep-patent-document": ST36, "us-patent-grant": ST36, "us-patent-application": ST36,
            "PATDOC": PATDOC, "patent-application-publication": PAP,
            "PatentDocumentAndRelated": CNIPA, "world-patent-data": OPS}

FILES = ["ep-xml/*.xml", "us-xml/p*.xml", "us-xml/ip?[0-9]???????.xml", "us-xml/ipa*.xml",
         "cnipa-publication/*/*.XML", "ops/get_claims*.xml", "ops/get_description*.xml"]


def local(tag):
    return tag.rsplit("}", 1)[-1]


def parse(path):
    parser = ET.XMLParser()
    for name, text in html.entities.html5.items():
        parser.entity[name.rstrip(";")] = text
    parser.entity.update(GREEK)
    try:
        return ET.parse(path, parser).getroot()
    except ET.ParseError as error:
        return error


def find_all(element, names):
    """The outermost descendants of these names."""
    for child in element:
        if local(child.tag) in names:
            yield child
        else:
            yield from find_all(child, names)


def text_of(element, dialect, counts):
    """The text of an element, a character for each object; counts what is in it."""
    parts = []
    for child in element:
        name = local(child.tag)
        if name in dialect.objects:
            parts.append(OBJECT)
            counts["object"] += 1
        elif name not in dialect.drop:
            inner = text_of(child, dialect, counts)
            for style in ("sub", "sup"):
                counts[style] += name in getattr(dialect, style) and inner.strip() != ""
            parts.append("\n" + inner + "\n" if name in dialect.lines else inner)
        parts.append(child.tail or "")
    return (element.text or "") + "".join(parts)


def fold(text, spaces=True):
    text = re.sub(r"[ \t\n\r]+", " " if spaces else "", text).strip()
    return text


def unescape(text):
    return re.sub(r"\\(.)", lambda m: {"t": "\t", "n": "\n"}.get(m[1], m[1]), text)


class Draft:
    """What the reader made of a file."""

    def __init__(self, program, path, language=None):
        command = [program, path] + ([language] if language else [])
        output = subprocess.run(command, capture_output=True, check=True).stdout.decode()
        self.units = collections.defaultdict(list)
        self.counts = collections.defaultdict(collections.Counter)
        self.lines = [line.split("\t") for line in output.splitlines()]
        self.error = None
        for line in self.lines:
            if line[0] == "unit":
                self.units[line[1]].append((int(line[3]), unescape(line[4])))
            elif line[0] == "run":
                self.counts[line[1]][line[2]] += line[3].strip() != ""
            elif line[0] == "object":
                self.counts[line[1]]["object"] += 1
                ET.fromstring(unescape(line[3]))  # stands alone
            elif line[0] == "error":
                self.error = line
        self.notes = [line[1:] for line in self.lines if line[0] == "note"]

    def text(self, part):
        return "\n".join(text for number, text in self.units[part])


class Judge:
    def __init__(self):
        self.failures = []

    def same(self, what, expected, found):
        if expected == found:
            return
        at = next((i for i, pair in enumerate(zip(expected, found)) if pair[0] != pair[1]),
                  min(len(expected), len(found))) if isinstance(expected, str) else 0
        if isinstance(expected, str):
            expected, found = expected[max(0, at - 30):at + 30], found[max(0, at - 30):at + 30]
        self.failures.append(f"{what}: {expected!r} became {found!r}")

    def part(self, elements, dialect, draft, part):
        counts = collections.Counter()
        expected = "\n".join(text_of(element, dialect, counts) for element in elements)
        if part == "description" and dialect is OPS:
            expected = re.sub(r"\[\d{4}\]", "", expected)
        self.same(part, fold(expected, dialect.spaces), fold(draft.text(part), dialect.spaces))
        for name in ("sub", "sup", "object"):
            self.same(f"{name} in {part}", counts[name], draft.counts[part][name])

    def claims(self, element, dialect, draft):
        counts = collections.Counter()
        claims = list(find_all(element, dialect.claim)) if element is not None else []
        self.same("number of claims", len(claims), len(draft.units["claims"]))
        for i, (claim, (number, text)) in enumerate(zip(claims, draft.units["claims"])):
            expected = text_of(claim, dialect, counts)
            expected = re.sub(r"^\s*\d+\s*(\.\)|[.、．)])\s*", "", expected)
            self.same(f"claim {i + 1}", fold(expected, dialect.spaces), fold(text, dialect.spaces))
            self.same(f"number of claim {i + 1}", i + 1, number)
        for name in ("sub", "sup", "object"):
            self.same(f"{name} in claims", counts[name], draft.counts["claims"][name])

    def document(self, root, program, path, language):
        dialect = DIALECTS[local(root.tag)]
        draft = Draft(program, path, language)
        parts = {part: [e for e in find_all(root, getattr(dialect, part))]
                 for part in ("description", "abstract", "claims")}
        if not parts["description"] and not parts["claims"]:
            self.same("refusal", True, draft.error is not None)
            return
        self.part(parts["description"], dialect, draft, "description")
        self.part(parts["abstract"], dialect, draft, "abstract")
        by_language = {claims.get("lang"): claims for claims in reversed(parts["claims"])}
        own = root.get("lang") if root.get("lang") in by_language else None
        taken = language if language in by_language else own
        claims = by_language.get(taken) if taken else (parts["claims"] or [None])[0]
        self.claims(claims, dialect, draft)
        aside = [code for code in by_language if code != taken] if len(by_language) > 1 else []
        noted = [detail.split(", ") for code, detail in draft.notes if code == "other-claims"]
        self.same("other claims", sorted(aside), sorted(sum(noted, [])))
        self.same("other notes", [], [note for note in draft.notes if note[0] != "other-claims"])


def judge(program, path):
    verdict = Judge()
    root = parse(path)
    if isinstance(root, ET.ParseError):
        draft = Draft(program, path)
        verdict.same("line of the error", str(root.position[0]), (draft.error or [0, 0])[1])
        return verdict.failures
    for language in (None, "en", "de", "fr"):
        verdict.document(root, program, path, language)
    return verdict.failures


def main():
    corpus = os.environ.get("CLAIMSMITH_CORPUS")
    if not corpus:
        print("1..0 # SKIP CLAIMSMITH_CORPUS is not set")
        return
    found = [glob.glob(os.path.join(corpus, pattern)) for pattern in FILES]
    paths = sorted(set(sum(found, [])))
    print(f"1..{len(paths)}")
    for i, path in enumerate(paths, 1):
        failures = judge(sys.argv[1], path)
        print(f"{'not ok' if failures else 'ok'} {i} {os.path.relpath(path, corpus)}")
        for failure in dict.fromkeys(failures):
            print("#", failure)


main()
