// One view of the stack: its blocks, what was entered in them, and what is wrong with that.

import {el, newId} from './dom.js';
import {Entries} from './entries.js';
import {find, Shown, spotOf} from './patch.js';
import {PATIENCE, Surface, TROUBLE} from './surface.js';
import {words} from './text.js';

const FIELD = 'input, textarea, select, [contenteditable="true"]';

export class Panel {
  #entries = new Entries();
  #surface = new Surface({}, this.#entries, () => this.view.blocks ?? []);
  #body = el('div', {class: 'bk bk-modal-body'});
  #trouble = el('div', {class: 'bk-trouble', role: 'alert'});
  #shown = new Shown(this.#body, this.#surface);
  #spot = null;
  #busy = false;

  constructor(view, close) {
    this.id = view.id;
    this.titleId = newId('title');
    this.title = el('h2', {id: this.titleId});
    this.#entries.seed(view.blocks, view.state);
    this.submitButton = el('button', {type: 'submit', class: 'bk-button bk-primary'});
    this.closeButton = el('button', {type: 'button', class: 'bk-button', on: {click: () => close(false)}});
    this.root = el(
      'form', {class: 'bk-form', novalidate: true},
      this.#trouble, this.#body,
      el('footer', {class: 'bk-buttons'}, this.closeButton, this.submitButton));
    this.root.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.root.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        this.#submit();
      }
    });
    this.#body.addEventListener('input', (event) => this.#forgive(event.target));
    this.#body.addEventListener('change', (event) => this.#forgive(event.target));
    this.#body.addEventListener('focusin', (event) => {
      this.#spot = spotOf(event.target) ?? this.#spot;
    });
  }

  /** Shows the view as it is now; what was typed stays where the input stays. */
  show(view, context) {
    this.view = view;
    this.context = context;
    this.#surface.context = {...context, container: {kind: 'view', viewId: view.id}};
    this.title.replaceChildren(...words(view.title, context));
    this.closeButton.replaceChildren(...(view.close ? words(view.close, context) : ['Close']));
    this.submitButton.replaceChildren(...(view.submit ? words(view.submit, context) : ['Submit']));
    this.submitButton.hidden = !view.submit;
    this.submitButton.disabled = Boolean(view.submit_disabled);
    this.#shown.show(view.blocks ?? []);
  }

  /** Where the person was, or what the app wants to be looked at first. */
  focus() {
    const wanted = this.#body.querySelector('[data-focus="load"]');
    const before = this.#spot && find(this.#body, this.#spot);
    const first = this.#body.querySelector(`.bk-is-input :is(${FIELD})`);
    (before ?? wanted ?? first ?? this.closeButton).focus();
  }

  async #submit() {
    if (this.#busy || !this.view.submit || this.view.submit_disabled) {
      return;
    }
    this.#wait(true);
    this.#body.querySelectorAll('.bk-error').forEach((error) => this.#forgive(error));
    this.#complain('');
    const late = setTimeout(() => this.#complain(TROUBLE), PATIENCE);
    try {
      const answer = await this.context.act(
        'submits', {viewId: this.id, state: this.#entries.state(this.view.blocks)});
      this.#complain(answer?.refused ?? '');
      this.#blame(answer?.errors ?? {});
    } catch {
      this.#complain(TROUBLE);
    } finally {
      clearTimeout(late);
      this.#wait(false);
    }
  }

  #wait(busy) {
    this.#busy = busy;
    this.root.setAttribute('aria-busy', String(busy));
    this.submitButton.setAttribute('aria-disabled', String(busy));
  }

  #complain(sentence) {
    this.#trouble.replaceChildren(...(sentence ? [sentence] : []));
  }

  /** Puts each complaint under its input, and goes to the first of them. */
  #blame(errors) {
    const homeless = [];
    for (const [blockId, sentence] of Object.entries(errors)) {
      const input = this.#body.querySelector(`[data-block="${CSS.escape(blockId)}"] > .bk-input`);
      if (input) {
        this.#mark(input, sentence);
      } else {
        homeless.push(sentence);
      }
    }
    if (homeless.length > 0) {
      this.#complain(homeless.join(' '));
    }
    this.#body.querySelector(`:is(${FIELD})[aria-invalid]`)?.focus();
  }

  #mark(input, sentence) {
    const id = input.dataset.error;
    input.append(el('p', {class: 'bk-error', id}, sentence));
    for (const field of input.querySelectorAll(FIELD)) {
      field.setAttribute('aria-invalid', 'true');
      const described = field.getAttribute('aria-describedby');
      field.setAttribute('aria-describedby', described ? `${described} ${id}` : id);
    }
  }

  /** Takes a complaint back as soon as the person does something about it. */
  #forgive(within) {
    const input = within.closest('.bk-input');
    input?.querySelector('.bk-error')?.remove();
    for (const field of input?.querySelectorAll('[aria-invalid]') ?? []) {
      field.removeAttribute('aria-invalid');
      const rest = (field.getAttribute('aria-describedby') ?? '').split(' ')
        .filter((id) => id && id !== input.dataset.error);
      if (rest.length > 0) {
        field.setAttribute('aria-describedby', rest.join(' '));
      } else {
        field.removeAttribute('aria-describedby');
      }
    }
  }
}
