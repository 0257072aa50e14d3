#!/usr/bin/env python3
"""Fits and checks the confidence of claims.

  calibrate.py EXTRACT FOLDER --write data/lexicon/confidence.txt    fits the weights to the texts of FOLDER
  calibrate.py EXTRACT FOLDER [--max-error E]                        how well confidence does on texts that it was not
                                                                     fitted to, by ten-fold cross-validation

The model is logistic regression over the features of loaders/confidence.hpp, with a quadratic penalty, fitted by Newton's
method. What is checked is calibration: facts are put into bins by their confidence, and in each bin the mean confidence
is held against the share that is right. The calibration error is the mean of the differences, weighted by the facts in
each bin. Folds are texts, so that no text is on both sides.
"""
import argparse
import math
import os
import sys

import findings
import score

BINS = ((0, .3), (.3, .5), (.5, .7), (.7, .85), (.85, 1.01))
PENALTY = 1.0


def solve(matrix, vector):
    """Gaussian elimination with pivots."""
    n = len(vector)
    rows = [list(row) + [v] for row, v in zip(matrix, vector)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(i + 1, n):
            factor = rows[r][i] / rows[i][i]
            for c in range(i, n + 1):
                rows[r][c] -= factor * rows[i][c]
    out = [0.0] * n
    for i in reversed(range(n)):
        out[i] = (rows[i][n] - sum(rows[i][c] * out[c] for c in range(i + 1, n))) / rows[i][i]
    return out


def probability(weights, features):
    return 1 / (1 + math.exp(-(weights['base'] + sum(weights.get(f, 0) for f in features))))


def fit(samples):
    columns = ['base'] + sorted({f for features, _ in samples for f in features})
    index = {name: i for i, name in enumerate(columns)}
    rows = [([0] + [index[f] for f in features], right) for features, right in samples]
    w = [0.0] * len(columns)
    for _ in range(30):
        gradient = [0.0 if i == 0 else -PENALTY * w[i] for i in range(len(w))]
        hessian = [[(1e-9 if i == 0 else PENALTY) if i == j else 0.0 for j in range(len(w))] for i in range(len(w))]
        for active, right in rows:
            p = 1 / (1 + math.exp(-sum(w[i] for i in active)))
            for i in active:
                gradient[i] += right - p
                for j in active:
                    hessian[i][j] += p * (1 - p)
        step = solve(hessian, gradient)
        w = [a + b for a, b in zip(w, step)]
        if max(abs(s) for s in step) < 1e-9:
            break
    return dict(zip(columns, w))


def table(pairs):
    """Rows (from, to, number, mean confidence, share right) and the calibration error."""
    rows, error = [], 0.0
    for low, high in BINS:
        inside = [(p, right) for p, right in pairs if low <= p < high]
        if not inside:
            continue
        mean = sum(p for p, _ in inside) / len(inside)
        share = sum(right for _, right in inside) / len(inside)
        rows.append((low, min(high, 1.0), len(inside), mean, share))
        error += abs(mean - share) * len(inside) / len(pairs)
    return rows, error


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('extract')
    parser.add_argument('folder')
    parser.add_argument('--registry', default=os.path.join(os.path.dirname(__file__), '..', '..', 'data'))
    parser.add_argument('--write')
    parser.add_argument('--max-error', type=float, default=1)
    a = parser.parse_args()
    names = score.Names(a.registry)
    texts, given = [], []
    for _, gold, found in findings.read(a.extract, a.folder):
        facts = list(findings.judged(gold, found, names))
        texts.append([(f['features'], right) for f, right in facts])
        given += [(f['confidence'], right) for f, right in facts]
    samples = [s for text in texts for s in text]
    if a.write:
        with open(a.write, 'w', encoding='utf-8') as out:
            out.write('# What each feature of a claim adds to the logarithm of the odds that it is right (loaders/confidence.hpp).\n'
                      '# Fitted by tests/corpus/calibrate.py to %d facts of %d texts that no rule was written from.\n'
                      % (len(samples), len(texts)))
            for name, weight in fit(samples).items():
                out.write('%s %.2f\n' % (name, weight))
        return 0
    pairs = []
    for fold in range(10):
        weights = fit([s for i, text in enumerate(texts) if i % 10 != fold for s in text])
        pairs += [(probability(weights, features), right)
                  for i, text in enumerate(texts) if i % 10 == fold for features, right in text]
    rows, error = table(pairs)
    print('%d facts of %d texts, each with the confidence of weights fitted to the other texts:' % (len(pairs), len(texts)))
    print('| confidence | facts | mean | right |\n|---|---|---|---|')
    for row in rows:
        print('| %.2f to %.2f | %d | %.2f | %.2f |' % row)
    print('calibration error %.3f; of the weights in use, on all texts, %.3f' % (error, table(given)[1]))
    return 0 if max(error, table(given)[1]) <= a.max_error else 1


if __name__ == '__main__':
    sys.exit(main())
