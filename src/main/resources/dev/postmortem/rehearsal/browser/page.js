// The page: puts the parts together, and goes where the visitor wants.

import {Composer, editInPlace} from './composer.js';
import {context} from './context.js';
import {h, place} from './dom.js';
import {loadEmoji} from './emoji.js';
import {buildHead} from './head.js';
import {Log} from './log.js';
import {buildPanel} from './panel.js';
import {buildPlay} from './play.js';
import {buildSide} from './side.js';
import {attempt, become, channelOf, isUnread, me, message, on, open, read, store, tell} from './store.js';
import {toast} from './toast.js';
import {renderHome, showViews} from './views.js';

const byId = (id) => document.getElementById(id);
const wanted = new URLSearchParams(window.location.search);
const homeTitle = h('h2', {class: 'heard'}, 'Home');
const HIDDEN = 'rehearsal welcome hidden';

async function begin() {
  await loadEmoji();
  await become(wanted.get('as') ?? '');
  const showSide = buildSide(byId('side'));
  buildHead(byId('head'));
  buildPlay(byId('play'));
  const panel = buildPanel(byId('panel'));
  const log = new Log(byId('log'), byId('scroll'), {channel: () => store.channel, thread: () => ''});
  const composer = new Composer(byId('composer'), 'composer-text', null);
  steer(panel, composer, log);
  on('open', welcome);
  showSide();
  await open(first());
}

/** The channel of the address, of the opening, or any. */
function first() {
  const id = wanted.get('channel');
  const known = store.state.channels;
  const rooms = known.filter((one) => one.kind !== 'dm');
  return [id, store.state.opens].find((one) => channelOf(one)) ?? (rooms.find((one) => one.isMember) ?? rooms.at(-1) ?? known[0]).id;
}

function steer(panel, composer, log) {
  on('open', (id) => {
    address();
    store.tab = channelOf(id)?.kind === 'dm' ? store.tab : 'messages';
    byId('log').setAttribute('aria-label', `Messages in ${channelOf(id)?.name ?? ''}`);
    tell('tab');
    tell('panel');
    log.show();
    sheet('main');
  });
  on('go', async (id) => {
    await open(id);
    if (channelOf(id)?.kind === 'dm') {
      attempt('opensHome', {tab: store.tab});
    }
    if (window.innerWidth > 720) {
      composer.focus();
    } else {
      byId('channel-name').focus();
    }
  });
  on('become', async (person) => {
    try {
      await become(person);
      tell('state');
      await open(channelOf(store.channel) ? store.channel : first());
      shownViews();
    } catch (problem) {
      toast(problem.message);
    }
  });
  on('thread', (ts) => {
    store.thread = ts;
    store.panel = 'thread';
    tell('panel');
    sheet('panel');
    panel.focus();
  });
  on('wirePanel', () => {
    store.panel = store.panel === 'wire' ? '' : 'wire';
    tell('panel');
    sheet(store.panel ? 'panel' : 'main');
  });
  on('closePanel', () => {
    const thread = store.panel === 'thread' ? store.thread : '';
    store.panel = '';
    store.thread = '';
    tell('panel');
    sheet('main');
    (document.querySelector(`#log [data-ts="${CSS.escape(thread)}"]`) ?? document.querySelector('.wire-toggle')).focus();
  });
  on('sheet', sheet);
  on('edit', ({channel, ts}) => edit(channel, ts));
  on('tabTo', (tab) => {
    store.tab = tab;
    attempt('opensHome', {tab});
    tell('tab');
  });
  on('tab home state', home);
  on('view', shownViews);
  on('unread state open', title);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && store.channel) {
      read(store.channel);
      tell('unread');
    }
  });
  document.addEventListener('click', links);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && store.panel && !document.querySelector('dialog[open]') && byId('panel').contains(event.target)) {
      tell('closePanel');
    }
  });
}

/** Which of the three is in sight where there is room for one. */
function sheet(which) {
  document.body.dataset.view = which;
}

function address() {
  const query = new URLSearchParams({as: me().name, channel: store.channel});
  history.replaceState(null, '', `?${query}`);
}

function title() {
  const unread = store.state.channels.filter((one) => one.id !== store.channel && isUnread(one)).length;
  const name = channelOf(store.channel)?.name ?? '';
  document.title = `${unread ? `(${unread}) ` : ''}${name} – ${store.state.team.name}`;
}

/** Presses on what leads elsewhere within the page. */
function links(event) {
  const thread = event.target.closest('[data-thread]');
  const channel = event.target.closest('a[data-channel]');
  if (thread) {
    tell('thread', thread.dataset.thread);
  } else if (channel) {
    event.preventDefault();
    tell('go', channel.dataset.channel);
  }
}

function shownViews() {
  showViews(store.views, context());
}

function home() {
  const shown = store.tab === 'home' && channelOf(store.channel)?.kind === 'dm';
  byId('home').hidden = !shown;
  byId('scroll').hidden = shown;
  byId('composer').hidden = shown;
  if (shown) {
    place(byId('home'), [homeTitle, renderHome(store.home, context({kind: 'home'}))]);
  }
}

function edit(channel, ts) {
  const one = message(channel, ts);
  const root = store.panel === 'thread' && byId('panel').querySelector(`[data-ts="${CSS.escape(ts)}"]`) ? byId('panel') : byId('log');
  const node = root.querySelector(`[data-ts="${CSS.escape(ts)}"]`);
  if (node && one && !node.querySelector('.editing')) {
    editInPlace(node, one, typed(one.text ?? ''));
  }
}

/** Stored text as its author typed it. */
function typed(text) {
  return text
    .replace(/<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g, (all, id) => `@${(store.state.people.find((one) => one.id === id) ?? store.state.bots.find((one) => one.id === id))?.name ?? id}`)
    .replace(/<#([A-Z0-9]+)(?:\|[^>]*)?>/g, (all, id) => `#${channelOf(id)?.name ?? id}`)
    .replace(/<!(here|channel|everyone)(?:\|[^>]*)?>/g, '@$1')
    .replace(/<(https?:[^|>]+|mailto:[^|>]+)(?:\|[^>]*)?>/g, '$1')
    .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function welcome() {
  const lines = store.state.welcome;
  const root = byId('welcome');
  root.hidden = lines.length === 0 || store.channel !== first() || sessionStorage.getItem(HIDDEN) === 'yes';
  root.replaceChildren(
    h('ul', {}, lines.map((line) => h('li', {}, line))),
    h('button', {type: 'button', class: 'icon', 'aria-label': 'Close the welcome', onClick: () => {
      root.hidden = true;
      sessionStorage.setItem(HIDDEN, 'yes');
    }}, '×'));
}

begin().catch((problem) => toast(problem.message));
