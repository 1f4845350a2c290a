"""What the meta tests share: the files of the project, and rules that prove they can fail."""

import os
import re
import sys
from dataclasses import dataclass
from typing import Callable, Iterable

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SOURCE = (".c", ".h")


@dataclass
class Rule:
    """One rule of the house.

    check takes a path relative to the root and the text of that file, and yields a
    (line, complaint) for each breach. bad and good are (path, text) samples: the rule must
    complain of each bad one and of no good one before it is believed about the project.
    """

    name: str
    check: Callable[[str, str], Iterable[tuple[int, str]]]
    bad: list[tuple[str, str]]
    good: list[tuple[str, str]]
    folders: tuple[str, ...] = ("src", "tests")
    suffixes: tuple[str, ...] = SOURCE


def read(path):
    # Seeds of fuzz tests and fixtures may be in any encoding, or in none.
    with open(os.path.join(ROOT, path), encoding="utf-8", errors="replace") as file:
        return file.read()


def files(folders, suffixes):
    """Paths relative to the root, sorted; a folder may also be a single file."""
    for top in folders:
        if os.path.isfile(os.path.join(ROOT, top)):
            yield top
        for folder, names, entries in os.walk(os.path.join(ROOT, top)):
            names.sort()
            names[:] = [name for name in names if name != "__pycache__"]
            for entry in sorted(entries):
                if entry.endswith(suffixes):
                    yield os.path.relpath(os.path.join(folder, entry), ROOT)


def lines(text):
    return enumerate(text.split("\n"), start=1)


def is_private(text):
    """A header may say that it is for its own folder; it is then held to that, and to less."""
    words = re.sub(r"[\s*]+", " ", text)  # a comment may break its line anywhere
    return re.search(r"\b[Ff]or (nobody else|[\w-]+\.c alone)\b", words) is not None


class Tap:
    """The Test Anything Protocol, as Meson reads it."""

    def __init__(self):
        self.count = 0
        self.failed = False

    def result(self, name, complaints):
        complaints = list(complaints)
        self.count += 1
        for complaint in complaints:
            print("#", complaint)
        print("not ok" if complaints else "ok", self.count, "-", name)
        self.failed = self.failed or bool(complaints)

    def skip(self, name, reason):
        self.count += 1
        print("ok", self.count, "-", name, "# SKIP", reason)

    def end(self):
        print(f"1..{self.count}")
        sys.exit(1 if self.failed else 0)


def judge_samples(rule):
    for path, text in rule.bad:
        if not list(rule.check(path, text)):
            yield f"{rule.name} does not see what is wrong in {path}: {text!r}"
    for path, text in rule.good:
        for line, complaint in rule.check(path, text):
            yield f"{rule.name} complains of a good {path}:{line}: {complaint}"


def judge_project(rule):
    for path in files(rule.folders, rule.suffixes):
        for line, complaint in rule.check(path, read(path)):
            yield f"{path}:{line}: {complaint}"


def run(rules):
    tap = Tap()
    for rule in rules:
        tap.result(f"{rule.name}: knows bad from good", judge_samples(rule))
        tap.result(rule.name, judge_project(rule))
    tap.end()
