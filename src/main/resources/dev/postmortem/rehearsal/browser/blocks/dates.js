// A day, a time of day, an instant. The browser's own pickers know keyboards and screen readers.

import {el} from './dom.js';
import {toLocal, toSeconds, zoneOf} from './zone.js';

/** "2026-11-22". */
export function datepicker(surface, block, element, labelled) {
  return [picker(surface, block, element, {
    type: 'date', labelled, shown: (value) => value ?? '', read: (text) => text || null,
  })];
}

/** "14:05". */
export function timepicker(surface, block, element, labelled) {
  const control = picker(surface, block, element, {
    type: 'time', labelled, shown: (value) => value ?? '', read: (text) => text.slice(0, 5) || null,
  });
  return [control, element.timezone ? zoneName(element.timezone) : null];
}

/** Seconds since 1970, entered by the clocks of the person's own zone. */
export function datetimepicker(surface, block, element, labelled) {
  const zone = zoneOf(surface.context);
  const control = picker(surface, block, element, {
    type: 'datetime-local',
    labelled,
    shown: (value) => (value ? toLocal(value, zone) : ''),
    read: (text) => (text ? toSeconds(text, zone) : null),
  });
  return [control, zoneName(zone)];
}

function zoneName(zone) {
  return el('span', {class: 'bk-zone'}, zone.replaceAll('_', ' '));
}

/**
 * In an input the value is kept as it is picked. Elsewhere the app hears of it when the person is
 * done, or it would be told of each part of a date that is typed.
 */
function picker(surface, block, element, {type, labelled, shown, read}) {
  const control = el('input', {
    type, class: 'bk-field bk-date', 'data-action': element.action_id,
    'data-focus': element.focus_on_load ? 'load' : null, ...labelled,
  });
  const show = (value) => {
    control.value = shown(value);
  };
  const tells = block.type !== 'input' || block.dispatch_action;
  const done = () => {
    const value = read(control.value);
    if (value !== surface.value(block, element)) {
      surface.enter(block, element, value, control, show);
    }
  };
  show(surface.value(block, element));
  control.addEventListener(tells ? 'blur' : 'change', done);
  control.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      done();
    }
  });
  return control;
}
