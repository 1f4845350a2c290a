#!/usr/bin/env python3
"""What the checks of terms find in our own drafts, in which defects are planted one at a time.

usage: measure.py CLI zh|en [--tap] [--missed]

Each drafts/LANGUAGE/NAME.txt is an application without a fault; NAME.plants and NAME.CHECK.plants
list changes to it, a line each: kind, claim (0 for the description, -1 the abstract, -2 the title),
text that stands there once, what takes its place, the words that a finding must touch (- for none),
and maybe `also=N,M`: claims where more findings are right. What a finding of a kind must be is in
kinds.tsv.

strong      planted defects at which a run finds an error or warning that it does not find in the
            draft before; for kinds that are advice by nature, any finding
all         the same with advice counted too
collateral  other errors and warnings that the change brings, per defect; what is planted has no
            support in the description, and to say so of the planted words is no collateral
decoy       a change that looks wrong and is right: counted as found when the check says nothing
clean       errors and warnings in the drafts as they are, per 100 claims; all: with advice

Then per check: recall, over all its kinds, as above; and where CLAIMSMITH_CORPUS names a folder of
real publications, precision: of the errors and warnings there that were judged (see judge.py), how
many are right, right or open, and how many there are that nobody judged.

With --tap, a test: fails where a figure falls below thresholds.tsv; see there.
"""
import collections, csv, glob, json, os, re, subprocess, sys, tempfile

CORPUS = {'zh': ['cn-claims', 'cnipa-dossier'], 'en': ['us-text']}
HERE = os.path.dirname(os.path.abspath(__file__))
CHECKLIST = {'zh': 'cn-invention', 'en': 'us'}
HEADINGS = {
    'zh': {'claims': '权利要求书', -1: '说明书摘要'},
    'en': {'claims': 'CLAIMS', -1: 'ABSTRACT'},
}
PARTS = {0: 'description', -1: 'abstract', -2: 'title'}
BASIS = {'no-head', 'modifier', 'path', 'ambiguous', 'compound', 'participle'}
STRONG = ('error', 'warning')
MOST_WORDS = 80  # as in judge.py


def read_kinds():
    """Kind to check, rules (None: any), whether advice is all it can be."""
    for line in open(os.path.join(HERE, 'kinds.tsv'), encoding='utf-8'):
        cells = line.rstrip('\n').split('\t')
        if len(cells) == 4 and not line.startswith('#'):
            rules = None if cells[2] == '*' else set(cells[2].split())
            yield cells[0], (cells[1], rules, cells[3] == 'advice')


KINDS = dict(read_kinds())


