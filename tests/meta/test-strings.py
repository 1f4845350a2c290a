"""Every string a user sees can be translated, and Simplified Chinese is complete."""

import os
import re
import subprocess
import tempfile
from xml.etree import ElementTree

import house

KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "ngettext:1,2", "g_dngettext:2,3"]
TRANSLATABLE = re.compile(r"\b(_|N_|C_|NC_|ngettext|g_dngettext) \(\s*\"|"
                          r" translatable=\"yes\"|^Type=Application$|<launchable |<schemalist ",
                          re.MULTILINE)

MSGID = re.compile(r'^msgid (".*"(?:\n".*")*)$', re.MULTILINE)


def listed():
    return [line for line in house.read("po/POTFILES.in").split("\n")
            if line and not line.startswith("#")]


def judge_list(names, texts):
    """texts: path to text of each source file; names: what POTFILES.in holds."""
    for path, text in texts.items():
        if TRANSLATABLE.search(text) and path not in names:
            yield f"{path}: has strings to translate and is not in po/POTFILES.in"
    for name in names:
        if name not in texts:
            yield f"{name}: is in po/POTFILES.in and is not a source file"
    if names != sorted(set(names)):
        yield "po/POTFILES.in is not sorted, or names a file twice"


# What of a template is read by a person.
VISIBLE = {
    "property": {"label", "title", "subtitle", "description", "text", "placeholder-text",
                 "tooltip-text", "heading", "body", "menu-label"},
    "attribute": {"label"},
    "item": {None},
}
# The same in every language: codes of the offices, and the letters of "Match case".
NO_WORDS = {"CN", "US", "EP", "PCT", "Aa"}


def judge_template(path, text):
    for element in ElementTree.fromstring(text).iter():
        words = (element.text or "").strip()
        visible = element.get("name") in VISIBLE.get(element.tag, ())
        if (visible and words not in NO_WORDS and re.search(r"[^\W\d_]", words)
                and element.get("translatable") != "yes"):
            yield f'{path}: "{words}" is not translatable'


def tool(*command, text=None):
    answer = subprocess.run(command, capture_output=True, text=True, cwd=house.ROOT, input=text,
                            env={**os.environ, "LC_ALL": "C.UTF-8"})
    if answer.returncode != 0:
        raise SystemExit(f"Bail out! {' '.join(command)}: {answer.stderr}")
    return answer.stdout


def template(names):
    keywords = [f"--keyword={word}" for word in KEYWORDS]
    # Without a header xgettext knows no charset to write, and cuts "…" out of strings.
    pot = tool("xgettext", "--from-code=UTF-8", "--output=-", *keywords, *names)
    return pot.replace("charset=CHARSET", "charset=UTF-8")


def judge_language(po, pot):
    """Yields each string of pot that po leaves in English, translates unsurely, or breaks."""
    with tempfile.TemporaryDirectory() as folder:
        paths = {}
        for name, text in {"po": po, "pot": pot}.items():
            paths[name] = os.path.join(folder, "x." + name)
            with open(paths[name], "w", encoding="utf-8") as file:
                file.write(text)
        merged = tool("msgmerge", "--quiet", "--no-fuzzy-matching", "--output-file=-",
                      paths["po"], paths["pot"])
        for flag in ("--untranslated", "--only-fuzzy"):
            left = tool("msgattrib", "--no-obsolete", "--no-wrap", flag, "-", text=merged)
            for quoted in MSGID.findall(left):
                msgid = "".join(re.findall(r'"(.*)"', quoted))
                if msgid:
                    yield f'{flag[2:].removeprefix("only-")}: "{msgid}"'
        check = subprocess.run(["msgfmt", "--check-format", "--check-domain", "-o", os.devnull,
                                "-"], capture_output=True, text=True, input=merged)
        if check.returncode != 0:
            yield check.stderr.strip().replace("\n", "; ")


HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
POT = '#, c-format\nmsgid ""\n"%d claims\\n"\n"of it"\nmsgstr ""\n'
MSG = 'c-format\nmsgid "%d claims\\nof it"\nmsgstr '
BAD_PO = {
    "untranslated": "",
    "empty": f'\n#, {MSG}""\n',
    "fuzzy": f'\n#, fuzzy, {MSG}"%d项权利要求\\n在内"\n',
    "wrong in its arguments": f'\n#, {MSG}"%s项权利要求\\n在内"\n',
    "wrong in its line ends": f'\n#, {MSG}"%d项权利要求在内\\n"\n',
}
GOOD_PO = f'\n#, {MSG}"%d项权利要求\\n在内"\n'


def judge_samples():
    for what, po in BAD_PO.items():
        if not list(judge_language(HEADER + po, HEADER + POT)):
            yield f"does not see a string that is {what}"
    yield from judge_language(HEADER + GOOD_PO, HEADER + POT)
    if not list(judge_list([], {"src/a.c": 'g_print (_ ("a"));'})):
        yield "does not see a file that is not listed"
    if not list(judge_list([], {"ui/a.ui": '<property name="a" translatable="yes">b</property>'})):
        yield "does not see a template that is not listed"
    for bad in ('<property name="label">b</property>', "<items><item>b</item></items>",
                '<item><attribute name="label">b</attribute></item>'):
        if not list(judge_template("ui/a.ui", f"<interface>{bad}</interface>")):
            yield f"does not see that nobody can translate {bad}"
    yield from judge_template("ui/a.ui", '<interface><item><property name="label">CN</property>'
                              '<property name="name">b</property></item></interface>')
    if not list(judge_list(["src/a.c"], {})):
        yield "does not see a listed file that is gone"


def main():
    tap = house.Tap()
    suffixes = (".c", ".h", ".ui", ".desktop.in", ".metainfo.xml.in", ".gschema.xml")
    sources = {path: house.read(path) for path in house.files(("src", "ui", "resources"), suffixes)}
    tap.result("strings: knows bad from good", judge_samples())
    tap.result("POTFILES.in", judge_list(listed(), sources))
    tap.result("templates", [complaint for path, text in sources.items() if path.endswith(".ui")
                             for complaint in judge_template(path, text)])
    pot = template([name for name in listed() if name in sources])
    for language in house.read("po/LINGUAS").split():
        tap.result(f"{language} is complete",
                   judge_language(house.read(f"po/{language}.po"), pot))
    tap.end()


main()
