"""claimsmith-cli store, and "check --matter"."""

import json
import os
import sqlite3
import subprocess
import sys

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


def test_export(folder):
    make(folder, "泵", "P-1")
    path = os.path.join(folder, "pump.csdraft")
    equal(Run("store", "export", "P-1", path, "--folder", folder).status, 0)
    equal(Run("store", "check", path).status, 0)
    run = Run("store", "export", "P-9", path, "--folder", folder)
    equal(run.status, 2)
    contains(run.err, 'no matter is called "P-9"')


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
    copy = os.path.join(folder, "pump.csmatter")
    run = Run("terms", "--matter", "P-1", "-fjson", env={"CLAIMSMITH_DATA_DIR": folder})
    equal([term["name"] for term in json.loads(run.out)["terms"] if term["confirmed"]], ["壳体"])
    equal(check(folder, "-m", "P-1", "--type", "invention")[0].status, 1)
    equal(Run("store", "export", "P-1", copy, "--folder", folder).status, 0)
    store = sqlite3.connect(copy)
    equal(list(store.execute("SELECT name, verdict FROM term")), [("壳体", "is-term")])
    store.close()


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