def run(cli, checklist, paths):
    results = {}
    for k in range(0, len(paths), 100):
        done = subprocess.run(
            [cli, 'check', '--checklist', checklist, '--format', 'json', '--with-text']
            + ['--fail-on', 'never']
            + paths[k : k + 100],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        if done.returncode not in (0, 1):
            sys.exit(
                'the check failed: ' + done.stderr.decode()[-400:] + done.stdout.decode()[-400:]
            )
        for line in done.stdout.decode().splitlines():
            result = json.loads(line)
            if 'error' not in result:
                results[result['document']['path']] = result
    return results


def find_part(text, language, part):
    """From where to where a part stands, when it has a heading of its own."""
    heading = re.search('^' + HEADINGS[language][part] + r'\s*$', text, re.M)
    if not heading:
        return 0, 0
    after = re.search(r'^[A-Z ]{5,}$|^(?:说明书|权利要求书|说明书摘要)\s*$', text[heading.end() :], re.M)
    return heading.end(), heading.end() + after.start() if after else len(text)


def locate(text, claims, language, plant):
    """Where the text to change stands: in the file, and in its claim (None: elsewhere)."""
    number, old = plant[1], plant[2]
    first = at = find_part(text, language, 'claims')[0]
    for claim in claims:
        at = text.index(claim['text'], at)
        end = at + len(claim['text'])
        if claim['number'] == number:
            places = [m.start() for m in re.finditer(re.escape(old), text[at:end])]
            return [(at + place, place) for place in places]
        at = end
    everywhere = [m.start() for m in re.finditer(re.escape(old), text)]
    abstract = find_part(text, language, -1)
    if number == -1:
        return [(place, None) for place in everywhere if abstract[0] <= place < abstract[1]]
    if number == -2:  # the first place at all: the title stands at the head
        return [(place, None) for place in everywhere[:1]]
    return [
        (place, None)
        for place in everywhere
        if not first <= place < at and not abstract[0] <= place < abstract[1]
    ]


def read_plants(path):
    for line in open(path, encoding='utf-8'):
        if line.strip() and not line.startswith('#'):
            cells = line.rstrip('\n').split('\t') + ['']
            also = [int(n) for n in cells[5][5:].split(',')] if cells[5].startswith('also=') else []
            yield cells[0], int(cells[1]), cells[2], cells[3], cells[4], also


def read_all_plants(path):
    for name in sorted(glob.glob(path[:-4] + '.plants') + glob.glob(path[:-4] + '.*.plants')):
        yield from read_plants(name)


def key(finding):
    where = finding['where']
    return (
        finding['check'],
        finding['rule'],
        where.get('part'),
        where.get('claim'),
        where.get('text'),
    )


def touches(finding, plant, place):
    """Whether the finding, or another place it names as its own, overlaps the marked words."""
    _, claim, _, new, marked, _ = plant
    at = place + new.index(marked) if place is not None and marked in new else None
    for where in [finding['where']] + [
        r['where'] for r in finding['related'] if r['role'] in ('also', 'introduced')
    ]:
        text = (where.get('text') or '').lower()
        if marked == '-' and where.get('part') == PARTS.get(claim, 'claims'):
            return True
        if not text or claim > 0 and where.get('claim') != claim:
            continue
        if at is not None:
            if where['start'] < at + len(marked) and at < where['end']:
                return True
        elif marked.lower() in text or text in marked.lower():
            return True
    return False


def is_of_plant(finding, plant, place):
    """Whether it says that words or numbers of the plant stand nowhere in the description."""
    where = finding['where']
    text = (where.get('text') or '').strip()
    if finding['check'] != 'support' or where.get('claim') != plant[1] or place is None:
        return False
    return text in plant[3] and place <= where['start'] and where['end'] <= place + len(plant[3])


def judge(plant, place, before, after):
    """(found as strong, found at all, findings brought that are no part of it)"""
    kind, also = plant[0], plant[5]
    known = collections.Counter(key(f) for f in before['findings'])
    new = []
    for finding in after['findings']:
        if known[key(finding)] > 0:
            known[key(finding)] -= 1
        else:
            new.append(finding)
    if kind.startswith('decoy'):
        loud = [f for f in new if f['check'] == (kind[len('decoy-') :] or 'antecedent-basis')]
        return not any(f['severity'] in STRONG for f in loud), not loud, []
    check, rules, advice = KINDS[kind]
    right = [
        f
        for f in new
        if f['check'] == check
        and (rules is None or f['rule'] in rules)
        and touches(f, plant, place)
    ]
    other = [
        f
        for f in new
        if f not in right
        and f['severity'] in STRONG
        and f['where'].get('claim') not in also
        and not is_of_plant(f, plant, place)
    ]
    strong = any(advice or f['severity'] in STRONG for f in right)
    return strong, bool(right), other


def measure(cli, language, missed=None):
    checklist = CHECKLIST[language]
    paths = sorted(glob.glob(os.path.join(HERE, 'drafts', language, '*.txt')))
    clean = run(cli, checklist, paths)
    counts = collections.defaultdict(lambda: [0, 0, 0, 0])
    with tempfile.TemporaryDirectory() as folder:
        plants = {}
        for path in paths:
            text = open(path, encoding='utf-8').read()
            claims = clean[path]['document']['claims']
            for plant in read_all_plants(path):
                places = locate(text, claims, language, plant)
                if len(places) != 1:
                    sys.exit(
                        '%s: %r stands %d times in claim %d'
                        % (path, plant[2], len(places), plant[1])
                    )
                at, place = places[0]
                name = os.path.join(folder, '%04d.txt' % len(plants))
                open(name, 'w', encoding='utf-8').write(
                    text[:at] + plant[3] + text[at + len(plant[2]) :]
                )
                plants[name] = (path, plant, place)
        changed = run(cli, checklist, sorted(plants))
        for name, (path, plant, place) in sorted(plants.items()):
            strong, found, other = judge(plant, place, clean[path], changed[name])
            row = counts[plant[0]]
            row[0] += 1
            row[1] += strong
            row[2] += found
            row[3] += len(other)
            decoy = plant[0].startswith('decoy')
            if missed is not None and (not found or not strong and not decoy or other):
                missed.append((os.path.basename(path), plant, strong, found, other))
    alarms = {False: 0, True: 0}
    for path in paths:
        for finding in clean[path]['findings']:
            if finding['check'] in ('antecedent-basis', 'term-consistency'):
                alarms[finding['severity'] in STRONG] += 1
                if missed is not None:
                    missed.append(
                        (
                            os.path.basename(path),
                            ('clean', finding['where'].get('claim'), '', '', ''),
                            finding['severity'],
                            finding['rule'],
                            [finding],
                        )
                    )
    n_claims = sum(len(clean[path]['document']['claims']) for path in paths)
    return (
        counts,
        len(paths),
        n_claims,
        100 * alarms[True] / n_claims,
        100 * sum(alarms.values()) / n_claims,
    )


def read_judged(language):
    """Check, and its findings with what was judged of them."""
    for path in sorted(glob.glob(os.path.join(HERE, 'judged', '*.%s.tsv' % language))):
        rows = csv.DictReader(open(path, encoding='utf-8'), delimiter='\t')
        verdicts = {
            (row['document'], row['claim'], row['rule'], row['text']): row['verdict']
            for row in rows
        }
        yield os.path.basename(path)[: -len('.%s.tsv' % language)], verdicts


def count_verdicts(cli, language):
    """Check to how many of its errors and warnings in real publications are right, open, ..."""
    root = os.environ.get('CLAIMSMITH_CORPUS')
    folders = [os.path.join(root, name) for name in CORPUS[language]] if root else []
    folders = [folder for folder in folders if os.path.isdir(folder)]
    counts, judged = collections.defaultdict(collections.Counter), dict(read_judged(language))
    results = run(cli, CHECKLIST[language], folders) if folders else {}
    for result in results.values():
        document = result['document']
        name = os.path.splitext(document['id'] or os.path.basename(document['path']))[0]
        if document['type'] != 'invention':
            continue
        for finding in result['findings']:
            if finding['severity'] in STRONG:
                where = finding['where']
                words = ' '.join((where['text'] or '').split())[:MOST_WORDS].strip()
                key = (name, str(where.get('claim') or 0), finding['rule'], words)
                verdict = judged.get(finding['check'], {}).get(key, 'not judged')
                counts[finding['check']][verdict] += 1
    return counts


def show_checks(cli, language, counts, mark):
    recall = collections.defaultdict(lambda: [0, 0])
    for kind, (n, strong, _, _) in counts.items():
        if not kind.startswith('decoy'):
            recall[KINDS[kind][0]][0] += n
            recall[KINDS[kind][0]][1] += strong
    verdicts = count_verdicts(cli, language)
    print(mark + '%-22s %14s %22s %10s' % ('check', 'recall', 'right, with open', 'not judged'))
    for check in sorted(set(recall) | set(verdicts)):
        n, found = recall.get(check, (0, 0))
        seen = verdicts.get(check, {})
        right, undecided = seen.get('right', 0), seen.get('open', 0)
        judged = right + undecided + seen.get('false', 0)
        share = lambda part, whole: '%.1f%%' % (100 * part / whole) if whole else '-'
        cells = (check, found, n, share(found, n), right, judged)
        cells += (share(right, judged), share(right + undecided, judged), seen.get('not judged', 0))
        print(mark + '%-22s %3d/%-3d %6s %3d/%-3d %6s %6s %10d' % cells)


def read_thresholds(language):
    for line in open(os.path.join(HERE, 'thresholds.tsv'), encoding='utf-8'):
        cells = line.split()
        if cells and cells[0] == language:
            yield cells[1], float(cells[2]), float(cells[3])


def main():
    cli, language = sys.argv[1:3]
    missed = [] if '--missed' in sys.argv else None
    tap = '--tap' in sys.argv
    mark = '# ' if tap else ''
    counts, n_drafts, n_claims, strong_alarms, all_alarms = measure(cli, language, missed)
    figures = {'clean': (strong_alarms, all_alarms)}
    print(mark + '%s: %d drafts, %d claims' % (language, n_drafts, n_claims))
    print(mark + '%-20s %4s %8s %8s %11s' % ('planted', 'n', 'strong', 'all', 'collateral'))
    for kind in list(KINDS) + sorted(kind for kind in counts if kind.startswith('decoy')):
        n, strong, found, other = counts[kind]
        if n:
            figures[kind] = (100 * strong / n, 100 * found / n)
            print(mark + '%-20s %4d %7.1f%% %7.1f%% %11.2f' % (kind, n, *figures[kind], other / n))
    print(mark + 'clean drafts, findings per 100 claims: strong %.2f, all %.2f' % figures['clean'])
    show_checks(cli, language, counts, mark)
    for name, plant, strong, found, other in missed or []:
        print(
            '%s %s claim %s %r -> %r [%s] strong=%s all=%s %s'
            % (
                name,
                plant[0],
                plant[1],
                plant[2],
                plant[3],
                plant[4],
                strong,
                found,
                [(f['where'].get('claim'), f['rule'], f['where'].get('text')) for f in other],
            )
        )
    if tap:
        thresholds = list(read_thresholds(language))
        print('1..%d' % len(thresholds))
        for number, (kind, strong, found) in enumerate(thresholds, 1):
            mine = figures.get(kind, (0, 0))
            good = (
                mine[0] <= strong and mine[1] <= found
                if kind == 'clean'
                else mine[0] >= strong and mine[1] >= found
            )
            print(
                '%s %d - %s %s: strong %.1f (%.1f), all %.1f (%.1f)'
                % (
                    'ok' if good else 'not ok',
                    number,
                    language,
                    kind,
                    mine[0],
                    strong,
                    mine[1],
                    found,
                )
            )


main()
