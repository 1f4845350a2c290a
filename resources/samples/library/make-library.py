#!/usr/bin/env python3
"""Makes the files of the sample library: families.xml, an answer as the EPO's OPS gives it;
texts.xml, full texts of the same kind; table.csv, as a search platform exports it.

Usage: make-library.py, in its folder; reads families.txt and texts.txt.

Numbers are invented, but of the form that offices use, in ranges none has reached; days follow from
the days of filing by what is usual at an office. The same input gives the same files.
"""

import csv
import datetime
import io
import pathlib
import re
from xml.sax.saxutils import escape, quoteattr

from events import events_of, months_later

HERE = pathlib.Path(__file__).resolve().parent
AS_OF = datetime.date(2026, 11, 1)
STATES = ("pending", "granted", "refused", "withdrawn", "lapsed", "expired", "silent")
LINKS = ("claims", "phase", "continues", "divides")
GRANT_MONTHS = {"CN": 27, "US": 26, "EP": 44, "JP": 31, "KR": 29, "DE": 38, "GB": 34, "CN.U": 8}


def on_weekday(day, weekday):
    """That day or the first @weekday after it: offices publish on one day of the week."""
    return day + datetime.timedelta(days=(weekday - day.weekday()) % 7)


def cn_check(digits):
    """Check digit of a Chinese application. Source: ZC 0006-2003."""
    weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]
    rest = sum(int(digit) * weight for digit, weight in zip(digits, weights)) % 11
    return "X" if rest == 10 else str(rest)


