// One message: who, when, what, with its files, reactions and thread.

import {renderBlocks} from './blocks.js';
import {context} from './context.js';
import {h} from './dom.js';
import {emoji} from './emoji.js';
import {mrkdwn} from './mrkdwn.js';
import {author, exact, hue, initials, instant, names, time, when} from './names.js';
import {lightbox} from './overlay.js';
import {attempt, isReply, me, repliesTo, store} from './store.js';

/** What a node of a message depends on: while it is the same, the node is. */
export function mark(channel, one, inThread) {
  const replies = inThread ? [] : repliesTo(channel, one.ts);
  return {one, channel, replies: replies.map((reply) => reply.ts).join(), inThread, state: store.state};
}

/** The message as an article. */
export function messageNode(channel, one, inThread) {
  const by = author(one);
  const at = instant(one.ts);
  const node = h(
    'article',
    {class: classes(one), 'data-ts': one.ts, 'data-author': by.id, 'data-channel': channel, tabindex: '-1', 'aria-label': `${by.name}, ${when(at)}`},
    h('div', {class: `avatar hue-${hue(by.id || by.name)}`, 'aria-hidden': 'true'}, initials(by.name)),
    h('time', {class: 'aside', datetime: at.toISOString(), title: exact(at), 'aria-hidden': 'true'}, time(at)),
    h('div', {class: 'body'},
      h('header', {},
        h('span', {class: 'author', title: by.title}, by.name),
        by.app && h('span', {class: 'badge'}, 'APP'),
        h('time', {datetime: at.toISOString(), title: exact(at)}, time(at)),
        one.is_ephemeral && h('span', {class: 'only-you'}, 'Only visible to you')),
      broadcast(one, inThread),
      content(channel, one),
      files(one),
      one.is_ephemeral && dismiss(channel, one),
      reactions(channel, one),
      !inThread && thread(channel, one)));
  return node;
}

function classes(one) {
  const notice = /^(channel|group)_(join|leave|name|topic|archive|unarchive|purpose)$/.test(one.subtype ?? '');
  return ['message', one.is_ephemeral && 'ephemeral', notice && 'notice', one.subtype === 'tombstone' && 'tombstone', one.subtype === 'me_message' && 'emote']
    .filter(Boolean).join(' ');
}

function broadcast(one, inThread) {
  if (one.subtype !== 'thread_broadcast' || inThread) {
    return null;
  }
  return h('button', {type: 'button', class: 'link from-thread', 'data-thread': one.thread_ts}, 'replied to a thread');
}

function content(channel, one) {
  const here = context({kind: 'message', channel, ts: one.ts});
  const edited = one.edited && h('span', {class: 'edited', title: exact(instant(one.edited.ts))}, '(edited)');
  const blocks = (one.blocks ?? []).length > 0;
  const words = blocks
    ? renderBlocks(one.blocks, here)
    : one.text && h('div', {class: 'text'}, mrkdwn(one.text, here));
  return h('div', {class: 'content'}, words, edited, (one.attachments ?? []).map((part) => attachment(part, here)));
}

function attachment(part, here) {
  const title = part.title && (part.title_link
    ? here.mrkdwn(`<${part.title_link}|${part.title}>`)
    : here.mrkdwn(part.title));
  const node = h(
    'div', {class: 'attachment'},
    part.pretext && h('div', {class: 'pretext'}, here.mrkdwn(part.pretext)),
    part.author_name && h('div', {class: 'attachment-author'}, part.author_name),
    title && h('div', {class: 'attachment-title'}, title),
    part.text && h('div', {class: 'text'}, here.mrkdwn(part.text)),
    part.blocks && renderBlocks(part.blocks, here),
    part.fields && h('dl', {}, part.fields.map((field) => h(
      'div', {class: field.short ? 'short' : ''}, h('dt', {}, here.mrkdwn(field.title ?? '')), h('dd', {}, here.mrkdwn(field.value ?? ''))))),
    part.footer && h('div', {class: 'footer'}, part.footer));
  const color = {good: '#2eb886', warning: '#daa038', danger: '#a30200'}[part.color] ?? part.color;
  if (/^#?[0-9a-f]{3,8}$/i.test(color ?? '')) {
    node.style.borderInlineStartColor = color.startsWith('#') ? color : `#${color}`;
  }
  return node;
}

function files(one) {
  const shown = (one.files ?? []).filter((file) => file.id);
  return shown.length > 0 && h('div', {class: 'files'}, shown.map(file));
}

function file(one) {
  const name = one.title || one.name || 'a file';
  const address = one.url_private ?? `/files/${one.id}`;
  if (/^image\/(png|jpeg|gif|webp)$/.test(one.mimetype ?? '')) {
    return h('figure', {},
      h('figcaption', {}, name),
      h('button', {type: 'button', class: 'picture', 'aria-label': `Enlarge ${name}`, onClick: () => lightbox(address, name)},
        h('img', {src: address, alt: name, loading: 'lazy'})));
  }
  return h('a', {class: 'file', href: address, download: one.name ?? ''},
    h('span', {class: 'file-kind', 'aria-hidden': 'true'}, one.pretty_type ?? '?'),
    h('span', {}, h('strong', {}, name), h('small', {}, `${size(one.size)} · Download`)));
}

function size(bytes = 0) {
  return bytes < 1000 ? `${bytes} B` : bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function dismiss(channel, one) {
  return h('button', {type: 'button', class: 'link dismiss', onClick: () => attempt('dismisses', {channel, ts: one.ts})}, 'Dismiss message');
}

function reactions(channel, one) {
  const all = one.reactions ?? [];
  if (all.length === 0) {
    return null;
  }
  return h('div', {class: 'reactions', role: 'group', 'aria-label': 'Reactions'}, all.map(({name, users, count}) => {
    const mine = users.includes(me().id);
    const people = users.map(names).join(', ');
    const label = `:${name}: ${count}, from ${people}`;
    return h(
      'button',
      {type: 'button', class: mine ? 'reaction mine' : 'reaction', 'aria-pressed': String(mine), 'aria-label': label, title: `${people} reacted with :${name}:`, 'data-emoji': name,
        onClick: () => attempt(mine ? 'unreacts' : 'reacts', {channel, ts: one.ts, name})},
      h('span', {class: 'emoji'}, emoji(name) ?? `:${name}:`), h('span', {}, String(count)));
  }));
}

function thread(channel, one) {
  const replies = repliesTo(channel, one.ts);
  if (replies.length === 0 || isReply(one)) {
    return null;
  }
  const people = [...new Map(replies.map((reply) => [author(reply).id, author(reply)])).values()].slice(0, 4);
  return h(
    'button', {type: 'button', class: 'thread-link', 'data-thread': one.ts},
    people.map((by) => h('span', {class: `avatar tiny hue-${hue(by.id || by.name)}`, 'aria-hidden': 'true'}, initials(by.name))),
    h('strong', {}, replies.length === 1 ? '1 reply' : `${replies.length} replies`),
    h('span', {class: 'muted'}, `last ${when(instant(replies.at(-1).ts))}`));
}
