"""claimsmith-cli store, and "check --matter"."""

import json
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import zipfile

from harness import Run, contains, equal, run_all

MAKE_STORE = sys.argv[2]


def make(folder, *args):
    subprocess.run([MAKE_STORE, folder, *args], check=True)


def names(folder, *args):
    run = Run("store", "list", "--folder", folder, "--format", "json", *args)
    equal(run.status, 0)
    return [json.loads(line)["name"] for line in run.out.splitlines()]


def test_help_is_a_manual(folder):
    run = Run("store", "--help")
    equal(run.status, 0)
    for part in ("Usage: ", "Options", "Exit status", "Examples"):
        contains(run.out, part)
    longest = max(run.out.splitlines(), key=len)
    if len(longest) > 80:
        raise AssertionError(f"more than 80 columns: {longest!r}")


def test_usage(folder):
    equal(Run("store").status, 2)
    equal(Run("store", "backup").status, 2)
    equal(Run("store", "backup", "a", "b").status, 2)
    run = Run("store", "chek")
    equal(run.status, 2)
    contains(run.err, 'did you mean "check"?')
    run = Run("store", "list", "--folder", os.path.join(folder, "nothing"))
    equal(run.status, 2)
    contains(run.err, "there is no store")
    equal(os.listdir(folder), [])


def test_list(folder):
    make(folder, "离心泵", "P-1")
    make(folder, "two\x1b[31m", "P-2")
    equal(sorted(names(folder)), ["two[31m", "离心泵"])
    equal(names(folder, "叶轮 ｐ－１"), ["离心泵"])
    run = Run("store", "list", "--folder", folder)
    contains(run.out, "离心泵  P-1")
    line = json.loads(Run("store", "list", "P-1", "--folder", folder, "-fjson").out)
    equal(line["offices"], ["CN"])
    equal(line["type"], "utility-model")
    equal(line["findings"], None)


def test_check(folder):
    make(folder, "泵", "P-1")
    path = os.path.join(folder, "drafts.db")
    run = Run("store", "check", "--folder", folder)
    equal(run.status, 0)
    contains(run.out, "is sound")
    equal(Run("store", "check", path).status, 0)
    store = sqlite3.connect(path)
    store.execute("UPDATE part SET text = text || 'x' WHERE name = 'claims'")
    store.commit()
    store.close()
    run = Run("store", "check", "--folder", folder)
    equal(run.status, 1)
    contains(run.out, "the text of matter 1 is damaged")
    with open(path, "r+b") as file:
        file.write(b"garbage garbage garbage")
    run = Run("store", "check", "--folder", folder)
    equal(run.status, 1)
    contains(run.err, "nothing in it was changed")
    equal(Run("store", "list", "--folder", folder).status, 2)


def test_backup_and_restore(folder):
    backup = os.path.join(folder, "friday.db")
    make(folder, "泵", "P-1")
    equal(Run("store", "backup", backup, "--folder", folder).status, 0)
    equal(os.stat(backup).st_mode & 0o777, 0o600)
    equal(Run("store", "backup", backup, "--folder", folder).status, 2)  # it is there already
    make(folder, "阀", "P-2")
    equal(Run("store", "restore", backup, "--folder", folder).status, 0)
    equal(names(folder), ["泵"])
    kept = os.listdir(os.path.join(folder, "backups"))
    equal(len(kept), 1)
    equal(Run("store", "restore", os.path.join(folder, "backups", kept[0]),
              "--folder", folder).status, 0)
    equal(sorted(names(folder)), ["泵", "阀"])
    run = Run("store", "restore", __file__, "--folder", folder)
    equal(run.status, 2)
    contains(run.err, os.path.basename(__file__))
    equal(sorted(names(folder)), ["泵", "阀"])


