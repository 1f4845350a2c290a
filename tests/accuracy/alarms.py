#!/usr/bin/env python3
"""What the checks say of real documents, per 100 claims.

usage: alarms.py CLI zh|en [--all] [--most=PER_CHECK,TOTAL] FILE|FOLDER...

Prints errors and warnings per 100 claims by check and by rule: those in claims, those elsewhere,
and the total of the former, antecedent-basis apart. With --all advice is counted too. Only grants
and applications for inventions count. With --most the run fails where a check alarms in claims
more often than PER_CHECK, or all of them together more often than TOTAL.
"""
import collections, json, os, subprocess, sys

CHECKLIST = {'zh': 'cn-invention', 'en': 'us'}
STRONG = ('error', 'warning')
APART = 'antecedent-basis'


def run(cli, language, paths):
    command = [cli, 'check', '--checklist', CHECKLIST[language], '--format', 'json']
    done = subprocess.run(command + ['--fail-on', 'never'] + paths, stdout=subprocess.PIPE)
    for line in done.stdout.decode().splitlines():
        result = json.loads(line)
        if 'error' not in result and result['document']['type'] == 'invention':
            yield result


def count(results, everything):
    """Claims in all, and per check and rule how many findings stand in claims and elsewhere."""
    claims, table = 0, collections.defaultdict(lambda: [0, 0])
    for result in results:
        claims += len(result['document']['claims'])
        for finding in result['findings']:
            if not everything and finding['severity'] not in STRONG:
                continue
            elsewhere = finding['where'].get('part') != 'claims'
            table[finding['check'], finding['rule']][elsewhere] += 1
            table[finding['check'], ''][elsewhere] += 1
    return claims, table


def show(claims, table):
    """Prints the table and returns checks with their alarms in claims per 100 claims."""
    rate = lambda number: 100 * number / max(1, claims)
    print('%-24s %-26s %17s %17s' % ('check', 'rule', 'in claims', 'elsewhere'))
    checks = sorted((key for key in table if not key[1]), key=lambda key: -table[key][0])
    for check, _ in checks:
        rules = sorted((k for k in table if k[0] == check),
                       key=lambda k: (k[1] != '', -table[k][0]))
        for key in rules:
            inside, outside = table[key]
            name = '' if key[1] else check
            cells = (name, key[1], inside, rate(inside), outside, rate(outside))
            print('%-24s %-26s %8d %8.2f %8d %8.2f' % cells)
    rates = {check: rate(table[check, ''][0]) for check, _ in checks if check != APART}
    print('%d claims; in claims, all but %s: %.2f' % (claims, APART, sum(rates.values())))
    return rates


def main():
    words = [word for word in sys.argv[1:] if not word.startswith('--')]
    most = [word[len('--most=') :] for word in sys.argv if word.startswith('--most=')]
    if len(words) < 3:
        sys.exit(__doc__)
    rates = show(*count(run(words[0], words[1], words[2:]), '--all' in sys.argv))
    if most:
        each, total = (float(number) for number in most[0].split(','))
        loud = [check for check, number in rates.items() if number > each]
        if loud or sum(rates.values()) > total:
            sys.exit('too many alarms: ' + (', '.join(loud) or 'in total'))


main()
