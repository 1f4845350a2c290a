"""Every C file of the project is compiled by Meson: what nobody builds, nobody tests.

Usage: test-build.py BUILD-FOLDER
"""

import json
import os
import sys

import house


def compiled(build):
    """Paths relative to the root of all that the build folder compiles."""
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as file:
        commands = json.load(file)
    return {os.path.relpath(os.path.join(entry["directory"], entry["file"]), house.ROOT)
            for entry in commands}


def forgotten(sources, built):
    return [f"{path}: in no meson.build" for path in sources if path not in built]


def main():
    tap = house.Tap()
    seen = forgotten(["src/a.c", "src/b.c"], {"src/a.c"}) == ["src/b.c: in no meson.build"]
    tap.result("all sources: knows bad from good", [] if seen else ["a forgotten file passed"])
    tap.result("all sources", forgotten(house.files(("src", "tests"), (".c",)),
                                        compiled(sys.argv[1])))
    tap.end()


main()
