// The timeline, drawn by vis-timeline: a row a member (or body), a bar for each stretch of days with one answer.

import { DataSet, moment, Timeline as VisTimeline } from 'vis-timeline/standalone';
import { dayText, fromDate, toDate } from './dates.js';

/** More rows than anybody reads at once; the page says how many are left out. */
export const MOST_ROWS = 150;

export class Timeline {
  /** `on` is told of clicks and drags: edge(edge), day(day). */
  constructor(container, model, on) {
    this.model = model;
    this.key = null;
    this.counts = { shown: 0, all: 0 };
    this.groups = new DataSet();
    this.items = new DataSet();
    this.vis = new VisTimeline(container, this.items, this.groups, {
      stack: false,
      orientation: 'top',
      groupOrder: 'order',
      showCurrentTime: false,
      selectable: true,
      editable: false,
      moment: (date) => moment(date).utc(),
      height: '100%',
      verticalScroll: true,
      horizontalScroll: false,
      zoomKey: 'ctrlKey',
      margin: { item: { vertical: 2, horizontal: 0 }, axis: 2 },
      min: toDate(model.first - 3660),
      max: toDate(model.last + 3660),
      xss: { disabled: false },
    });
    this.vis.addCustomTime(toDate(model.on), 'day');
    this.vis.on('timechange', ({ time }) => on.day(fromDate(time)));
    this.vis.on('click', (event) => {
      if (event.item) on.edge(model.edgeById.get(this.items.get(event.item).edge));
      else if ((event.what === 'axis' || event.what === 'background') && event.time) on.day(fromDate(event.time));
    });
  }

  /** Returns how many ties are shown and how many there are. */
  show(state) {
    const { filter } = state;
    const centre = state.selection?.node ?? (state.selection?.edge && this.model.nodes[state.selection.edge.object]);
    const key = [centre?.id, filter.possible, ...filter.hiddenRelations, '/', ...filter.hiddenKinds].join('\n');
    if (key !== this.key) {
      this.key = key;
      const rows = rowsOf(this.model, tiesOf(this.model, state), state);
      const shown = rows.slice(0, MOST_ROWS);
      this.counts = { shown: shown.length, all: rows.length };
      this.groups.clear();
      this.items.clear();
      this.groups.add(shown.map((row, order) => ({ id: row.key, order, content: textOf(row.label) })));
      this.items.add(shown.flatMap((row) => row.ties.flatMap((tie) => bars(this.model, tie, row.key, state.filter))));
      this.fit();
    }
    this.vis.setCustomTime(toDate(state.day), 'day');
    const selected = state.selection?.edge;
    this.vis.setSelection(selected ? this.items.get({ filter: (item) => item.edge === selected.id }).map((i) => i.id) : []);
    return this.counts;
  }

  /** The window to what is shown. */
  fit() {
    const starts = this.items.map((item) => item.start.getTime());
    if (!starts.length) return;
    const first = Math.min(...starts);
    const last = Math.max(...this.items.map((item) => item.end.getTime()));
    const room = (last - first) * 0.03;
    this.vis.setWindow(new Date(first - room), new Date(last + room), { animation: false });
  }
}

/** Of the chosen node or of both ends of the chosen tie; with nothing chosen, all. */
function tiesOf(model, { selection, filter }) {
  const ties = selection?.node
    ? selection.node.edges
    : selection?.edge
      ? model.nodes[selection.edge.object].edges
      : model.edges;
  return ties.filter((tie) => model.admits(tie, filter));
}

function firstDay(model, tie) {
  const change = tie.changes.find(([, status]) => status !== 'no');
  return change?.[0] ?? model.first;
}

function rowsOf(model, ties, { selection }) {
  const centre = selection?.node?.place ?? selection?.edge?.object;
  const rows = new Map();
  for (const tie of ties) {
    const other = tie.subject === centre ? tie.object : tie.subject;
    const key = centre === undefined ? `${tie.object} ${tie.subject}` : String(other);
    if (!rows.has(key)) {
      const label = centre === undefined ? `${model.name(tie.subject)} – ${short(model, tie.object)}` : model.name(other);
      rows.set(key, { key, label, ties: [], first: Infinity, body: centre === undefined ? tie.object : 0 });
    }
    const row = rows.get(key);
    row.ties.push(tie);
    row.first = Math.min(row.first, firstDay(model, tie));
  }
  const size = (row) => model.nodes[row.body].edges.length;
  return [...rows.values()].sort(
    (a, b) => size(b) - size(a) || a.body - b.body || a.first - b.first || (a.label < b.label ? -1 : 1),
  );
}

function short(model, place) {
  return model.nodes[place].short ?? model.name(place);
}

function bars(model, tie, group, filter) {
  return tie.changes.flatMap(([from, status], number) => {
    if (status === 'no' || (status === 'possible' && !filter.possible)) return [];
    const next = tie.changes[number + 1];
    const start = Math.max(from ?? model.first - 3660, model.first - 3660);
    const end = Math.min(next ? next[0] : model.last + 366, model.last + 366);
    if (start >= end) return [];
    return [
      {
        id: `${tie.id} ${number}`,
        edge: tie.id,
        group,
        start: toDate(start),
        end: toDate(end),
        type: 'range',
        content: '',
        title: textOf(`${model.name(tie.subject)}, ${tie.as} of ${model.name(tie.object)}, ${tie.label}: ${status} ` +
          `${from === null ? '' : `from ${dayText(from)} `}${next ? `to ${dayText(next[0] - 1)}` : ''}`.trim()),
        className: [status, tie.relation, tie.disputes.length ? 'disputed' : ''].filter(Boolean).join(' '),
      },
    ];
  });
}

/** vis takes texts for HTML; an element with the text in it cannot be taken for anything else. */
function textOf(text) {
  const element = document.createElement('span');
  element.textContent = text;
  return element;
}
