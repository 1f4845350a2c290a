#!/usr/bin/env python3
"""The files of resources/checklists: their form, what they name, and what they say of each other.

usage: test-forms.py XMLLINT ROOT
"""
import glob, os, re, subprocess, sys
import xml.etree.ElementTree as tree

LINT, ROOT = sys.argv[1:3]
FOLDER = os.path.join(ROOT, 'resources', 'checklists')
LISTS = sorted(glob.glob(os.path.join(FOLDER, '*.xml')))
ITEMS = sorted(glob.glob(os.path.join(FOLDER, 'items', '*.xml')))
MESSAGES = sorted(glob.glob(os.path.join(FOLDER, 'messages', '*.xml')))
WORDS = os.path.join(ROOT, 'resources', 'report', 'words.xml')
done = 0


def result(name, complaints):
    global done
    done += 1
    print('%s %d - %s' % ('not ok' if complaints else 'ok', done, name))
    for complaint in complaints:
        print('# ' + complaint)


def check_forms():
    schema = os.path.join(FOLDER, 'checklist.rng')
    run = subprocess.run(
        [LINT, '--nonet', '--noout', '--relaxng', schema] + LISTS + ITEMS + MESSAGES + [WORDS],
        stderr=subprocess.PIPE,
        text=True,
    )
    return [line for line in run.stderr.splitlines() if not line.endswith(' validates')]


def check_resources():
    listed = open(os.path.join(ROOT, 'resources', 'claimsmith.gresource.xml')).read()
    for path in LISTS + ITEMS + MESSAGES:
        name = os.path.relpath(path, os.path.join(ROOT, 'resources'))
        if '<file>%s</file>' % name not in listed:
            yield name + ' is not in the resources'


def read_titles():
    for path in ITEMS:
        for item in tree.parse(path).getroot():
            title = next(t.text for t in item.findall('title') if not t.attrib)
            yield item.get('id'), (os.path.basename(path)[:-4], re.sub(r'\s+', ' ', title.strip()))


def check_lists(titles):
    """What an office asks is told at a glance, and nothing is written that nobody asks."""
    used = set()
    for path in LISTS:
        name = os.path.basename(path)
        text = open(path, encoding='utf-8').read()
        for source, uses in re.findall(r'<from items="([^"]*)">(.*?)</from>', text, re.S):
            for number, said in re.findall(
                r'<use item="([^"]*)"[^>]*>(?:[^\n]*?<!-- (.*?) -->)?', uses
            ):
                used.add(number)
                if number not in titles or titles[number][0] != source:
                    yield '%s: %s does not stand in items/%s.xml' % (name, number, source)
                elif said != titles[number][1]:
                    yield '%s: %s is called "%s"' % (name, number, titles[number][1])
    for number in sorted(set(titles) - used):
        yield '%s in items/%s.xml is used by no list' % (number, titles[number][0])


def main():
    titles = dict(read_titles())
    print('1..3')
    result('form', check_forms())
    result('resources', list(check_resources()))
    result('lists', list(check_lists(titles)))


main()
