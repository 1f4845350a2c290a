#!/usr/bin/env python3
"""How many documents a second `claimsmith-cli check` examines with one worker and with two.

    bench-batch.py CLI

CLAIMSMITH_CORPUS names the folder with the samples (us-text, cn-claims); without it there is
nothing to measure. The best of several rounds, taken in turns, for other work on the machine slows
both. Beside it the processor time, which a second worker should not raise, and the time of the
start: it is part of every run, and no worker shares it. And the floor: two programs side by side,
each with half of the documents, share nothing at all but the machine. What they do not reach, no
second worker can.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time

ROUNDS = 3
SKIPPED = 77
SERIES = [('us-text', 'us'), ('cn-claims', 'cn-invention')]


def command(cli, checklist, paths, jobs):
    return [cli, 'check', f'-j{jobs}', '-c', checklist, '--fail-on=never', '-f', 'json',
            '--as-of=2026-11-22', *paths]


def run(cli, checklist, path, jobs):
    """Returns: wall clock and processor time of one run over path, in seconds"""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    subprocess.run(command(cli, checklist, [path], jobs), stdout=subprocess.DEVNULL, check=True)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)

    return wall, (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


def run_halves(cli, checklist, path):
    """Returns: wall clock of two programs, each with every other document of path, in seconds"""
    paths = sorted(os.path.join(path, name) for name in os.listdir(path))
    start = time.monotonic()
    programs = [subprocess.Popen(command(cli, checklist, paths[first::2], 1),
                                 stdout=subprocess.DEVNULL) for first in (0, 1)]
    for program in programs:
        program.wait()

    return time.monotonic() - start


def measure(cli, checklist, path):
    """Returns: the least times with one worker, with two, and the least of two programs"""
    best = {1: (float('inf'), float('inf')), 2: (float('inf'), float('inf'))}
    halves = float('inf')
    for _ in range(ROUNDS):
        halves = min(halves, run_halves(cli, checklist, path))
        for jobs in best:
            times = run(cli, checklist, path, jobs)
            best[jobs] = tuple(min(pair) for pair in zip(best[jobs], times))

    return best[1], best[2], halves


def main():
    corpus = os.environ.get('CLAIMSMITH_CORPUS')
    if corpus is None:
        print('CLAIMSMITH_CORPUS is not set')
        return SKIPPED

    cli = sys.argv[1]
    with tempfile.NamedTemporaryFile('w', suffix='.txt') as small:
        small.write('1. A device comprising a pump.\n')
        small.flush()
        for folder, checklist in SERIES:
            path = os.path.join(corpus, folder)
            n_documents = len(os.listdir(path))
            start, _ = min(run(cli, checklist, small.name, 1) for _ in range(ROUNDS))
            (one, one_cpu), (two, two_cpu), halves = measure(cli, checklist, path)
            print(f'{folder}: {n_documents} documents, start {start * 1e3:.0f} ms; '
                  f'-j1 {n_documents / one:.0f} a second ({one:.2f} s, processor {one_cpu:.2f} s), '
                  f'-j2 {n_documents / two:.0f} ({two:.2f} s, processor {two_cpu:.2f} s): '
                  f'{one / two:.2f} times; two programs {one / halves:.2f} times', flush=True)

    return 0


if __name__ == '__main__':
    sys.exit(main())
