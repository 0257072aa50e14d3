#!/usr/bin/env python3
"""Scores the article reader on Re-DocRED: real encyclopedia text, labelled by others for other ends.

  docred.py PROGRAM [--min-precision P] [--min-recall R] [--show N]

PROGRAM is entente. P463 (member of) is a tie of a member to a body; P571 and P576 are the founding and the end of a body.
A label counts as found when the reader asserts a tie of the two (joined, member, founded with an object, signed) or the
event of the one, by any of the names that the annotators list for it; P571 and P576 also need a date that overlaps.
P580 and P582, start and end times, are scored where their head is a party to P463: the date must be one that the reader
gives to an event of that party.
A found tie is right when it is labelled, and counts as wrong only when its two names are entities of the document and of a
kind that could be labelled; Re-DocRED leaves many ties out, so precision is a lower bound.
Exits with 77 where the data set is not there: datasets/text_re_docred/dev_revised.json.gz in ENTENTE_SHARED, or else in the
folder `shared` beside the project.
"""
import argparse
import collections
import gzip
import json
import os
import re
import subprocess
import sys

import score

TIES = {'joined', 'member', 'founded', 'signed', 'observer', 'partner', 'left', 'expelled', 'suspended', 'party'}


def text_of(document):
    """The tokens as a text, with the blanks before marks gone again."""
    text = ' '.join(' '.join(sentence) for sentence in document['sents'])
    text = re.sub(r' ([,.;:?!%)\]]|\'s\b|n\'t\b)', r'\1', text)
    return re.sub(r'([(\[]) ', r'\1', text)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('program')
    parser.add_argument('--min-precision', type=float, default=0)
    parser.add_argument('--min-recall', type=float, default=0)
    parser.add_argument('--show', type=int, default=0)
    parser.add_argument('--registry', default=os.path.join(os.path.dirname(__file__), '..', '..', 'data'))
    a = parser.parse_args()
    beside = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', '..', 'shared')
    path = os.path.join(os.environ.get('ENTENTE_SHARED', beside), 'datasets', 'text_re_docred', 'dev_revised.json.gz')
    if not os.path.exists(path):
        print('no such data set, nothing to score: ' + path)
        return 77
    with gzip.open(path, 'rt', encoding='utf-8') as file:
        documents = json.load(file)
    names = score.Names(a.registry)
    lines = ''.join(json.dumps({'id': str(i), 'title': d['title'], 'text': text_of(d)}) + '\n'
                    for i, d in enumerate(documents))
    done = subprocess.run([a.program, 'extract', '-', '--as', 'documents', '--format', 'ndjson'], input=lines.encode(),
                          stdout=subprocess.PIPE, check=True)
    facts = collections.defaultdict(list)
    for line in done.stdout.decode().splitlines():
        fact = json.loads(line)
        if fact['certainty'] in ('stated', 'inferred'):
            facts[int(fact['evidence']['source'])].append(fact)

    found, missed = collections.Counter(), collections.Counter()
    wrong, shown = 0, 0
    for i, document in enumerate(documents):
        entities = [[m['name'] for m in mentions] for mentions in document['vertexSet']]
        kinds = [{m['type'] for m in mentions} for mentions in document['vertexSet']]

        def which(name):
            return [k for k, known in enumerate(entities) if names.same(name, known)]

        ties, events, dates = set(), [], collections.defaultdict(list)
        for fact in facts[i]:
            subjects = which(fact['subject'])
            if fact['object'] and fact['event'] in TIES:
                ties.add(tuple((s, o) for s in subjects for o in which(fact['object'])))
            elif not fact['object']:
                events.append((fact['event'], subjects, fact['date']))
            for s in subjects:
                dates[s].append(fact['date'])
        labels = collections.defaultdict(set)
        for label in document['labels']:
            labels[label['r']].add((label['h'], label['t']))

        def spans_agree(written, target):
            english = ' '.join(target)
            year = re.search(r'\b(1[0-9]{3}|20[0-9]{2}|[1-9][0-9]{2})\b', english)
            return bool(written) and year is not None and score.dates_agree(year.group(1).zfill(4), written, False)

        for pair in labels['P463']:
            (found if any(pair in tie for tie in ties) else missed)['P463'] += 1
        members = {h for h, _ in labels['P463']}
        for relation, event in (('P571', 'founded'), ('P576', 'dissolved')):
            for head, tail in labels[relation]:
                hit = any(e == event and head in s and spans_agree(d, entities[tail]) for e, s, d in events)
                (found if hit else missed)[relation] += 1
        for relation in ('P580', 'P582'):
            for head, tail in labels[relation]:
                if head in members:
                    hit = any(spans_agree(d, entities[tail]) for d in dates[head])
                    (found if hit else missed)[relation] += 1
        for tie in ties:
            # A tie of two that the annotators know, the second an organisation, and not labelled.
            pairs = [(s, o) for s, o in tie if 'ORG' in kinds[o] and kinds[s] & {'PER', 'ORG', 'LOC'}]
            if pairs and not any(p in labels['P463'] for p in tie):
                wrong += 1
                if shown < a.show:
                    shown += 1
                    print('not labelled: %s / %s (%s)' % (entities[pairs[0][0]][0], entities[pairs[0][1]][0], document['title']))
    for relation in sorted(set(found) | set(missed)):
        total = found[relation] + missed[relation]
        print('%s: %d of %d labels found, %.3f' % (relation, found[relation], total, found[relation] / total))
    precision = found['P463'] / (found['P463'] + wrong) if found['P463'] + wrong else 1.0
    recall = found['P463'] / (found['P463'] + missed['P463'])
    print('P463 on %d documents: precision %.3f (%d right, %d not labelled), recall %.3f'
          % (len(documents), precision, found['P463'], wrong, recall))
    return 0 if precision >= a.min_precision and recall >= a.min_recall else 1


if __name__ == '__main__':
    sys.exit(main())
