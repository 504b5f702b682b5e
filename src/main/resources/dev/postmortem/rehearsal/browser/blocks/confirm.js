// The question that stands before an action.

import {el, newId} from './dom.js';
import {words} from './text.js';

/** Asks; true if the person says yes. Escape is no. */
export function confirmed(question, context) {
  return new Promise((answer) => {
    const title = newId('confirm');
    const text = newId('confirm');
    const dialog = el(
      'dialog',
      {class: 'bk-confirm', 'aria-labelledby': title, 'aria-describedby': text},
      el('h2', {id: title}, words(question.title, context)),
      el('div', {id: text, class: 'bk-text'}, words(question.text, context)),
      el(
        'div',
        {class: 'bk-buttons'},
        choice(question.deny, 'no', 'bk-button', context),
        choice(
          question.confirm, 'yes',
          `bk-button bk-${question.style === 'danger' ? 'danger' : 'primary'}`, context)));
    const end = (yes) => {
      dialog.close();
      dialog.remove();
      answer(yes);
    };
    dialog.addEventListener('click', (event) => {
      const chosen = event.target.closest('button')?.value;
      if (chosen) {
        end(chosen === 'yes');
      }
    });
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      end(false);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

function choice(text, value, className, context) {
  return el('button', {type: 'button', class: className, value}, words(text, context));
}
