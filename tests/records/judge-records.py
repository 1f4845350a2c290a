"""Judges what the readers of records make of the files of $CLAIMSMITH_CORPUS by a parser of another
make (expat): as many records, priorities, relations, events, citations and claims as stand in the
file, and what is no record is refused. Usage: judge-records.py DUMP-RECORDS"""

import collections
import glob
import html.entities
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

FILES = ["ops/*.xml", "docdb/*.xml", "us-xml/*.xml", "ep-xml/*.xml", "cnipa-publication/*/*.XML"]
GREEK = dict(zip("agr bgr ggr dgr egr mgr".split(), "αβγδεμ"))


ENTITIES = {name.rstrip(";"): character for name, character in html.entities.html5.items()}
ENTITIES.update({name: f"&{name};" for name in ("lt", "gt", "amp", "quot", "apos")})


def local(tag):
    return tag.rsplit("}", 1)[-1].rsplit(":", 1)[-1]


def parse(text):
    parser = ET.XMLParser()
    for name, character in html.entities.html5.items():
        parser.entity[name.rstrip(";")] = character
    parser.entity.update(GREEK)
    # A document that was cut out of its list has neither declared its prefix nor its entities.
    if "xmlns:exch" not in text[:2000]:
        text = text.replace("<exch:", "<").replace("</exch:", "</")
    if "<!DOCTYPE" not in text[:2000]:
        text = re.sub(r"&(\w+);", lambda m: ENTITIES.get(m[1], "?"), text)
    parser.feed(text)
    return parser.close()


def documents(text):
    """The documents of a file; one that is broken is its line in the file."""
    parts = re.split(r"(?=<\?xml\s)", text)
    line = 1
    for part in parts:
        if part.strip():
            try:
                yield parse(part.lstrip())
            except ET.ParseError as error:
                yield line + error.position[0] - 1
        line += part.count("\n")


def find_all(element, name):
    return [e for e in element.iter() if local(e.tag) == name]


def child(element, *names):
    for name in names:
        element = next((e for e in element if local(e.tag) == name), None)
        if element is None:
            return None
    return element


def children(element, name):
    return [] if element is None else [e for e in element if local(e.tag) == name]


def text_of(element):
    return "" if element is None else "".join(element.itertext()).strip()


class Expected:
    """What a record should hold: numbers of things."""

    def __init__(self, **counts):
        self.counts = counts


def forms(elements):
    """How many things are given in several forms each, DOCDB's counting where there is one."""
    docdb = [e for e in elements if e.get("data-format", "docdb") == "docdb"]
    return len(docdb) if docdb else len({e.get("sequence") for e in elements})


def exchange(document, holder=None):
    bib = child(document, "bibliographic-data")
    holder = holder if holder is not None else child(bib, "priority-claims")
    return {
        "publication": 1,
        "priority": forms(children(holder, "priority-claim")),
        "citation": len(children(child(bib, "references-cited"), "citation")),
        "abstract": len({e.get("lang") for e in children(document, "abstract")}),
        "title": len({e.get("lang") for e in children(bib, "invention-title")}),
    }


def ops(root):
    if local(root.tag) == "exchange-document":
        return [exchange(root)]
    members = find_all(root, "family-member")
    if local(root.tag) == "exchange-documents":
        return [exchange(e) for e in children(root, "exchange-document")]
    if members:
        return [dict(exchange(child(m, "exchange-document") or ET.Element("none"), m)
                     if child(m, "exchange-document") is not None else
                     {"publication": 1, "priority": forms(children(m, "priority-claim"))},
                     event=len(children(m, "legal")), application=1) for m in members]
    found = [exchange(e) for e in find_all(root, "exchange-document")]
    found += [{"publication": 1} for result in find_all(root, "search-result")
              for _ in children(result, "publication-reference")]
    for inquiry in find_all(root, "equivalents-inquiry"):
        found.append({"publication": 1, "member": len(children(inquiry, "inquiry-result"))})
    for text in find_all(root, "fulltext-document"):
        found.append({"publication": 1, "claim": len(find_all(text, "claim-text")),
                      "description": len(children(text, "description"))})
    for register in find_all(root, "register-document"):
        if child(register, "bibliographic-data") is not None:
            found.append({"application": 1, "event": len(find_all(register, "dossier-event"))})
    return found


