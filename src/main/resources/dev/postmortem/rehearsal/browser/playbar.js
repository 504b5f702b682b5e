// The bar that a play is held, hurried and taken over by. It is built once and then only told how
// the play stands, several times a second, so that nothing is taken from under a finger.

import {el, newId} from './blocks/dom.js';
import {confirmed} from './blocks/confirm.js';

/** Minutes of the incident in a second of the visitor's. */
const SPEEDS = [
  [1 / 60, 'as on the wall'], [0.5, '30 s a second'], [1, '1 min a second'], [3, '3 min a second'],
  [10, '10 min a second'], [60, '1 h a second'],
];

const MINUTES = 10;

const TAKE_OVER = {
  title: {type: 'plain_text', text: 'Take over?'},
  text: {
    type: 'plain_text',
    text: 'The others stop where they are, and you go on alone, as whoever you like. Time then passes as on your own clock; you can jump to what is next.',
  },
  confirm: {type: 'plain_text', text: 'Take over'},
  deny: {type: 'plain_text', text: 'Not now'},
};

/**
 * Builds the bar in this element.
 *
 * @param command does what the visitor asks: (verb, arguments) → a promise
 * @return to be called with the state of the play whenever it changes
 */
export function mountPlay(root, command) {
  const bar = new Bar(command);
  root.replaceChildren(...bar.nodes);
  return (state) => bar.show(state);
}

class Bar {
  #state = {};
  #dues = '';

  constructor(command) {
    const press = (verb, args) => () => command(verb, args?.());
    this.command = command;
    this.said = el('p', {class: 'play-said', role: 'status'});
    this.clock = el('time', {class: 'play-clock', title: 'The time in the incident'});
    this.run = button('', () => command(this.#state.playing ? 'pause' : 'resume'), 'play-run');
    this.step = button('Next line', press('step'), '', 'Plays the next line at once');
    this.over = button('Take over', () => this.#takeOver(), '', 'The others stop, and you go on alone');
    this.later = button(`+${MINUTES} min`, press('advance', () => ({minutes: MINUTES})), '', `Advances the clock by ${MINUTES} minutes`);
    this.dues = el('span', {class: 'play-dues', role: 'group', 'aria-label': 'Advance the clock to'});
    const speedId = newId('speed');
    this.speed = el(
      'select',
      {id: speedId, on: {change: () => command('speed', {factor: SPEEDS[Number(this.speed.value)][0]})}},
      SPEEDS.map(([, words], index) => el('option', {value: index}, words)));
    this.nodes = [
      this.run, this.step,
      el('span', {class: 'play-speed'}, el('label', {for: speedId}, 'Speed'), this.speed),
      this.over, this.said, this.clock, this.later, this.dues,
    ];
  }

  async #takeOver() {
    if (await confirmed(TAKE_OVER, {})) {
      this.command('takeOver');
    }
  }

  show(state) {
    this.#state = state;
    const alone = state.ended || state.takenOver;
    write(this.run, state.playing ? '❚❚ Pause' : '► Play');
    this.run.classList.toggle('play-inviting', !state.playing);
    this.step.hidden = alone;
    this.over.hidden = alone;
    write(this.said, state.said ?? state.phase ?? '');
    write(this.clock, clock(state.now, state.zone));
    this.clock.dateTime = state.now;
    if (document.activeElement !== this.speed) {
      this.speed.value = String(nearest(state.speed));
    }
    this.#show(state.next ?? [], state.zone);
  }

  #show(dues, zone) {
    const wanted = JSON.stringify(dues);
    if (wanted !== this.#dues) {
      this.#dues = wanted;
      const had = this.dues.contains(document.activeElement);
      this.dues.replaceChildren(...dues.slice(0, 3).map((due) => button(
        due.label, () => this.command('advance', {until: due.at}), '',
        `Advances the clock to ${due.label}: ${clock(due.at, zone)}`)));
      if (had) {
        (this.dues.querySelector('button') ?? this.later).focus();
      }
    }
    this.dues.hidden = dues.length === 0;
  }
}

function button(words, press, className = '', title = null) {
  return el('button', {type: 'button', class: className || null, title, on: {click: press}}, words);
}

/** What does not change is not written again, or it would be read out again. */
function write(node, words) {
  if (node.textContent !== words) {
    node.textContent = words;
  }
}

function nearest(speed) {
  const far = SPEEDS.map(([factor]) => Math.abs(Math.log(factor / (speed || 1))));
  return far.indexOf(Math.min(...far));
}

function clock(now, zone) {
  const shown = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone, weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  }).format(new Date(now));
  return `${shown} ${String(zone).replaceAll('_', ' ')}`;
}
