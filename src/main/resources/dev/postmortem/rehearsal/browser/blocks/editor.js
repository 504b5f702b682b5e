// An editable area for rich text: a toolbar, a box to write in, and a list of names to complete.

import {el, safeUrl} from './dom.js';
import {spoken} from './text.js';
import {richPart} from './richtext.js';
import {richTextOf} from './tree.js';
import {completion} from './complete.js';

const TOOLS = [
  ['bold', 'Bold', 'B', 'b'],
  ['italic', 'Italic', 'I', 'i'],
  ['strikeThrough', 'Strikethrough', 'S'],
  ['code', 'Code', '</>'],
  ['link', 'Link', 'Link'],
  ['insertUnorderedList', 'Bulleted list', '•'],
  ['insertOrderedList', 'Numbered list', '1.'],
  ['blockquote', 'Quote', '“ ”'],
  ['pre', 'Code block', '{ }'],
];

/** The input; what it holds is a rich_text block, or null. */
export function richInput(surface, block, element, labelled) {
  const {context} = surface;
  const area = el('div', {
    class: 'bk-field bk-editor', contenteditable: 'true', role: 'textbox', 'aria-multiline': 'true',
    'data-action': element.action_id, 'data-focus': element.focus_on_load ? 'load' : null,
    'data-placeholder': element.placeholder ? spoken(element.placeholder, context) : null,
    spellcheck: 'true', ...labelled,
  });
  fill(area, surface.value(block, element), context);
  const knows = (name) => Boolean(context.emoji?.(name));
  const changed = () => {
    const value = richTextOf(area, knows);
    area.classList.toggle('bk-empty', value === null);
    surface.write(block, element, value, area);
  };
  area.classList.toggle('bk-empty', richTextOf(area, knows) === null);
  const names = completion(area, context, changed);
  area.addEventListener('input', changed);
  area.addEventListener('paste', pasteWords);
  area.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.shiftKey === false && inside('PRE', 'BLOCKQUOTE')) {
      event.preventDefault();
      document.execCommand('insertLineBreak');
    }
  });
  return [toolbar(area, changed), el('div', {class: 'bk-editing'}, area, names)];
}

/** Puts a block into the area, so that reading it back gives the same block. */
export function fill(area, value, context) {
  area.replaceChildren(...(value?.elements ?? []).map((part) => {
    const shown = richPart(part, context);
    if (part.type === 'rich_text_list') {
      [...shown.children].forEach((item, index) =>
        keepLeaves(item, part.elements[index].elements));
    } else {
      keepLeaves(part.type === 'rich_text_preformatted' ? shown.firstChild : shown, part.elements);
      shown.removeAttribute('tabindex');
    }
    return shown;
  }));
}

/** What is no text cannot be written into, and remembers what it stands for. */
function keepLeaves(shown, leaves) {
  [...shown.childNodes].forEach((node, index) => {
    const leaf = leaves?.[index];
    if (leaf && !['text', 'link'].includes(leaf.type)) {
      node.setAttribute('contenteditable', 'false');
      node.dataset.leaf = JSON.stringify(leaf);
    }
  });
}

function toolbar(area, changed) {
  const tools = el('div', {class: 'bk-tools', role: 'toolbar', 'aria-label': 'Formatting'});
  TOOLS.forEach(([command, name, face, key], index) => {
    tools.append(el('button', {
      type: 'button', class: `bk-tool bk-tool-${command}`, 'aria-label': name,
      title: key ? `${name} (Ctrl+${key.toUpperCase()})` : name, tabindex: index === 0 ? '0' : '-1',
      on: {
        // the selection must stay in the area
        mousedown: (event) => event.preventDefault(),
        click: () => {
          area.focus();
          format(area, command);
          changed();
        },
      },
    }, face));
  });
  tools.addEventListener('keydown', (event) => rove(event, [...tools.children]));
  return tools;
}

/** In a toolbar the arrow keys go from button to button, and Tab goes on. */
function rove(event, buttons) {
  const at = buttons.indexOf(document.activeElement);
  const next = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1}[event.key];
  if (at >= 0 && next !== undefined) {
    event.preventDefault();
    const one = buttons[(next + buttons.length) % buttons.length];
    buttons.forEach((button) => button.setAttribute('tabindex', button === one ? '0' : '-1'));
    one.focus();
  }
}

function format(area, command) {
  const selection = document.getSelection();
  if (selection.rangeCount === 0 || !area.contains(selection.anchorNode)) {
    selection.selectAllChildren(area);
    selection.collapseToEnd();
  }
  switch (command) {
    case 'code':
      return code(selection);
    case 'link':
      return linkTo(selection);
    case 'blockquote':
    case 'pre':
      return document.execCommand('formatBlock', false, inside(command.toUpperCase()) ? 'div' : command);
    default:
      return document.execCommand(command);
  }
}

/** Makes the selection code, or takes that back. */
function code(selection) {
  const around = inside('CODE');
  if (around) {
    around.replaceWith(...around.childNodes);
    return;
  }
  const range = selection.getRangeAt(0);
  const made = el('code', {}, range.collapsed ? '\u200b' : range.extractContents());
  range.insertNode(made);
  selection.selectAllChildren(made);
  if (made.textContent === '\u200b') {
    selection.collapseToEnd();
  }
}

function linkTo(selection) {
  const url = safeUrl(window.prompt('Address of the link', 'https://') ?? '');
  if (!url) {
    return;
  }
  const range = selection.getRangeAt(0);
  const words = range.collapsed ? url : range.extractContents();
  const made = el('a', {href: url, class: 'bk-link'}, words);
  range.insertNode(made);
  selection.collapse(made.parentNode, [...made.parentNode.childNodes].indexOf(made) + 1);
}

function inside(...names) {
  const node = document.getSelection().anchorNode;
  const element = node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement;
  return element?.closest(`.bk-editor :is(${names.join(',').toLowerCase()})`) ?? null;
}

/** Only the words of what is pasted; the shape of another page has no place here. */
function pasteWords(event) {
  event.preventDefault();
  document.execCommand('insertText', false, event.clipboardData.getData('text/plain'));
}

