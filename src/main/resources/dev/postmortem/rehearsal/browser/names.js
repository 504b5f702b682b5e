// Who and what ids stand for, and the times of the person who looks.

import {me, store} from './store.js';

const byId = (list, id) => list.find((one) => one.id === id || (one.botId && one.botId === id));

/** The person or bot of this id. */
export function who(id) {
  return byId(store.state.people, id) ?? byId(store.state.bots, id);
}

/** The name that people see. */
export function names(id) {
  const known = who(id);
  return known ? known.realName || known.name : store.state.channels.find((one) => one.id === id)?.name ?? id;
}

/** The author of a message as it is shown. */
export function author(message) {
  const known = who(message.user ?? '') ?? who(message.bot_id ?? '');
  const name = message.username ?? message.bot_profile?.name ?? (known ? known.realName || known.name : message.user ?? 'somebody');
  const app = Boolean(message.bot_id) || known?.botId !== undefined;
  return {id: message.user ?? message.bot_id ?? '', name, app, title: known?.title ?? ''};
}

/** Two letters for the picture that nobody has. */
export function initials(name) {
  const words = name.split(/[\s._-]+/).filter(Boolean);
  return [...(words[0] ?? '?')][0].toUpperCase() + (words.length > 1 ? [...words.at(-1)][0].toUpperCase() : '');
}

/** One of twelve colours, the same for the same id. */
export function hue(id) {
  let sum = 0;
  for (const letter of id) {
    sum = (sum * 31 + letter.codePointAt(0)) % 997;
  }
  return sum % 12;
}

export const instant = (ts) => new Date(Number(ts) * 1000);

function format(date, options, zone = me().zone) {
  return new Intl.DateTimeFormat('en-GB', {...options, timeZone: zone}).format(date);
}

export const time = (date) => format(date, {hour: '2-digit', minute: '2-digit'});

export const seconds = (date) => format(date, {hour: '2-digit', minute: '2-digit', second: '2-digit'});

export const exact = (date) =>
  format(date, {weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit'})
  + ` (${me().zone})`;

export const day = (date) => format(date, {year: 'numeric', month: '2-digit', day: '2-digit'});

/** A day as people call it at the time of the workspace. */
export function dayName(date) {
  const now = new Date(store.now);
  if (day(date) === day(now)) {
    return 'Today';
  }
  if (day(date) === day(new Date(now.getTime() - 86_400_000))) {
    return 'Yesterday';
  }
  return format(date, {weekday: 'long', day: 'numeric', month: 'long'});
}

/** A time with its day where that is another. */
export function when(date) {
  return day(date) === day(new Date(store.now)) ? time(date) : `${dayName(date)}, ${time(date)}`;
}
