// Reads an editable area back into a rich_text block. The block is built from the elements that
// stand there, whoever made them: the toolbar, the keyboard, or the block that it began with.

import {safeUrl} from './dom.js';

const STYLES = {
  B: 'bold', STRONG: 'bold', I: 'italic', EM: 'italic', S: 'strike', STRIKE: 'strike', DEL: 'strike',
  CODE: 'code', U: 'underline',
};

const LINES = ['DIV', 'P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6'];
const PARTS = ['UL', 'OL', 'BLOCKQUOTE', 'PRE'];
const LEAVES = ['user', 'channel', 'usergroup', 'broadcast', 'emoji', 'date', 'team', 'color'];

// an address as it is typed, or an emoji by its name
const TYPED = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]'’”])|:([a-z0-9_+-]+):/g;

/** The block; null if nothing stands there. "knows" tells which names are emoji. */
export function richTextOf(area, knows = () => false) {
  const parts = [];
  const section = () => {
    if (parts.at(-1)?.type !== 'rich_text_section') {
      parts.push({type: 'rich_text_section', elements: []});
    }
    return parts.at(-1).elements;
  };
  let broken = false;
  const inline = (node, style) => {
    const found = leaves(node, style, knows);
    if (found.length > 0 && broken) {
      const before = section();
      if (before.length > 0) {
        before.push(text('\n'));
      }
      broken = false;
    }
    if (found.length > 0) {
      section().push(...found);
    }
  };
  const walk = (node) => {
    for (const child of node.childNodes) {
      if (PARTS.includes(child.nodeName)) {
        parts.push(...part(child, knows));
        broken = false;
      } else if (LINES.includes(child.nodeName)) {
        line(child);
      } else if (child.nodeName === 'BR') {
        inline(child);
      } else if (hasPart(child)) {
        walk(child);
      } else {
        inline(child, {});
      }
    }
  };
  const line = (element) => {
    broken ||= parts.at(-1)?.type === 'rich_text_section' && parts.at(-1).elements.length > 0;
    // a line that is empty holds only a break, which the browser put there to give it height
    const empty = element.childNodes.length === 1 && element.firstChild.nodeName === 'BR';
    if (empty || element.childNodes.length === 0) {
      if (parts.length > 0) {
        section().push(text('\n'));
      }
    } else {
      walk(element);
    }
    broken = true;
  };
  walk(area);
  const elements = parts.map(tidy).filter((one) => one.elements.length > 0);
  return elements.length > 0 ? {type: 'rich_text', elements} : null;
}

function hasPart(node) {
  return node.nodeType === Node.ELEMENT_NODE
    && node.querySelector([...PARTS, ...LINES].join(',').toLowerCase()) !== null;
}

function part(element, knows) {
  switch (element.nodeName) {
    case 'BLOCKQUOTE':
      return [{type: 'rich_text_quote', elements: lineLeaves(element, knows)}];
    case 'PRE':
      return [{type: 'rich_text_preformatted', elements: [text(lineText(element))]}];
    default:
      return lists(element, depth(element), knows);
  }
}

function depth(element) {
  return Math.min(Number(element.dataset.indent) || 0, 8);
}

/** A list within a list is one of its own, one step further in. */
function lists(element, indent, knows) {
  const style = element.nodeName === 'OL' ? 'ordered' : 'bullet';
  const found = [];
  let items = 0;
  const item = (leafs) => {
    const last = found.at(-1);
    if (last?.style === style && last.indent === indent && last.own) {
      last.elements.push({type: 'rich_text_section', elements: leafs});
    } else {
      const offset = style === 'ordered' ? items + (element.start > 1 ? element.start - 1 : 0) : 0;
      found.push({
        type: 'rich_text_list', style, indent, ...(offset > 0 ? {offset} : {}), own: true,
        elements: [{type: 'rich_text_section', elements: leafs}],
      });
    }
    items += 1;
  };
  for (const child of element.children) {
    if (['UL', 'OL'].includes(child.nodeName)) {
      found.push(...lists(child, Math.min(indent + 1, 8), knows));
      continue;
    }
    const below = [...child.children].filter((one) => ['UL', 'OL'].includes(one.nodeName));
    item(lineLeaves(child, knows, below));
    below.forEach((list) => found.push(...lists(list, Math.min(indent + 1, 8), knows)));
  }
  return found.map(({own, ...list}) => list);
}

