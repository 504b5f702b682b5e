// Where messages are written: Enter sends, Shift and Enter begins a new line.

import {Completion} from './complete.js';
import {h, iconButton} from './dom.js';
import {pick} from './picker.js';
import {attempt, channelOf, inOrder, me, on, store, tell} from './store.js';

const LARGEST = 12_000_000;

export class Composer {
  #drafts = new Map();
  #key = '';

  /** In this root; the thread is the ts of the message that is replied to, or empty. */
  constructor(root, id, thread) {
    this.root = root;
    this.thread = thread;
    this.field = h('textarea', {id, rows: '1', spellcheck: 'true', autocomplete: 'off'});
    this.completion = new Completion(this.field);
    this.field.addEventListener('input', () => this.#grow());
    this.field.addEventListener('keydown', (event) => this.#keys(event));
    this.field.addEventListener('paste', (event) => this.#pasted(event));
    this.also = h('input', {type: 'checkbox'});
    this.#build();
    on('open state', () => this.show());
  }

  #build() {
    const file = h('input', {type: 'file', class: 'away', tabindex: '-1', 'aria-hidden': 'true', onChange: () => this.#files(file)});
    const smile = iconButton('☺', 'Insert an emoji', () => pick(smile, (name) => this.insert(`:${name}: `)), {'aria-haspopup': 'dialog'});
    this.send = h('button', {type: 'button', class: 'send', 'aria-label': 'Send', title: 'Send (Enter)', onClick: () => this.#send()}, h('span', {'aria-hidden': 'true'}, '➤'));
    this.box = h('div', {class: 'composer-box'},
      this.field,
      h('div', {class: 'composer-bar'},
        iconButton('+', 'Attach a file', () => file.click()), file, smile,
        iconButton('/', 'Type a command', () => this.#command()),
        this.thread && h('label', {class: 'also'}, this.also, ' also to the channel'),
        h('span', {class: 'grow'}), this.send));
    this.outside = h('div', {class: 'outside', hidden: true});
    this.root.replaceChildren(this.completion.list, this.box, this.outside);
  }

  /** Shows the draft of the place that is open now. */
  show() {
    const room = channelOf(store.channel);
    if (!room) {
      return;
    }
    const key = `${me().id} ${room.id} ${this.thread?.() ?? ''}`;
    if (key !== this.#key) {
      this.#drafts.set(this.#key, this.field.value);
      this.field.value = this.#drafts.get(key) ?? '';
      this.#key = key;
      this.completion.close();
      this.#grow();
    }
    const words = this.thread ? 'Reply in the thread' : room.kind === 'dm' ? `Write to ${room.name}` : `Write to #${room.name}`;
    this.field.placeholder = words;
    this.field.setAttribute('aria-label', `${words}, as ${me().realName}`);
    const inside = room.isMember && !room.isArchived;
    this.box.hidden = !inside;
    this.outside.hidden = inside;
    this.outside.replaceChildren(...(inside ? [] : [
      h('span', {}, room.isArchived ? `#${room.name} is archived.` : `${me().realName} is not in #${room.name}.`),
      !room.isArchived && h('button', {type: 'button', class: 'primary', onClick: () => attempt('joins', {channel: room.id})}, 'Join the channel'),
    ].filter(Boolean)));
  }

  insert(text) {
    this.field.setRangeText(text, this.field.selectionStart, this.field.selectionEnd, 'end');
    this.field.focus();
    this.#grow();
  }

  focus() {
    this.field.focus();
  }

  #command() {
    if (!this.field.value.startsWith('/')) {
      this.field.value = '/';
    }
    this.field.focus();
    this.field.setSelectionRange(this.field.value.length, this.field.value.length);
    this.field.dispatchEvent(new Event('input'));
  }

  #grow() {
    this.field.style.height = 'auto';
    this.field.style.height = `${Math.min(this.field.scrollHeight, 240)}px`;
    this.send.classList.toggle('ready', this.field.value.trim() !== '');
  }

  #keys(event) {
    if (this.completion.key(event)) {
      return;
    }
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#send();
    } else if (event.key === 'ArrowUp' && this.field.value === '') {
      const mine = inOrder(store.channel).filter((one) => one.user === me().id && !one.subtype && !one.is_ephemeral).at(-1);
      if (mine) {
        event.preventDefault();
        tell('edit', {channel: store.channel, ts: mine.ts});
      }
    }
  }

  async #send() {
    const text = this.field.value;
    if (text.trim() === '') {
      this.field.focus();
      return;
    }
    this.completion.close();
    this.field.value = '';
    this.#grow();
    this.field.focus();
    const [verb, args] = this.#deed(text);
    const answer = await attempt(verb, args);
    if (answer.refused && this.field.value === '') {
      this.field.value = text;
      this.#grow();
    }
  }

  #deed(text) {
    const channel = store.channel;
    if (/^\/[a-z]/i.test(text)) {
      return ['types', {channel, text: text.trim()}];
    }
    const thread = this.thread?.();
    return thread
      ? ['replies', {channel, thread, text, broadcast: this.also.checked}]
      : ['says', {channel, text}];
  }

  #pasted(event) {
    const [file] = event.clipboardData?.files ?? [];
    if (file) {
      event.preventDefault();
      this.#upload(file);
    }
  }

  async #files(input) {
    for (const file of input.files) {
      await this.#upload(file);
    }
    input.value = '';
  }

  async #upload(file) {
    if (file.size > LARGEST) {
      tell('trouble', `${file.name} is too large for the rehearsal: no more than 12 MB.`);
      return;
    }
    const base64 = await new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
      reader.readAsDataURL(file);
    });
    const text = this.field.value;
    const thread = this.thread?.() ?? '';
    const answer = await attempt('uploads', {channel: store.channel, name: file.name, mime: file.type, base64, text, thread});
    if (!answer.refused && this.field.value === text) {
      this.field.value = '';
      this.#grow();
    }
  }
}

/** Puts a field in the place of a message's words. */
export function editInPlace(node, one, text) {
  const field = h('textarea', {'aria-label': 'Edit the message', rows: '2'});
  field.value = text;
  const content = node.querySelector('.content');
  const away = () => {
    form.remove();
    content.hidden = false;
    node.focus();
  };
  const save = async () => {
    const answer = await attempt('edits', {channel: node.dataset.channel, ts: one.ts, text: field.value});
    if (!answer.refused) {
      away();
    }
  };
  const form = h('div', {class: 'editing'}, field,
    h('div', {class: 'buttons'},
      h('button', {type: 'button', onClick: away}, 'Cancel'),
      h('button', {type: 'button', class: 'primary', onClick: save}, 'Save')));
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      away();
    } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      save();
    }
  });
  content.hidden = true;
  content.after(form);
  field.focus();
  field.setSelectionRange(text.length, text.length);
}
