// Which element is shown by what.

import {el} from './dom.js';
import {button, overflow} from './buttons.js';
import {checkboxes, radios} from './choices.js';
import {datepicker, datetimepicker, timepicker} from './dates.js';
import {richInput} from './editor.js';
import {image} from './images.js';
import {textInput} from './inputs.js';
import {multiSelect, select} from './selects.js';

const ENTERED = {
  plain_text_input: textInput,
  number_input: textInput,
  email_text_input: textInput,
  url_text_input: textInput,
  rich_text_input: richInput,
  static_select: select,
  users_select: select,
  conversations_select: select,
  channels_select: select,
  multi_static_select: multiSelect,
  multi_users_select: multiSelect,
  multi_conversations_select: multiSelect,
  multi_channels_select: multiSelect,
  checkboxes,
  radio_buttons: radios,
  datepicker,
  timepicker,
  datetimepicker,
};

/**
 * The nodes of an element.
 *
 * @param labelled the attributes that name it: its id, what labels and what describes it
 */
export function renderElement(surface, block, element, labelled) {
  switch (element?.type) {
    case 'button':
    case 'workflow_button':
      return [button(surface, block, element)];
    case 'overflow':
      return [overflow(surface, block, element)];
    case 'image':
      return [image(element, surface.context, 'bk-thumb')];
    default: {
      const show = ENTERED[element?.type];
      return show
        ? show(surface, block, element, labelled)
        : [el('span', {class: 'bk-unknown'}, 'This element cannot be shown here')];
    }
  }
}
