// Inputs into which people write one thing: text, a number, an e-mail address, an address.

import {el} from './dom.js';
import {spoken} from './text.js';

const LONGEST = 3000;
const NEAR = 100;

const KINDS = {
  number_input: {inputmode: 'decimal'},
  email_text_input: {type: 'email', autocomplete: 'off'},
  url_text_input: {type: 'url', autocomplete: 'off'},
};

/** The input, described by its label; what is typed is never cut, only counted. */
export function textInput(surface, block, element, labelled) {
  const several = element.type === 'plain_text_input' && element.multiline;
  const control = el(several ? 'textarea' : 'input', {
    type: several ? null : 'text',
    rows: several ? 4 : null,
    ...(KINDS[element.type] ?? {}),
    class: 'bk-field',
    placeholder: element.placeholder ? spoken(element.placeholder, surface.context) : null,
    'data-action': element.action_id,
    'data-focus': element.focus_on_load ? 'load' : null,
    ...labelled,
  });
  control.value = surface.value(block, element) ?? '';
  const left = el('span', {class: 'bk-left', 'aria-live': 'polite'});
  control.addEventListener('input', () => {
    surface.write(block, element, control.value === '' ? null : control.value, control);
    count(left, control.value.length, element.max_length ?? LONGEST);
  });
  control.addEventListener('keydown', (event) => {
    const enter = event.key === 'Enter' && !event.isComposing && !several;
    if (enter && surface.hearsEnter(block, element)) {
      event.preventDefault();
      surface.write(block, element, control.value === '' ? null : control.value, control, true);
    }
  });
  return [control, element.type === 'plain_text_input' ? left : null];
}

function count(left, length, most) {
  const rest = most - length;
  left.textContent = rest > Math.min(NEAR, most / 2)
    ? ''
    : rest >= 0 ? `${rest} characters left` : `${-rest} characters too many`;
}
