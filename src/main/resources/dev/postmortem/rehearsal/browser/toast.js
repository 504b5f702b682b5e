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
  const away = () => {
    node.remove();
    if (toasts.childElementCount === 0 && toasts.matches(':popover-open')) {
      toasts.hidePopover();
    }
  };
  node.append(h('button', {type: 'button', class: 'icon', 'aria-label': 'Close this notice', onClick: away}, '×'));
  toasts.append(node);
  raise(toasts);
  setTimeout(away, LASTS);
}

/** To the top, above windows that were opened since. */
function raise(toasts) {
  if (toasts.matches(':popover-open')) {
    toasts.hidePopover();
  }
  toasts.showPopover();
}

on('trouble', toast);
