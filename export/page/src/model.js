// The graph as the page asks it: what holds on a day, who is near whom, who is called what. No drawing here.

/** Relations that say the same membership again: hidden until asked for. */
const HIDDEN_AT_FIRST = new Set(['signed', 'ratified']);

export function fold(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

export class Model {
  constructor(data) {
    this.title = data.title;
    this.sources = data.sources;
    this.nodes = data.nodes.map((node, place) => ({ names: [], ids: [], ...node, place, edges: [] }));
    this.edges = data.edges.map((edge, place) => ({ disputes: [], notes: [], ...edge, place }));
    for (const edge of this.edges) {
      this.nodes[edge.subject].edges.push(edge);
      if (edge.object !== edge.subject) this.nodes[edge.object].edges.push(edge);
    }
    this.nodeById = new Map(this.nodes.map((node) => [node.id, node]));
    this.edgeById = new Map(this.edges.map((edge) => [edge.id, edge]));
    this.relations = counted(this.edges.map((edge) => edge.relation));
    this.kinds = counted(this.nodes.map((node) => node.kind));
    this.hiddenAtFirst = new Set(this.relations.map(([name]) => name).filter((name) => HIDDEN_AT_FIRST.has(name)));
    if (this.hiddenAtFirst.size === this.relations.length) this.hiddenAtFirst.clear();
    this.bodies = new Set(this.edges.map((edge) => edge.object));
    const days = this.edges.flatMap((edge) => edge.changes.map(([from]) => from)).filter((from) => from !== null);
    [this.first, this.last] = span(days, data.known);
    this.core = core(days, this.first, this.last);
    this.on = Math.min(Math.max(data.on ?? this.last, this.first), this.last);
    this.index = this.nodes.map((node) => [node.name, node.short ?? '', ...node.names].map(fold));
  }

  name(place) {
    return this.nodes[place].name;
  }

  /** `certain`, `presumed`, `possible` or `no`. */
  statusOn(edge, day) {
    let status = 'no';
    for (const [from, value] of edge.changes) {
      if (from !== null && from > day) break;
      status = value;
    }
    return status;
  }

  /** Whether the filters let a tie through, at whatever time. */
  admits(edge, filter) {
    return (
      !filter.hiddenRelations.has(edge.relation) &&
      !filter.hiddenKinds.has(this.nodes[edge.subject].kind) &&
      !filter.hiddenKinds.has(this.nodes[edge.object].kind)
    );
  }

  /** Status on the day, `no` too where a filter hides the tie, or one of its ends was gone: a successor stays one for ever. */
  shown(edge, day, filter) {
    if (!this.admits(edge, filter)) return 'no';
    if (this.nodes[edge.subject].gone < day || this.nodes[edge.object].gone < day) return 'no';
    const status = this.statusOn(edge, day);
    return status === 'possible' && !filter.possible ? 'no' : status;
  }

  /** At most `limit` nodes: whose name begins with the text, then of which a word does, then that contain it. */
  search(text, limit) {
    const wanted = fold(text.trim());
    if (!wanted) return [];
    const found = [];
    this.index.forEach((names, place) => {
      let rank = 3;
      for (const name of names) {
        if (name.startsWith(wanted)) rank = Math.min(rank, name === wanted ? 0 : 1);
        else if (name.includes(' ' + wanted)) rank = Math.min(rank, 1.5);
        else if (name.includes(wanted)) rank = Math.min(rank, 2);
      }
      if (rank < 3) found.push([rank, -this.nodes[place].edges.length, place]);
    });
    found.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
    return found.slice(0, limit).map(([, , place]) => this.nodes[place]);
  }
}

/** Pairs of value and count, the most frequent first. */
function counted(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** From the first to the last day on which anything changes, with a year before it. */
function span(days, known) {
  let first = known ?? Infinity;
  let last = known ?? -Infinity;
  for (const day of days) {
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  return first > last ? [0, 0] : [first - 366, last];
}

/** Where nearly all happens, if that is a small part of the whole: one ancient league must not take the slider's length. */
function core(days, first, last) {
  const sorted = [...days].sort((a, b) => a - b);
  const early = (sorted[Math.floor(sorted.length * 0.02)] ?? first) - 366;
  return last - early < (last - first) / 2 ? [early, last] : [first, last];
}