def test_damaged_store_offers_its_backup(folder):
    make(folder, "泵", "P-1")
    backup = os.path.join(folder, "friday.db")
    Run("store", "backup", backup, "--folder", folder)
    Run("store", "restore", backup, "--folder", folder)
    with open(os.path.join(folder, "drafts.db"), "r+b") as file:
        file.write(b"garbage garbage garbage")
    run = Run("store", "list", "--folder", folder)
    contains(run.err, "the newest backup is")
    equal(Run("store", "restore", backup, "--folder", folder).status, 0)
    equal(names(folder), ["泵"])
    if not any(name.startswith("drafts-damaged-") for name in os.listdir(folder)):
        raise AssertionError("the damaged store is gone")


def sql(folder, *statement):
    store = sqlite3.connect(os.path.join(folder, "drafts.db"))
    rows = store.execute(*statement).fetchall()
    store.commit()
    store.close()
    return rows


def lines(*args):
    run = Run("store", *args, "--format", "json")
    return run, [json.loads(line) for line in run.out.splitlines()]


def export(folder, matter, name="pump.csmatter"):
    path = os.path.join(folder, name)
    equal(Run("store", "export", matter, path, "--folder", folder).status, 0)
    return path


def test_export(folder):
    make(folder, "泵", "P-1")
    path = export(folder, "P-1")
    equal(os.stat(path).st_mode & 0o777, 0o600)
    with zipfile.ZipFile(path) as package:
        equal(package.testzip(), None)
        equal(package.namelist()[:2], ["mimetype", "manifest.json"])
        equal(package.infolist()[0].compress_type, zipfile.ZIP_STORED)
        draft = json.loads(package.read("draft.json"))
        equal(draft["parts"]["title"]["text"], "泵")
    run = Run("store", "export", "P-9", path, "--folder", folder)
    equal(run.status, 2)
    contains(run.err, 'no matter is called "P-9"')


def small_files_only():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300, 300))


def test_export_to_a_full_disk(folder):
    make(folder, "泵", "P-1")
    path = export(folder, "P-1")
    with open(path, "rb") as file:
        before = file.read()
    for target in (path, os.path.join(folder, "another.csmatter")):
        run = Run("store", "export", "P-1", target, "--folder", folder, before=small_files_only)
        equal(run.status, 2)
        contains(run.err, f"\"{os.path.basename(target)}\" cannot be written")
    equal([name for name in os.listdir(folder) if not name.startswith("drafts.db")],
          ["pump.csmatter"])
    with open(path, "rb") as file:
        equal(file.read(), before)


def test_there_and_back(folder):
    here, there = os.path.join(folder, "here"), os.path.join(folder, "there")
    make(here, "泵", "P-1", "=壳体")
    path = export(here, "P-1")
    run, (would,) = lines("import", path, "--folder", here, "--dry-run")
    equal((run.status, would["done"], would["matter"]), (0, "nothing", 1))
    run, (made,) = lines("import", path, "--folder", there)
    equal((run.status, made["done"], made["matter"]), (0, "made", 1))
    equal(names(there), ["泵"])
    equal(sql(there, "SELECT uuid FROM matter"), sql(here, "SELECT uuid FROM matter"))
    equal(sql(there, "SELECT name FROM term"), [("壳体",)])

    run, (again,) = lines("import", path, "--folder", there)
    equal((again["done"], again["text_differs"], again["versions"]), ("merged", False, 0))
    run, (new,) = lines("import", path, "--as-new", "--folder", there)
    equal((new["done"], new["matter"]), ("made", 2))
    contains(Run("store", "import", path, "--dry-run", "--folder", there).out, "the same")
    equal(Run("store", "check", "--folder", there).status, 0)


def decide(folder, kind, author, made_us):
    sql(folder, "INSERT INTO decision (matter, kind, check_name, rule, fingerprint, unit, part, "
        "text, reason, author, made_us) VALUES (1, ?, 'title', 'length', 'f00d', '7', 'title', "
        "'泵', '', ?, ?)", (kind, author, made_us))


