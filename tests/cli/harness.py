"""What the tests of the command line share: running it, and speaking the Test Anything Protocol."""

import os
import subprocess
import sys
import tempfile
import traceback
import unittest

CLI = sys.argv[1]


class Run:
    """One run of claimsmith-cli, finished. before: called in its process before it begins."""

    def __init__(self, *args, stdin=b"", env=None, before=None):
        environment = {**os.environ, "LANGUAGE": "en", **(env or {})}
        done = subprocess.run(
            [CLI, *map(str, args)], input=stdin, capture_output=True, env=environment, timeout=60,
            preexec_fn=before,
        )
        self.status = done.returncode
        self.bytes = done.stdout
        self.out = done.stdout.decode("utf-8")
        self.err = done.stderr.decode("utf-8")


def equal(got, wanted, what=""):
    if got != wanted:
        raise AssertionError(f"{what or 'value'}: {got!r} is not {wanted!r}")


def contains(text, part):
    if part not in text:
        raise AssertionError(f"{part!r} is not in {text!r}")


def run_all(scope):
    """Runs every function called test_* with a folder of its own."""
    tests = [(name, test) for name, test in scope.items() if name.startswith("test_")]
    failed = False
    print(f"1..{len(tests)}")
    for number, (name, test) in enumerate(tests, start=1):
        with tempfile.TemporaryDirectory() as folder:
            try:
                test(folder)
                print("ok", number, "-", name)
            except unittest.SkipTest as reason:
                print("ok", number, "-", name, "# SKIP", reason)
            except Exception:
                failed = True
                print("".join("# " + line + "\n" for line in traceback.format_exc().splitlines()))
                print("not ok", number, "-", name)
    sys.exit(1 if failed else 0)
