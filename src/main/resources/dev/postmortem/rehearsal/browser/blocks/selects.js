// Menus to choose one or several from: options, people, channels, conversations.

import {el} from './dom.js';
import {spoken} from './text.js';

const DIRECT = ['im', 'mpim'];

/** A menu for one. */
export function select(surface, block, element, labelled) {
  const choices = choicesOf(surface, element);
  const menu = nativeMenu(surface, element, choices, labelled);
  const show = (value) => {
    menu.value = String(indexOf(choices, value));
  };
  show(surface.value(block, element));
  menu.addEventListener('change', () => {
    const chosen = choices[Number(menu.value)];
    surface.enter(block, element, chosen ? chosen.value : null, menu, show);
  });
  return [menu];
}

/** A menu for several: those that were chosen, each with a way out, and a menu of the others. */
export function multiSelect(surface, block, element, labelled) {
  const choices = choicesOf(surface, element);
  const menu = nativeMenu(surface, element, choices, labelled);
  const chips = el('ul', {class: 'bk-chips', 'aria-label': 'Chosen'});
  const chosen = () => surface.value(block, element) ?? [];
  const change = (values) => {
    surface.enter(block, element, values, menu, show);
    show();
  };
  const remove = (value) => () => {
    change(chosen().filter((other) => !same(other, value)));
    menu.focus();
  };
  function show() {
    const values = chosen();
    const full = values.length >= (element.max_selected_items ?? Infinity);
    chips.replaceChildren(...values.map((value) => chip(nameOf(surface, choices, value), remove(value))));
    chips.hidden = values.length === 0;
    menu.value = '-1';
    menu.disabled = full;
    for (const option of menu.querySelectorAll('option')) {
      const one = choices[Number(option.value)];
      option.hidden = option.disabled = one !== undefined && values.some((value) => same(value, one.value));
    }
  }
  menu.addEventListener('change', () => {
    const one = choices[Number(menu.value)];
    if (one) {
      change([...chosen(), one.value]);
    }
  });
  show();
  return [el('div', {class: 'bk-several'}, chips, menu)];
}

function chip(name, remove) {
  return el(
    'li', {class: 'bk-chip'}, name,
    el('button', {type: 'button', 'aria-label': `Remove ${name}`, on: {click: remove}}, '×'));
}

function nativeMenu(surface, element, choices, labelled) {
  const hint = element.placeholder ? spoken(element.placeholder, surface.context) : 'Choose…';
  const menu = el('select', {
    class: 'bk-field bk-select',
    'data-action': element.action_id,
    'data-focus': element.focus_on_load ? 'load' : null,
    ...labelled,
  }, el('option', {value: '-1'}, hint));
  let group = menu;
  choices.forEach((choice, index) => {
    if (choice.group && group.label !== choice.group) {
      group = menu.appendChild(el('optgroup', {label: choice.group}));
    }
    group.append(el('option', {value: index}, choice.name));
  });
  menu.addEventListener('keydown', openRatherThanChoose);
  return menu;
}

/** Otherwise each press of an arrow key would choose, and the app be told of things passed by. */
function openRatherThanChoose(event) {
  if (['ArrowDown', 'ArrowUp'].includes(event.key) && event.target.showPicker) {
    try {
      event.target.showPicker();
      event.preventDefault();
    } catch {
      // then the browser does what it usually does
    }
  }
}

/** Everything that can be chosen: its name, what the app gets, and the group that it is in. */
function choicesOf(surface, element) {
  const {context} = surface;
  if (element.type.includes('static_select')) {
    const groups = element.option_groups ?? [{options: element.options ?? []}];
    return groups.flatMap((group) =>
      group.options.map((option) => ({
        name: spoken(option.text, context)
          + (option.description ? ` – ${spoken(option.description, context)}` : ''),
        value: option,
        group: group.label ? spoken(group.label, context) : '',
      })));
  }
  const people = () => (context.people ?? []).map((person) => ({
    name: person.realName ?? person.name ?? context.names(person.id), value: person.id,
  }));
  const channels = (list) => list.map((channel) => ({
    name: `#${channel.name ?? context.names(channel.id)}`, value: channel.id,
  }));
  const rooms = (context.channels ?? []).filter((channel) => !isDirect(channel));
  if (element.type.includes('users_select')) {
    return people();
  }
  if (element.type.includes('channels_select')) {
    return channels(rooms.filter((channel) => !isPrivate(channel)));
  }
  const kinds = element.filter?.include ?? ['public', 'private', 'im', 'mpim'];
  const shown = rooms.filter((room) => kinds.includes(isPrivate(room) ? 'private' : 'public'));
  return [...channels(shown), ...(kinds.some((kind) => DIRECT.includes(kind)) ? people() : [])];
}

function isPrivate(channel) {
  return Boolean(channel.private ?? channel.isPrivate ?? channel.is_private ?? channel.kind === 'private');
}

function isDirect(channel) {
  return Boolean(channel.direct ?? channel.isDirect ?? channel.is_im ?? String(channel.id).startsWith('D'));
}

function indexOf(choices, value) {
  return value === null || value === undefined ? -1 : choices.findIndex((choice) => same(choice.value, value));
}

function nameOf(surface, choices, value) {
  const known = choices.find((choice) => same(choice.value, value));
  return known?.name ?? (typeof value === 'string' ? surface.context.names(value) : spoken(value.text, surface.context));
}

/** Options are the same if their values are. */
function same(one, other) {
  return (one?.value ?? one) === (other?.value ?? other);
}
