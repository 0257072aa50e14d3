#!/usr/bin/env python3
"""How fast prose is read on one core, beside what else one would use for a smaller part of the job, in the same run.

    bench/prose.py [--program build/bin/entente] [--megabytes 4] [--python PYTHON] [--model MODEL] [--node-modules FOLDER]

  entente     the whole job: dates, names, events, references, claims with evidence, as JSON lines
  spaCy       tags, parses and names entities (--python: of an environment that has spaCy; --model: an installed model,
              or `blank` for sentences only)
  wink-nlp    splits, tags and names entities (--node-modules: where it and its model were installed)
  compromise  splits, tags and names topics

The text is that of tests/corpus/development and data/articles, over and over, as JSON lines of documents. The peers read as
much of it as takes them some seconds. Seconds are those of the processor, not of the clock,
so that other work on the machine counts little, without the start of the process and the loading of models. Then one
text of 1 MB of each kind in bench/adversarial.py, in seconds.
"""
import argparse
import glob
import json
import os
import subprocess
import sys
import tempfile

import adversarial

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PEERS = os.path.join(ROOT, 'bench', 'peers')
ONE_CORE = ['taskset', '-c', '0']


def prose():
    paths = sorted(glob.glob(os.path.join(ROOT, 'tests', 'corpus', 'development', '*.txt')) +
                   glob.glob(os.path.join(ROOT, 'data', 'articles', '*.txt')))
    return [open(path, encoding='utf-8').read() for path in paths]


def write(texts, megabytes, path):
    """Documents of the texts, over and over, up to the size; returns the bytes of their texts."""
    total = number = 0
    with open(path, 'w', encoding='utf-8') as out:
        while total < megabytes * 1e6:
            text = texts[number % len(texts)]
            out.write(json.dumps({'id': str(number), 'date': '2022-01-29', 'text': text}) + '\n')
            total += len(text.encode())
            number += 1
    return total


def best_of(runs, run):
    return min(run() for _ in range(runs))


def entente(program, path):
    """Seconds of the processor, lines of output, exit status."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        child = subprocess.Popen(ONE_CORE + [program, 'extract', path, '--jobs', '1', '--format', 'ndjson'], stdout=out, stderr=errors)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        return usage.ru_utime + usage.ru_stime, out.read().count(b'\n'), child.returncode


def peer(name, command, texts, megabytes, folder, environment):
    path = os.path.join(folder, 'peer.jsonl')
    size = write(texts, megabytes, path)
    done = subprocess.run(ONE_CORE + [word if word != 'FILE' else path for word in command], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, env={**os.environ, **environment})
    if done.returncode != 0:
        print('%s: not measured (%s)' % (name, done.stderr.decode().strip().splitlines()[-1][:100]))
        return None
    seconds, documents, tokens, entities = done.stdout.decode().split()
    rate = size / 1e6 / float(seconds)
    print('%s: %.2f MB in %s documents, %.2f s, %.2f MB/s; %s tokens, %s entities' % (name, size / 1e6, documents, float(seconds), rate, tokens, entities))
    return rate


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--program', default=os.path.join(ROOT, 'build', 'bin', 'entente'))
    parser.add_argument('--megabytes', type=float, default=4)
    parser.add_argument('--python', default=sys.executable)
    parser.add_argument('--model', default='en_core_web_sm')
    parser.add_argument('--node-modules', default='')
    a = parser.parse_args()
    texts = prose()
    with tempfile.TemporaryDirectory() as folder:
        nothing, all_of_it = os.path.join(folder, 'nothing.jsonl'), os.path.join(folder, 'all.jsonl')
        with open(nothing, 'w', encoding='utf-8') as out:
            out.write('{"text": "It rained."}\n')
        size = write(texts, a.megabytes, all_of_it)
        start = best_of(3, lambda: entente(a.program, nothing)[0])
        seconds = best_of(3, lambda: entente(a.program, all_of_it)[0]) - start
        ours = size / 1e6 / seconds
        print('entente: %.2f MB, %.2f s after a start of %.0f ms, %.2f MB/s; %d facts'
              % (size / 1e6, seconds, start * 1e3, ours, entente(a.program, all_of_it)[1]))
        modules = {'NODE_PATH': a.node_modules} if a.node_modules else {}
        for name, command, megabytes in (
                ('spaCy, ' + a.model, [a.python, os.path.join(PEERS, 'spacy_peer.py'), 'FILE', a.model], 0.2),
                ('spaCy, sentences only', [a.python, os.path.join(PEERS, 'spacy_peer.py'), 'FILE', 'blank'], 2),
                ('wink-nlp', ['node', os.path.join(PEERS, 'wink_peer.js'), 'FILE'], a.megabytes),
                ('compromise', ['node', os.path.join(PEERS, 'compromise_peer.js'), 'FILE'], 0.5)):
            rate = peer(name, command, texts, megabytes, folder, modules)
            if rate:
                print('  ratio %.1f' % (ours / rate))
        slowest = []
        for name, text in adversarial.texts(1000000):
            path = os.path.join(folder, 'text.txt')
            with open(path, 'wb') as out:
                out.write(text.encode('utf-8').replace('\ufffd'.encode('utf-8'), b'\xff\xff\xff'))
            seconds, _, status = entente(a.program, path)
            slowest.append((max(0, seconds - start), name, status))
        for taken, name, status in sorted(slowest, reverse=True):
            print('1 MB of %s: %.2f s%s' % (name, taken, '' if status in (0, 1, 3) else ', failed with %d' % status))


if __name__ == '__main__':
    main()
