"""The program as others meet it: a screen reader over the bus, and the desktop that ends it."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

DEADLINE_S = 30
SAMPLE = "sample-cn.txt"
count = 0


def check(what, name):
    global count
    count += 1
    print(f"{'ok' if what else 'not ok'} {count} {name}", flush=True)


def walk(node):
    if node is None:
        return
    yield node
    for i in range(node.get_child_count()):
        yield from walk(node.get_child_at_index(i))


def find(root, role, name=None):
    for node in walk(root):
        if node.get_role_name() == role and (name is None or node.get_name() == name):
            return node
    return None


def wait(answer):
    """What answer() gives, as soon as it gives something; None when that does not come."""
    end = time.monotonic() + DEADLINE_S
    while time.monotonic() < end:
        try:
            found = answer()
        except gi.repository.GLib.Error:  # a widget went while it was asked
            found = None
        if found:
            return found
        time.sleep(0.05)
    return None


def bail_out(why):
    print(f"Bail out! {why}", flush=True)
    sys.exit(1)


def find_program(pid):
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(i)
        if program is not None and program.get_process_id() == pid:
            return program
    return None


def do(node, name):
    for i in range(node.get_n_actions()):
        if node.get_action_name(i) == name:
            return node.do_action(i)
    return False


def get_text(node):
    return Atspi.Text.get_text(node, 0, -1)


def find_editor(frame, words):
    for node in walk(frame):
        if node.get_role_name() == "text" and words in (get_text(node) or ""):
            return node
    return None


def is_name(text):
    """GTK calls what has no name by its type."""
    return bool(text) and not text.startswith(("Gtk", "Adw", "Cs"))


def list_nameless(frame):
    """Buttons that say nothing: neither a name nor a label within."""
    nameless = []
    for node in walk(frame):
        if node.get_role_name() not in ("push button", "toggle button"):
            continue
        if not any(is_name(child.get_name()) for child in walk(node)):
            nameless.append(node)
    return nameless


def is_finding(node):
    return node.get_role_name() == "list item" and "error: No multiple dependent" in node.get_name()


def open_frame(process):
    program = wait(lambda: find_program(process.pid))
    check(program is not None, "the program is on the bus")
    frame = wait(lambda: find(program, "frame"))
    check(frame is not None, "it has a window")
    if frame is None:
        bail_out("there is nothing to test")
    return frame


def type_at_start(editor, words):
    Atspi.EditableText.insert_text(editor, 0, words, len(words.encode()))
    check(wait(lambda: get_text(editor).startswith(words)), "Chinese can be typed")


def read_aloud(process, folder):
    frame = open_frame(process)
    editor = wait(lambda: find_editor(frame, "定量灌装阀"))
    check(editor is not None, "the text of the file can be read")

    for name in ("Back to the list", "Main menu", "Undo", "Redo", "Find", "Outline", "Findings"):
        button = find(frame, "push button", name) or find(frame, "toggle button", name)
        check(button is not None, f"there is a button \"{name}\"")
    check(not list_nameless(find(frame, "push button", "Back to the list").get_parent()),
          "every button of the header has a name")

    finding = wait(lambda: next((n for n in walk(frame) if is_finding(n)), None))
    check(finding is not None, "findings have names")

    type_at_start(editor, "约3mm")

    parts = [n for n in walk(frame) if n.get_name() == "Description" and n.get_n_actions() > 0]
    check(any(part.do_action(0) for part in parts), "a part is chosen by its button")
    check(wait(lambda: find_editor(frame, "背景技术")), "the description is shown")

    check(do(find(frame, "push button", "Back to the list"), "click"), "the draft is left")
    check(wait(lambda: find(frame, "push button", "Back to the list") is None
               or find(frame, "toggle button", "Sidebar") is not None
               or find(frame, "table") is not None), "the list is shown")
    check(do(frame, "window.close") or process.terminate() is None, "the window is closed")


def read_claims(folder):
    with sqlite3.connect(os.path.join(folder, "drafts.db")) as store:
        return store.execute("SELECT text FROM part WHERE name = 'claims'").fetchall()


def end_by(number):
    """Nothing of what was typed is lost when the program is told to go."""
    def test(process, folder):
        editor = wait(lambda: find_editor(open_frame(process), "定量灌装阀"))
        type_at_start(editor, "刚写的")
        process.send_signal(number)
        process.wait(DEADLINE_S)
        check(any(text.startswith("刚写的") for (text,) in read_claims(folder)),
              f"{number.name} saves what was typed")
    return test


def run(test):
    binary, source = sys.argv[1:3]
    folder = tempfile.mkdtemp(prefix="claimsmith-atspi-")
    env = dict(os.environ, CLAIMSMITH_DATA_DIR=folder)
    env.pop("GTK_A11Y", None)
    process = subprocess.Popen([binary, os.path.join(source, SAMPLE)], env=env)
    try:
        test(process, folder)
        check(process.wait(DEADLINE_S) == 0, "it ends well")
    finally:
        process.kill()
        shutil.rmtree(folder)


def main():
    run(read_aloud)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        run(end_by(number))
    print(f"1..{count}")


main()
