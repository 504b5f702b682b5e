// Above the messages: where one is, and what can be opened from there.

import {h, iconButton, place} from './dom.js';
import {exact} from './names.js';
import {dialog, menu} from './overlay.js';
import {attempt, channelOf, me, on, store, tell} from './store.js';

/** Builds the head in this root. */
export function buildHead(root) {
  const name = h('h1', {id: 'channel-name', tabindex: '-1'});
  const about = h('p', {class: 'about'});
  const clock = h('time', {class: 'clock', title: 'The time in the workspace'});
  const tabs = h('div', {class: 'tabs', role: 'group', 'aria-label': 'The app'});
  const shortcuts = iconButton('⚡', 'Shortcuts', () => menu(shortcuts, 'Shortcuts', store.state.shortcuts.global.map(
    (one) => [one.name, () => attempt('shortcut', {callbackId: one.callbackId}), one.description])), {'aria-haspopup': 'menu'});
  const wire = h('button', {type: 'button', class: 'wire-toggle', 'aria-controls': 'panel', onClick: () => tell('wirePanel')}, 'Wire');
  const people = h('button', {type: 'button', class: 'members', onClick: () => members()});
  root.replaceChildren(
    iconButton('‹', 'Show the channels', () => tell('sheet', 'side'), {class: 'icon back'}),
    h('div', {class: 'where'}, name, about), tabs, clock, people, shortcuts, wire);
  const show = () => {
    const room = channelOf(store.channel);
    if (!room) {
      return;
    }
    const direct = room.kind === 'dm';
    name.textContent = direct ? room.name : `${room.kind === 'private' ? '🔒' : '#'} ${room.name}`;
    about.textContent = direct ? 'App' : room.topic;
    people.hidden = direct;
    people.textContent = `${room.members.length} ${room.members.length === 1 ? 'member' : 'members'}`;
    place(tabs, direct ? [tab('home', 'Home'), tab('messages', 'Messages')] : []);
    wire.setAttribute('aria-expanded', String(store.panel === 'wire'));
  };
  const tick = () => {
    const now = new Date(store.now);
    clock.dateTime = store.now;
    clock.textContent = new Intl.DateTimeFormat('en-GB', {weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: me().zone}).format(now);
    clock.title = `The time in the workspace: ${exact(now)}`;
  };
  on('state open panel tab', show);
  on('clock state', tick);
}

function tab(id, words) {
  return h('button', {type: 'button', 'aria-pressed': String(store.tab === id), onClick: () => tell('tabTo', id)}, words);
}

function members() {
  const room = channelOf(store.channel);
  const known = [...store.state.people, ...store.state.bots.filter((one) => one.id)];
  const inside = known.filter((one) => room.members.includes(one.id));
  const outside = [...store.state.people.filter((one) => !one.deleted), {...store.state.bot, realName: store.state.bot.name, title: 'the app'}]
    .filter((one) => !room.members.includes(one.id));
  const guest = h('select', {id: 'guest'}, outside.map((one) => h('option', {value: one.id}, one.realName)));
  const node = dialog(
    `Members of #${room.name}`, 'members-list',
    h('header', {}, h('h2', {}, `Members of #${room.name}`), h('button', {type: 'button', class: 'icon', 'aria-label': 'Close', onClick: () => node.close()}, '×')),
    h('ul', {}, inside.map((one) => h('li', {}, h('strong', {}, one.realName), h('span', {class: 'muted'}, [one.title, one.zone].filter(Boolean).join(' · ') || 'app')))),
    room.isMember && outside.length > 0 && h('div', {class: 'invite'}, h('label', {for: 'guest'}, 'Invite'), guest,
      h('button', {type: 'button', class: 'primary', onClick: async () => {
        const answer = await attempt('invites', {channel: room.id, user: guest.value});
        if (!answer.refused) {
          node.close();
        }
      }}, 'Invite')));
}
