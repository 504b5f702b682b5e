// The list at the left: who acts, channels, direct messages, the app.

import {h, place} from './dom.js';
import {hue, initials} from './names.js';
import {isUnread, me, on, store, tell} from './store.js';

const KINDS = {channel: '#', private: '🔒', dm: ''};

/** Builds the list in this root. */
export function buildSide(root) {
  const person = h('select', {id: 'act-as', onChange: () => tell('become', person.value)});
  const face = h('span', {class: 'avatar', 'aria-hidden': 'true'});
  const lists = h('div', {class: 'side-lists'});
  root.replaceChildren(
    h('div', {class: 'side-head'}, h('strong', {class: 'team'}), h('span', {class: 'live', role: 'status'})),
    h('div', {class: 'acting'}, face, h('label', {for: 'act-as'}, 'Acting as'), person),
    lists);
  const show = () => {
    root.querySelector('.team').textContent = store.state.team.name;
    people(person);
    face.className = `avatar hue-${hue(me().id)}`;
    face.textContent = initials(me().realName);
    place(lists, sections());
  };
  on('state open unread', show);
  on('connected', (is) => {
    root.querySelector('.live').textContent = is ? '' : 'Not connected, trying again…';
  });
  return show;
}

function people(select) {
  const options = store.state.people.filter((one) => !one.deleted)
    .map((one) => h('option', {value: one.id}, one.title ? `${one.realName} – ${one.title}` : one.realName));
  select.replaceChildren(...options);
  select.value = me().id;
}

function sections() {
  const rooms = [...store.state.channels].sort((one, other) => one.name.localeCompare(other.name));
  const mine = rooms.filter((one) => one.kind !== 'dm' && one.isMember && !one.isArchived);
  const others = rooms.filter((one) => one.kind !== 'dm' && (!one.isMember || one.isArchived));
  const direct = rooms.filter((one) => one.kind === 'dm');
  return [
    section('Channels', mine),
    others.length > 0 && section('Other channels', others),
    section('App', direct),
  ].filter(Boolean);
}

function section(title, rooms) {
  return h('section', {'aria-label': title}, h('h2', {}, title), h('ul', {}, rooms.map((room) => h('li', {}, entry(room)))));
}

function entry(room) {
  const current = room.id === store.channel;
  const unread = !current && isUnread(room);
  const words = room.kind === 'dm' ? `${room.name} (app)` : room.name;
  return h(
    'button',
    {type: 'button', class: unread ? 'room unread' : 'room', 'data-channel': room.id, 'aria-current': current ? 'page' : null, onClick: () => tell('go', room.id)},
    h('span', {class: 'sign', 'aria-hidden': 'true'}, KINDS[room.kind] || '◈'),
    h('span', {class: 'name'}, words),
    room.kind === 'private' && h('span', {class: 'heard'}, ', private'),
    unread && h('span', {class: 'dot'}, h('span', {class: 'heard'}, ', unread')));
}
