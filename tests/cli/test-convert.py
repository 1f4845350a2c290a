"""claimsmith-cli convert: what is written, where, and what is said of it."""

import json
import os
import signal
import stat
import subprocess
import sys
import zipfile

from harness import CLI, Run, contains, equal, run_all

MAKE_STORE = sys.argv[2]

CLAIMS = "1. 一种泵，包括壳体。\n2. 根据权利要求1所述的泵，其特征在于，还包括叶轮。\n"


def write(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def read_claims(path):
    run = Run("check", "-fjson", "--with-text", "--office", "CN", path)
    return [claim["text"] for claim in json.loads(run.out)["document"]["claims"]]


def dossier(folder, name):
    """An application whose picture is not there, so that no file can hold it."""
    image = '<img id="i1" file="gone.jpg" wi="10" he="10" img-format="jpg"/>'
    claim = f'<claim id="cl001" num="1"><claim-text>一种泵，包括壳体{image}。</claim-text></claim>'
    body = f'<cn-application-body lang="zh" country="CN"><cn-claims>{claim}</cn-claims>'
    return write(folder, name, f"<?xml version='1.0'?>{body}</cn-application-body>")


def test_help_is_a_manual(folder):
    run = Run("convert", "--help")
    equal(run.status, 0)
    for part in ("Usage: ", "Options", "What is lost", "Exit status", "Examples"):
        contains(run.out, part)
    longest = max(run.out.splitlines(), key=len)
    if len(longest) > 80:
        raise AssertionError(f"more than 80 columns: {longest!r}")


def test_usage(folder):
    equal(Run("convert").status, 2)
    path = write(folder, "a.txt", CLAIMS)
    for wrong in (["--to", "docy"], ["--layout", "cm"], ["--claims-language", "it"]):
        run = Run("convert", *wrong, path)
        equal(run.status, 2)
        contains(run.err, wrong[0])
    contains(Run("convert", "--to", "docy", path).err, 'did you mean "docx"?')
    equal(os.listdir(folder), ["a.txt"])


def test_text_to_standard_output(folder):
    run = Run("convert", "--to", "text", "-", stdin=CLAIMS.encode())
    equal(run.status, 0, run.err)
    contains(run.out, "根据权利要求1所述的泵，其特征在于，还包括叶轮。")
    equal(run.err, "")


def test_ending_decides(folder):
    path = write(folder, "a.txt", CLAIMS)
    docx = os.path.join(folder, "b.docx")
    text = os.path.join(folder, "c.txt")
    equal(Run("convert", "-o", docx, path).status, 0)
    equal(zipfile.is_zipfile(docx), True)
    equal(Run("convert", "-o", text, path).status, 0)
    contains(read(text), "叶轮")
    other = os.path.join(folder, "d")
    equal(Run("convert", "-o", other, path).status, 0)
    equal(zipfile.is_zipfile(other), True)


def test_private_and_same_again(folder):
    path = write(folder, "a.txt", CLAIMS)
    first, second = os.path.join(folder, "1.docx"), os.path.join(folder, "2.docx")
    Run("convert", "-o", first, path)
    Run("convert", "-o", second, path)
    equal(stat.S_IMODE(os.stat(first).st_mode), 0o600)
    with open(first, "rb") as one, open(second, "rb") as two:
        equal(one.read() == two.read(), True)


def test_round_trip_through_text(folder):
    path = write(folder, "a.txt", CLAIMS)
    text = os.path.join(folder, "b.txt")
    Run("convert", "-o", text, path)
    equal(read_claims(text), read_claims(path))
    equal(len(read_claims(text)), 2)


def test_loss_is_said(folder):
    path = dossier(folder, "a.txt")
    out = os.path.join(folder, "b.docx")
    run = Run("convert", "-o", out, path)
    notes = json.loads(Run("convert", "--preview", "-fjson", path).out)["notes"]
    if not notes:
        raise AssertionError("nothing is said to be lost")
    equal(run.status, 1)
    contains(run.err, "lost")
    contains(run.err, notes[0]["message"])
    equal(run.out, "")
    equal(os.path.exists(out), True)


def test_strict(folder):
    lossy, whole = dossier(folder, "a.txt"), write(folder, "b.txt", CLAIMS)
    out = os.path.join(folder, "out")
    run = Run("convert", "--strict", "-o", out + "/", lossy, whole)
    equal(run.status, 1)
    equal(os.listdir(out), ["b.docx"])
    single = os.path.join(folder, "c.docx")
    equal(Run("convert", "--strict", "-o", single, lossy).status, 1)
    equal(os.path.exists(single), False)


def test_preview_writes_nothing(folder):
    path = dossier(folder, "a.txt")
    run = Run("convert", "--preview", "-o", os.path.join(folder, "b.docx"), path)
    equal(run.status, 1)
    contains(run.out, "docx")
    equal(os.listdir(folder), ["a.txt"])
    run = Run("convert", "--preview", write(folder, "c.txt", CLAIMS))
    equal(run.status, 0)
    contains(run.out, "nothing is lost")


def test_json(folder):
    path = dossier(folder, "a.txt")
    out = os.path.join(folder, "b.docx")
    line = json.loads(Run("convert", "-fjson", "-o", out, path).err)
    equal(line["schema"], 1)
    equal(line["document"], {"path": path, "index": 0, "id": "a.txt"})
    equal((line["to"], line["written"]), ("docx", True))
    for note in line["notes"]:
        equal(sorted(note), ["code", "detail", "grade", "message", "places", "where"])
    line = json.loads(Run("convert", "-fjson", "--preview", path).out)
    equal(line["written"], False)
    run = Run("convert", "-fjson", "--preview", os.path.join(folder, "nothing"))
    equal(run.status, 2)
    equal(json.loads(run.out)["error"]["code"], "io")


def test_folder(folder):
    inputs = os.path.join(folder, "in")
    os.mkdir(inputs)
    for name in ("b.txt", "a.txt"):
        write(inputs, name, CLAIMS)
    out = os.path.join(folder, "out")
    run = Run("convert", "--to", "text", "-o", out + "/", inputs)
    equal(run.status, 0, run.err)
    equal(sorted(os.listdir(out)), ["a.txt", "b.txt"])
    equal(stat.S_IMODE(os.stat(out).st_mode), 0o700)


def test_one_file_for_several(folder):
    inputs = os.path.join(folder, "in")
    os.mkdir(inputs)
    for name in ("b.txt", "a.txt"):
        write(inputs, name, CLAIMS)
    out = os.path.join(folder, "out.docx")
    run = Run("convert", "-o", out, inputs)
    equal(run.status, 2)
    contains(run.err, "name a folder")
    equal(os.listdir(folder), ["in"])


def test_input_is_never_replaced(folder):
    path = write(folder, "a.txt", CLAIMS)
    link = os.path.join(folder, "link.txt")
    os.symlink(path, link)
    for out in (path, link, folder):
        run = Run("convert", "--to", "text", "-o", out, path)
        equal(run.status, 2)
        contains(run.err, "is an input")
        equal(read(path), CLAIMS)
    equal(sorted(os.listdir(folder)), ["a.txt", "link.txt"])
    write(folder, "b.txt", CLAIMS)
    equal(Run("convert", "--to", "text", "-o", folder, folder).status, 2)
    equal(read(os.path.join(folder, "b.txt")), CLAIMS)


def test_unreadable_and_the_rest(folder):
    path = write(folder, "a.txt", CLAIMS)
    out = os.path.join(folder, "out")
    run = Run("convert", "-o", out + "/", os.path.join(folder, "nothing.txt"), path)
    equal(run.status, 2)
    contains(run.err, "nothing.txt")
    equal(os.listdir(out), ["a.docx"])
    single = os.path.join(folder, "single.docx")
    write(folder, "single.docx", "kept")
    equal(Run("convert", "-o", single, os.path.join(folder, "nothing.txt")).status, 2)
    equal(read(single), "kept")


def test_matter(folder):
    subprocess.run([MAKE_STORE, folder, "泵", "P-1"], check=True)
    out = os.path.join(folder, "out")
    env = {"CLAIMSMITH_DATA_DIR": folder}
    run = Run("convert", "--to", "text", "--matter", "P-1", "-o", out + "/", env=env)
    equal(run.status in (0, 1), True, run.err)
    equal(os.listdir(out), ["泵.txt"])
    contains(read(os.path.join(out, "泵.txt")), "一种泵，包括壳体和叶轮")
    run = Run("convert", "--matter", "P-2", "-o", out + "/", env=env)
    equal(run.status, 2)
    contains(run.err, "P-2")


def test_output_on_a_full_disk(folder):
    path = write(folder, "a.txt", CLAIMS)
    run = Run("convert", "-o", "/dev/full", path)
    equal(run.status, 2)
    contains(run.err, "/dev/full")


def test_interrupt(folder):
    """Documents come through a pipe that stays open: the program is at work when Ctrl-C comes."""
    path, out = write(folder, "a.txt", CLAIMS), os.path.join(folder, "out")
    process = subprocess.Popen(
        [CLI, "convert", "-fjson", "-o", out + "/", path, "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))  # whoever runs the tests
    equal(json.loads(process.stderr.readline())["written"], True)
    process.send_signal(signal.SIGINT)
    equal(process.wait(timeout=30), 130)
    contains(process.communicate()[1].decode(), "stopped")
    equal(os.listdir(out), ["a.docx"])


run_all(globals())
