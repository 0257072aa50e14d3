// What is known of the chosen entity or tie, in words: the way to the evidence, and the page for who cannot see pictures.

import { dayText } from './dates.js';

const MOST_TIES = 300;
const STATUSES = { certain: 'certain', presumed: 'presumed', possible: 'possible', no: 'not on this day' };
const ENDINGS = {
  unknown: 'it ended, no source says when',
  ongoing: 'no end so far',
  not_stated: 'no source speaks of an end',
};

export class Details {
  /** `on` is told what is chosen here: node(node), edge(edge). */
  constructor(container, model, on) {
    this.container = container;
    this.model = model;
    this.on = on;
  }

  show(state) {
    const { node, edge } = state.selection ?? {};
    const parts = edge ? this.edge(edge, state) : node ? this.node(node, state) : this.overview(state);
    this.container.replaceChildren(...parts.filter(Boolean));
  }

  overview(state) {
    const ties = this.model.edges.filter((tie) => this.model.shown(tie, state.day, state.filter) !== 'no');
    return [
      make('h2', `On ${dayText(state.day)}`),
      this.counts(ties, state),
      this.tieList(ties, state, null),
    ];
  }

  node(node, state) {
    const shown = (tie) => this.model.shown(tie, state.day, state.filter) !== 'no';
    const ties = node.edges.filter((tie) => this.model.admits(tie, state.filter));
    const rest = ties.filter((tie) => !shown(tie));
    const facts = [
      ['Kind', node.kind],
      ['Also called', node.names.join(' · ')],
      ['Founded', node.founded],
      ['Dissolved', node.dissolved],
      ['Codes', node.ids.join(' · ')],
    ];
    const now = ties.filter(shown);
    return [
      make('h2', node.name),
      factList(facts),
      make('h3', `On ${dayText(state.day)}`),
      this.counts(now, state),
      this.tieList(now, state, node),
      rest.length ? make('h3', 'At other times') : null,
      rest.length ? this.tieList(rest, state, node) : null,
    ];
  }

  edge(edge, state) {
    const { model } = this;
    const status = model.statusOn(edge, state.day);
    const title = make('h2');
    title.append(this.link(model.nodes[edge.subject]), `, ${edge.as} of `, this.link(model.nodes[edge.object]));
    const facts = [
      ['From', edge.start || 'unknown'],
      ['To', edge.ending === 'dated' ? edge.end : ENDINGS[edge.ending]],
      [`On ${dayText(state.day)}`, STATUSES[status]],
      ...edge.disputes.map((dispute) => [`Sources differ on the ${dispute.of}`, dispute.dates.join(' or ')]),
    ];
    const evidence = make('ol');
    evidence.className = 'evidence';
    for (const proof of edge.evidence) evidence.append(this.proof(proof));
    return [
      title,
      factList(facts),
      ...edge.notes.map((note) => make('p', note, 'note')),
      make('h3', edge.evidence.length === 1 ? 'Evidence: one claim' : `Evidence: ${edge.evidence.length} claims`),
      evidence,
    ];
  }

  proof(proof) {
    const { model } = this;
    const source = model.sources[proof.source];
    const item = make('li');
    const said = [proof.subject, proof.event, proof.object, proof.date].filter(Boolean).join(' · ');
    item.append(make('p', proof.certainty ? `${said} (${proof.certainty})` : said, 'claim'));
    if (proof.text) item.append(make('blockquote', proof.text));
    const origin = make('p', '', 'origin');
    const title = source.title || source.id;
    if (/^https?:\/\//i.test(source.url ?? '')) {
      const link = make('a', title);
      link.href = source.url;
      link.rel = 'noreferrer noopener';
      link.target = '_blank';
      origin.append(link);
    } else {
      origin.append(title);
    }
    if (source.published) origin.append(`, ${source.published}`);
    if (proof.row) origin.append(`, row ${proof.row}`);
    item.append(origin);
    return item;
  }

  counts(ties, state) {
    const counts = { certain: 0, presumed: 0, possible: 0 };
    for (const tie of ties) counts[this.model.statusOn(tie, state.day)] += 1;
    const words = Object.entries(counts).filter(([, count]) => count).map(([status, count]) => `${count} ${status}`);
    return make('p', words.length ? words.join(', ') + '.' : 'Nothing that the filters let through.', 'counts');
  }

  tieList(ties, state, centre) {
    const list = make('ul');
    list.className = 'ties';
    const sorted = ties
      .map((tie) => [this.tieLabel(tie, centre), tie])
      .sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x.place - y.place));
    for (const [label, tie] of sorted.slice(0, MOST_TIES)) {
      const button = make('button', label);
      button.type = 'button';
      const status = this.model.statusOn(tie, state.day);
      button.className = status === 'no' ? '' : status;
      button.append(make('small', ` ${tie.label}${status === 'possible' ? ', possible' : ''}${tie.disputes.length ? ', disputed' : ''}`));
      button.addEventListener('click', () => this.on.edge(tie));
      const item = make('li');
      item.append(button);
      list.append(item);
    }
    if (sorted.length > MOST_TIES) list.append(make('li', `… and ${sorted.length - MOST_TIES} more: search, or choose a node.`));
    return list;
  }

  tieLabel(tie, centre) {
    const subject = this.model.name(tie.subject);
    const object = this.model.name(tie.object);
    if (centre === null) return `${subject} – ${object}${tie.as === 'member' ? '' : ` (${tie.as})`}`;
    const other = tie.subject === centre.place ? object : subject;
    return tie.as === 'member' ? other : `${other} (${tie.as})`;
  }

  link(node) {
    const button = make('button', node.name, 'link');
    button.type = 'button';
    button.addEventListener('click', () => this.on.node(node));
    return button;
  }
}

/** An element with a text, never with markup. */
function make(tag, text = '', className = '') {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className) element.className = className;
  return element;
}

function factList(facts) {
  const list = make('dl');
  for (const [term, value] of facts) {
    if (value) list.append(make('dt', term), make('dd', value));
  }
  return list;
}
