// Elements are built, never written as HTML: what people say stays text.

const EVENT = /^on[A-Z]/;

/** An element with its attributes, listeners (onClick) and children; empty children are left out. */
export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === undefined || value === null || value === false) {
      continue;
    }
    if (EVENT.test(name)) {
      node.addEventListener(name.slice(2).toLowerCase(), value);
    } else {
      node.setAttribute(name, value === true ? '' : String(value));
    }
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false && child !== ''));
  return node;
}

/** A button that only carries a sign; the label is what is heard, and what the pointer is told. */
export function iconButton(sign, label, onClick, attributes = {}) {
  return h(
    'button',
    {type: 'button', class: 'icon', 'aria-label': label, title: label, onClick, ...attributes},
    h('span', {'aria-hidden': 'true'}, sign));
}

/** Puts exactly these nodes into a parent, moving as few as possible. */
export function place(parent, nodes) {
  let cursor = parent.firstChild;
  for (const node of nodes) {
    if (node === cursor) {
      cursor = cursor.nextSibling;
    } else {
      parent.insertBefore(node, cursor);
    }
  }
  while (cursor) {
    const next = cursor.nextSibling;
    cursor.remove();
    cursor = next;
  }
}

/** Runs soon, once, however often it is asked for. */
export function soon(work) {
  let waiting = false;
  return () => {
    if (!waiting) {
      waiting = true;
      setTimeout(() => {
        waiting = false;
        work();
      });
    }
  };
}
