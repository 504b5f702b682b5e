// Which block is shown by what.

import {el, link, newId} from './dom.js';
import {renderElement} from './elements.js';
import {fieldOf} from './entries.js';
import {image} from './images.js';
import {richText} from './richtext.js';
import {paragraph, spoken, unescaped, words} from './text.js';

const LAYOUTS = {
  section,
  context: (block, surface) => el('div', {class: 'bk-context'}, (block.elements ?? []).map((one) =>
    one.type === 'image'
      ? image(one, surface.context, 'bk-icon')
      : el('span', {class: 'bk-text'}, words(one, surface.context)))),
  header: (block, surface) => el('h3', {class: 'bk-header'}, words(block.text, surface.context)),
  divider: () => el('hr'),
  image: (block, surface) => el(
    'figure', {class: 'bk-figure'},
    block.title ? el('figcaption', {}, words(block.title, surface.context)) : null,
    image(block, surface.context, 'bk-image')),
  actions,
  context_actions: actions,
  input,
  rich_text: (block, surface) => richText(block, surface.context),
  markdown: (block, surface) => el(
    'div', {class: 'bk-text'}, surface.context.markdown?.(block.text) ?? block.text ?? ''),
  table,
  video,
  file: (block) => el('div', {class: 'bk-card'}, `File ${block.external_id ?? ''}`),
  alert: (block, surface) => paragraph(block.text, surface.context, 'bk-card bk-text'),
};

/** The inside of a block. */
export function layout(block, surface) {
  const show = LAYOUTS[block?.type];
  return show
    ? show(block, surface)
    : el('p', {class: 'bk-unknown'}, 'This block cannot be shown here');
}

function section(block, surface) {
  const {context} = surface;
  const text = block.text ? paragraph(block.text, context, 'bk-text') : null;
  const fields = block.fields
    ? el('div', {class: 'bk-fields'}, block.fields.map((field) => paragraph(field, context, 'bk-text')))
    : null;
  const side = block.accessory
    ? el('div', {class: 'bk-accessory'},
      renderElement(surface, block, block.accessory, named(block.accessory, context, block)))
    : null;
  return el('div', {class: 'bk-section'}, el('div', {class: 'bk-main'}, text, fields), side);
}

function actions(block, surface) {
  return el('div', {class: 'bk-actions'}, (block.elements ?? []).map((element) =>
    el('div', {class: 'bk-action'},
      renderElement(surface, block, element, named(element, surface.context)))));
}

/** Outside of an input an element has no label but its placeholder, or the text beside it. */
function named(element, context, block) {
  if (!fieldOf(element)) {
    return {};
  }
  const beside = block?.text ? spoken(block.text, context) : '';
  return {'aria-label': (element.placeholder && spoken(element.placeholder, context)) || beside || 'Choose'};
}

function input(block, surface) {
  const {context} = surface;
  const ids = {label: newId('label'), field: newId('field'), hint: newId('hint'), error: newId('error')};
  const grouped = ['checkboxes', 'radio_buttons', 'rich_text_input'].includes(block.element?.type);
  const labelled = {
    id: ids.field,
    'aria-labelledby': grouped ? ids.label : null,
    'aria-describedby': block.hint ? ids.hint : null,
    'aria-required': block.optional || block.element?.type === 'checkboxes' ? null : 'true',
  };
  const face = [words(block.label, context), block.optional ? el('span', {class: 'bk-optional'}, ' (optional)') : null];
  const label = grouped
    ? el('div', {class: 'bk-label', id: ids.label}, face)
    : el('label', {class: 'bk-label', id: ids.label, for: ids.field}, face);
  return el(
    'div', {class: 'bk-input', 'data-error': ids.error},
    label,
    renderElement(surface, block, block.element, labelled),
    block.hint ? el('div', {class: 'bk-hint', id: ids.hint}, words(block.hint, context)) : null);
}

function table(block, surface) {
  const align = (column) => block.column_settings?.[column]?.align;
  const cell = (one) => (one.type === 'rich_text'
    ? richText(one, surface.context)
    : unescaped(one.text));
  const row = (cells, tag) => el('tr', {}, cells.map((one, column) =>
    el(tag, {class: align(column) ? `bk-${align(column)}` : null, scope: tag === 'th' ? 'col' : null}, cell(one))));
  const [head, ...rest] = block.rows ?? [];
  return el(
    'div', {class: 'bk-table', tabindex: '0', role: 'region', 'aria-label': 'Table'},
    el('table', {},
      head ? el('thead', {}, row(head, 'th')) : null,
      el('tbody', {}, rest.map((cells) => row(cells, 'td')))));
}

function video(block, surface) {
  const {context} = surface;
  const from = [block.author_name, block.provider_name].filter(Boolean).join(' · ');
  return el(
    'div', {class: 'bk-card'},
    el('strong', {}, link(block.title_url ?? block.video_url, words(block.title, context))),
    from ? el('div', {class: 'bk-hint'}, from) : null,
    block.description ? paragraph(block.description, context, 'bk-text') : null,
    image(block, context, 'bk-image'));
}
