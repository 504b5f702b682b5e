// Choosing an emoji: those that mean something to the app first, then by search.

import {h} from './dom.js';
import {emoji, search} from './emoji.js';
import {closeOverlay, showOverlay, step} from './overlay.js';
import {store} from './store.js';

const ROW = 8;
const MOST = 160;
const COMMON = ['+1', 'eyes', 'white_check_mark', 'tada', 'pray', 'heart', 'raised_hands', 'wave', 'thinking_face', 'rocket', 'fire', 'joy', 'cry', '-1', 'x', 'warning'];

/** Opens the picker beside a button; chosen gets the name. */
export function pick(anchor, chosen) {
  const list = h('div', {class: 'emoji-list'});
  const field = h('input', {type: 'search', placeholder: 'Search emoji', 'aria-label': 'Search emoji', autocomplete: 'off', spellcheck: 'false'});
  const take = (name) => {
    closeOverlay();
    chosen(name);
  };
  const fill = () => list.replaceChildren(...groups(field.value.trim(), take));
  field.addEventListener('input', fill);
  const node = h('div', {class: 'picker', role: 'dialog', 'aria-label': 'Pick an emoji'}, field, list);
  node.addEventListener('keydown', (event) => keys(event, field, list));
  fill();
  if (showOverlay(anchor, node)) {
    field.focus();
  }
}

function groups(letters, take) {
  const {favourites} = store.state;
  if (letters) {
    const found = search(letters, MOST);
    return found.length > 0 ? [grid('Found', found, take)] : [h('p', {}, 'No emoji has that name.')];
  }
  const marks = favourites.map((one) => one.name);
  const means = new Map(favourites.map((one) => [one.name, one.means]));
  return [
    marks.length > 0 && grid('For the timeline', marks, take, means),
    grid('Often used', COMMON.filter((name) => emoji(name)), take),
    grid('All', search('', MOST), take),
  ].filter(Boolean);
}

function grid(title, list, take, means = new Map()) {
  const buttons = list.map((name) => {
    const label = means.has(name) ? `:${name}: files it under ${means.get(name)}` : `:${name}:`;
    return h('button', {type: 'button', 'aria-label': label, title: label, 'data-emoji': name, onClick: () => take(name)}, emoji(name) ?? `:${name}:`);
  });
  return h('section', {'aria-label': title}, h('h3', {}, title), h('div', {class: 'emoji-grid'}, buttons));
}

function keys(event, field, list) {
  const buttons = [...list.querySelectorAll('button')];
  if (event.target === field) {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      buttons[0]?.focus();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      buttons[0]?.click();
    }
    return;
  }
  if (event.key === 'ArrowUp' && buttons.indexOf(document.activeElement) < ROW) {
    event.preventDefault();
    field.focus();
  } else {
    step(event, buttons, ROW);
  }
}
