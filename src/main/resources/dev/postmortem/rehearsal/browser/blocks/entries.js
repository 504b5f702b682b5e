// What a person entered on one surface, in the shape in which Slack tells it to the app.

const FIELDS = {
  plain_text_input: 'value',
  number_input: 'value',
  email_text_input: 'value',
  url_text_input: 'value',
  rich_text_input: 'rich_text_value',
  static_select: 'selected_option',
  external_select: 'selected_option',
  radio_buttons: 'selected_option',
  multi_static_select: 'selected_options',
  multi_external_select: 'selected_options',
  checkboxes: 'selected_options',
  users_select: 'selected_user',
  multi_users_select: 'selected_users',
  conversations_select: 'selected_conversation',
  multi_conversations_select: 'selected_conversations',
  channels_select: 'selected_channel',
  multi_channels_select: 'selected_channels',
  datepicker: 'selected_date',
  timepicker: 'selected_time',
  datetimepicker: 'selected_date_time',
};

/** The name of what such an element holds; undefined for buttons and the like. */
export const fieldOf = (element) => FIELDS[element?.type];

/** The elements of a block that a person can use. */
export function usable(block) {
  switch (block.type) {
    case 'input':
      return [block.element];
    case 'section':
      return block.accessory && block.accessory.type !== 'image' ? [block.accessory] : [];
    case 'actions':
    case 'context_actions':
      return block.elements ?? [];
    default:
      return [];
  }
}

/** Entries stay while block_id, action_id and the kind of element stay, whatever else changes. */
export class Entries {
  #entered = new Map();

  /** What the element holds now: what was entered, or what it began with. */
  value(block, element) {
    const entered = this.#entered.get(key(block, element));
    return entered && entered.type === element.type
      ? entered[fieldOf(element)]
      : initial(element);
  }

  enter(block, element, value) {
    this.#entered.set(key(block, element), {type: element.type, [fieldOf(element)]: value});
  }

  /** Takes over what the workspace keeps of an earlier visit, but never against this one. */
  seed(blocks, state) {
    each(blocks, (block, element) => {
      const kept = state?.values?.[block.block_id]?.[element.action_id];
      const known = this.#entered.has(key(block, element));
      const same = JSON.stringify(kept?.[fieldOf(element)]) === JSON.stringify(initial(element));
      if (kept && kept.type === element.type && !known && !same) {
        this.enter(block, element, kept[fieldOf(element)]);
      }
    });
  }

  /** The state of the surface: values by block_id and action_id. */
  state(blocks) {
    const values = {};
    each(blocks, (block, element) => {
      values[block.block_id] ??= {};
      values[block.block_id][element.action_id] = {
        type: element.type,
        [fieldOf(element)]: this.value(block, element),
      };
    });
    return {values};
  }
}

function each(blocks, look) {
  for (const block of blocks ?? []) {
    usable(block).filter((element) => fieldOf(element)).forEach((element) => look(block, element));
  }
}

function key(block, element) {
  return `${block.block_id}\n${element.action_id}`;
}

function initial(element) {
  const field = fieldOf(element);
  const name = field === 'value' || field === 'rich_text_value'
    ? 'initial_value'
    : field.replace('selected_', 'initial_');
  return element[name] ?? (field.endsWith('s') ? [] : null);
}
