// What goes over the wire: requests, answers, how long they took. A tool for working on the app.

import {look} from './api.js';
import {h, place, soon} from './dom.js';
import {seconds} from './names.js';
import {on, store} from './store.js';

const SLOW = 1000;

/** Builds the list in this root. */
export function buildWire(root) {
  const nodes = new Map();
  const filter = h('input', {type: 'search', 'aria-label': 'Only what holds these letters', placeholder: 'Filter, such as chat. or message', onInput: () => show()});
  const which = h('select', {'aria-label': 'Direction', onChange: () => show()},
    h('option', {value: ''}, 'Both directions'), h('option', {value: 'delivery'}, 'Slack → app'), h('option', {value: 'call'}, 'App → Slack'));
  const summary = h('p', {class: 'wire-summary', role: 'status'});
  const list = h('ol', {class: 'wire-list', 'aria-label': 'Exchanges, the newest first'});
  root.replaceChildren(h('div', {class: 'wire-filter'}, filter, which), summary, list);
  const show = soon(() => {
    if (store.panel !== 'wire') {
      return;
    }
    const letters = filter.value.trim().toLowerCase();
    const shown = store.exchanges.filter((one) => (!which.value || one.direction === which.value) && `${one.what} ${one.kind ?? ''} ${one.outcome}`.toLowerCase().includes(letters));
    summary.textContent = sum(shown);
    const items = shown.slice(-200).reverse().map((one) => {
      if (!nodes.has(one.id)) {
        nodes.set(one.id, item(one));
      }
      return nodes.get(one.id);
    });
    place(list, items.length > 0 ? items : [h('li', {class: 'empty'}, 'Nothing yet. Write a message, or type a command.')]);
  });
  on('wire panel', show);
}

function sum(shown) {
  if (shown.length === 0) {
    return '';
  }
  const sorted = shown.map((one) => one.millis).sort((one, other) => one - other);
  const failed = shown.filter((one) => !one.ok).length;
  return `${shown.length} exchanges, median ${sorted[Math.floor(sorted.length / 2)]} ms, slowest ${sorted.at(-1)} ms${failed ? `, ${failed} failed` : ''}`;
}

function item(one) {
  const outward = one.direction === 'delivery';
  const bodies = h('div', {class: 'bodies'});
  const words = outward ? 'Slack tells the app: ' : 'The app asks Slack: ';
  const details = h(
    'details', {'data-exchange': one.id, 'data-direction': one.direction},
    h('summary', {},
      h('span', {class: outward ? 'way out' : 'way in', 'aria-hidden': 'true', title: outward ? 'Slack → app' : 'app → Slack'}, outward ? '→' : '←'),
      h('span', {class: 'heard'}, words), h('code', {}, one.what),
      one.attempt > 0 && h('span', {class: 'badge'}, `retry ${one.attempt}`),
      h('span', {class: one.ok ? 'ok' : 'bad'}, one.ok ? String(one.status) : one.outcome),
      h('span', {class: one.millis > SLOW ? 'millis slow' : 'millis'}, `${one.millis} ms`),
      h('time', {datetime: one.at}, seconds(new Date(one.at)))),
    bodies);
  details.addEventListener('toggle', () => {
    if (details.open && bodies.childElementCount === 0) {
      fill(one, bodies);
    }
  });
  return h('li', {}, details);
}

async function fill(one, bodies) {
  try {
    const {request, answer} = await look(`/wire/${one.id}`);
    bodies.replaceChildren(body('Request', request), body('Answer', answer));
  } catch (problem) {
    bodies.replaceChildren(h('p', {}, problem.message));
  }
}

function body(title, json) {
  const text = typeof json === 'string' ? json || '(empty)' : JSON.stringify(json, null, 2);
  return h('div', {}, h('h3', {}, title), h('pre', {tabindex: '0'}, text));
}
