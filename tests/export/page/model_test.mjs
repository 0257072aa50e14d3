// The page's own sources, without a browser: dates, statuses, search, addresses.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromAddress, toAddress } from '../../../export/page/src/address.js';
import { dayText, moved, parseDay } from '../../../export/page/src/dates.js';
import { Model } from '../../../export/page/src/model.js';

const node = (id, name, kind, more = {}) => ({ id, name, kind, ...more });
const edge = (id, subject, object, relation, changes) => ({ id, subject, object, relation, changes, evidence: [] });

const model = () =>
  new Model({
    title: 'Test',
    on: parseDay('2008-05-01'),
    known: parseDay('2022-01-29'),
    sources: [],
    nodes: [
      node('uzbekistan', 'Uzbekistan', 'state', { names: ['Oʻzbekiston'] }),
      node('cote', "Côte d'Ivoire", 'state'),
      node('csto', 'CSTO', 'organisation', { names: ['Collective Security Treaty Organisation'] }),
      node('oau', 'OAU', 'organisation', { gone: parseDay('2002-07-08') }),
    ],
    edges: [
      edge('a', 0, 2, 'member_of', [
        [null, 'no'],
        [parseDay('2006-01-01'), 'possible'],
        [parseDay('2006-12-31'), 'certain'],
        [parseDay('2012'), 'possible'],
        [parseDay('2013'), 'no'],
      ]),
      edge('b', 1, 2, 'signed', [[null, 'no'], [parseDay('1994'), 'presumed']]),
      edge('c', 1, 3, 'member_of', [[null, 'no'], [parseDay('1963'), 'presumed']]),
    ],
  });
const all = { possible: true, hiddenRelations: new Set(), hiddenKinds: new Set() };

test('days are read and written in any era', () => {
  for (const text of ['2008-05-01', '0001-01-01', '-0431-03-15', '1970-01-01']) assert.equal(dayText(parseDay(text)), text);
  assert.equal(dayText(parseDay('2008')), '2008-01-01');
  assert.equal(parseDay('1970-01-01'), 0);
  for (const text of ['', '2008-13', '2007-02-29', 'soon']) assert.equal(parseDay(text), undefined);
});

test('steps of months and years stay within the month', () => {
  assert.equal(dayText(moved(parseDay('2008-01-31'), 1, 'month')), '2008-02-29');
  assert.equal(dayText(moved(parseDay('2008-02-29'), -1, 'year')), '2007-02-28');
  assert.equal(dayText(moved(parseDay('0001-01-01'), -1, 'year')), '0000-01-01');
  assert.equal(moved(5, -7, 'day'), -2);
});

test('a status holds from its day on', () => {
  const { edges } = model();
  const on = (text) => model().statusOn(edges[0], parseDay(text));
  assert.deepEqual(
    ['2005-12-31', '2006-01-01', '2006-12-31', '2011-12-31', '2012-01-01', '2013-01-01'].map(on),
    ['no', 'possible', 'certain', 'certain', 'possible', 'no'],
  );
});

test('filters hide relations, kinds and what is only possible; nothing outlives its body', () => {
  const graph = model();
  const [member, signed, gone] = graph.edges;
  const day = parseDay('2006-03-01');
  assert.equal(graph.shown(member, day, all), 'possible');
  assert.equal(graph.shown(member, day, { ...all, possible: false }), 'no');
  assert.equal(graph.shown(signed, day, all), 'presumed');
  assert.equal(graph.shown(signed, day, { ...all, hiddenRelations: graph.hiddenAtFirst }), 'no');
  assert.equal(graph.shown(signed, day, { ...all, hiddenKinds: new Set(['state']) }), 'no');
  assert.equal(graph.shown(gone, parseDay('2002-07-08'), all), 'presumed');
  assert.equal(graph.shown(gone, parseDay('2002-07-09'), all), 'no');
});

test('search knows aliases and no accents, and puts beginnings first', () => {
  const found = (text) => model().search(text, 5).map((each) => each.id);
  assert.deepEqual(found('cote'), ['cote']);
  assert.deepEqual(found('Collective'), ['csto']);
  assert.deepEqual(found('security'), ['csto']);
  assert.deepEqual(found('o'), ['uzbekistan', 'oau', 'csto', 'cote'].filter((id) => found('o').includes(id)));
  assert.deepEqual(found('  '), []);
});

test('an address brings the state back', () => {
  const graph = model();
  const state = {
    day: parseDay('1999-04-20'),
    selection: { node: graph.nodeById.get('csto') },
    filter: { possible: false, hiddenRelations: new Set(['member_of']), hiddenKinds: new Set(['state']) },
  };
  assert.deepEqual(fromAddress(toAddress(state, graph), graph), state);
  const tie = { ...state, selection: { edge: graph.edgeById.get('a') } };
  assert.deepEqual(fromAddress(toAddress(tie, graph), graph), tie);
});

test('an address that says nothing, or nonsense, is the page as it opens', () => {
  const graph = model();
  const first = fromAddress('', graph);
  assert.equal(first.day, parseDay('2008-05-01'));
  assert.equal(first.selection, null);
  assert.deepEqual([...first.filter.hiddenRelations], ['signed']);
  assert.deepEqual(fromAddress('#on=never&select=nobody&%E0%A4%A=1', graph), first);
});
