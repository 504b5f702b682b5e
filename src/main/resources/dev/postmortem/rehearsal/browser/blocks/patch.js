// Shows changed blocks in place: what is the same stays the same node, with its cursor and focus.

import {renderBlock} from '../blocks.js';

/** The blocks on a page, which may be given again. */
export class Shown {
  #nodes = new Map();

  constructor(root, surface) {
    this.root = root;
    this.surface = surface;
  }

  show(blocks) {
    const focused = spotOf(this.root.contains(document.activeElement) ? document.activeElement : null);
    const before = this.#nodes;
    this.#nodes = new Map();
    const wanted = blocks.map((block, index) => {
      const key = block.block_id ?? `#${index}`;
      const json = JSON.stringify(block);
      const kept = before.get(key);
      const node = kept?.json === json ? kept.node : renderBlock(block, this.surface);
      this.#nodes.set(key, {json, node});
      return node;
    });
    place(this.root, wanted);
    if (focused && !this.root.contains(document.activeElement)) {
      find(this.root, focused)?.focus();
    }
  }
}

/** A node that is where it should be is not moved, as that would take the focus from it. */
function place(root, wanted) {
  [...root.children].filter((node) => !wanted.includes(node)).forEach((node) => node.remove());
  wanted.forEach((node, index) => {
    if (root.children[index] !== node) {
      root.insertBefore(node, root.children[index] ?? null);
    }
  });
}

/** Where an element stands, in words that outlive it. */
export function spotOf(element) {
  const block = element?.closest('[data-block]')?.dataset.block;
  const action = element?.closest('[data-action]')?.dataset.action;
  return block === undefined || action === undefined ? null : {block, action};
}

/** The element that stands there now. */
export function find(root, spot) {
  return root.querySelector(
    `[data-block="${CSS.escape(spot.block)}"] [data-action="${CSS.escape(spot.action)}"]`);
}
