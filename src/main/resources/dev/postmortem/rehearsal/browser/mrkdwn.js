// Slack's markup as Slack shows it (page "Formatting message text"). Builds nodes only.

import {h} from './dom.js';

const FENCE = /```\n?([\s\S]+?)\n?```/g;
const QUOTE = /^(?:&gt;|>) ?/;
const TOKEN = new RegExp([
  '`(?<code>[^`\\n]+)`',
  '<(?<entity>[^<>\\n]+)>',
  ':(?<emoji>[a-z0-9_+\'-]+(?:::skin-tone-[2-6])?):',
  '(?<![\\p{L}\\p{N}*])\\*(?<bold>(?!\\s)[^*\\n]*[^*\\s])\\*(?![\\p{L}\\p{N}*])',
  '(?<![\\p{L}\\p{N}_])_(?<italic>(?!\\s)[^_\\n]*[^_\\s])_(?![\\p{L}\\p{N}_])',
  '(?<![\\p{L}\\p{N}~])~(?<strike>(?!\\s)[^~\\n]*[^~\\s])~(?![\\p{L}\\p{N}~])',
].join('|'), 'gu');
const SAFE = /^(?:https?|mailto|tel|slack):/i;

/** Takes back the three escapes, the ampersand last. */
export function unescaped(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** The text as a node; the context knows names(id), emoji(name), me and channels. */
export function mrkdwn(text, context) {
  const root = h('span', {class: 'mrkdwn'});
  let from = 0;
  for (const match of String(text ?? '').matchAll(FENCE)) {
    root.append(...lines(text.slice(from, match.index).replace(/\n$/, ''), context));
    root.append(h('pre', {}, inFence(match[1])));
    from = match.index + match[0].length;
    if (text[from] === '\n') {
      from += 1;
    }
  }
  root.append(...lines(String(text ?? '').slice(from), context));
  return root;
}

/** In code only addresses and mentions lose their brackets. */
function inFence(text) {
  return unescaped(text.replace(/<([^<>|\n]+)(?:\|([^<>\n]*))?>/g, (all, address, label) => label ?? address));
}

function lines(text, context) {
  if (text === '') {
    return [];
  }
  const nodes = [];
  let quoted = null;
  let plain = [];
  const flush = () => {
    if (plain.length > 0) {
      nodes.push(...inline(plain.join('\n'), context));
      plain = [];
    }
  };
  for (const line of text.split('\n')) {
    if (QUOTE.test(line)) {
      flush();
      if (!quoted) {
        quoted = h('blockquote');
        nodes.push(quoted);
      } else {
        quoted.append('\n');
      }
      quoted.append(...inline(line.replace(QUOTE, ''), context));
    } else {
      quoted = null;
      plain.push(line);
    }
  }
  flush();
  return nodes;
}

function inline(text, context) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(TOKEN)) {
    const node = token(match.groups, context);
    if (node !== undefined) {
      nodes.push(unescaped(text.slice(from, match.index)), node);
      from = match.index + match[0].length;
    }
  }
  nodes.push(unescaped(text.slice(from)));
  return nodes.filter((node) => node !== '');
}

function token(groups, context) {
  if (groups.code) {
    return h('code', {}, inFence(groups.code));
  }
  if (groups.entity) {
    return entity(groups.entity, context);
  }
  if (groups.emoji) {
    const known = context.emoji(groups.emoji);
    return known && h('span', {class: 'emoji', title: `:${groups.emoji}:`, role: 'img', 'aria-label': groups.emoji.replaceAll('_', ' ')}, known);
  }
  const [tag, inner] = groups.bold ? ['strong', groups.bold] : groups.italic ? ['em', groups.italic] : ['s', groups.strike];
  return h(tag, {}, inline(inner, context));
}

function entity(body, context) {
  const bar = body.indexOf('|');
  const what = bar < 0 ? body : body.slice(0, bar);
  const label = bar < 0 ? '' : unescaped(body.slice(bar + 1));
  if (what.startsWith('@')) {
    const id = what.slice(1);
    return mention(`@${context.names(id) === id && label ? label : context.names(id)}`, id === context.me?.id);
  }
  if (what.startsWith('#')) {
    const id = what.slice(1);
    const known = context.channels?.find((channel) => channel.id === id);
    return known
      ? h('a', {class: 'mention', href: `#${id}`, 'data-channel': id}, `#${known.name}`)
      : mention(label ? `#${label}` : 'a private channel', false);
  }
  if (what.startsWith('!')) {
    return special(what.slice(1), label, context);
  }
  const address = unescaped(what);
  return SAFE.test(address)
    ? h('a', {href: address, target: '_blank', rel: 'noopener noreferrer'}, label || address.replace(/^mailto:/, ''))
    : h('span', {}, label || address);
}

function mention(text, isMe) {
  return h('span', {class: isMe ? 'mention mention-me' : 'mention'}, text);
}

function special(what, label, context) {
  const [kind, ...parts] = what.split('^');
  if (kind === 'date') {
    return dated(Number(parts[0]), parts[1] ?? '', label, context);
  }
  if (kind === 'subteam') {
    return mention(label || '@group', false);
  }
  return ['here', 'channel', 'everyone'].includes(kind) ? mention(`@${kind}`, true) : label || kind;
}

const DATE_PARTS = {
  date_num: {year: 'numeric', month: '2-digit', day: '2-digit'},
  date: {year: 'numeric', month: 'long', day: 'numeric'},
  date_pretty: {year: 'numeric', month: 'long', day: 'numeric'},
  date_short: {year: 'numeric', month: 'short', day: 'numeric'},
  date_short_pretty: {year: 'numeric', month: 'short', day: 'numeric'},
  date_long: {weekday: 'long', year: 'numeric', month: 'long', day: 'numeric'},
  date_long_pretty: {weekday: 'long', year: 'numeric', month: 'long', day: 'numeric'},
  time: {hour: '2-digit', minute: '2-digit'},
  time_secs: {hour: '2-digit', minute: '2-digit', second: '2-digit'},
};

function dated(seconds, pattern, label, context) {
  if (!Number.isFinite(seconds)) {
    return label;
  }
  const moment = new Date(seconds * 1000);
  const text = pattern.replace(/\{(\w+)\}/g, (all, part) => (DATE_PARTS[part]
    ? new Intl.DateTimeFormat('en-GB', {...DATE_PARTS[part], timeZone: context.me?.zone}).format(moment)
    : all));
  return h('time', {datetime: moment.toISOString()}, unescaped(text));
}
