"""claimsmith-cli store, where it is about the library: check, repair, backup and restore."""

import json
import os
import resource
import signal
import sqlite3
import subprocess
import sys

from harness import Run, contains, equal, run_all

MAKE_STORE = sys.argv[2]
HEAD = ("Publication Number,Title,Abstract,Applicants,Publication Date,Application Number\n")


def row(number):
    return (f"US2020{number:06d}A1,Flexible diaphragm {number},A diaphragm divides a chamber,"
            f"Beichuan,2020-04-09,US2019{number:06d}A\n")


def fill(folder, *numbers):
    """Imports invented documents into the library of this test."""
    os.environ["CLAIMSMITH_DATA_DIR"] = os.path.join(folder, "data")
    path = os.path.join(folder, f"export-{numbers[0]}.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write(HEAD + "".join(row(number) for number in numbers))
    equal(Run("import", path).status, 0)


def home(folder, *names):
    return os.path.join(folder, "data", *names)


def families():
    run = Run("search", "-f", "json", "--limit", "0", "")
    equal(run.status, 0)
    return json.loads(run.out.splitlines()[0])["search"]["families"]


def sql(folder, statement):
    library = sqlite3.connect(home(folder, "library.db"))
    library.execute(statement)
    library.commit()
    library.close()


def backup(folder, name="friday.db"):
    path = os.path.join(folder, name)
    equal(Run("store", "backup", "--library", path).status, 0)
    return path


def test_check_looks_at_both(folder):
    fill(folder, 1, 2, 3)
    run = Run("store", "check")
    equal((run.status, run.out.count("is sound")), (0, 1))
    contains(run.out, "library.db")
    subprocess.run([MAKE_STORE, home(folder), "泵", "P-1"], check=True)
    run = Run("store", "check")
    equal((run.status, run.out.count("is sound")), (0, 2))
    equal(Run("store", "check", "--library").out.count("is sound"), 1)


def test_check_finds_and_repair_mends(folder):
    damages = {
        "DELETE FROM text_index_data WHERE id > 10": "text_index",
        "UPDATE facet SET n_members = 77": "counted wrongly",
        "DELETE FROM member WHERE rule = 0": "not in exactly one simple family",
        "DELETE FROM number WHERE role = 0": "not found by its number",
    }
    fill(folder, 1, 2, 3)
    for damage, line in damages.items():
        sql(folder, damage)
        run = Run("store", "check", "--library")
        equal(run.status, 1, damage)
        contains(run.out, line)
        equal(Run("store", "repair").status, 0, damage)
        equal(Run("store", "check", "--library").status, 0, damage)
    equal(families(), 3)


def test_backup_and_restore(folder):
    fill(folder, 1, 2, 3)
    path = backup(folder)
    equal(os.stat(path).st_mode & 0o777, 0o600)
    contains(Run("store", "check", path).out, "is sound")
    run = Run("store", "backup", "--library", path)
    equal(run.status, 2)  # it is there already
    contains(run.err, "friday.db")
    fill(folder, 4, 5)
    equal(families(), 5)
    equal(Run("store", "restore", path).status, 0)
    equal(families(), 3)
    equal(Run("store", "check", "--library").status, 0)
    (kept,) = os.listdir(home(folder, "backups"))
    equal(Run("store", "restore", home(folder, "backups", kept)).status, 0)
    equal(families(), 5)


def test_restore_where_nothing_is(folder):
    fill(folder, 1, 2, 3)
    path = backup(folder)
    os.environ["CLAIMSMITH_DATA_DIR"] = os.path.join(folder, "elsewhere")
    equal(Run("store", "restore", path).status, 0)
    equal(families(), 3)


def test_unsound_copies_change_nothing(folder):
    fill(folder, *range(1, 40))
    path = backup(folder)
    with open(path, "rb") as file:
        whole = file.read()
    copies = {
        "half.db": whole[:len(whole) // 2 // 4096 * 4096],
        "header.db": whole[:100],
        "garbled.db": whole[:20000] + bytes(200000) + whole[220000:],
        "text.db": b"no library at all",
        "empty.db": b"",
    }
    for name, data in copies.items():
        copy = os.path.join(folder, name)
        with open(copy, "wb") as file:
            file.write(data)
        run = Run("store", "restore", copy)
        equal(run.status, 2, name)
        contains(run.err, name)
        equal(families(), 39, name)
    equal(Run("store", "restore", os.path.join(folder, "missing.db")).status, 2)
    equal(sorted(os.listdir(home(folder))), ["library.db"])


def test_rows_that_contradict_each_other(folder):
    fill(folder, 1, 2, 3)
    path = backup(folder)
    copy = sqlite3.connect(path)
    copy.execute("DELETE FROM application WHERE id = 2")
    copy.commit()
    copy.close()
    equal(Run("store", "check", path).status, 1)
    run = Run("store", "restore", path)
    equal(run.status, 2)
    contains(run.err, "its rows contradict each other")
    equal(families(), 3)


def test_foreign_database(folder):
    fill(folder, 1)
    path = os.path.join(folder, "foreign.db")
    foreign = sqlite3.connect(path)
    foreign.execute("CREATE TABLE document (id INTEGER PRIMARY KEY, title TEXT)")
    foreign.commit()
    for mark in (0, 0x43734C69):
        foreign.execute(f"PRAGMA application_id = {mark}")
        foreign.execute("PRAGMA user_version = 1")
        foreign.commit()
        equal(Run("store", "restore", "--library", path).status, 2)
    foreign.close()
    equal(Run("store", "check", "--library", path).status, 1)
    equal(families(), 1)


def test_not_while_somebody_has_it_open(folder):
    fill(folder, 1, 2)
    path = backup(folder)
    window = sqlite3.connect(home(folder, "library.db"))
    window.execute("SELECT count(*) FROM document").fetchone()
    run = Run("store", "restore", path)
    equal(run.status, 2)
    contains(run.err, "close it first")
    window.close()
    equal(Run("store", "restore", path).status, 0)


def small_files_only():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100000, 100000))


def test_full_disk(folder):
    fill(folder, *range(1, 40))
    path = backup(folder)
    before = sorted(os.listdir(folder))
    run = Run("store", "backup", "--library", os.path.join(folder, "new.db"),
              before=small_files_only)
    equal(run.status, 2)
    contains(run.err, "new.db")
    equal(sorted(os.listdir(folder)), before)
    run = Run("store", "restore", path, before=small_files_only)
    equal(run.status, 2)
    equal(families(), 39)
    equal(Run("store", "check", "--library").status, 0)


def test_places_that_cannot_be_written(folder):
    fill(folder, 1)
    for place in ("/proc/new.db", os.path.join(folder, "export-1.csv", "new.db")):
        run = Run("store", "backup", "--library", place)
        equal(run.status, 2, place)
        contains(run.err, place)


def test_no_library(folder):
    os.environ["CLAIMSMITH_DATA_DIR"] = os.path.join(folder, "data")
    for args in (["repair"], ["check", "--library"], ["backup", "--library", "x.db"]):
        run = Run("store", *args)
        equal(run.status, 2)
        contains(run.err, "there is no library in")
    equal(os.path.exists(home(folder)), False)


run_all(globals())
