// Buttons, and the menu behind the three dots.

import {el, newId, safeUrl} from './dom.js';
import {words, spoken} from './text.js';

const STYLES = {primary: ' bk-primary', danger: ' bk-danger'};

/** A button; one with an address is a link that the app hears of, too. */
export function button(surface, block, element) {
  const attributes = {
    class: `bk-button${STYLES[element.style] ?? ''}`,
    'aria-label': element.accessibility_label,
    'data-action': element.action_id,
  };
  const href = element.url ? safeUrl(element.url) : null;
  const face = words(element.text, surface.context);
  const control = href
    ? el('a', {...attributes, href, target: '_blank', rel: 'noopener noreferrer'}, face)
    : el('button', {...attributes, type: 'button'}, face);
  control.addEventListener('click', () => surface.use(block, element, null, control));
  return control;
}

/** The menu behind the three dots. */
export function overflow(surface, block, element) {
  const id = newId('menu');
  const menu = el('div', {class: 'bk-menu', role: 'menu', id, hidden: true, 'aria-label': 'More actions'});
  const opener = el('button', {
    type: 'button', class: 'bk-button bk-dots', 'aria-haspopup': 'menu', 'aria-expanded': 'false',
    'aria-controls': id, 'aria-label': 'More actions', 'data-action': element.action_id,
  }, '⋯');
  const show = (open) => {
    menu.hidden = !open;
    opener.setAttribute('aria-expanded', String(open));
  };
  const choose = (option) => {
    show(false);
    opener.focus();
    const href = option.url ? safeUrl(option.url) : null;
    if (href) {
      window.open(href, '_blank', 'noopener,noreferrer');
    }
    surface.use(block, element, option, opener);
  };
  for (const option of element.options ?? []) {
    menu.append(el(
      'button',
      {type: 'button', role: 'menuitem', tabindex: '-1', on: {click: () => choose(option)}},
      spoken(option.text, surface.context),
      option.description ? el('small', {}, spoken(option.description, surface.context)) : null));
  }
  const box = el('span', {class: 'bk-overflow'}, opener, menu);
  opener.addEventListener('click', () => {
    show(menu.hidden);
    if (!menu.hidden) {
      menu.firstElementChild?.focus();
    }
  });
  box.addEventListener('focusout', (event) => {
    if (!box.contains(event.relatedTarget)) {
      show(false);
    }
  });
  box.addEventListener('keydown', (event) => keys(event, menu, opener, show));
  return box;
}

function keys(event, menu, opener, show) {
  if (event.key === 'Escape' && !menu.hidden) {
    event.stopPropagation();
    event.preventDefault();
    show(false);
    opener.focus();
    return;
  }
  const items = [...menu.children];
  const at = items.indexOf(document.activeElement);
  const next = {ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1}[event.key];
  if (next !== undefined && !menu.hidden) {
    event.preventDefault();
    items[(next + items.length) % items.length]?.focus();
  }
}
