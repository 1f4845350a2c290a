"""Packages of CNIPA, judged by others than our reader: unzip, xmllint, and the real packages.

Usage: judge-cnipa.py MAKE-CNIPA FIXTURES

Without $CLAIMSMITH_CORPUS only our own fixtures are written; the elements and attributes of real
packages are then taken from the list below alone.
"""

import glob
import os
import re
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

# In the office's DTD of 2008-04-16 and written by its converter, but in none of the real packages
# that we have.
BESIDES = {"b": set(), "i": set(), "u": set(), "maths": {"id", "num"}, "tables": {"id", "num"},
           "chemistry": {"id", "num"}}

# What may stand in what, from that DTD, as far as packages of ours go.
WORDS = {"b", "i", "u", "sub", "sup", "br", "img"}
MAY_HOLD = {
    "cn-application-body": {"cn-claims", "description", "cn-drawings", "cn-abstract"},
    "cn-claims": {"claim"},
    "claim": {"claim-text"},
    "claim-text": WORDS | {"maths", "tables", "chemistry"},
    "description": {"invention-title", "heading", "p"},
    "invention-title": WORDS,
    "heading": WORDS,
    "p": WORDS | {"maths", "tables", "chemistry"},
    "cn-drawings": {"figure"},
    "figure": {"img"},
    "cn-abstract": {"p"},
    "maths": {"img"}, "tables": {"img"}, "chemistry": {"img"},
    "b": WORDS - {"b"}, "i": WORDS - {"i"}, "u": WORDS - {"u"}, "sub": WORDS, "sup": WORDS,
    "br": set(), "img": set(),
}
ONE_CHILD = {"figure", "maths", "tables", "chemistry"}
BOOKS = {"100001": "cn-claims", "100002": "description", "100003": "cn-drawings",
         "100004": "cn-abstract"}
HEAD = ("\ufeff<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n"
        "<!DOCTYPE cn-application-body SYSTEM \"/dtdandxsl/cn-application-body-20080416.dtd\">\r\n"
        "<?xml-stylesheet type=\"text/xsl\" href=\"/dtdandxsl/showxml.xsl\"?>\r\n"
        "<cn-application-body lang=\"zh\" country=\"CN\">")


def real_names(corpus):
    """Element -> attributes, as met in the real packages, and ours besides."""
    names = {element: set(attributes) for element, attributes in BESIDES.items()}
    for path in glob.glob(os.path.join(corpus, "cnipa-dossier", "**", "*.[xX][mM][lL]"),
                          recursive=True):
        for element in ElementTree.parse(path).iter():
            names.setdefault(element.tag, set()).update(element.keys())
    return names


def jpeg_dpi(data):
    at = 2
    while data[at] == 0xff:
        marker, size = data[at + 1], struct.unpack(">H", data[at + 2:at + 4])[0]
        if marker == 0xe0 and data[at + 4:at + 8] == b"JFIF":
            unit, across = data[at + 11], struct.unpack(">H", data[at + 12:at + 14])[0]
            return across * {1: 1, 2: 2.54}.get(unit, 0)
        at += 2 + size
    return 0


def tiff_dpi(data):
    order = "<" if data[:2] == b"II" else ">"
    at = struct.unpack(order + "I", data[4:8])[0]
    for i in range(struct.unpack(order + "H", data[at:at + 2])[0]):
        entry = data[at + 2 + 12 * i:at + 14 + 12 * i]
        tag, _, _, place = struct.unpack(order + "HHII", entry)
        if tag == 282:
            over, under = struct.unpack(order + "II", data[place:place + 8])
            return over / under
    return 0


def check_picture(path, img):
    if not os.path.isfile(path):
        return [f"{path} is not there"]
    with open(path, "rb") as file:
        data = file.read()
    kind = {b"\xff\xd8": "jpg", b"II": "tif", b"MM": "tif"}.get(data[:2])
    if kind != img.get("img-format") or not path.endswith("." + str(kind)):
        return [f"{path} is {kind}, called {img.get('img-format')}"]
    dpi = jpeg_dpi(data) if kind == "jpg" else tiff_dpi(data)
    complaints = [] if 72 <= dpi <= 300 else [f"{path} has {dpi} dpi"]
    if not (1 <= int(img.get("wi")) <= 174 and 1 <= int(img.get("he")) <= 260):
        complaints.append(f"{path} is {img.get('wi')} by {img.get('he')} mm")
    return complaints


def check_element(element, names):
    complaints = []
    if element.tag not in names:
        complaints.append(f"<{element.tag}> is in no real package")
    strange = set(element.keys()) - names.get(element.tag, set())
    if strange:
        complaints.append(f"<{element.tag}> has {sorted(strange)}")
    for child in element:
        if child.tag not in MAY_HOLD.get(element.tag, set()):
            complaints.append(f"<{child.tag}> within <{element.tag}>")
    if element.tag in ONE_CHILD and len(element) != 1:
        complaints.append(f"<{element.tag}> holds {len(element)} things")
    return complaints


