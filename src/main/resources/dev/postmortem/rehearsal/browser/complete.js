// Completion while somebody writes: commands, people, channels, emoji.

import {h} from './dom.js';
import {emoji, search} from './emoji.js';
import {store} from './store.js';

const MOST = 8;
let count = 0;

/** Offers completions for a text field, in a list above it. */
export class Completion {
  #items = [];
  #at = 0;

  constructor(field) {
    count += 1;
    this.field = field;
    this.list = h('ul', {class: 'complete', role: 'listbox', id: `complete-${count}`, 'aria-label': 'Suggestions', tabindex: '0', hidden: true});
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-controls', this.list.id);
    field.addEventListener('input', () => this.#look());
    field.addEventListener('blur', () => setTimeout(() => this.close(), 150));
  }

  get isOpen() {
    return !this.list.hidden;
  }

  close() {
    this.list.hidden = true;
    this.#items = [];
    this.field.removeAttribute('aria-activedescendant');
  }

  /** Whether the key was for the list. */
  key(event) {
    if (!this.isOpen || event.isComposing) {
      return false;
    }
    const work = {
      ArrowDown: () => this.#to(this.#at + 1),
      ArrowUp: () => this.#to(this.#at - 1),
      Tab: () => this.#take(this.#at),
      Enter: () => this.#take(this.#at),
      Escape: () => this.close(),
    }[event.key];
    if (!work || (event.key === 'Enter' && this.#items[this.#at].whole)) {
      return false;
    }
    event.preventDefault();
    event.stopPropagation();
    work();
    return true;
  }

  #look() {
    const end = this.field.selectionStart;
    const before = this.field.value.slice(0, end);
    this.#items = commands(before) ?? words(before) ?? [];
    if (this.#items.length === 0) {
      this.close();
      return;
    }
    this.list.replaceChildren(...this.#items.map((item, index) => h(
      'li',
      {role: 'option', id: `${this.list.id}-${index}`, 'aria-selected': 'false', onPointerdown: (event) => {
        event.preventDefault();
        this.#take(index);
      }},
      item.sign && h('span', {class: 'sign', 'aria-hidden': 'true'}, item.sign),
      h('strong', {}, item.label), item.hint && h('code', {}, item.hint), item.note && h('span', {class: 'muted'}, item.note))));
    this.list.hidden = false;
    this.#to(0);
  }

  #to(index) {
    this.#at = (index + this.#items.length) % this.#items.length;
    [...this.list.children].forEach((item, at) => item.setAttribute('aria-selected', String(at === this.#at)));
    const current = this.list.children[this.#at];
    current.scrollIntoView({block: 'nearest'});
    this.field.setAttribute('aria-activedescendant', current.id);
  }

  #take(index) {
    const {from, text} = this.#items[index];
    const end = this.field.selectionStart;
    this.field.setRangeText(text, from, end, 'end');
    this.close();
    this.field.dispatchEvent(new Event('input', {bubbles: true}));
  }
}

/** A slash at the very beginning; once the command is whole, only what may follow is shown. */
function commands(before) {
  if (!before.startsWith('/') || before.includes('\n')) {
    return null;
  }
  const typed = before.toLowerCase();
  const all = store.state.commands;
  const begun = all.filter((one) => one.name.startsWith(typed) && one.name !== typed);
  if (begun.length > 0) {
    return begun.slice(0, 40).map((one) => ({from: 0, text: `${one.name} `, label: one.name, hint: one.hint, note: one.description}));
  }
  const whole = all.filter((one) => `${typed} `.startsWith(`${one.name} `)).sort((one, other) => other.name.length - one.name.length)[0];
  return whole ? [{from: 0, text: before, whole: true, label: whole.name, hint: whole.hint, note: whole.description}] : [];
}

function words(before) {
  const match = /(?<![\p{L}\p{N}_])([@#:])([\p{L}\p{N}_+.-]*)$/u.exec(before);
  if (!match) {
    return null;
  }
  const [, sign, letters] = match;
  const from = match.index;
  const wanted = letters.toLowerCase();
  if (sign === ':') {
    return letters.length < 2 ? [] : search(letters, MOST).map((name) => ({from, text: `:${name}: `, label: `:${name}:`, sign: emoji(name)}));
  }
  if (sign === '#') {
    return store.state.channels.filter((one) => one.kind !== 'dm' && one.name.includes(wanted)).slice(0, MOST)
      .map((one) => ({from, text: `#${one.name} `, label: `#${one.name}`}));
  }
  const bot = {name: store.state.bot.name, realName: store.state.bot.name, title: 'the app'};
  return [...store.state.people, bot].filter((one) => !one.deleted && `${one.name} ${one.realName}`.toLowerCase().includes(wanted)).slice(0, MOST)
    .map((one) => ({from, text: `@${one.name} `, label: `@${one.name}`, note: [one.realName, one.title].filter(Boolean).join(', ')}));
}
