"""What every source file keeps to, whatever it does."""

import re

import house

MAX_COLUMNS = 100
MAX_LINES = 800

FORBIDDEN = {
    r"\bXML_PARSE_NOENT\b": "substitutes entities and reads local files",
    r"\bXML_PARSE_HUGE\b": "lifts the limits that keep hostile input out",
    r"INSERT\s+OR\s+REPLACE": "leaves stale rows of a search index behind; use UPSERT",
    r"\b(v?sprintf|strcpy|strcat|gets|strtok)\s*\(": "knows no bounds",
    r"\bgoto\b": "g_autoptr cleans up",
}
MARKS = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
MACHINE_PATH = re.compile(r"(?<![\w.~$}])/(work|home|root|Users|build|tmp/\w+)/")

COMMENT_OR_STRING = re.compile(
    r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)


def without_comments(text):
    """Blanks comments, keeps strings and line numbers."""
    return COMMENT_OR_STRING.sub(
        lambda match: match[0] if match[0][0] in "\"'" else re.sub(r"[^\n]", " ", match[0]), text)


def check_columns(path, text):
    for number, line in house.lines(text):
        if len(line) > MAX_COLUMNS:
            yield number, f"{len(line)} columns, more than {MAX_COLUMNS}"


def check_names(path, text):
    code = without_comments(text)
    for pattern, reason in FORBIDDEN.items():
        for match in re.finditer(pattern, code):
            yield code.count("\n", 0, match.start()) + 1, f'"{match[0]}" {reason}'


TABLE_ROW = re.compile(r'^\s*\{ ".*\},$')


def check_size(path, text):
    """Rows of a table of data are no code to read."""
    count = sum(not TABLE_ROW.match(line) for line in text.split("\n")[:-1])
    if count > MAX_LINES:
        yield MAX_LINES, f"{count} lines, more than {MAX_LINES}"


def check_marks(path, text):
    for number, line in house.lines(text):
        if MARKS.search(line):
            yield number, "a mark left behind: do it, or file an issue"


def check_paths(path, text):
    for number, line in house.lines(text):
        match = MACHINE_PATH.search(line)
        if match:
            yield number, f'"{match[0]}" is a path of one machine'


def check_once(path, text):
    if "#pragma once" not in text:
        yield 1, "no #pragma once"


# A declaration at the left margin, up to its semicolon or body.
FUNCTION = re.compile(r"^(?!typedef|struct|enum|union|extern)[A-Za-z][\w \t*]*(?:[ \t*]|\n)"
                      r"(cs_\w+) \([^;{]*[;{]", re.MULTILINE)


def check_documented(path, text):
    """A doc comment that names the function ends on the line above each declaration."""
    if house.is_private(text):
        return
    blank = without_comments(text)
    for match in FUNCTION.finditer(blank):
        name = match[1]
        if name.endswith(("_get_type", "_quark")):
            continue
        before = text[:match.start()].rstrip()
        comment = before[before.rfind("/**"):] if before.endswith("*/") else ""
        if not re.match(r"/\*\*[\s*]*" + name + ":", comment):
            line = blank.count("\n", 0, match.start(1)) + 1
            yield line, f"{name}() has no doc comment of its own"


TEXTS = (".c", ".h", ".py", ".build", ".txt", ".md", ".xml", ".rng", ".sh", ".in", ".po", ".zh",
         ".en", "bootstrap", "run")
# The words to look for stand in this very file.
EVERYWHERE = ("src", "ui", "resources", "po", "tests/unit", "tests/draft", "tests/formats",
              "tests/checks", "tests/cli", "tests/fuzz", "tests/bench", "tests/accuracy",
              "bootstrap", ".ci", "README.md", "meson.build", "meson_options.txt")

house.run([
    house.Rule(
        "100 columns", check_columns,
        bad=[("a.c", "x" * 101)], good=[("a.c", "x" * 100 + "\n" + "权" * 100)],
        suffixes=(".c", ".h", ".py", ".build")),
    house.Rule(
        "forbidden names", check_names,
        bad=[("a.c", "xmlReadFile (name, NULL, XML_PARSE_NONET | XML_PARSE_NOENT);"),
             ("a.c", "options |= XML_PARSE_HUGE;"),
             ("a.c", 'exec ("INSERT OR REPLACE INTO x");'),
             ("a.c", "sprintf (buffer, text);"), ("a.c", "strcpy (a, b);"),
             ("a.c", "strcat (a, b);"), ("a.c", "gets (a);"), ("a.c", "goto out;")],
        good=[("a.c", "/* never goto, strcpy () or XML_PARSE_NOENT */\n// goto\n"
                      "g_strdup_printf (text); widgets (a); snprintf (a, 1, b);")]),
    house.Rule(
        "file size", check_size,
        bad=[("a.c", "\n" * (MAX_LINES + 1))],
        good=[("a.c", "\n" * MAX_LINES + '  { "a", 1 },\n' * 99)],
        folders=("src",)),
    house.Rule(
        "no marks left behind", check_marks,
        bad=[("a.c", "/* TODO: finish */"), ("a.c", "// FIXME")],
        good=[("a.c", "int todo; /* 待办 */")],
        folders=EVERYWHERE, suffixes=TEXTS),
    house.Rule(
        "no path of one machine", check_paths,
        bad=[("a.c", 'open ("/home/li/x.txt");'), ("a.c", 'open ("/work/x");')],
        good=[("a.c", 'open ("/usr/share/x"); "../work/x"; "$PWD/build/x"; tests/home/x')],
        folders=EVERYWHERE, suffixes=TEXTS),
    house.Rule(
        "#pragma once", check_once,
        bad=[("a.h", "int a;")], good=[("a.h", "#pragma once\n")],
        suffixes=(".h",)),
    house.Rule(
        "documented functions", check_documented,
        bad=[("a.h", "int cs_a (void);\n"),
             ("a.h", "/** cs_a: does */\nint cs_a (void);\nint cs_b (int c,\n          int d);\n"),
             ("a.h", "/** cs_b: does */\nconst char *const *cs_a (void);\n"),
             ("a.h", "/* cs_a: does */\nstatic inline int\ncs_a (void)\n{\n}\n")],
        good=[("a.h", "/* The insides of x; for nobody else. */\nint cs_a (void);\n"),
              ("a.h", "/**\n * cs_a:\n * @b: c\n */\n"
                      "CsA *cs_a (int b,\n         int c) G_GNUC_CONST;\n"
                      "GType cs_a_get_type (void) G_GNUC_CONST;\n"
                      "typedef struct\n{\n  void (*run) (int a);\n} CsA;\n"
                      "G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsA, cs_a_free)\n"
                      "/** cs_c: Returns: d */\n"
                      "static inline int\ncs_c (void)\n{\n  cs_d ();\n}\n")],
        folders=("src",), suffixes=(".h",)),
])