def check_ids(root):
    ids = [element.get("id") for element in root.iter() if element.get("id") is not None]
    return [f"id {name} stands twice" for name in set(ids) if ids.count(name) > 1]


def check_book(folder, code, names):
    path = os.path.join(folder, code, code + ".xml")
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    complaints = [] if text.startswith(HEAD) else [f"{path}: another head"]
    if re.search(r"(?<!\r)\n|\r(?!\n)", text):
        complaints.append(f"{path}: a line end that is not CR LF")
    xmllint = subprocess.run(["xmllint", "--nonet", "--noout", path], capture_output=True)
    if xmllint.returncode != 0:
        return complaints + [xmllint.stderr.decode()]

    root = ElementTree.parse(path).getroot()
    if [child.tag for child in root] != [BOOKS[code]]:
        complaints.append(f"{path}: holds {[child.tag for child in root]}")
    for element in root.iter():
        complaints += check_element(element, names)
        if element.tag == "img":
            name = element.get("file")
            if "/" in name or "\\" in name:
                complaints.append(f"{name} leads somewhere")
            complaints += check_picture(os.path.join(folder, code, name), element)
    return complaints + check_ids(root)


def check_entries(names):
    """Books apart, each with its pictures, no outer folder, no entries of folders, no list."""
    return [f"entry {name}" for name in names
            if not re.fullmatch(r"(10000[1-4])/\1(\.xml|_[1-9][0-9]*\.(jpg|tif))", name)]


def check_package(path, names):
    with tempfile.TemporaryDirectory() as folder:
        tested = subprocess.run(["unzip", "-t", path], capture_output=True)
        if tested.returncode != 0:
            return [tested.stdout.decode() + tested.stderr.decode()]
        listed = subprocess.run(["unzip", "-Z1", path], capture_output=True, check=True)
        entries = listed.stdout.decode().split()
        subprocess.run(["unzip", "-q", path, "-d", folder], check=True)
        complaints = check_entries(entries)
        for code in sorted({entry[:6] for entry in entries} & set(BOOKS)):
            complaints += check_book(folder, code, names)
        used = re.findall(r' file="([^"]*)"', "".join(
            open(name, encoding="utf-8").read() for name in glob.glob(folder + "/*/*.xml")))
        pictures = [os.path.basename(entry) for entry in entries if not entry.endswith(".xml")]
        if sorted(used) != sorted(pictures):
            complaints.append(f"{set(used) ^ set(pictures)} is not both named and there")
        return complaints


def write(make, source, folder):
    done = subprocess.run([make, source, folder], capture_output=True, text=True)
    if done.returncode != 0:
        return [], [f"make-cnipa failed: {done.stderr}"]
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    refused = [" ".join(line) for line in lines if line[0] == "refused"]
    return [line[1] for line in lines if line[0] == "package"], refused


class Tap:
    def __init__(self):
        self.count = 0
        self.failed = False

    def result(self, name, complaints):
        self.count += 1
        self.failed = self.failed or bool(complaints)
        for complaint in complaints[:20]:
            print("#", complaint)
        print("not ok" if complaints else "ok", self.count, "-", name)

    def skip(self, name):
        self.count += 1
        print("ok", self.count, "-", name, "# SKIP CLAIMSMITH_CORPUS is not set")


def judge(tap, name, make, source, n_expected, names):
    with tempfile.TemporaryDirectory() as folder:
        packages, complaints = write(make, source, folder)
        if len(packages) != n_expected:
            complaints.append(f"{len(packages)} packages, not {n_expected}")
        for package in packages:
            complaints += check_package(package, names)
        tap.result(name, complaints)


def judge_self(tap, names):
    """The judge knows bad from good."""
    bad = ElementTree.fromstring('<figure num="1" colour="red"><img/><img/></figure>')
    tap.result("knows a bad element", [] if len(check_element(bad, names)) >= 2 else ["it passed"])
    tap.result("knows a bad entry", [] if check_entries(["x/100001.xml", "List.xml", "100001/"])
               == ["entry x/100001.xml", "entry List.xml", "entry 100001/"] else ["it passed"])


def main():
    make, fixtures = sys.argv[1:3]
    corpus = os.environ.get("CLAIMSMITH_CORPUS", "")
    tap = Tap()
    if not os.path.isdir(os.path.join(corpus, "cnipa-dossier")):
        for name in ("knows bad from good", "dossiers", "fixtures"):
            tap.skip(name)
    else:
        names = real_names(corpus)
        judge_self(tap, names)
        judge(tap, "dossiers", make, os.path.join(corpus, "cnipa-dossier"), 3, names)
        judge(tap, "dossiers, zipped", make, os.path.join(corpus, "cnipa-dossier-zip"), 3, names)
        judge(tap, "published claims", make, os.path.join(corpus, "cn-claims"), 328, names)
        judge(tap, "our own text", make, os.path.join(fixtures, "claims.txt"), 1, names)
    print(f"1..{tap.count}")
    sys.exit(tap.failed)


main()
