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


def check_consequences():
    """The form of a utility model is examined in full, that of an invention is not."""
    path = os.path.join(FOLDER, 'cn-utility-model.xml')
    used = set(re.findall(r'<use item="([^"]*)"', open(path, encoding='utf-8').read()))
    for path in ITEMS:
        for item in tree.parse(path).getroot():
            classes = {c.get('class') for c in item.findall('consequence')}
            if item.get('id') in used and (
                'form-invention' in classes and 'form-utility-model' not in classes
            ):
                yield item.get('id') + ': what follows for a utility model is not told'


def read_classes(language):
    path = os.path.join(ROOT, 'resources', 'lexicons', 'triggers.%s.tsv' % language)
    for line in open(path, encoding='utf-8'):
        if '\t' in line and not line.startswith('#'):
            yield line.split('\t')[0]


def check_questions():
    """A question that waits for words which no list has would never be put; a group has a name."""
    classes = {'zh': set(read_classes('zh')), 'en': set(read_classes('en'))}
    groups = {group.get('code') for path in MESSAGES for group in tree.parse(path).iter('group')}
    for path in ITEMS + LISTS:
        language = 'zh' if os.path.basename(path).startswith('cn-') else 'en'
        for item in tree.parse(path).iter('item'):
            for when in item.findall('when'):
                words = when.get('words')
                if words and words not in classes[language]:
                    yield '%s: no words of class "%s" (%s)' % (item.get('id'), words, language)
            if item.get('group') and item.get('group') not in groups:
                yield '%s: group "%s" has no name' % (item.get('id'), item.get('group'))


def expand(text):
    """"TTL-001..003, 005B" as its ids without the office."""
    topic = ''
    for word in re.split(r'[,\s]+', text.strip()):
        found = re.fullmatch(r'(?:([A-Z]{3})-)?(\d{3})([A-Z]?)(?:\.\.(?:[A-Z]{3}-)?(\d{3}))?', word)
        if not found:
            raise ValueError(word)
        topic = found.group(1) or topic
        last = found.group(4) or found.group(2)
        for number in range(int(found.group(2)), int(last) + 1):
            yield '%s-%03d%s' % (topic, number, found.group(3))


def read_asked(office):
    """Rows of the survey that a list of @office has an item for, a letter behind the id apart."""
    for path in sorted(glob.glob(os.path.join(FOLDER, office.lower() + '*.xml'))):
        text = open(path, encoding='utf-8').read()
        for number, other in re.findall(r'<use item="([^"]*)"(?: as="([^"]*)")?', text):
            yield re.sub(r'^[A-Z]+-|[A-Z]$', '', other or number)


def check_rows():
    """Every row of the survey is an item, or stands in the table with its reason."""
    text = open(os.path.join(FOLDER, 'README.md'), encoding='utf-8').read()
    for office, ranges, table in re.findall(
        r'^Rows of ([A-Z]+): ([^\n]*)\.\n(.*?)(?=^#|\Z)', text, re.M | re.S
    ):
        asked = set(read_asked(office))
        states = {}
        for rows, state in re.findall(r'^\| ([A-Z]{3}-[^|]*) \| ([a-z ]+) \|', table, re.M):
            for row in expand(rows):
                if row in states:
                    yield '%s-%s stands twice in the table' % (office, row)
                states[row] = state
        for row in expand(ranges):
            if row not in states:
                yield '%s-%s is missing in the table' % (office, row)
            elif states[row] == 'items' and row not in asked:
                yield '%s-%s is no item of a list' % (office, row)
            elif states[row] == 'left out' and row in asked:
                yield '%s-%s is an item, and said to be left out' % (office, row)


def main():
    titles = dict(read_titles())
    print('1..6')
    result('form', check_forms())
    result('resources', list(check_resources()))
    result('lists', list(check_lists(titles)))
    result('consequences', list(check_consequences()))
    result('questions', list(check_questions()))
    result('rows of the survey', list(check_rows()))


main()
