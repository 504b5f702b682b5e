// Block Kit as Slack's client shows it.
//
// The context says who looks and what the words mean:
//   me {id, tz?}, people [{id, name, realName}], channels [{id, name, private?, direct?}], names(id),
//   emoji(name) → string, node or nothing, mrkdwn(text) → node, markdown(text)? → node, now() in
//   milliseconds, image(url)? → an address on this machine or null, act(verb, args) → a promise of
//   {errors?, refused?}, and container, where the blocks stand:
//   {kind: "message", channel, ts} | {kind: "view", viewId} | {kind: "home", viewId}.

import {el} from './blocks/dom.js';
import {Entries} from './blocks/entries.js';
import {layout} from './blocks/layouts.js';
import {Surface} from './blocks/surface.js';

/**
 * The blocks as a node.
 *
 * @param entries what was entered before, where the same blocks are shown again
 */
export function renderBlocks(blocks, context, entries = new Entries()) {
  const surface = new Surface(context, entries, () => blocks ?? []);
  return el('div', {class: 'bk'}, (blocks ?? []).map((block) => renderBlock(block, surface)));
}

/** One block. */
export function renderBlock(block, surface) {
  return el(
    'div',
    {class: `bk-block bk-is-${String(block?.type ?? 'nothing').replaceAll('_', '-')}`, 'data-block': block?.block_id},
    layout(block, surface));
}
