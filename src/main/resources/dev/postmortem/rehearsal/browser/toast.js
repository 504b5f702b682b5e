// Short notices, refusals above all.

import {h} from './dom.js';
import {on} from './store.js';

const LASTS = 9000;

/** Shows a sentence for a while; what is already shown is not shown twice. */
export function toast(sentence) {
  const toasts = document.querySelector('#toasts');
  if ([...toasts.children].some((one) => one.firstChild.textContent === sentence)) {
    return;
  }
  const node = h('div', {class: 'toast'}, h('p', {}, sentence));
  const away = () => node.remove();
  node.append(h('button', {type: 'button', class: 'icon', 'aria-label': 'Close this notice', onClick: away}, '×'));
  toasts.append(node);
  setTimeout(away, LASTS);
}

on('trouble', toast);
