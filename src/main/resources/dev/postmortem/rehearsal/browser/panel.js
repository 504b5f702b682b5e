// The panel at the right: a thread, or what goes over the wire.

import {Composer} from './composer.js';
import {h, iconButton} from './dom.js';
import {Log} from './log.js';
import {channelOf, on, store, tell} from './store.js';
import {buildWire} from './wire.js';

/** Builds the panel in this root. */
export function buildPanel(root) {
  const title = h('h2', {id: 'panel-title', tabindex: '-1'});
  const where = h('p', {class: 'about'});
  const close = iconButton('×', 'Close the panel', () => tell('closePanel'));
  const list = h('div', {class: 'log', role: 'log', 'aria-label': 'Thread', 'aria-live': 'polite'});
  const frame = h('div', {class: 'scroll', tabindex: '-1'}, list);
  const write = h('div', {class: 'composer'});
  const thread = h('div', {class: 'thread'}, frame, write);
  const wire = h('div', {class: 'wire'});
  root.setAttribute('aria-labelledby', 'panel-title');
  root.replaceChildren(h('header', {class: 'head'}, iconButton('‹', 'Back to the channel', () => tell('closePanel'), {class: 'icon back'}), h('div', {class: 'where'}, title, where), close), thread, wire);
  const log = new Log(list, frame, {channel: () => store.channel, thread: () => store.thread || 'none'});
  const composer = new Composer(write, 'reply-text', () => store.thread);
  buildWire(wire);
  on('panel', () => {
    root.hidden = store.panel === '';
    thread.hidden = store.panel !== 'thread';
    wire.hidden = store.panel !== 'wire';
    title.textContent = store.panel === 'wire' ? 'Wire' : 'Thread';
    const room = channelOf(store.channel);
    where.textContent = store.panel === 'wire' ? 'What Slack and the app send each other' : room?.kind === 'dm' ? room.name : `#${room?.name ?? ''}`;
    if (store.panel === 'thread') {
      log.show();
      composer.show();
    }
  });
  return {focus: () => (store.panel === 'thread' && window.innerWidth > 720 ? composer.focus() : title.focus())};
}