class Application:
    """An application: a line "app" of families.txt."""

    def __init__(self, family, index, words):
        self.family = family
        self.key, self.office = words[0], words[1]
        self.country = self.office.split(".")[0]
        self.is_model = self.office == "CN.U"
        self.is_provisional = self.office == "US.P"
        self.filed = datetime.date.fromisoformat(words[2])
        self.serial = 990000 + family.number * 10 + index
        self.links, self.state, self.marks = [], None, []
        rest = words[3:]
        while rest:
            word = rest.pop(0)
            if word in LINKS:
                self.links.append((word, rest.pop(0)))
            elif word in STATES:
                self.state = word
            else:
                name, day = word.split("=")
                self.marks.append((name, datetime.date.fromisoformat(day)))

    def number(self):
        """Country, number and kind as DOCDB has them."""
        year, serial = self.filed.year, self.serial
        if self.country == "CN":
            kind = "U" if self.is_model else "A"
            return "CN", f"{year}{2 if self.is_model else 1}9{serial}", kind
        if self.country == "WO":
            return self.family.companies[0].country, f"{year}{serial}", "W"
        if self.country == "US" and year < 2011:
            return "US", f"{serial}{year % 100:02}", "A"
        if self.country == "US":
            if self.is_provisional:
                return "US", f"{year}{63 if year >= 2020 else 62}{serial}", "P"
            series = 19 if year >= 2025 else min(13 + (year - 2012) // 2, 18)
            return "US", f"{year}{series}{serial}", "A"
        if self.country == "EP":
            return "EP", f"{year % 100:02}{serial}", "A"
        if self.country == "KR":
            is_phase = any(link == "phase" for link, _ in self.links)
            return "KR", f"{year}{'7' if is_phase else '0'}{serial}", "A"
        if self.country == "DE":
            return "DE", f"10{year}{serial}", "A"
        if self.country == "GB":
            return "GB", f"{year if year >= 2010 else f'{year % 100:02}'}{serial % 100000:05}", "A"
        return self.country, f"{year}{serial}", "A"

    def first_day(self):
        """Of its earliest priority, or its own."""
        days = [self.filed]
        days += [self.parent(key).first_day() for _, key in self.links]
        return min(days)

    def parent(self, key):
        number, _, name = key.rpartition(".")
        family = self.family.world[int(number)] if number else self.family
        return family.app(name)

    def published(self):
        """Day of its first publication, None when there is none yet."""
        if self.is_provisional or self.state == "silent" or self.is_model:
            return None
        is_later = any(link in ("phase", "continues", "divides") for link, _ in self.links)
        day = (months_later(self.filed, 6, self.serial * 7) if is_later else
               months_later(self.first_day(), 18, self.serial % 11))
        day = on_weekday(day, {"CN": 4, "EP": 2, "US": 3, "WO": 3, "DE": 3}.get(self.country, 1))
        return day if day <= AS_OF else None

    def granted(self):
        """Day of its grant, None when there is none."""
        if self.country == "WO" or self.is_provisional or \
                self.state in ("pending", "refused", "withdrawn", "silent"):
            return None
        day = months_later(self.filed, GRANT_MONTHS[self.office], self.serial * 13)
        day = on_weekday(day, {"CN": 4, "EP": 2, "US": 1, "DE": 3}.get(self.country, 2))
        if day > AS_OF and self.state is not None:
            raise ValueError(f"family {self.family.number}, {self.key}: granted after the data end")
        return day if day <= AS_OF else None

    def publications(self):
        """(number, kind, day) of each."""
        year = (self.published() or self.filed).year
        first = {"CN": (f"199{self.serial}", "A"), "US": (f"{year}{self.serial}", "A1"),
                 "EP": (f"4{self.serial}", "A1"), "WO": (f"{year}{self.serial}", "A1"),
                 "JP": (f"{year}{self.serial}", "A"), "KR": (f"{year}0{self.serial}", "A"),
                 "DE": (f"10{self.filed.year}{self.serial}", "A1"), "GB": (f"2{self.serial}", "A")}
        grant = {"CN": (first["CN"][0], "B"), "US": (f"13{self.serial}", "B2"),
                 "EP": (first["EP"][0], "B1"), "JP": (f"7{self.serial}", "B2"),
                 "KR": (f"104{self.serial}", "B1"), "DE": (first["DE"][0], "B4"),
                 "GB": (first["GB"][0], "B")}
        if self.is_model:
            return [(f"2{first['CN'][0][1:]}", "U", self.granted())]
        found = []
        if self.published():
            found.append((*first[self.country], self.published()))
        if self.granted():
            found.append((*grant[self.country], self.granted()))
            if self.country == "CN" and self.granted() < datetime.date(2010, 4, 7):
                found[-1] = (found[-1][0], "C", found[-1][2])
        return found


class Company:
    def __init__(self, words):
        self.country = words[1]
        self.english, self.chinese = (name.strip() for name in " ".join(words[2:]).split("|"))


class Family:
    def __init__(self, world, number, in_table):
        self.world, self.number, self.in_table = world, number, in_table
        self.titles, self.abstracts = {}, {}
        self.companies, self.inventors, self.classes = [], [], []
        self.apps, self.cites = [], []

    def app(self, key):
        return next(app for app in self.apps if app.key == key)


def read_families():
    families, companies, family = {}, {}, None
    for line in (HERE / "families.txt").read_text(encoding="utf-8").splitlines():
        words = line.split()
        if not words or line.startswith("#"):
            continue
        rest = line.partition(" ")[2].strip()
        if words[0] == "company":
            companies[words[1]] = Company(words[1:])
        elif words[0] == "family":
            family = Family(families, int(words[1]), "table" in words)
            families[family.number] = family
        elif words[0] in ("en", "zh"):
            family.titles[words[0]] = rest
        elif words[0].startswith("ab."):
            family.abstracts[words[0][3:]] = rest
        elif words[0] == "by":
            family.companies = [companies[key] for key in words[1:]]
        elif words[0] == "inventors":
            family.inventors = [name.strip() for name in rest.split(";")]
        elif words[0] == "ipc":
            family.classes = [symbol.strip() for symbol in rest.split(",")]
        elif words[0] == "cites":
            family.cites = [tuple(pair.split()) for pair in rest.split(",")]
        else:
            family.apps.append(Application(family, len(family.apps) + 1, words[1:]))
    return families


# --- XML ---

def document_id(form, country, number, kind, day=None):
    date = f"<date>{day:%Y%m%d}</date>" if day else ""
    return (f'<document-id document-id-type="{form}"><country>{country}</country>'
            f"<doc-number>{number}</doc-number><kind>{kind}</kind>{date}</document-id>")


def priorities_of(app):
    """(number, active, linkage, day): those of its parents, and the parents themselves."""
    found = []
    for link, key in app.links:
        parent = app.parent(key)
        if link in ("phase", "continues", "divides"):
            found += priorities_of(parent)
        if link != "divides":
            linkage = {"claims": "", "phase": "W", "continues": "1"}[link]
            found.append((parent.number(), link == "claims", linkage, parent.filed))
    unique = []
    for priority in found:
        if priority not in unique:
            unique.append(priority)
    return unique


def write_priorities(app):
    for index, (number, active, linkage, day) in enumerate(priorities_of(app), 1):
        yield (f'      <priority-claim sequence="{index}" kind="national">'
               f"{document_id('docdb', *number, day)}"
               + (f"<priority-linkage-type>{linkage}</priority-linkage-type>" if linkage else "")
               + f"<priority-active-indicator>{'YES' if active else 'NO'}"
               "</priority-active-indicator></priority-claim>")


def write_event(app, event):
    code, text, influence, day, state = event
    details = f'<ops:L500EP><ops:L501EP desc="Ref Country Code">{state}</ops:L501EP></ops:L500EP>'
    return (f'      <ops:legal code="{code}" desc={quoteattr(text)} infl="{influence}">'
            f'<ops:L001EP desc="Country Code">{app.country}</ops:L001EP>'
            f'<ops:L007EP desc="Gazette DATE">{day}</ops:L007EP>'
            f'<ops:L008EP desc="Legal Event Code 1">{code}</ops:L008EP>'
            f"{details if state else ''}</ops:legal>")


def write_parties(family, app):
    yield "          <parties><applicants>"
    for sequence, company in enumerate(family.companies, 1):
        name = company.chinese if app.country == "CN" else company.english
        yield (f'            <applicant sequence="{sequence}" data-format="original">'
               f"<applicant-name><name>{escape(name)}</name></applicant-name><residence><country>{company.country}"
               "</country></residence></applicant>")
    yield "          </applicants><inventors>"
    for sequence, name in enumerate(family.inventors, 1):
        yield (f'            <inventor sequence="{sequence}" data-format="original"><inventor-name>'
               f"<name>{escape(name)}</name></inventor-name></inventor>")
    yield "          </inventors></parties>"


def write_classes(family):
    yield "          <classifications-ipcr>"
    for sequence, symbol in enumerate(family.classes, 1):
        section, group = symbol.split()
        main, sub = group.split("/")
        yield (f'            <classification-ipcr sequence="{sequence}"><text>{section} {main:>3}/ '
               f"{sub:<6} 20060101{'F' if sequence == 1 else 'L'}I20200101BHCN        "
               "</text></classification-ipcr>")
    yield "          </classifications-ipcr>"


def write_citations(family, app):
    if not family.cites or app is not family.apps[-1 if family.apps[0].is_provisional else 0]:
        return
    yield "          <references-cited>"
    for sequence, (number, category) in enumerate(family.cites, 1):
        cited = next(publication for other in family.world[int(number)].apps
                     for publication in [(other.country, *entry) for entry in other.publications()])
        yield (f'            <citation cited-phase="search" sequence="{sequence}"><patcit num="'
               f'{sequence}">{document_id("docdb", *cited[:3])}</patcit>'
               f"<category>{category}</category></citation>")
    yield "          </references-cited>"


def write_biblio(family, app, publication, is_first):
    """@is_first: of its application; the others repeat the title only."""
    number, kind = publication[:2] if publication else app.number()[1:]
    yield (f'      <exchange-document family-id="{99000000 + family.number}" '
           f'country="{app.country}" doc-number="{number}" kind="{kind}">')
    yield "        <bibliographic-data>"
    if is_first:
        yield from write_classes(family)
        yield from write_parties(family, app)
        yield from write_citations(family, app)
    for language in ("zh", "en") if app.country == "CN" else ("en", "zh"):
        if language in family.titles:
            yield (f'          <invention-title lang="{language}">{escape(family.titles[language])}'
                   "</invention-title>")
    yield "        </bibliographic-data>"
    for language, text in family.abstracts.items() if is_first else ():
        yield f'        <abstract lang="{language}"><p>{escape(text)}</p></abstract>'
    yield "      </exchange-document>"


def write_member(family, app, publication):
    """@publication: None for an application of which no more is known."""
    yield f'    <ops:family-member family-id="{99000000 + family.number}">'
    if publication:
        yield ("      <publication-reference>"
               f"{document_id('docdb', app.country, *publication)}</publication-reference>")
    yield (f"      <application-reference>{document_id('docdb', *app.number(), app.filed)}"
           "</application-reference>")
    yield from write_priorities(app)
    is_first = bool(publication) and publication == app.publications()[0]
    for event in events_of(app, AS_OF) if is_first else ():
        yield write_event(app, event)
    yield from write_biblio(family, app, publication, is_first)
    yield "    </ops:family-member>"


HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!-- Invented; made by make-library.py. -->
<ops:world-patent-data xmlns="http://www.epo.org/exchange" xmlns:ops="http://ops.epo.org">
"""


def write_families(families):
    yield HEAD.rstrip("\n")
    for family in families.values():
        if family.in_table:
            continue
        yield "  <ops:patent-family>"
        for app in (app for app in family.apps if not app.is_provisional):
            for publication in app.publications() or [None]:
                yield from write_member(family, app, publication)
        yield "  </ops:patent-family>"
    yield "</ops:world-patent-data>"


# --- texts ---

def read_texts():
    """(family, app, which, part, language): text"""
    text = (HERE / "texts.txt").read_text(encoding="utf-8")
    parts = re.split(r"^== (.*)\n", text, flags=re.M)[1:]
    return {tuple(head.split()): body.strip("\n") for head, body in zip(parts[::2], parts[1::2])}


def publication_of(families, number, key, which):
    app = families[int(number)].app(key)
    wanted = app.publications()[-1 if which == "grant" else 0]
    if which == "grant" and not app.granted():
        raise ValueError(f"family {number}, {key}: has a text of a grant, and is not granted")
    return app, wanted


def write_texts(families, texts):
    documents = {}
    for (number, key, which, part, language), text in texts.items():
        if families[int(number)].in_table:
            continue
        documents.setdefault((number, key, which), []).append((part, language, text))
    yield HEAD.rstrip("\n")
    yield '  <ftxt:fulltext-documents xmlns:ftxt="http://www.epo.org/fulltext">'
    for (number, key, which), parts in documents.items():
        app, publication = publication_of(families, number, key, which)
        yield ("  <ftxt:fulltext-document><bibliographic-data>"
               '<publication-reference data-format="docdb"><document-id>'
               f"<country>{app.country}</country><doc-number>{publication[0]}</doc-number>"
               f"<kind>{publication[1]}</kind></document-id></publication-reference>"
               "</bibliographic-data>")
        for part, language, text in parts:
            if part == "claims":
                claims = "".join(f"<claim-text>{escape(claim)}</claim-text>\n"
                                 for claim in text.split("\n\n"))
                yield f'  <claims lang="{language.upper()}"><claim>\n{claims}</claim></claims>'
            else:
                lines = "".join(f"<p>{escape(line)}</p>\n" for line in text.split("\n"))
                yield f'  <description lang="{language.upper()}">\n{lines}</description>'
        yield "  </ftxt:fulltext-document>"
    yield "  </ftxt:fulltext-documents>"
    yield "</ops:world-patent-data>"


# --- table ---

COLUMNS = ("序号", "公开(公告)号", "公开(公告)日", "申请号", "申请日", "标题", "标题(英文)", "摘要",
           "首项权利要求", "申请人", "发明人", "IPC主分类", "IPC", "专利有效性", "一案双申", "母案",
           "国民经济分类", "检索要点")
TOPICS = {"A": "制造业-专用设备", "B": "制造业-通用设备", "F": "制造业-通用设备", "G": "软件和信息技术",
          "H": "制造业-电气机械"}


def printed(app):
    country, number, _ = app.number()
    return f"{country}{number}.{cn_check(number)}" if country == "CN" else f"{country}{number}"


def status_of(app):
    if app.state == "lapsed":
        return "失效"
    return "有效" if app.granted() else "审中"


def row_of(app, publication, texts):
    family = app.family
    twins = [printed(other) for other in family.apps if other is not app]
    key = (str(family.number), app.key, "grant", "claims", "zh")
    parents = [printed(app.parent(parent)) for link, parent in app.links if link == "divides"]
    row = {"公开(公告)号": f"{app.country}{publication[0]}{publication[1]}",
           "公开(公告)日": publication[2], "申请号": printed(app), "申请日": app.filed,
           "标题": family.titles["zh"], "母案": "; ".join(parents)}
    if family.in_table:
        row |= {"标题(英文)": family.titles["en"], "摘要": family.abstracts["zh"],
                "首项权利要求": texts.get(key, "").split("\n\n")[0],
                "申请人": "; ".join(company.chinese for company in family.companies),
                "发明人": "; ".join(family.inventors),
                "IPC主分类": family.classes[0].replace(" ", ""),
                "IPC": "; ".join(symbol.replace(" ", "") for symbol in family.classes),
                "专利有效性": status_of(app), "一案双申": "; ".join(twins),
                "国民经济分类": TOPICS[family.classes[0][0]], "检索要点": f"样例{family.number:02}"}
    return row


def write_table(families, texts):
    target = io.StringIO()
    writer = csv.DictWriter(target, COLUMNS, lineterminator="\r\n", restval="")
    writer.writeheader()
    rows = []
    for family in families.values():
        for app in family.apps:
            if family.in_table or any(link == "divides" for link, _ in app.links):
                rows += [row_of(app, publication, texts) for publication in app.publications()]
    for index, row in enumerate(rows, 1):
        writer.writerow(row | {"序号": index})
    return "\ufeff" + target.getvalue()


def main():
    families, texts = read_families(), read_texts()
    for name, lines in (("families.xml", write_families(families)),
                        ("texts.xml", write_texts(families, texts))):
        (HERE / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    (HERE / "table.csv").write_bytes(write_table(families, texts).encode("utf-8"))


if __name__ == "__main__":
    main()
