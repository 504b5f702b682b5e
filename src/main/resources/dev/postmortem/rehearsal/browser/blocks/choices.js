// Boxes to tick and buttons to choose one by.

import {el, newId} from './dom.js';
import {words} from './text.js';

/** Checkboxes: any of several. */
export function checkboxes(surface, block, element, labelled) {
  const ticked = () => surface.value(block, element) ?? [];
  const group = several(surface, element, 'checkbox', labelled, () => {
    const options = element.options.filter((_, index) => inputs(group)[index].checked);
    surface.enter(block, element, options, group, show);
  });
  function show() {
    inputs(group).forEach((input, index) => {
      input.checked = ticked().some((option) => option.value === element.options[index].value);
    });
  }
  show();
  return [group];
}

/** Radio buttons: one of several. */
export function radios(surface, block, element, labelled) {
  const group = several(surface, element, 'radio', labelled, () => {
    const option = element.options.find((_, index) => inputs(group)[index].checked);
    surface.enter(block, element, option ?? null, group, show);
  });
  function show() {
    inputs(group).forEach((input, index) => {
      input.checked = surface.value(block, element)?.value === element.options[index].value;
    });
  }
  show();
  return [group];
}

const inputs = (group) => [...group.querySelectorAll('input')];

function several(surface, element, type, labelled, changed) {
  const name = newId('choice');
  const group = el('div', {
    class: 'bk-choices',
    role: type === 'radio' ? 'radiogroup' : 'group',
    'data-action': element.action_id,
    ...labelled,
    id: null,
  });
  (element.options ?? []).forEach((option, index) => {
    const more = option.description ? newId('choice') : null;
    group.append(
      el(
        'label', {class: 'bk-choice'},
        el('input', {
          type, name, value: index, 'aria-describedby': more,
          id: index === 0 ? labelled.id : null, on: {change: changed},
        }),
        el(
          'span', {},
          el('span', {class: 'bk-text'}, words(option.text, surface.context)),
          option.description
            ? el('small', {id: more}, words(option.description, surface.context))
            : null)));
  });
  return group;
}
