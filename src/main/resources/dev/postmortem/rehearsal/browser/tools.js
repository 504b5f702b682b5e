// What can be done with the message under the pointer, or with the one that has the focus.

import {h, iconButton} from './dom.js';
import {menu, sure} from './overlay.js';
import {pick} from './picker.js';
import {attempt, me, message, store, tell} from './store.js';

export class Tools {
  #on = null;

  constructor(root) {
    this.bar = h('div', {class: 'tools', role: 'toolbar', 'aria-label': 'Message actions'});
    root.addEventListener('pointerover', (event) => this.#to(event.target.closest?.('.message')));
    root.addEventListener('focusin', (event) => this.#to(event.target.closest('.message')));
    root.addEventListener('click', (event) => this.#to(event.target.closest('.message')));
    root.addEventListener('pointerleave', () => {
      if (!this.bar.contains(document.activeElement) && !this.#on?.contains(document.activeElement)) {
        this.#to(null);
      }
    });
  }

  /** The message was drawn anew. */
  follow(old, node) {
    if (this.#on === old) {
      const focused = this.bar.contains(document.activeElement) ? document.activeElement : null;
      this.#on = node;
      node.append(this.bar);
      focused?.focus({preventScroll: true});
    }
  }

  #to(node) {
    if (node === this.#on || this.bar.querySelector('[aria-expanded="true"]')) {
      return;
    }
    this.#on = node;
    const one = node && message(node.dataset.channel, node.dataset.ts);
    if (!one || one.subtype === 'tombstone') {
      this.bar.remove();
      return;
    }
    this.bar.replaceChildren(...this.#buttons(node.dataset.channel, one));
    node.append(this.bar);
  }

  #buttons(channel, one) {
    if (one.is_ephemeral) {
      return [iconButton('×', 'Dismiss message', () => attempt('dismisses', {channel, ts: one.ts}))];
    }
    const mine = one.user === me().id;
    const thread = one.thread_ts ?? one.ts;
    const react = iconButton('☺', 'Add a reaction', () => pick(react, (name) => attempt('reacts', {channel, ts: one.ts, name})), {'aria-haspopup': 'dialog'});
    const more = iconButton('⋮', 'More actions', () => menu(more, 'More actions', this.#items(channel, one, mine)), {'aria-haspopup': 'menu'});
    return [react, iconButton('↩', 'Reply in thread', () => tell('thread', thread)), mine && iconButton('✎', 'Edit message', () => tell('edit', {channel, ts: one.ts})), more].filter(Boolean);
  }

  #items(channel, one, mine) {
    const shortcuts = store.state.shortcuts.message.map((shortcut) => [
      shortcut.name,
      () => attempt('shortcut', {callbackId: shortcut.callbackId, channel, ts: one.ts}),
      store.state.bot.name,
    ]);
    const own = [
      ['Edit message', () => tell('edit', {channel, ts: one.ts})],
      ['Delete message…', async () => {
        if (await sure('Delete this message? It cannot be brought back.', 'Delete')) {
          attempt('deletes', {channel, ts: one.ts});
        }
      }],
    ];
    return [...shortcuts, ['Reply in thread', () => tell('thread', one.thread_ts ?? one.ts)], ...(mine ? own : [])];
  }
}
