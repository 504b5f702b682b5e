// Modals and the Home tab.

import {el} from './blocks/dom.js';
import {Entries} from './blocks/entries.js';
import {find, Shown, spotOf} from './blocks/patch.js';
import {Panel} from './blocks/panel.js';
import {Surface} from './blocks/surface.js';

/** So many views are remembered, with what was typed in them while they were not on the screen. */
const REMEMBERED = 30;

const panels = new Map();
const homes = new Map();

let dialog = null;
let top = null;
let returnTo = null;

/**
 * Shows a person's open modals, the lowest first, each a view as the app gets it; none closes the
 * window. To be called whenever the stack changes, and when the person does.
 */
export function showViews(stack, context) {
  const views = stack ?? [];
  if (views.length === 0) {
    hide();
    return;
  }
  const shown = views.map((view) => panelOf(view, context));
  views.forEach((view, index) => shown[index].show(view, context));
  present(shown.at(-1), views.length);
}

function panelOf(view, context) {
  if (!panels.has(view.id)) {
    panels.set(view.id, new Panel(view, (all) => closeViews(view.id, all)));
    if (panels.size > REMEMBERED) {
      panels.delete(panels.keys().next().value);
    }
  }
  return panels.get(view.id);
}

function closeViews(viewId, all) {
  const panel = panels.get(viewId);
  panel?.context.act('closes', {viewId, all});
}

function present(panel, depth) {
  const fresh = dialog === null;
  if (fresh) {
    returnTo = {element: document.activeElement, spot: spotOf(document.activeElement)};
    dialog = el('dialog', {class: 'bk-modal'});
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      closeViews(top.id, false);
    });
    document.body.append(dialog);
  }
  const below = depth > 1;
  if (top !== panel || dialog.dataset.depth !== String(depth)) {
    const changed = top !== panel;
    top = panel;
    dialog.dataset.depth = String(depth);
    dialog.setAttribute('aria-labelledby', panel.titleId);
    dialog.replaceChildren(head(panel, below), panel.root);
    if (!dialog.open) {
      dialog.showModal();
    }
    if (changed || fresh) {
      panel.focus();
    }
  }
}

function head(panel, below) {
  const back = el(
    'button',
    {type: 'button', class: 'bk-head-button', 'aria-label': 'Back', on: {click: () => closeViews(panel.id, false)}},
    '←');
  const cross = el(
    'button',
    {type: 'button', class: 'bk-head-button', 'aria-label': 'Close the window', on: {click: () => closeViews(panel.id, true)}},
    '×');
  return el('header', {class: 'bk-head'}, below ? back : null, panel.title, cross);
}

function hide() {
  if (dialog === null) {
    return;
  }
  dialog.close();
  dialog.remove();
  dialog = null;
  top = null;
  const before = returnTo?.element?.isConnected ? returnTo.element : null;
  (before ?? (returnTo?.spot ? find(document, returnTo.spot) : null))?.focus();
  returnTo = null;
}

/**
 * The Home tab of a person, as the app published it; null before that. The same view gives the same
 * node, updated, so that nothing typed is lost: leave it where it is if it is there already.
 */
export function renderHome(view, context) {
  if (!view) {
    return el('p', {class: 'bk-unknown'}, 'The app has not published its Home tab yet.');
  }
  const key = view.id ?? context.me?.id;
  if (!homes.has(key)) {
    const home = {view, root: el('div', {class: 'bk bk-home'})};
    home.surface = new Surface(context, new Entries(), () => home.view.blocks ?? []);
    home.shown = new Shown(home.root, home.surface);
    homes.set(key, home);
  }
  const home = homes.get(key);
  home.view = view;
  home.surface.context = {...context, container: {kind: 'home', viewId: view.id}};
  home.shown.show(view.blocks ?? []);
  return home.root;
}