def test_decided_differently(folder):
    here, there = os.path.join(folder, "here"), os.path.join(folder, "there")
    make(here, "泵", "P-1")
    equal(Run("store", "import", export(here, "P-1"), "--folder", there).status, 0)
    decide(here, "waived", "张三", 1700000000000000)
    decide(there, "accepted", "李四", 1600000000000000)
    back = export(there, "P-1")
    run, (asked,) = lines("import", back, "--folder", here)
    equal((run.status, asked["done"], len(asked["conflicts"])), (2, "nothing", 1))
    contains(run.err, "--theirs")
    equal(asked["conflicts"][0]["theirs"]["author"], "李四")
    equal(len(sql(here, "SELECT * FROM decision")), 1)
    equal(Run("store", "import", back, "--ours", "--theirs", "--folder", here).status, 2)
    run, (done,) = lines("import", back, "--theirs", "--folder", here)
    equal((run.status, done["done"]), (0, "merged"))
    equal(sql(here, "SELECT kind FROM decision ORDER BY made_us"),
          [("accepted",), ("waived",), ("accepted",)])


def test_import_of_any_kind(folder):
    text = os.path.join(folder, "claims.txt")
    broken = os.path.join(folder, "broken.csmatter")
    old = os.path.join(folder, "old.db")
    store = os.path.join(folder, "store")
    with open(text, "w", encoding="utf-8") as file:
        file.write("1. 一种泵，包括壳体。\n")
    make(os.path.join(folder, "other"), "阀", "P-2")
    equal(Run("store", "backup", old, "--folder", os.path.join(folder, "other")).status, 0)
    with open(export(os.path.join(folder, "other"), "P-2"), "rb") as file:
        whole = file.read()
    with open(broken, "wb") as file:
        file.write(whole[:1000])
    run, done = lines("import", text, broken, old, "--folder", store)
    equal(run.status, 2)
    equal([line["done"] for line in done], ["made", "made"])
    contains(run.err, broken)
    equal(len(names(store)), 2)


def test_attachments(folder):
    make(folder, "泵", "P-1")
    note = os.path.join(folder, "note.txt")
    pdf = os.path.join(folder, "broken.pdf")
    with open(note, "w", encoding="utf-8") as file:
        file.write("对比文件1 discloses a rotor")
    with open(pdf, "w", encoding="utf-8") as file:
        file.write("%PDF-1.4 garbage")
    run = Run("store", "attach", "P-1", note, pdf, "--folder", folder)
    equal(run.status, 0)
    contains(run.err, "without its text")
    run, listed = lines("attachments", "P-1", "--folder", folder)
    equal([(line["name"], line["text"]) for line in listed],
          [("note.txt", "对比文件1 discloses a rotor"), ("broken.pdf", "")])
    contains(Run("store", "attachments", "P-1", "--folder", folder).out, "note.txt")
    equal(names(folder, "rotor"), ["泵"])
    run = Run("store", "attach", "P-1", os.path.join(folder, "nothing"), "--folder", folder)
    equal(run.status, 2)
    path = export(folder, "P-1")
    equal(Run("store", "import", path, "--folder", os.path.join(folder, "there")).status, 0)
    equal(names(os.path.join(folder, "there"), "rotor"), ["泵"])


def test_reviews(folder):
    make(folder, "泵", "P-1")
    sql(folder, "UPDATE matter SET author = '张三'")
    equal(Run("store", "confirm", "P-1", "--folder", folder).status, 2)
    run = Run("store", "confirm", "P-1", "--by", " 张三 ", "--folder", folder)
    equal(run.status, 2)
    contains(run.err, "a second person")
    equal(Run("store", "confirm", "P-1", "--by", "李四", "--remark", "ok", "--folder",
              folder).status, 0)
    run, (review,) = lines("reviews", "P-1", "--folder", folder)
    equal((review["reviewer"], review["remark"], review["holds"]), ("李四", "ok", True))
    sql(folder, "UPDATE review SET text_sha256 = ?", ("0" * 64,))
    contains(Run("store", "reviews", "P-1", "--folder", folder).out, "changed since")


def pre_examine(folder):
    """A matter of an invention, examined by the list of its office."""
    path = os.path.join(os.path.dirname(__file__), "..", "formats", "fixtures", "package", "100001",
                        "100001.xml")
    equal(Run("store", "import", path, "--folder", folder).status, 0)
    run, (examination,) = lines("examine", "1", "--by", "张三", "--folder", folder)
    equal(run.status, 0)
    return examination


