// The page: one state, and every part drawn from it.

import { fromAddress, toAddress } from './address.js';
import { dayText, moved, parseDay } from './dates.js';
import { Details } from './details.js';
import { Model } from './model.js';
import { Network } from './network.js';
import { searchField } from './search.js';
import { Timeline } from './timeline.js';

const PLAY_MS = 120;

const at = (id) => document.getElementById(id);

function start() {
  const model = new Model(JSON.parse(at('data').textContent));
  let state = fromAddress(location.hash, model);
  let playing = 0;

  document.title = model.title;
  at('title').textContent = model.title;

  const choose = (selection) => change({ selection });
  const on = {
    node: (node) => choose({ node }),
    edge: (edge) => choose({ edge }),
    nothing: () => choose(null),
    day: (day) => change({ day }),
  };
  const details = new Details(at('details'), model, on);
  const timeline = new Timeline(at('timeline'), model, on);
  const network = networkOf(model, on);

  function change(part) {
    state = { ...state, ...part };
    state.day = Math.min(Math.max(state.day, model.first), model.last);
    draw();
    if (part.selection?.node) network?.reveal(part.selection.node);
    // Without a reader's click there is nothing to go back to.
    history.replaceState(null, '', toAddress(state, model));
  }

  function draw() {
    network?.show(state);
    const rows = timeline.show(state);
    details.show(state);
    at('rows').textContent = rows.shown < rows.all ? `${rows.shown} of ${rows.all} rows: choose a node to see its own` : '';
    const slider = at('slider');
    [slider.min, slider.max] = reach();
    slider.value = state.day;
    slider.setAttribute('aria-valuetext', dayText(state.day));
    if (document.activeElement !== at('day')) at('day').value = dayText(state.day);
    at('possible').checked = state.filter.possible;
    for (const box of document.querySelectorAll('[data-relation]')) {
      box.checked = !state.filter.hiddenRelations.has(box.dataset.relation);
    }
    for (const box of document.querySelectorAll('[data-kind]')) box.checked = !state.filter.hiddenKinds.has(box.dataset.kind);
  }

  /** The days of the slider: where nearly all happens, and the day and the chosen node's own. */
  function reach() {
    let [first, last] = model.core;
    for (const tie of state.selection?.node?.edges ?? []) {
      for (const [from] of tie.changes) first = Math.min(first, from ?? first);
    }
    return [Math.min(first, state.day), Math.max(last, state.day)];
  }

  function play(yes) {
    clearInterval(playing);
    playing = 0;
    if (yes && state.day >= model.last) change({ day: reach()[0] });
    if (yes) {
      playing = setInterval(() => {
        step(1);
        if (state.day >= model.last) play(false);
      }, PLAY_MS);
    }
    at('play').textContent = yes ? 'Pause' : 'Play';
    at('play').setAttribute('aria-pressed', String(yes));
  }

  const step = (count) => change({ day: moved(state.day, count, at('unit').value) });

  const slider = at('slider');
  slider.addEventListener('input', () => change({ day: Number(slider.value) }));
  slider.addEventListener('keydown', (event) => {
    const count = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 }[event.key];
    if (!count) return;
    event.preventDefault();
    step(count);
  });
  at('day').addEventListener('change', (event) => {
    const day = parseDay(event.target.value);
    event.target.setAttribute('aria-invalid', String(day === undefined));
    if (day !== undefined) change({ day });
  });
  at('play').addEventListener('click', () => play(!playing));
  at('possible').addEventListener('change', (event) => filter({ possible: event.target.checked }));
  at('nearer').addEventListener('click', () => network?.zoom(0.7));
  at('farther').addEventListener('click', () => network?.zoom(1.4));
  at('whole').addEventListener('click', () => network?.whole());
  at('overview').addEventListener('click', () => choose(null));
  searchField(at('search'), at('found'), model, (node) => choose({ node }));
  checkboxes(at('relations'), model.relations, 'relation', 'hiddenRelations');
  checkboxes(at('kinds'), model.kinds, 'kind', 'hiddenKinds');
  addEventListener('hashchange', () => change(fromAddress(location.hash, model)));
  addEventListener('keydown', (event) => {
    if (event.target.closest('input, select, textarea') || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '/') at('search').focus();
    else if (event.key === 'Escape') choose(null);
    else if (event.key === ' ' && !event.target.closest('button')) play(!playing);
    else return;
    event.preventDefault();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => network?.recolour());

  function filter(part) {
    change({ filter: { ...state.filter, ...part } });
  }

  function checkboxes(container, counts, what, hidden) {
    for (const [name, count] of counts) {
      const label = document.createElement('label');
      const box = document.createElement('input');
      box.type = 'checkbox';
      box.dataset[what] = name;
      box.addEventListener('change', () => {
        const names = new Set(state.filter[hidden]);
        if (box.checked) names.delete(name);
        else names.add(name);
        filter({ [hidden]: names });
      });
      label.append(box, ` ${name.replaceAll('_', ' ')} `);
      const number = document.createElement('small');
      number.textContent = count;
      label.append(number);
      container.append(label);
    }
  }

  draw();
  // For whoever drives the page by program: what is drawn is final then.
  (network?.settled ?? Promise.resolve()).then(() => {
    document.documentElement.dataset.ready = 'true';
  });
  window.entente = { model, network, timeline, state: () => state };
}

/** Without WebGL the timeline and the lists still serve. */
function networkOf(model, on) {
  const style = getComputedStyle(document.documentElement);
  const colours = (name) => style.getPropertyValue(`--${name}`).trim() || style.getPropertyValue('--unknown').trim();
  try {
    return new Network(at('network'), model, colours, on);
  } catch (error) {
    at('network').textContent = 'This browser draws no network (no WebGL). Timeline and lists work.';
    return null;
  }
}

document.addEventListener('DOMContentLoaded', start);
