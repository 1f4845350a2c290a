"""What an installation puts where.

Usage: test-install.py BUILD-FOLDER
"""

import os
import subprocess
import sys
import tempfile

ID = "io.github.claimsmith.Claimsmith"

FILES = [
    "bin/claimsmith",
    "bin/claimsmith-cli",
    f"share/applications/{ID}.desktop",
    f"share/glib-2.0/schemas/{ID}.gschema.xml",
    f"share/icons/hicolor/scalable/apps/{ID}.svg",
    f"share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg",
    "share/locale/zh_CN/LC_MESSAGES/claimsmith.mo",
    f"share/metainfo/{ID}.metainfo.xml",
    f"share/mime/packages/{ID}.xml",
]


def install(build, folder):
    answer = subprocess.run(["meson", "install", "-C", build, "--no-rebuild", "--quiet"],
                            env={**os.environ, "DESTDIR": folder}, capture_output=True, text=True)
    if answer.returncode != 0:
        raise SystemExit(f"Bail out! meson install: {answer.stdout}{answer.stderr}")


def found(folder):
    """Paths below the prefix, whatever the prefix is."""
    paths = []
    for top, _, names in os.walk(folder):
        paths += [os.path.relpath(os.path.join(top, name), folder) for name in names]
    marks = [path[:-len(FILES[0])] for path in paths if path.endswith("/" + FILES[0])]
    prefix = marks[0] if marks else ""
    return sorted(path.removeprefix(prefix) for path in paths)


def main():
    with tempfile.TemporaryDirectory() as folder:
        install(sys.argv[1], folder)
        paths = found(folder)
    missing = [path for path in FILES if path not in paths]
    more = [path for path in paths if path not in FILES]
    for path in missing:
        print(f"# not installed: {path}")
    for path in more:
        print(f"# installed and not expected: {path}")
    print("not ok 1" if missing else "ok 1", "- all is installed")
    print("not ok 2" if more else "ok 2", "- nothing else is")
    print("1..2")
    sys.exit(1 if missing or more else 0)


main()
