#!/usr/bin/env python3
"""Draw findings on real documents for a person to judge, and compare a later run with that.

usage: judge.py CLI zh|en draw NUMBER SEED FILE|FOLDER... > judged/NAME.tsv
       judge.py CLI zh|en show NAME.tsv FILE|FOLDER...
       judge.py CLI zh|en compare NAME.tsv FILE|FOLDER...

A line of a sample: document, claim, rule, the words marked, verdict, reason. The verdict is `right`
(an examiner could object), `false` (nobody would) or `open` (it depends on how strictly one reads).
No text of a document is kept but the words marked. `show` prints each finding of a sample with the
claims of its path, to judge it by. `compare` says what share of each verdict a run still reports,
what it reports that nobody has judged, and how many false findings that makes per 100 claims.
Only grants and applications for inventions count. Strong findings are errors and warnings.
With --check=NAME the findings are those of another check, advice among them; a claim of 0 is the
description.
"""
import collections, csv, json, os, random, subprocess, sys

CHECK = 'antecedent-basis'
CHECKLIST = {'zh': 'cn-invention', 'en': 'us'}
STRONG = ('error', 'warning')
MOST_WORDS = 80  # characters of the words marked, where a whole claim or abstract is
check = CHECK


def run(cli, language, paths):
    command = [cli, 'check', '--checklist', CHECKLIST[language], '--format', 'json', '--with-text']
    done = subprocess.run(command + ['--fail-on', 'never'] + paths, stdout=subprocess.PIPE)
    for line in done.stdout.decode().splitlines():
        result = json.loads(line)
        if 'error' not in result and result['document']['type'] == 'invention':
            yield result


def name(document):
    return os.path.splitext(document['id'] or os.path.basename(document['path']))[0]


def findings(result):
    for finding in result['findings']:
        strong = finding['severity'] in STRONG or check != CHECK
        if finding['check'] == check and strong:
            where = finding['where']
            claim = str(where.get('claim') or 0)
            row = (name(result['document']), claim, finding['rule'], where['text'])
            yield row, finding


def one_line(text):
    return ' '.join((text or '').split())[:MOST_WORDS].strip()


def draw(cli, language, number, seed, paths):
    rows = []
    for result in run(cli, language, paths):
        rows += [row for row, _ in findings(result)]
    chosen = random.Random(int(seed)).sample(sorted(rows), min(int(number), len(rows)))
    writer = csv.writer(sys.stdout, delimiter='\t', lineterminator='\n')
    writer.writerow(['document', 'claim', 'rule', 'text', 'verdict', 'reason'])
    for row in sorted(chosen):
        writer.writerow([one_line(cell) for cell in row] + ['', ''])


def read_sample(path):
    return list(csv.DictReader(open(path, encoding='utf-8'), delimiter='\t'))


def key(row):
    return row['document'], row['claim'], row['rule'], row['text']


def above(claims, number):
    """The claim and all that it builds upon, the nearest first."""
    found, waiting = [], [number]
    while waiting:
        claim = claims.get(waiting.pop(0))
        if claim and claim not in found:
            found.append(claim)
            waiting += sorted(claim['depends_on'] + claim['quotes'], reverse=True)
    return found


def show(cli, language, sample, paths):
    wanted = {key(row) for row in read_sample(sample)}
    for result in run(cli, language, paths):
        claims = {claim['number']: claim for claim in result['document']['claims']}
        for row, finding in findings(result):
            if tuple(one_line(cell) for cell in row) not in wanted:
                continue
            print('=' * 8, *row, sep='\t')
            print('path', finding['path'], finding['message'])
            where = finding['where']
            if 'claim' not in where:
                continue
            for claim in above(claims, where['claim']):
                text = claim['text']
                if claim['number'] == where['claim']:
                    start, end = where['start'], where['end']
                    text = text[:start] + '>>>' + text[start:end] + '<<<' + text[end:]
                print('%d. %s' % (claim['number'], text))


def compare(cli, language, sample, paths):
    judged = {key(row): row['verdict'] for row in read_sample(sample)}
    seen, raw, claims, documents = collections.Counter(), 0, 0, set()
    unjudged = []
    for result in run(cli, language, paths):
        documents.add(name(result['document']))
        claims += len(result['document']['claims'])
        for row, _ in findings(result):
            row = tuple(one_line(cell) for cell in row)
            raw += 1
            if row in judged:
                seen[judged[row]] += 1
            else:
                unjudged.append(row)
    total = collections.Counter(v for k, v in judged.items() if k[0] in documents)
    print(
        '%d documents, %d claims, %d strong findings: %.2f per 100 claims'
        % (len(documents), claims, raw, 100 * raw / max(1, claims))
    )
    for verdict in ('right', 'open', 'false'):
        print('judged %-6s %3d, still reported %3d' % (verdict, total[verdict], seen[verdict]))
    known = sum(seen.values())
    if known:
        share = seen['false'] / known
        print(
            'right, of those judged and reported: %.1f%%; false per 100 claims: %.2f'
            % (100 * seen['right'] / known, share * 100 * raw / max(1, claims))
        )
    print('reported and not judged: %d' % len(unjudged))
    for row in sorted(unjudged)[:20]:
        print(' ', *row, sep='\t')


def main():
    global check
    for argument in [a for a in sys.argv if a.startswith('--check=')]:
        check = argument[len('--check=') :]
        sys.argv.remove(argument)
    cli, language, command = sys.argv[1:4]
    {'draw': draw, 'show': show, 'compare': compare}[command](
        cli,
        language,
        *(sys.argv[4:6] if command == 'draw' else sys.argv[4:5]),
        sys.argv[6:] if command == 'draw' else sys.argv[5:]
    )


main()
