#!/usr/bin/env python3
"""Measures the program from outside, each figure beside a peer in the same run.

    bench/run.py [--spans 200000] [--megabytes 20] [--runs 40]

  extract   MB of prose a second on one core, beside `wc -w`, which only splits the same text into words.
  members   a cold question, from process start to the last byte of output, on the bundled database and on one with many
            spans, beside the sqlite3 program that fetches the same rows from the same file.

Needs build/bin/entente (scripts/build) and sqlite3. Standard library only. Figures are medians; quote the ratios.
"""
import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ENTENTE = os.path.join(ROOT, 'build', 'bin', 'entente')


def seconds(command, runs, stdin=None):
    """Median wall time of a command, one core, after one run that is not counted."""
    times = []
    for run in range(runs + 1):
        source = open(stdin, 'rb') if stdin else subprocess.DEVNULL
        start = time.perf_counter()
        done = subprocess.run(['taskset', '-c', '0'] + command, stdin=source, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if run:
            times.append(time.perf_counter() - start)
        if done.returncode not in (0, 1):
            sys.exit(f'{command} failed: {done.stderr.decode()}')
    return statistics.median(times), done.stdout


def bench_extract(megabytes, folder):
    with open(os.path.join(ROOT, 'data', 'articles', 'csto.txt'), encoding='utf-8') as file:
        article = file.read()
    path = os.path.join(folder, 'articles')
    os.makedirs(path)
    size = len(article.encode())
    count = max(1, int(megabytes * 1e6 / size))
    for number in range(count):  # documents, as a reader gets them; one long one would be no article
        with open(os.path.join(path, f'{number:06}.txt'), 'w', encoding='utf-8') as file:
            file.write(article)
    nothing = os.path.join(folder, 'nothing.txt')
    with open(nothing, 'w', encoding='utf-8') as file:
        file.write('It rained.\n')
    empty, _ = seconds([ENTENTE, 'extract', '--format', 'ndjson', nothing], 5)
    ours, out = seconds([ENTENTE, 'extract', '--format', 'ndjson', path], 3)
    files = [os.path.join(path, name) for name in sorted(os.listdir(path))]
    peer, _ = seconds(['sh', '-c', 'cat "$0"/* | wc -w', path], 3)
    total = size * count / 1e6
    print(f'extract   {total:.1f} MB in {len(files)} documents, {out.count(10)} facts: {ours:.2f} s, '
          f'{total / (ours - empty):.1f} MB/s after a start of {empty * 1e3:.0f} ms; '
          f'wc -w {peer:.2f} s; ratio {ours / peer:.1f}')


def bench_members(label, database, body, query, runs):
    ours, out = seconds([ENTENTE, '--db', database, 'members', body, '--on', '2008', '--format', 'csv'], runs)
    peer, rows = seconds(['sqlite3', database, query], runs)
    size = os.path.getsize(database) / 1e6
    print(f'members   {label}, {size:.1f} MB: {ours * 1e3:.1f} ms for {out.count(10) - 1} rows; '
          f'sqlite3 {peer * 1e3:.1f} ms for {rows.count(10)}; ratio {ours / peer:.2f}')


def spans(count, path):
    """A table of memberships: few bodies with many members each, as clubs and parties have them."""
    choose = random.Random(2008)
    with open(path, 'w', encoding='utf-8') as file:
        file.write('subject,relation,object,start,end\n')
        for number in range(count):
            start = choose.randint(1900, 2015)
            end = '' if choose.random() < 0.2 else f'{start + choose.randint(1, 20)}-06-30'
            file.write(f'Person {number // 3},member_of,Club {choose.randint(0, count // 40)},{start}-07-01,{end}\n')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--spans', type=int, default=200000)
    parser.add_argument('--megabytes', type=float, default=20)
    parser.add_argument('--runs', type=int, default=40)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench_extract(options.megabytes, folder)
        sql = ("SELECT subject, relation, first, last FROM edges WHERE object_id = '{}' "
               "AND relation IN ('member_of', 'party_to', 'suspended_from') "
               "AND ifnull(first_earliest, '0') <= '2008-12-31' AND ifnull(last_latest, '9') >= '2008-01-01'")
        bundled = os.path.join(folder, 'bundled.db')
        subprocess.run([ENTENTE, '--db', bundled, 'import', '--bundled'], check=True, stdout=subprocess.DEVNULL)
        bench_members('bundled database', bundled, 'csto', sql.format('csto'), options.runs)
        table = os.path.join(folder, 'spans.csv')
        spans(options.spans, table)
        large = os.path.join(folder, 'large.db')
        start = time.perf_counter()
        subprocess.run([ENTENTE, '--db', large, 'import', table], check=True, stdout=subprocess.DEVNULL)
        load = time.perf_counter() - start
        print(f'import    {options.spans} rows of CSV: {load:.1f} s, {options.spans / load / 1e3:.0f} thousand rows a second')
        bench_members(f'{options.spans} spans', large, 'club-7', sql.format('club-7'), options.runs)


if __name__ == '__main__':
    main()