def test_examinations(folder):
    examination = pre_examine(folder)
    equal((examination["number"], examination["author"]), (1, "张三"))
    equal([entry["id"] for entry in examination["checklists"]], ["cn-invention"])
    equal(examination["compared"], None)
    run, (again,) = lines("examine", "1", "--folder", folder)
    equal(again["number"], 1)
    run, runs = lines("runs", "1", "--folder", folder)
    equal(runs, [again])
    contains(Run("store", "runs", "1", "--folder", folder).out, "for a person")
    run, report = check(folder, "--matter", "1")
    equal(sum(examination["items"].values()), len(report[0]["items"]))


def test_answers_and_signatures(folder):
    pre_examine(folder)
    run, questions = lines("questions", "1", "--folder", folder)
    if not questions:
        raise AssertionError("nothing is asked")
    run = Run("store", "sign", "1", "--by", "张三", "--folder", folder)
    equal(run.status, 2)
    contains(run.err, "no answer yet")
    equal(Run("store", "answer", "1", questions[0]["item"], "yes", "--folder", folder).status, 2)
    run = Run("store", "answer", "1", "CN-CLM-999", "yes", "--by", "张三", "--folder", folder)
    equal(run.status, 2)
    contains(run.err, "is no question")
    run = Run("store", "answer", "1", questions[0]["item"], "maybe", "--by", "张三",
              "--folder", folder)
    equal(run.status, 2)
    for question in questions:
        verdict = "no" if question is questions[0] else "yes"
        equal(Run("store", "answer", "1", question["item"], verdict, "--by", "张三", "--remark",
                  "看过了", "--folder", folder).status, 0)
    run, answered = lines("questions", "1", "--folder", folder)
    equal([entry["state"] for entry in answered],
          ["findings"] + ["passed"] * (len(questions) - 1))
    run, (report,) = check(folder, "--matter", "1")
    equal([finding["rule"] for finding in report["findings"]
           if finding["item"] == questions[0]["item"]], ["answered-no"])

    # The examination that was kept is the one before the answers.
    run, (examination,) = lines("examine", "1", "--folder", folder)
    equal(examination["open"], 0)
    run, (signed,) = lines("sign", "1", "--by", "张三", "--folder", folder)
    equal([entry["role"] for entry in signed["signatures"]], ["self-check"])
    run = Run("store", "sign", "1", "--second", "--by", " 张三", "--folder", folder)
    equal(run.status, 2)
    contains(run.err, "another person")
    run, (signed,) = lines("sign", "1", "--second", "--by", "李四", "--folder", folder)
    equal([(entry["author"], entry["holds"]) for entry in signed["signatures"]],
          [("张三", True), ("李四", True)])
    sql(folder, "UPDATE signature SET text_sha256 = ?", ("0" * 64,))
    contains(Run("store", "runs", "1", "--folder", folder).out, "changed since")


def test_decisions_are_listed(folder):
    pre_examine(folder)
    sql(folder, "INSERT INTO decision (matter, kind, check_name, rule, fingerprint, unit, part, "
                "text, reason, author, made_us) VALUES (1, 'waived', 'title', 'long', 'x', '0', "
                "'title', '', 'once', '张三', 1), (NULL, 'not-this-rule', 'title', 'long', '', "
                "'0', 'title', '', 'house', '所', 2)")
    run, decisions = lines("decisions", "1", "--folder", folder)
    equal([(entry["everywhere"], entry["stale"]) for entry in decisions],
          [(False, True), (True, False)])


def check(folder, *args):
    run = Run("check", "--format", "json", *args, env={"CLAIMSMITH_DATA_DIR": folder})
    return run, [json.loads(line) for line in run.out.splitlines()]


