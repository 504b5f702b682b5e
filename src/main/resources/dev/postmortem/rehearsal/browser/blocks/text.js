// Text objects: plain_text and mrkdwn.

import {el} from './dom.js';

const EMOJI = /:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/g;

/** Takes back the three escapes of stored text, the ampersand last. */
export function unescaped(text) {
  return String(text ?? '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** The words with every :name: that the workspace knows as a picture. */
export function withEmoji(text, context) {
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(EMOJI)) {
    const shown = context.emoji?.(match[1]);
    if (shown) {
      parts.push(text.slice(from, match.index), shown);
      from = match.index + match[0].length;
    }
  }
  parts.push(text.slice(from));
  return parts.filter((part) => part !== '');
}

/** What a text object says, in inline nodes. */
export function words(object, context) {
  if (!object) {
    return [];
  }
  if (object.type === 'mrkdwn') {
    return [context.mrkdwn(object.text ?? '')];
  }
  const text = unescaped(object.text);
  return object.emoji === false ? [text] : withEmoji(text, context);
}

/** What a text object says, as a string: for names that are only heard, and for menus. */
export function spoken(object, context) {
  return el('span', {}, words(object, context)).textContent.trim();
}

/** A paragraph of it. */
export function paragraph(object, context, className) {
  return el('div', {class: className}, words(object, context));
}
