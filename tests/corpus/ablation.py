#!/usr/bin/env python3
"""What each family of rules of the article reader wins and spoils.

  ablation.py EXTRACT FOLDER… [--rules] [--all-must-win]

For each family, over all texts of the folders: the facts that it asserts and that the score counts, how many are right
and wrong, and what would become of the score without it: core facts lost (no other family finds them) and false alarms
saved. With --rules: the same for single rules. Scoring is that of score.py. What a rule does for later sentences, which
may refer to what it mentioned, is not counted.
"""
import argparse
import collections
import os
import sys

import findings
import score


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('extract')
    parser.add_argument('folder', nargs='+')
    parser.add_argument('--registry', default=os.path.join(os.path.dirname(__file__), '..', '..', 'data'))
    parser.add_argument('--rules', action='store_true', help='rules instead of families')
    parser.add_argument('--all-must-win', action='store_true', help='fail when one spoils more than it wins')
    a = parser.parse_args()
    names = score.Names(a.registry)

    def group(fact):
        return fact['evidence']['rule'].removeprefix('article/') if a.rules else fact['features'][0].removeprefix('family_')

    right, wrong, lost, saved = (collections.Counter() for _ in range(4))
    hits_with = wrong_with = 0
    for folder in a.folder:
        for _, gold, found in findings.read(a.extract, folder):
            hits, wrongs, _, _ = score.score(gold, found, names)
            hits_with += hits
            wrong_with += len(wrongs)
            asserted = [f for f in found if f['features']]
            for fact, good in findings.judged(gold, found, names):
                (right if good else wrong)[group(fact)] += 1
            for family in {group(f) for f in asserted}:
                without = [f for f in asserted if group(f) != family]
                fewer, still_wrong, _, _ = score.score(gold, without, names)
                lost[family] += hits - fewer
                saved[family] += len(wrongs) - len(still_wrong)
    print('| %s | right | wrong | facts lost without it | false alarms saved |' % ('rule' if a.rules else 'family'))
    print('|---|---|---|---|---|')
    for family in sorted(lost, key=lambda f: (saved[f] - lost[f], f)):
        print('| %s | %d | %d | %d | %d |' % (family, right[family], wrong[family], lost[family], saved[family]))
    print('| all | %d | %d | %d | %d |' % (sum(right.values()), sum(wrong.values()), hits_with, wrong_with))
    return 1 if a.all_must_win and any(saved[f] > lost[f] for f in lost) else 0


if __name__ == '__main__':
    sys.exit(main())
