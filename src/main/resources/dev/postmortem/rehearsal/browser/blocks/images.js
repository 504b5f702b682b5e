// Pictures. Nothing is fetched from other machines: what lies elsewhere is named and linked.

import {el, link} from './dom.js';
import {unescaped} from './text.js';

/** The picture, or its description if it is somewhere else. */
export function image(picture, context, className) {
  const url = picture.image_url ?? picture.slack_file?.url ?? picture.thumbnail_url ?? '';
  const words = unescaped(picture.alt_text);
  const src = context.image ? context.image(url, picture) : local(url);
  return src
    ? el('img', {class: className, src, alt: words, loading: 'lazy'})
    : el('span', {class: `${className} bk-elsewhere`}, link(url, words || 'a picture'));
}

function local(url) {
  try {
    const parsed = new URL(url, document.baseURI);
    const here = parsed.origin === window.location.origin && parsed.protocol.startsWith('http');
    return here || parsed.href.startsWith('data:image/') ? parsed.href : null;
  } catch {
    return null;
  }
}
