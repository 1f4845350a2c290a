"""Legal events of the invented applications of the sample library; a part of make-library.py."""

import datetime

MEANINGS = """
CN PB01 PUBLICATION
CN SE01 ENTRY INTO FORCE OF REQUEST FOR SUBSTANTIVE EXAMINATION
CN GR01 PATENT GRANT
CN RJ01 REJECTION OF INVENTION PATENT APPLICATION AFTER PUBLICATION
CN WD01 INVENTION PATENT APPLICATION DEEMED WITHDRAWN AFTER PUBLICATION
CN CF01 TERMINATION OF PATENT RIGHT DUE TO NON-PAYMENT OF ANNUAL FEE
CN CX01 EXPIRY OF PATENT TERM
CN EE01 ENTRY INTO FORCE OF RECORDATION OF PATENT LICENSING CONTRACT
CN PE01 ENTRY INTO FORCE OF THE REGISTRATION OF THE CONTRACT FOR PLEDGE OF PATENT RIGHT
CN TR01 TRANSFER OF PATENT RIGHT
US AS ASSIGNMENT
US STPP INFORMATION ON STATUS: PATENT APPLICATION AND GRANTING PROCEDURE IN GENERAL
US STCF INFORMATION ON STATUS: PATENT GRANT
US STCB INFORMATION ON STATUS: APPLICATION DISCONTINUATION
US LAPS LAPSE FOR FAILURE TO PAY MAINTENANCE FEES
EP 17P REQUEST FOR EXAMINATION FILED
EP 17Q FIRST EXAMINATION REPORT DESPATCHED
EP GRAP DESPATCH OF COMMUNICATION OF INTENTION TO GRANT A PATENT
EP GRAA (EXPECTED) GRANT
EP 26N NO OPPOSITION FILED
EP 26 OPPOSITION FILED
EP 18R APPLICATION REFUSED
EP 18D APPLICATION DEEMED TO BE WITHDRAWN
EP PG25 LAPSED IN A CONTRACTING STATE
WO 121 EP: THE EPO HAS BEEN INFORMED BY WIPO THAT EP WAS DESIGNATED IN THIS APPLICATION
WO ENP ENTRY INTO THE NATIONAL PHASE
WO NENP NON-ENTRY INTO THE NATIONAL PHASE
JP A621 WRITTEN REQUEST FOR APPLICATION EXAMINATION
JP A131 NOTIFICATION OF REASONS FOR REFUSAL
JP A02 DECISION OF REFUSAL
JP R150 CERTIFICATE OF PATENT OR REGISTRATION OF UTILITY MODEL
JP LAPS CANCELLATION BECAUSE OF NO PAYMENT OF ANNUAL FEES
KR A201 REQUEST FOR EXAMINATION
KR E902 NOTIFICATION OF REASON FOR REFUSAL
KR E601 DECISION TO REFUSE APPLICATION
KR WITN APPLICATION DEEMED WITHDRAWN
KR GRNT WRITTEN DECISION TO GRANT
DE R012 REQUEST FOR EXAMINATION VALIDLY FILED
DE R018 GRANT DECISION BY EXAMINATION SECTION
DE R020 PATENT GRANT NOW FINAL
"""
MEANING = {tuple(line.split()[:2]): line.split(None, 2)[2] for line in MEANINGS.splitlines()[1:]}
GOOD = {"PB01", "SE01", "GR01", "STCF", "17P", "17Q", "GRAP", "GRAA", "26N", "R150", "GRNT", "R020"}
BAD = {"RJ01", "WD01", "CF01", "CX01", "STCB", "LAPS", "26", "18R", "18D", "PG25", "A02", "E601",
       "WITN"}

# What the words behind an application in families.txt stand for, and in which state.
MARKS = {"licence": ("EE01", ""), "pledge": ("PE01", ""), "transfer": ("TR01", ""),
         "opposition": ("26", ""), "fee-lapse": ("PG25", "DE")}
# How its state came about.
ENDS = {("refused", "CN"): "RJ01", ("refused", "EP"): "18R", ("refused", "JP"): "A02",
        ("refused", "KR"): "E601", ("withdrawn", "CN"): "WD01", ("withdrawn", "EP"): "18D",
        ("withdrawn", "US"): "STCB", ("withdrawn", "KR"): "WITN", ("lapsed", "CN"): "CF01",
        ("lapsed", "US"): "LAPS", ("lapsed", "JP"): "LAPS", ("lapsed", "EP"): "PG25"}


def months_later(day, months, jitter=0):
    """The day that many months after, and some days that depend on @jitter."""
    index = day.year * 12 + day.month - 1 + months
    later = datetime.date(index // 12, index % 12 + 1, min(day.day, 28))
    return later + datetime.timedelta(days=jitter % 23)


def after_publication(app, day):
    """(code, day) of each."""
    soon = months_later(day, 1, app.serial)
    later = months_later(soon, 11, app.serial)
    return {"CN": [("PB01", day), ("SE01", soon)],
            "US": [("AS", months_later(app.filed, 0, 9)), ("STPP", soon)],
            "EP": [("17P", soon), ("17Q", months_later(later, 3))],
            "WO": [("121", soon)] + phases_of(app),
            "JP": [("A621", soon), ("A131", later)],
            "KR": [("A201", soon), ("E902", later)],
            "DE": [("R012", soon)]}.get(app.country, [])


def phases_of(app):
    entries = [other for other in app.family.apps if ("phase", app.key) in other.links]
    return [("ENP", entry.filed) for entry in entries] + [("NENP", months_later(app.first_day(), 31))]


def around_grant(app, day):
    before = months_later(day, -4)
    found = {"CN": [("GR01", day)], "US": [("STCF", day)],
             "EP": [("GRAP", before), ("GRAA", day), ("26N", months_later(day, 10))],
             "JP": [("R150", day)], "KR": [("GRNT", day)],
             "DE": [("R018", before), ("R020", months_later(day, 9))]}.get(app.country, [])
    is_opposed = any(name == "opposition" for name, _ in app.marks)
    return [event for event in found if event[0] != "26N" or not is_opposed]


def at_end(app, as_of):
    """(code, day, state concerned) of each."""
    if (app.state, app.country) == ("expired", "CN"):
        return [("CX01", months_later(app.filed, 240), "")]
    code = ENDS.get((app.state, app.country))
    if code is None:
        return []
    day = min(months_later(app.granted() or app.published(), 19, app.serial * 5), as_of)
    return [(code, day, state) for state in (("DE", "FR", "GB") if code == "PG25" else ("",))]


def events_of(app, as_of):
    """(code, meaning, influence, day, state concerned) of each, in their order."""
    found = []
    if app.published():
        found += [(*event, "") for event in after_publication(app, app.published())]
    if app.granted():
        found += [(*event, "") for event in around_grant(app, app.granted())]
    found += [(MARKS[name][0], day, MARKS[name][1]) for name, day in app.marks]
    found += at_end(app, as_of)
    return [(code, MEANING[app.country, code], "+" if code in GOOD else "-" if code in BAD else " ",
             day, state)
            for code, day, state in sorted(found, key=lambda event: event[1]) if day <= as_of]
