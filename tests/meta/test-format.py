"""clang-format 14 with the settings of .clang-format leaves every source file as it is."""

import re
import subprocess

import house

COMMAND = ["clang-format", f"--style=file:{house.ROOT}/.clang-format", "--dry-run", "-Werror"]
VERSION = "14"


def version():
    try:
        answer = subprocess.run(["clang-format", "--version"], capture_output=True, text=True)
    except FileNotFoundError:
        return None
    match = re.search(r"version (\d+)", answer.stdout)
    return match[1] if match else None


def complaints(paths, text=None):
    answer = subprocess.run(COMMAND + paths, capture_output=True, text=True, cwd=house.ROOT,
                            input=text)
    if answer.returncode == 0:
        return []
    places = re.findall(r"^(\S+?):(\d+):\d+: error: ", answer.stderr, re.MULTILINE)
    first = {path: line for path, line in reversed(places)}
    return [f"{path}:{line}: not as clang-format prints it" for path, line in first.items()] or [
        answer.stderr]


def main():
    tap = house.Tap()
    if version() != VERSION:
        tap.skip("formatting", f"needs clang-format {VERSION}, there is {version()}")
        tap.end()
    bad = complaints(["--assume-filename=a.c"], "int a(void){return 0;}\n")
    good = complaints(["--assume-filename=a.c"], "int\na (void)\n{\n  return 0;\n}\n")
    tap.result("formatting: knows bad from good",
               good + ([] if bad else ["an unformatted sample passed"]))
    tap.result("formatting", complaints(list(house.files(("src", "tests"), house.SOURCE))))
    tap.end()


main()