/** The leaves of something whose lines are not parts of their own. */
function lineLeaves(element, knows, without = []) {
  const found = [];
  for (const child of element.childNodes) {
    if (without.includes(child)) {
      continue;
    }
    const isLine = [...LINES, ...PARTS].includes(child.nodeName);
    if (isLine && found.length > 0) {
      found.push(text('\n'));
    }
    found.push(...(isLine ? lineLeaves(child, knows) : leaves(child, {}, knows)));
  }
  return trimmed(found);
}

function lineText(element) {
  return lineLeaves(element, () => false).map((leaf) => leaf.text ?? leaf.url ?? '').join('');
}

/** The leaves of an inline node, each with the styles around it. */
function leaves(node, style = {}, knows) {
  if (node.nodeType === Node.TEXT_NODE) {
    return typed(node.data.replaceAll('\u200b', '').replaceAll('\u00a0', ' '), style, knows);
  }
  if (node.nodeType !== Node.ELEMENT_NODE) {
    return [];
  }
  if (node.nodeName === 'BR') {
    return [text('\n')];
  }
  const kept = node.dataset.leaf ? parsed(node.dataset.leaf) : null;
  if (kept) {
    return [styled(kept, {...kept.style, ...style})];
  }
  const inner = STYLES[node.nodeName] ? {...style, [STYLES[node.nodeName]]: true} : style;
  const url = node.nodeName === 'A' ? safeUrl(node.getAttribute('href')) : null;
  if (url) {
    const words = node.textContent;
    const bare = words === '' || words === url || `${words}/` === url;
    return [styled({type: 'link', url: bare && words ? words : url, ...(bare ? {} : {text: words})},
      innerStyle(node, inner))];
  }
  return [...node.childNodes].flatMap((child) => leaves(child, inner, knows));
}

/** A link is one leaf, so the styles of all that it says count for it. */
function innerStyle(node, style) {
  const only = node.children.length === 1 && node.firstElementChild.textContent === node.textContent
    ? node.firstElementChild
    : null;
  return only && STYLES[only.nodeName]
    ? innerStyle(only, {...style, [STYLES[only.nodeName]]: true})
    : style;
}

function typed(words, style, knows) {
  if (style.code) {
    return words ? [styled(text(words), style)] : [];
  }
  const found = [];
  let from = 0;
  for (const match of words.matchAll(TYPED)) {
    if (match[2] && !knows(match[2])) {
      continue;
    }
    found.push(text(words.slice(from, match.index)));
    found.push(match[1] ? {type: 'link', url: match[1]} : {type: 'emoji', name: match[2]});
    from = match.index + match[0].length;
  }
  found.push(text(words.slice(from)));
  return found.filter((leaf) => leaf.text !== '').map((leaf) => styled(leaf, style));
}

function text(words) {
  return {type: 'text', text: words};
}

function styled(leaf, style) {
  const {style: _, ...bare} = leaf;
  return Object.keys(style ?? {}).length > 0 ? {...bare, style: {...style}} : bare;
}

function parsed(json) {
  try {
    const leaf = JSON.parse(json);
    return LEAVES.includes(leaf?.type) ? leaf : null;
  } catch {
    return null;
  }
}

function tidy(one) {
  if (one.type !== 'rich_text_list') {
    return {...one, elements: trimmed(one.elements)};
  }
  const items = one.elements.map((item) => ({...item, elements: trimmed(item.elements)}));
  return {...one, elements: items.some((item) => item.elements.length > 0) ? items : []};
}

/** Texts of the same style are one; breaks at the end are the browser's. */
function trimmed(found) {
  const joined = [];
  for (const leaf of found) {
    const last = joined.at(-1);
    const alike = last?.type === 'text' && leaf.type === 'text'
      && JSON.stringify(last.style ?? {}) === JSON.stringify(leaf.style ?? {});
    if (alike) {
      last.text += leaf.text;
    } else {
      joined.push({...leaf});
    }
  }
  const last = joined.at(-1);
  if (last?.type === 'text') {
    last.text = last.text.replace(/\n+$/, '');
    if (last.text === '') {
      joined.pop();
      return trimmed(joined);
    }
  }
  return joined;
}
