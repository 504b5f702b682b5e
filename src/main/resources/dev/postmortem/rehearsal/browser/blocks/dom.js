// Makes elements. Whatever comes from a message becomes text or an attribute here, never markup.

let made = 0;

/** An id that nothing else on the page has. */
export function newId(what) {
  made += 1;
  return `bk-${what}-${made}`;
}

/**
 * An element with attributes, listeners ("on": {click: f}) and children: nodes, strings, or lists
 * of them. An attribute that is true stands alone; one that is false, null or undefined is left out.
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'on') {
      Object.entries(value).forEach(([event, listener]) => element.addEventListener(event, listener));
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

/** The address if a page may lead there: the web or a letter, nothing that runs. Otherwise null. */
export function safeUrl(url) {
  try {
    const parsed = new URL(String(url));
    return ['http:', 'https:', 'mailto:'].includes(parsed.protocol) ? parsed.href : null;
  } catch {
    return null;
  }
}

/** A link that opens beside this page; only the words if the address leads nowhere safe. */
export function link(url, ...words) {
  const href = safeUrl(url);
  return href === null
    ? el('span', {}, words)
    : el('a', {class: 'bk-link', href, target: '_blank', rel: 'noopener noreferrer'}, words);
}
