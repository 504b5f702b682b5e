// A rich_text block, as it is read.

import {el, link} from './dom.js';
import {withEmoji} from './text.js';
import {slackDate} from './slackdate.js';
import {zoneOf} from './zone.js';

const STYLES = [['code', 'code'], ['bold', 'strong'], ['italic', 'em'], ['strike', 's'], ['underline', 'u']];

const BULLETS = ['disc', 'circle', 'square'];
const NUMBERS = ['decimal', 'lower-alpha', 'lower-roman'];

/** The whole block. */
export function richText(block, context) {
  return el('div', {class: 'bk-rich'}, (block.elements ?? []).map((part) => richPart(part, context)));
}

/** One part of it: a section, a list, a quote or preformatted lines. */
export function richPart(part, context) {
  const inside = () => (part.elements ?? []).map((leaf) => richLeaf(leaf, context));
  switch (part.type) {
    case 'rich_text_section':
      return el('div', {class: 'bk-rich-section'}, inside());
    case 'rich_text_quote':
      return el('blockquote', {class: 'bk-quote'}, inside());
    case 'rich_text_preformatted':
      return el('pre', {class: 'bk-pre', tabindex: '0'}, el('code', {}, inside()));
    case 'rich_text_list':
      return list(part, context);
    default:
      return el('div', {class: 'bk-unknown'}, 'This text cannot be shown here.');
  }
}

function list(part, context) {
  const indent = Math.min(Math.max(Number(part.indent) || 0, 0), 8);
  const ordered = part.style === 'ordered';
  const shape = (ordered ? NUMBERS : BULLETS)[indent % 3];
  const start = ordered && part.offset ? Number(part.offset) + 1 : null;
  return el(
    ordered ? 'ol' : 'ul',
    {
      class: `bk-list bk-list-${shape} bk-indent-${indent}${part.border ? ' bk-bordered' : ''}`,
      'data-indent': indent,
      start,
    },
    (part.elements ?? []).map((item) =>
      el('li', {}, (item.elements ?? []).map((leaf) => richLeaf(leaf, context)))));
}

/** One leaf, in its style. */
export function richLeaf(leaf, context) {
  return STYLES.filter(([style]) => leaf.style?.[style])
    .reduce((node, [, tag]) => el(tag, {}, node), bare(leaf, context));
}

function bare(leaf, context) {
  switch (leaf.type) {
    case 'text':
      return document.createTextNode(leaf.text ?? '');
    case 'link':
      return link(leaf.url, leaf.text || leaf.url);
    case 'user':
      return mention(`@${context.names(leaf.user_id)}`, leaf.user_id === context.me?.id);
    case 'channel':
      return mention(`#${context.names(leaf.channel_id)}`);
    case 'usergroup':
      return mention(`@${context.names(leaf.usergroup_id)}`);
    case 'broadcast':
      return mention(`@${leaf.range}`, true);
    case 'emoji':
      return el('span', {class: 'bk-emoji'}, withEmoji(`:${leaf.name}:`, context));
    case 'date': {
      const shown = slackDate(leaf, zoneOf(context), Number(new Date(context.now())));
      return el('time', {datetime: iso(leaf.timestamp)}, leaf.url ? link(leaf.url, shown) : shown);
    }
    case 'color':
      return el('span', {}, leaf.value ?? '');
    default:
      return el('span', {}, leaf.text ?? '');
  }
}

function mention(words, forMe = false) {
  return el('span', {class: forMe ? 'bk-mention bk-mention-me' : 'bk-mention'}, words);
}

function iso(seconds) {
  const date = new Date(Number(seconds) * 1000);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
