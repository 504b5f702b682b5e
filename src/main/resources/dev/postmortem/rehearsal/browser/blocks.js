// Stands in for the real renderer of Block Kit: its texts only.

import {h} from './dom.js';

export function renderBlocks(blocks, context) {
  return h('div', {class: 'bk'}, (blocks ?? []).map((block) => h('div', {}, texts(block, context))));
}

function texts(block, context) {
  if (block.type === 'rich_text') {
    return context.mrkdwn(rich(block));
  }
  const found = [block.text, block.label, ...(block.fields ?? []), ...(block.elements ?? [])]
    .map((one) => (typeof one?.text === 'string' ? one.text : one?.text?.text))
    .filter(Boolean);
  return found.map((text) => h('div', {}, context.mrkdwn(text)));
}

function rich(node) {
  if (node.type === 'user') {
    return `<@${node.user_id}>`;
  }
  if (node.type === 'emoji') {
    return `:${node.name}:`;
  }
  if (node.type === 'link') {
    return `<${node.url}|${node.text ?? node.url}>`;
  }
  if (node.type === 'channel') {
    return `<#${node.channel_id}>`;
  }
  return node.text ?? (node.elements ?? []).map(rich).join('');
}