def test_check_matter(folder):
    make(folder, "泵", "P-1")
    run, (report,) = check(folder, "--matter", "P-1", "--type", "invention")
    equal(run.status, 1)
    equal(report["document"]["path"], "泵")
    equal([entry["id"] for entry in report["checklists"]], ["cn-invention"])
    if not report["findings"]:
        raise AssertionError("no findings")
    run, reports = check(folder, "-m", "P-1", "--matter=nothing")
    equal(run.status, 2)
    equal(len(reports), 2)
    equal(reports[1]["error"]["code"], "store")
    contains(reports[1]["error"]["message"], 'no matter is called "nothing"')


def test_matter_with_terms(folder):
    make(folder, "泵", "P-1", "=壳体")
    run = Run("terms", "--matter", "P-1", "-fjson", env={"CLAIMSMITH_DATA_DIR": folder})
    equal([term["name"] for term in json.loads(run.out)["terms"] if term["confirmed"]], ["壳体"])
    equal(check(folder, "-m", "P-1", "--type", "invention")[0].status, 1)
    with zipfile.ZipFile(export(folder, "P-1")) as package:
        equal(json.loads(package.read("terms.json")), [{"name": "壳体", "verdict": "is-term"}])


def test_check_matter_file(folder):
    make(folder, "泵", "P-1")
    path = export(folder, "P-1")
    run, (of_matter,) = check(folder, "--matter", "P-1", "--type", "invention")
    run, (of_file,) = check(folder, "--type", "invention", path)
    equal(run.status, 1)
    equal(of_file["document"]["path"], path)
    equal(of_file["findings"], of_matter["findings"])
    waived = [finding for finding in of_file["findings"] if "fingerprint" in finding]
    make(folder, "泵", "P-2", waived[0]["fingerprint"])
    run, (report,) = check(folder, "--type", "invention", export(folder, "P-2"))
    equal(sum(item["waived"] for item in report["items"]), 1)
    with open(path, "r+b") as file:
        file.seek(600)
        file.write(b"garbage")
    run, (report,) = check(folder, path)
    equal(run.status, 2)
    equal(report["error"]["code"], "syntax")


def test_check_matter_without_a_store(folder):
    run, (report,) = check(folder, "--matter", "P-1")
    equal(run.status, 2)
    contains(report["error"]["message"], "there is no store")
    equal(os.listdir(folder), [])


def versions(folder):
    store = sqlite3.connect(os.path.join(folder, "drafts.db"))
    rows = store.execute("SELECT name FROM draft WHERE kept = 'named' ORDER BY id").fetchall()
    store.close()
    return [name for (name,) in rows]


def test_retake(folder):
    make(folder, "泵", "P-1")
    path = os.path.join(folder, "edited.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write("权利要求书\n\n1. 一种泵，包括壳体和叶轮。\n")
    run = Run("store", "retake", "P-1", path, "--folder", folder)
    equal(run.status, 0, run.err)
    contains(run.out, "edited.txt")
    equal(versions(folder), ["as imported", "before “edited.txt”"])
    run = Run("check", "-fjson", "--with-text", "--matter", "P-1",
              env={"CLAIMSMITH_DATA_DIR": folder})
    document = json.loads(run.out)["document"]
    equal([claim["text"] for claim in document["claims"]], ["一种泵，包括壳体和叶轮。"])
    equal(document["paragraphs"], 1, "the description stays")
    contains(Run("store", "check", "--folder", folder).out, "is sound")


def test_retake_what_cannot_be(folder):
    make(folder, "泵", "P-1")
    several = os.path.join(folder, "several")
    os.mkdir(several)
    for name in ("a.txt", "b.txt"):
        with open(os.path.join(several, name), "w", encoding="utf-8") as file:
            file.write("1. A pump comprising a housing.\n")
    run = Run("store", "retake", "P-1", several, "--folder", folder)
    equal(run.status, 2)
    contains(run.err, "must hold one application")
    run = Run("store", "retake", "P-1", os.path.join(folder, "nothing.docx"), "--folder", folder)
    equal(run.status, 2)
    contains(run.err, "nothing.docx")
    equal(Run("store", "retake", "P-2", several, "--folder", folder).status, 2)
    equal(versions(folder), ["as imported"])


run_all(globals())