def uspto(root):
    bib = next(e for e in root if local(e.tag).startswith("us-bibliographic-data"))
    cited = child(bib, "references-cited")
    cited = cited if cited is not None else child(bib, "us-references-cited")
    related = child(bib, "us-related-documents")
    pct = child(bib, "pct-or-regional-filing-data")
    inventors = find_all(bib, "inventor")
    if not inventors:
        inventors = [a for a in find_all(bib, "applicant")
                     if "inventor" in a.get("app-type", "")]
    return [{
        "publication": 1, "application": 1,
        "priority": len(find_all(bib, "priority-claim")),
        "relation": len(related if related is not None else []) + (pct is not None),
        "citation": len(cited if cited is not None else []),
        "claim": len(find_all(root, "claim")),
        "inventor": len({text_of(child(i, "addressbook", "last-name")).casefold() + ", " +
                         text_of(child(i, "addressbook", "first-name")).casefold()
                         for i in inventors}),
    }]


def patdoc(root):
    return [{
        "publication": 1, "application": 1, "claim": len(find_all(root, "CLM")),
        "citation": len(find_all(root, "B561")) + len(find_all(root, "B562")),
        "priority": len(find_all(root, "B330")), "inventor": len(find_all(root, "B721")),
    }]


def pap(root):
    return [{
        "publication": 1, "application": 1, "claim": len(find_all(root, "claim")),
        "priority": len(find_all(root, "foreign-priority-data")),
        "relation": len(find_all(root, "parent")),
        "inventor": len(find_all(root, "inventor")) + len(find_all(root, "first-named-inventor")),
    }]


def ep(root):
    return [{
        "publication": 1, "application": 1, "priority": len(find_all(root, "B330")),
        "relation": len(find_all(root, "B620")) + len(find_all(root, "B861")),
        "citation": len(find_all(root, "B561")) + len(find_all(root, "B562")),
        "claim": sum(len(find_all(c, "claim")) for c in children(root, "claims")),
        "claims": len([c for c in children(root, "claims") if text_of(c)]),
        "title": len(find_all(root, "B542")), "description": len(children(root, "description")),
        "inventor": len({text_of(child(e, "snm")).casefold() for e in find_all(root, "B721")}),
    }]


def cnipa(root):
    return [{
        "publication": 1, "application": 1, "title": 1,
        "priority": len([e for e in find_all(root, "Priority")
                         if e.get("dataFormat") != "standard"]),
        "claim": len(find_all(root, "Claim")), "inventor": len(find_all(root, "Inventor")),
        "citation": len(find_all(root, "Citation")),
        "relation": len(child(root, "BibliographicData", "RelatedDocuments") or []),
    }]


READERS = {"us-patent-grant": uspto, "us-patent-application": uspto, "PATDOC": patdoc,
           "patent-application-publication": pap, "ep-patent-document": ep,
           "PatentDocumentAndRelated": cnipa, "world-patent-data": ops,
           "exchange-documents": ops, "exchange-document": ops}


def expected_of(text):
    """The records of a file, and the lines of what is broken in it (0 for what holds nothing)."""
    records, faults = [], []
    for root in documents(text):
        if isinstance(root, int):
            faults.append(root)
        elif local(root.tag) != "sequence-cwu":
            found = READERS.get(local(root.tag), lambda root: [])(root)
            records += found
            faults += [] if found else [0]
    return records, faults


def count_claims(line):
    return len(line.split("\t", 2)[2].split("\\n\\n"))


def read(program, path):
    output = subprocess.run([program, path], capture_output=True, check=True).stdout.decode()
    records, faults = [], []
    for line in output.splitlines():
        kind, *fields = line.split("\t")
        if kind == "record":
            records.append(collections.Counter())
        elif kind == "fault":
            faults.append(int(fields[2]))
        elif records:
            records[-1][kind] += 1
            if kind == "claims":
                records[-1]["claim"] += count_claims(line)
            elif kind == "party" and fields[0] == "2":
                records[-1]["inventor"] += 1
    return records, faults


def judge(program, path):
    with open(path, encoding="utf-8", errors="replace") as file:
        text = file.read()
    wanted, wanted_faults = expected_of(text)
    records, faults = read(program, path)
    failures = []
    if len(wanted) != len(records):
        failures.append(f"{len(wanted)} records became {len(records)}")
    if len(wanted_faults) != len(faults):
        failures.append(f"{len(wanted_faults)} faults became {len(faults)}")
    for line, found in zip(wanted_faults, faults):
        if line not in (0, found):
            failures.append(f"the fault in line {line} is said to be in line {found}")
    for i, (want, record) in enumerate(zip(wanted, records), 1):
        for name, count in want.items():
            if record[name] != count:
                failures.append(f"record {i}: {count} {name} became {record[name]}")
    return failures


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
