// Stands in for the real modals and Home tab.

import {h} from './dom.js';
import {renderBlocks} from './blocks.js';

export function showViews(stack, context) {
  document.querySelector('#stand-in')?.remove();
  const view = stack.at(-1);
  if (view) {
    const close = h('button', {type: 'button', onClick: () => context.act('closes', {viewId: view.id})}, 'Close');
    document.body.append(h('div', {id: 'stand-in', role: 'dialog'}, view.title.text, renderBlocks(view.blocks, context), close));
  }
}

export function renderHome(view, context) {
  return view ? renderBlocks(view.blocks, context) : h('p', {}, 'The app has not published its Home tab yet.');
}
