"""Includes go only where the table of src/DESIGN.md allows; big libraries stay in their room."""

import posixpath
import re

import house

ROW = re.compile(r"^\| `(\w+)` \|.*\|([^|]*)\|$", re.MULTILINE)
INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]')

# Libraries that would spread through the house if they could.
ROOMS = {
    "gtk": {"app"},
    "adwaita": {"app"},
    "gtksourceview": {"app"},
    "cairo": {"objects", "picture", "report", "app"},
    "gdk": {"objects", "app"},
    "pango": {"objects", "picture", "report", "app"},
    "poppler": {"formats"},
    "sqlite3": {"store"},
    "archive": {"formats"},
    "libsoup": {"service"},
    "libsecret": {"service"},
    "libxml": {"law", "objects", "exam", "formats"},
}


def read_table(text):
    return {folder: set(re.findall(r"`(\w+)`", may)) for folder, may in ROW.findall(text)}


PRIVATE = {path for path in house.files(("src",), (".h",)) if house.is_private(house.read(path))}
PRIVATE.add("src/base/sample-private.h")  # for the sample below
ALLOWED = read_table(house.read("src/DESIGN.md"))


def folder_of(path):
    parts = path.split("/")
    return parts[1] if len(parts) > 2 and parts[0] == "src" else None


def check_own(path, target):
    here, there = folder_of(path), folder_of(target)
    if here not in ALLOWED:
        return f'folder "{here}" is not in the table of src/DESIGN.md'
    if there is None:
        return f'"{target}" is outside the folders of src'
    if there != here and there not in ALLOWED[here]:
        return f'"{here}" may not include from "{there}"'
    if there != here and target in PRIVATE:
        return f'"{target}" says that it is private to its folder'
    return None


def check_library(path, header):
    room = ROOMS.get(re.split(r"[/.]", header)[0])
    if room is not None and folder_of(path) not in room:
        return f"<{header}> belongs in {', '.join(sorted(room))} only"
    return None


def check_includes(path, text):
    for number, line in house.lines(text):
        match = INCLUDE.match(line)
        if not match:
            continue
        if match[1] == '"':
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), match[2]))
            complaint = check_own(path, target)
        else:
            complaint = check_library(path, match[2])
        if complaint:
            yield number, complaint


def check_table(path, text):
    """Each folder may use only folders above it, so that no circle can arise."""
    seen = set()
    for folder, may in read_table(text).items():
        for other in sorted(may - seen):
            yield 0, f'"{folder}" may include "{other}", which is not above it'
        seen.add(folder)
    if not seen:
        yield 0, "no table"


house.run([
    house.Rule(
        "include directions", check_includes,
        bad=[
            ("src/base/a.c", '#include "../draft/cs-draft.h"\n'),
            ("src/formats/a.c", '#include "../exam/cs-check.h"\n'),
            ("src/service/a.c", '#include "../app/cs-window.h"\n'),
            ("src/exam/checks/a.c", '#include "../../formats/cs-reader.h"\n'),
            ("src/attic/a.c", '#include "../base/cs-span.h"\n'),
            ("src/base/a.c", '#include "../../tests/a.h"\n'),
            ("src/draft/a.c", '#include "../base/sample-private.h"\n'),
            ("src/cli/a.c", "#include <gtk/gtk.h>\n"),
            ("src/draft/a.c", "#include <libxml/tree.h>\n"),
        ],
        good=[
            ("src/exam/checks/a.c", '#include "../cs-check.h"\n'),
            ("src/exam/checks/a.c", '#include "../../draft/cs-draft.h"\n'),
            ("src/app/widgets/a.c", '#include <gtk/gtk.h>\n#include "../../service/a.h"\n'),
            ("src/base/a.c", '#include <glib.h>\n#include "sample-private.h"\n'),
        ],
        folders=("src",)),
    house.Rule(
        "table of folders", check_table,
        bad=[("src/DESIGN.md", "no table"),
             ("src/DESIGN.md", "| `base` | x | `draft` |\n| `draft` | x | `base` |\n")],
        good=[("src/DESIGN.md", "| `base` | x | |\n| `draft` | x | `base` |\n")],
        folders=("src/DESIGN.md",)),
])
