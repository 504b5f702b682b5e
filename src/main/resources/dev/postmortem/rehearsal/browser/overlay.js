// What floats above the page: menus and pickers beside a button, dialogs in the middle.

import {h} from './dom.js';

let open = null;

/** Closes the menu or picker that is open, and goes back to where it was opened from. */
export function closeOverlay(back = true) {
  if (!open) {
    return;
  }
  const {node, anchor, outside} = open;
  open = null;
  document.removeEventListener('pointerdown', outside, true);
  node.remove();
  anchor.setAttribute('aria-expanded', 'false');
  if (back) {
    anchor.focus();
  }
}

/** Puts a node beside the button that opened it; Esc and a press elsewhere close it. */
export function showOverlay(anchor, node) {
  const again = open?.anchor === anchor;
  closeOverlay(false);
  if (again) {
    return false;
  }
  const outside = (event) => {
    if (!node.contains(event.target) && !anchor.contains(event.target)) {
      closeOverlay(false);
    }
  };
  node.classList.add('overlay');
  node.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      closeOverlay();
    }
  });
  open = {node, anchor, outside};
  document.addEventListener('pointerdown', outside, true);
  anchor.setAttribute('aria-expanded', 'true');
  document.body.append(node);
  settle(anchor, node);
  return true;
}

/** Below the anchor if there is room, else above it, and never over the edge. */
function settle(anchor, node) {
  const at = anchor.getBoundingClientRect();
  const size = node.getBoundingClientRect();
  const below = at.bottom + 4 + size.height < window.innerHeight;
  const top = below ? at.bottom + 4 : Math.max(8, at.top - size.height - 4);
  const left = Math.max(8, Math.min(at.right - size.width, window.innerWidth - size.width - 8));
  node.style.top = `${top}px`;
  node.style.left = `${left}px`;
}

/** A menu of [label, what it does, note?]. */
export function menu(anchor, label, items) {
  const buttons = items.map(([words, work, note]) => h(
    'button',
    {type: 'button', role: 'menuitem', tabindex: '-1', onClick: () => {
      closeOverlay();
      work();
    }},
    words, note && h('small', {}, note)));
  const node = h('div', {role: 'menu', class: 'menu', 'aria-label': label}, buttons);
  node.addEventListener('keydown', (event) => step(event, buttons));
  if (showOverlay(anchor, node)) {
    buttons[0]?.focus();
  }
}

/** Arrow keys, Home and End among these; across says how many stand in a row. */
export function step(event, among, across = 1) {
  const at = among.indexOf(document.activeElement);
  const to = {
    ArrowDown: at + across,
    ArrowUp: at - across,
    ArrowRight: across > 1 ? at + 1 : undefined,
    ArrowLeft: across > 1 ? at - 1 : undefined,
    Home: 0,
    End: among.length - 1,
  }[event.key];
  if (to === undefined || among.length === 0) {
    return;
  }
  event.preventDefault();
  among[across > 1 ? Math.max(0, Math.min(to, among.length - 1)) : (to + among.length) % among.length].focus();
}

/** A dialog in the middle of the page; it is gone once it closes. */
export function dialog(label, className, ...children) {
  const node = h('dialog', {class: className, 'aria-label': label}, children);
  node.addEventListener('close', () => node.remove());
  node.addEventListener('click', (event) => {
    if (event.target === node) {
      node.close();
    }
  });
  document.body.append(node);
  node.showModal();
  return node;
}

/** Asks whether to go on; true if so. */
export function sure(question, yes) {
  return new Promise((resolve) => {
    const node = dialog(
      question, 'sure',
      h('p', {}, question),
      h('div', {class: 'buttons'},
        h('button', {type: 'button', onClick: () => node.close()}, 'Cancel'),
        h('button', {type: 'button', class: 'danger', onClick: () => node.close('yes')}, yes)));
    node.addEventListener('close', () => resolve(node.returnValue === 'yes'));
  });
}

/** A picture as large as the window allows. */
export function lightbox(address, name) {
  const node = dialog(
    name, 'lightbox',
    h('header', {},
      h('span', {}, name),
      h('a', {href: address, download: name, class: 'button'}, 'Download'),
      h('button', {type: 'button', class: 'icon', 'aria-label': 'Close the picture', onClick: () => node.close()}, '×')),
    h('img', {src: address, alt: name}));
}
