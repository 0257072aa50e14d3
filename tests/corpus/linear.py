#!/usr/bin/env python3
"""Holds the article reader to time that is linear in the length of the text, also for texts made to be hard.

  linear.py EXTRACT [--bytes N] [--most R]

EXTRACT is the program article_extract. Each text of bench/adversarial.py is read at N and at 2 N bytes under callgrind,
which counts instructions: work, not time, and the same on a busy machine. Fails where twice the text takes more than R
times the work. Exits with 77 (skipped) where there is no valgrind.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'bench'))
import adversarial  # noqa: E402


def instructions(extract, folder, size):
    """Instructions spent on each text, in order."""
    paths = [os.path.join(folder, 'nothing.txt')]  # pays for the start
    with open(paths[0], 'w', encoding='utf-8') as out:
        out.write('It rained.')
    for number, (_, text) in enumerate(adversarial.texts(size)):
        paths.append(os.path.join(folder, '%d-%03d.txt' % (size, number)))
        with open(paths[-1], 'wb') as out:
            out.write(text.encode().replace('\ufffd'.encode(), b'\xff\xff\xff'))
    profile = os.path.join(folder, '%d.profile' % size)
    subprocess.run(['valgrind', '--tool=callgrind', '--callgrind-out-file=' + profile, '--dump-after=entente::ArticleReader::load*', extract, folder] + paths,
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    counts = []
    for number in range(2, len(paths) + 1):
        with open('%s.%d' % (profile, number), encoding='utf-8') as file:
            counts.append(int(re.search(r'^(?:summary|totals): (\d+)', file.read(), re.M).group(1)))
    return counts


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('extract')
    parser.add_argument('--bytes', type=int, default=6000)
    parser.add_argument('--most', type=float, default=2.5)
    a = parser.parse_args()
    if shutil.which('valgrind') is None:
        print('no valgrind, nothing to count with')
        return 77
    with tempfile.TemporaryDirectory() as folder:
        once = instructions(a.extract, folder, a.bytes)
        twice = instructions(a.extract, folder, 2 * a.bytes)
    bad = False
    for (name, _), one, two in zip(adversarial.texts(10), once, twice):
        ratio = two / max(one, 1)
        slow = ratio > a.most
        bad = bad or slow
        print('%-28s %8.0f instructions a byte, %.2f times the work for twice the text%s'
              % (name, two / (2 * a.bytes), ratio, '  TOO MUCH' if slow else ''))
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main())
