"""What the article reader finds in a folder of annotated texts, judged. Shared by calibrate.py and ablation.py."""
import json
import os
import subprocess
import tempfile

import score


def read(extract, folder):
    """(name, gold facts, found facts) of each text, in order of the names."""
    golds = sorted(f for f in os.listdir(folder) if f.endswith('.gold.json'))
    with tempfile.TemporaryDirectory() as out:
        texts = []
        for file in golds:
            stem = file[:-len('.gold.json')]
            texts.append(next(p for p in (os.path.join(folder, stem + s) for s in ('.txt', '.html', '.raw.txt'))
                              if os.path.exists(p)))
        subprocess.run([extract, out] + texts, check=True)
        for file in golds:
            stem = file[:-len('.gold.json')]
            with open(os.path.join(folder, file), encoding='utf-8') as f:
                gold = json.load(f)['facts']
            with open(os.path.join(out, stem + '.facts.json'), encoding='utf-8') as f:
                yield stem, gold, json.load(f)['facts']


def judged(gold, found, names):
    """(fact, right or wrong) of each asserted fact that the score counts."""
    core = [g for g in gold if g['core'] and g['certainty'] in ('stated', 'inferred')]
    optional = [g for g in gold if not g['core'] and g['certainty'] in ('stated', 'inferred')]
    for f in found:
        if f['certainty'] not in ('stated', 'inferred') or f['event'] not in score.CORE:
            continue
        if any(score.meets(f, g, names) for g in core):
            yield f, True
        elif not any(score.meets(f, g, names, False) for g in optional):
            yield f, False
