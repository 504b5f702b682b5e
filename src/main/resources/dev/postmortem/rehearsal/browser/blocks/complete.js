// Completes the names of people after "@" and of channels after "#" in an editable area.

import {el, newId} from './dom.js';

const MOST = 8;

/** The list of names, to be placed beside the area. */
export function completion(area, context, changed) {
  const list = el('ul', {class: 'bk-names', role: 'listbox', id: newId('names'), 'aria-label': 'Names', hidden: true});
  let open = null;
  const close = () => {
    open = null;
    list.hidden = true;
    area.removeAttribute('aria-activedescendant');
    area.removeAttribute('aria-controls');
  };
  const choose = (name) => {
    replace(open, name);
    close();
    changed();
  };
  const show = (at) => {
    list.replaceChildren(...open.names.map((name, index) => el('li', {
      role: 'option', id: `${list.id}-${index}`, 'aria-selected': String(index === at),
      on: {
        mousedown: (event) => {
          event.preventDefault();
          choose(name);
        },
      },
    }, name.words)));
    list.hidden = false;
    open.at = at;
    area.setAttribute('aria-controls', list.id);
    area.setAttribute('aria-activedescendant', `${list.id}-${at}`);
  };
  area.addEventListener('input', () => {
    open = asked(area, context);
    if (open) {
      show(0);
    } else {
      close();
    }
  });
  area.addEventListener('blur', close);
  area.addEventListener('keydown', (event) => {
    if (!open) {
      return;
    }
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step) {
      show((open.at + step + open.names.length) % open.names.length);
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      choose(open.names[open.at]);
    } else if (event.key === 'Escape') {
      close();
    } else {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  });
  return list;
}

/** What is being written before the cursor, and the names that begin like it. */
function asked(area, context) {
  const {anchorNode: node, anchorOffset: end, isCollapsed} = document.getSelection();
  if (!isCollapsed || node?.nodeType !== Node.TEXT_NODE || !area.contains(node)) {
    return null;
  }
  const match = /(?:^|[\s(])([@#])([\p{L}\p{N}._-]*)$/u.exec(node.data.slice(0, end));
  if (!match) {
    return null;
  }
  const names = (match[1] === '@' ? people(context) : channels(context))
    .filter((name) => name.keys.some((key) => key.startsWith(match[2].toLowerCase())))
    .slice(0, MOST);
  return names.length > 0 ? {node, from: end - match[2].length - 1, end, names, at: 0} : null;
}

function people(context) {
  return (context.people ?? []).map((person) => {
    const full = person.realName ?? person.name ?? context.names(person.id);
    return {
      words: `@${full}`,
      keys: [...full.toLowerCase().split(/\s+/), full.toLowerCase(), String(person.name ?? '').toLowerCase()],
      leaf: {type: 'user', user_id: person.id},
    };
  });
}

function channels(context) {
  return (context.channels ?? []).filter((channel) => channel.name).map((channel) => ({
    words: `#${channel.name}`,
    keys: [channel.name.toLowerCase()],
    leaf: {type: 'channel', channel_id: channel.id},
  }));
}

function replace({node, from, end}, name) {
  const after = node.splitText(end);
  node.data = node.data.slice(0, from);
  if (!after.data.startsWith(' ')) {
    after.data = `\u00a0${after.data}`;
  }
  after.before(el('span', {
    class: 'bk-mention', contenteditable: 'false', 'data-leaf': JSON.stringify(name.leaf),
  }, name.words));
  document.getSelection().collapse(after, 1);
}
