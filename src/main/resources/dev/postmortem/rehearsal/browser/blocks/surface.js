// Where blocks are shown: a message, a modal or the Home tab. Tells the app what people do there.

import {el} from './dom.js';
import {fieldOf} from './entries.js';
import {confirmed} from './confirm.js';

/** What Slack says when the app does not answer in time. */
export const TROUBLE = 'We had some trouble connecting. Try again?';

/** As long as Slack waits for an app. */
export const PATIENCE = 3000;

const SHOWN = ['text', 'value', 'style', 'placeholder', 'confirm', 'url', 'initial_option'];

export class Surface {
  #busy = new Set();

  /** The blocks are asked for anew each time, as a view may be updated in place. */
  constructor(context, entries, blocks) {
    this.context = context;
    this.entries = entries;
    this.blocks = blocks;
  }

  value(block, element) {
    return this.entries.value(block, element);
  }

  /** A person enters something; where the app wants to know at once, it is told. */
  async enter(block, element, value, control, undo = () => {}) {
    const before = this.value(block, element);
    this.entries.enter(block, element, value);
    if (block.type !== 'input') {
      const done = await this.use(block, element, value, control);
      if (!done) {
        this.entries.enter(block, element, before);
        undo(before);
      }
    } else if (block.dispatch_action && !written(element)) {
      await this.use(block, element, value, control);
    }
  }

  /** A person writes; the app hears of it letter by letter only if it asked for that. */
  write(block, element, value, control, entered = false) {
    this.entries.enter(block, element, value);
    const wanted = element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];
    if (block.dispatch_action
        && wanted.includes(entered ? 'on_enter_pressed' : 'on_character_entered')) {
      this.use(block, element, value, control);
    }
  }

  /** Whether Enter in this element goes to the app. */
  hearsEnter(block, element) {
    const wanted = element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];
    return Boolean(block.dispatch_action) && wanted.includes('on_enter_pressed');
  }

  /** Uses an element; false if the person thinks better of it. */
  async use(block, element, value, control) {
    if (element.confirm && !(await confirmed(element.confirm, this.context))) {
      return false;
    }
    const key = `${block.block_id}\n${element.action_id}`;
    if (this.#busy.has(key) && !fieldOf(element)) {
      return true;
    }
    this.#busy.add(key);
    control?.setAttribute('aria-busy', 'true');
    const late = setTimeout(() => complain(control, TROUBLE), PATIENCE);
    try {
      const answer = await this.context.act('clicks', this.#click(block, element, value));
      complain(control, answer?.refused ?? '');
    } catch {
      complain(control, TROUBLE);
    } finally {
      clearTimeout(late);
      this.#busy.delete(key);
      control?.removeAttribute('aria-busy');
    }
    return true;
  }

  #click(block, element, value) {
    const action = {type: element.type, action_id: element.action_id, block_id: block.block_id};
    SHOWN.filter((name) => name in element).forEach((name) => {
      action[name] = element[name];
    });
    const field = element.type === 'overflow' ? 'selected_option' : fieldOf(element);
    if (field) {
      action[field] = value;
    }
    return {
      container: this.context.container,
      blockId: block.block_id,
      actionId: element.action_id,
      action,
      state: this.entries.state(this.blocks()),
    };
  }
}

function written(element) {
  return ['value', 'rich_text_value'].includes(fieldOf(element));
}

/** Says beside the block what went wrong, or takes it back. */
function complain(control, sentence) {
  const block = control?.closest('.bk-block');
  block?.querySelector(':scope > .bk-refused')?.remove();
  if (block && sentence) {
    block.append(el('p', {class: 'bk-refused', role: 'alert'}, sentence));
  }
}
