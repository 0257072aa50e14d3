#!/usr/bin/env python3
"""Reads annotated texts with the article reader and scores what it finds.

  score.py EXTRACT FOLDER [--registry DATA] [--min-precision P] [--min-recall R] [--max-traps N] [--show]

EXTRACT is the program article_extract; FOLDER holds NAME.txt or .html beside NAME.gold.json. Prints precision, recall and the
traps asserted, over all texts together, and fails when a figure falls below its floor. With --show: misses and false
alarms as well; for the folder that is kept aside, use it without.

A found fact is right when its event, names and date agree with a core fact of the gold. Joining, being a member, founding
as a founder and signing count as one class, leaving and being expelled as another. Dates agree when their spans overlap; an
undated gold fact takes any date. Names are compared by the registry's entities, then letter by letter without case and
accents. Optional facts are neither right nor wrong; what is asserted of a trap is wrong.
Exits with 77 (skipped) when FOLDER is not there.
"""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata

CORE = {'founded', 'signed', 'entered_into_force', 'joined', 'left', 'suspended', 'expelled', 'member', 'observer', 'partner',
        'succeeded', 'dissolved'}
CLASS = {'member': 'joined', 'founded': 'joined', 'signed': 'joined', 'expelled': 'left', 'successor': 'succeeded'}


def norm(name):
    name = unicodedata.normalize('NFKD', name.replace('’', "'"))
    name = ''.join(c for c in name if not unicodedata.combining(c)).lower()
    name = re.sub(r"'s\b", '', name)
    name = re.sub(r'\b([a-z])\.(?=[a-z]\b)', r'\1', name)
    name = re.sub(r'[^0-9a-z]+', ' ', name).strip()
    return name[4:] if name.startswith('the ') else name


class Names:
    def __init__(self, data):
        self.ids = {}
        for file in ('states.json', 'bodies.json'):
            with open(os.path.join(data, file), encoding='utf-8') as f:
                for entity in json.load(f)['entities']:
                    for name in entity['names']:
                        self.ids.setdefault(norm(name['name']), set()).add(entity['id'])

    def same(self, found, gold):
        a = norm(found)
        for name in gold:
            b = norm(name)
            if a == b or self.ids.get(a, set()) & self.ids.get(b, set()):
                return True
            short, long = sorted((set(a.split()), set(b.split())), key=len)
            known = a in self.ids or b in self.ids
            if not known and short and short < long and any(len(w) > 3 for w in short):
                return True
        return False


def span(date):
    """First and last day, as sortable numbers; None where open."""
    def one(text, last):
        m = re.match(r'^(-?)(\d\d[\dX]{2})(?:-(\d\d))?(?:-(\d\d))?', text)
        if not m:
            return None
        year = int(m.group(2).replace('X', '9' if last != bool(m.group(1)) else '0')) * (-1 if m.group(1) else 1)
        month, day = int(m.group(3) or 0), int(m.group(4) or 0)
        slack = (1 if last else -1) if '~' in text else 0
        if month > 12:
            month = 0
        return (year + slack) * 372 + ((month or (12 if last else 1)) - 1) * 31 + (day or (31 if last else 1))
    if '/' in date:
        start, end = date.split('/', 1)
        return one(start, False), one(end, True)
    return one(date, False), one(date, True)


def dates_agree(gold, found, lenient):
    if not gold:
        return True
    if not found:
        return lenient
    (a, b), (c, d) = span(gold), span(found)
    return (a is None or d is None or a <= d) and (b is None or c is None or c <= b)


def classed(event):
    event = {'successor': 'succeeded'}.get(event, event)
    return CLASS.get(event, event)


def listed(fact, key):
    return [fact.get(key, '')] + list(fact.get(key + '_alt', []))


def meets(found, gold, names, dated=True):
    events = {classed(e) for e in listed(gold, 'event')}
    if classed(found['event']) not in events or bool(found['object']) != bool(gold['object']):
        return False
    if not names.same(found['subject'], listed(gold, 'subject')):
        return False
    if gold['object'] and not names.same(found['object'], listed(gold, 'object')):
        return False
    return not dated or dates_agree(gold['date'], found['date'], gold.get('needs_document_date', False))


def score(gold, found, names):
    core = [g for g in gold if g['core'] and g['certainty'] in ('stated', 'inferred')]
    optional = [g for g in gold if not g['core'] and g['certainty'] in ('stated', 'inferred')]
    traps = [g for g in gold if g['certainty'] not in ('stated', 'inferred')]
    hit, wrong, trapped = set(), [], 0
    for f in found:
        if f['certainty'] not in ('stated', 'inferred') or f['event'] not in CORE:
            continue
        matches = [i for i, g in enumerate(core) if meets(f, g, names)]
        if matches:
            hit.update(matches[:1] if matches[0] not in hit else [i for i in matches if i not in hit][:1])
        elif not any(meets(f, g, names, False) for g in optional):
            trapped += any(meets(f, g, names, False) for g in traps)
            wrong.append(f)
    return len(hit), wrong, [g for i, g in enumerate(core) if i not in hit], trapped


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('extract')
    parser.add_argument('folder')
    parser.add_argument('--registry', default=os.path.join(os.path.dirname(__file__), '..', '..', 'data'))
    parser.add_argument('--min-precision', type=float, default=0)
    parser.add_argument('--min-recall', type=float, default=0)
    parser.add_argument('--max-traps', type=int, default=10 ** 9)
    parser.add_argument('--show', action='store_true')
    parser.add_argument('--outside', action='store_true',
                        help='FOLDER lies in ENTENTE_SHARED, or else in the folder `shared` beside the project')
    a = parser.parse_args()
    if a.outside:
        beside = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', '..', 'shared')
        a.folder = os.path.join(os.environ.get('ENTENTE_SHARED', beside), a.folder)
    if not os.path.isdir(a.folder):
        print('no such folder, nothing to score: ' + a.folder)
        return 77
    names = Names(a.registry)
    golds = sorted(f for f in os.listdir(a.folder) if f.endswith('.gold.json'))
    hits = wrongs = misses = traps = 0
    with tempfile.TemporaryDirectory() as out:
        for file in golds:
            stem = file[:-len('.gold.json')]
            with open(os.path.join(a.folder, file), encoding='utf-8') as f:
                gold = json.load(f)
            text = next(p for p in (os.path.join(a.folder, stem + s) for s in ('.txt', '.html', '.raw.txt')) if os.path.exists(p))
            subprocess.run([a.extract, out, text], check=True)
            with open(os.path.join(out, stem + '.facts.json'), encoding='utf-8') as f:
                found = json.load(f)['facts']
            hit, wrong, missed, trapped = score(gold['facts'], found, names)
            hits, wrongs, misses, traps = hits + hit, wrongs + len(wrong), misses + len(missed), traps + trapped
            if a.show and (wrong or missed):
                print('== ' + stem)
                for g in missed:
                    print('  - %(subject)s %(event)s %(object)s %(date)s' % g)
                for w in wrong:
                    print('  + %(subject)s %(event)s %(object)s %(date)s' % w, '|', w['evidence']['rule'])
    precision = hits / (hits + wrongs) if hits + wrongs else 1.0
    recall = hits / (hits + misses) if hits + misses else 1.0
    print('%d texts: precision %.3f, recall %.3f (%d right, %d wrong, %d missed), traps asserted %d'
          % (len(golds), precision, recall, hits, wrongs, misses, traps))
    return 0 if precision >= a.min_precision and recall >= a.min_recall and traps <= a.max_traps else 1


if __name__ == '__main__':
    sys.exit(main())
