// The state of the page in its address, so that a link brings another reader to the same view.

import { dayText, parseDay } from './dates.js';

/** `on=2008-05-01&select=csto&certain&hide=signed,ratified` */
export function toAddress(state, model) {
  const parts = [`on=${dayText(state.day)}`];
  if (state.selection) parts.push(`${state.selection.edge ? 'edge' : 'select'}=${encodeURIComponent(selectedId(state))}`);
  if (!state.filter.possible) parts.push('certain');
  const relations = [...state.filter.hiddenRelations].sort();
  if (relations.join() !== [...model.hiddenAtFirst].sort().join()) parts.push(`hide=${list(relations)}`);
  if (state.filter.hiddenKinds.size) parts.push(`without=${list([...state.filter.hiddenKinds].sort())}`);
  return '#' + parts.join('&');
}

/** What an address says; what it does not say, or says wrongly, is as at first. */
export function fromAddress(address, model) {
  const said = new Map(
    address
      .replace(/^#/, '')
      .split('&')
      .filter(Boolean)
      .map((part) => {
        const at = part.indexOf('=');
        return at < 0 ? [part, ''] : [part.slice(0, at), decoded(part.slice(at + 1))];
      }),
  );
  const day = parseDay(said.get('on') ?? '') ?? model.on;
  const node = model.nodeById.get(said.get('select'));
  const edge = model.edgeById.get(said.get('edge'));
  const names = (key) => (said.get(key) ?? '').split(',').filter(Boolean);
  return {
    day: Math.min(Math.max(day, model.first), model.last),
    selection: edge ? { edge } : node ? { node } : null,
    filter: {
      possible: !said.has('certain'),
      hiddenRelations: new Set(said.has('hide') ? names('hide') : model.hiddenAtFirst),
      hiddenKinds: new Set(names('without')),
    },
  };
}

function selectedId(state) {
  return (state.selection.edge ?? state.selection.node).id;
}

function list(names) {
  return names.map(encodeURIComponent).join(',');
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
