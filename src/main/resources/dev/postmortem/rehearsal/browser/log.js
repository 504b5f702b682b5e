// A list of messages that keeps itself up to date: the channel's, or a thread's.

import {h, place, soon} from './dom.js';
import {author, day, dayName, instant} from './names.js';
import {mark, messageNode} from './message.js';
import {Tools} from './tools.js';
import {inOrder, isReply, on, store} from './store.js';

/** Messages of one author within so many seconds are shown as one group. */
const TOGETHER = 300;

/** So far from the end counts as being there. */
const NEAR = 60;

export class Log {
  #nodes = new Map();
  #days = new Map();
  #shown = '';
  #current = null;

  /** Shows in the root, which scrolls within the frame, the messages that wanted() names. */
  constructor(root, frame, {channel, thread}) {
    this.root = root;
    this.frame = frame;
    this.channel = channel;
    this.thread = thread;
    this.tools = new Tools(root);
    this.show = soon(() => this.#show());
    on('messages', (id) => id === this.channel() && this.show());
    on('state', () => this.show());
    root.addEventListener('keydown', (event) => this.#keys(event));
    root.addEventListener('focusin', (event) => this.#at(event.target.closest('.message')));
    const resized = new ResizeObserver(() => this.#stay());
    resized.observe(root);
    resized.observe(frame);
    frame.addEventListener('scroll', () => this.#scrolled());
    this.atEnd = true;
    this.top = 0;
  }

  #wanted() {
    const thread = this.thread();
    const all = inOrder(this.channel());
    return thread
      ? all.filter((one) => one.ts === thread || (isReply(one) && one.thread_ts === thread))
      : all.filter((one) => !isReply(one) || one.subtype === 'thread_broadcast' || !all.some((other) => other.ts === one.thread_ts));
  }

  #show() {
    if (!store.channel) {
      return;
    }
    const key = `${store.state.me.id} ${this.channel()} ${this.thread()}`;
    const fresh = key !== this.#shown;
    if (fresh) {
      this.#shown = key;
      this.#nodes.clear();
      this.atEnd = true;
      this.root.setAttribute('aria-live', 'off');
    }
    place(this.root, this.#list(this.#wanted()));
    this.#rove();
    this.#stay();
    if (fresh) {
      setTimeout(() => this.root.setAttribute('aria-live', 'polite'), 500);
    }
  }

  #list(wanted) {
    const list = [];
    let before = null;
    for (const one of wanted) {
      const date = instant(one.ts);
      const fresh = !before || day(instant(before.ts)) !== day(date);
      if (fresh && !this.thread()) {
        list.push(this.#day(date));
      }
      const node = this.#node(one);
      node.classList.toggle('same', !fresh && continues(before, one));
      list.push(node);
      before = one;
    }
    const kept = new Set(wanted.map((one) => one.ts));
    [...this.#nodes.keys()].filter((ts) => !kept.has(ts)).forEach((ts) => this.#nodes.delete(ts));
    return list.length > 0 ? list : [h('p', {class: 'empty'}, 'Nothing has been said here yet. Write the first message below.')];
  }

  #day(date) {
    const name = dayName(date);
    const key = `${day(date)} ${name}`;
    if (!this.#days.has(key)) {
      this.#days.set(key, h('h2', {class: 'day'}, h('span', {}, name)));
    }
    return this.#days.get(key);
  }

  #node(one) {
    const inThread = Boolean(this.thread());
    const now = mark(this.channel(), one, inThread);
    const known = this.#nodes.get(one.ts);
    if (known && known.mark.one === now.one && known.mark.replies === now.replies && known.mark.state === now.state) {
      return known.node;
    }
    if (known?.node.querySelector('.editing')) {
      return known.node;
    }
    const node = messageNode(this.channel(), one, inThread);
    if (known) {
      this.#hand(known.node, node);
    }
    this.#nodes.set(one.ts, {mark: now, node});
    return node;
  }

  /** The new node takes the place of the old one, and the focus if that was in it. */
  #hand(old, node) {
    if (this.#current === old) {
      this.#current = node;
    }
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    const name = focused?.getAttribute('aria-label');
    if (old.parentNode === this.root) {
      old.replaceWith(node);
    }
    this.tools.follow(old, node);
    if (focused === old) {
      node.focus({preventScroll: true});
    } else if (focused && !this.tools.bar.contains(focused)) {
      ([...node.querySelectorAll('button, a')].find((one) => one.getAttribute('aria-label') === name) ?? node).focus({preventScroll: true});
    }
  }

  /** One message takes part in the order of the Tab key: the last one visited, or the newest. */
  #rove() {
    const all = [...this.root.querySelectorAll(':scope > .message')];
    const current = all.includes(this.#current) ? this.#current : all.at(-1);
    all.forEach((node) => node.setAttribute('tabindex', node === current ? '0' : '-1'));
  }

  #at(node) {
    if (node && node !== this.#current) {
      this.#current = node;
      this.#rove();
    }
  }

  #keys(event) {
    if (!event.target.classList.contains('message')) {
      return;
    }
    const all = [...this.root.querySelectorAll(':scope > .message')];
    const at = all.indexOf(event.target);
    const to = {ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1}[event.key];
    if (to !== undefined && all[to]) {
      event.preventDefault();
      all[to].focus();
    }
  }

  /** Only who goes up leaves the end: what grows below does not. */
  #scrolled() {
    const {scrollTop, scrollHeight, clientHeight} = this.frame;
    const near = scrollHeight - scrollTop - clientHeight < NEAR;
    this.atEnd = near || (this.atEnd && scrollTop >= this.top);
    this.top = scrollTop;
  }

  #stay() {
    if (this.atEnd) {
      this.frame.scrollTop = this.frame.scrollHeight;
    }
  }
}

function continues(before, one) {
  return author(before).id === author(one).id
    && author(before).name === author(one).name
    && Number(one.ts) - Number(before.ts) < TOGETHER
    && !before.is_ephemeral && !one.is_ephemeral
    && (before.subtype ?? '') === (one.subtype ?? '') && !one.subtype?.startsWith('thread');
}
