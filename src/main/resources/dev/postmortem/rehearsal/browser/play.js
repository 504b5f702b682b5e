// The play that runs in the workspace: what is on, how to hold or hurry it, and where time may jump.

import {ask} from './api.js';
import {h, soon} from './dom.js';
import {menu} from './overlay.js';
import {on, store, tell} from './store.js';

/** Minutes of the play in a second. */
const SPEEDS = [[1 / 60, 'as on the wall'], [0.1, 'slow'], [0.5, 'calm'], [1, 'normal'], [4, 'fast'], [20, 'very fast']];

/** Builds the controls in this root; hidden where nothing is played. */
export function buildPlay(root) {
  const said = h('p', {class: 'phase', role: 'status'});
  const run = h('button', {type: 'button', class: 'primary', 'data-play': 'run', onClick: () => command(store.play.playing ? 'pause' : 'resume')});
  const step = h('button', {type: 'button', 'data-play': 'step', title: 'The next line of the script, then stand still', onClick: () => command('step')}, 'Next line');
  const over = h('button', {type: 'button', 'data-play': 'takeOver', title: 'The script ends, and you go on alone', onClick: () => command('takeOver')}, 'Take over');
  const speed = h('select', {id: 'play-speed', 'aria-label': 'Speed', onChange: () => command('speed', {factor: Number(speed.value)})});
  const jump = h('button', {type: 'button', 'data-play': 'jump', 'aria-haspopup': 'menu', 'aria-expanded': 'false', onClick: () => menu(jump, 'Let time pass', jumps())}, 'Let time pass ▾');
  const label = h('label', {for: 'play-speed'}, 'Speed');
  const clock = h('time', {class: 'clock', title: 'The time where the incident is'});
  root.replaceChildren(said, h('div', {class: 'play-buttons'}, run, step, over, label, speed, jump, clock));
  const show = soon(() => {
    const {play} = store;
    root.hidden = !play;
    if (!play) {
      return;
    }
    const words = play.said || play.phase;
    if (said.textContent !== words) {
      said.textContent = words;
    }
    const script = !play.takenOver && !play.ended;
    run.textContent = play.playing ? '❚❚ Pause' : '▶ Play';
    run.setAttribute('aria-label', play.playing ? 'Pause' : 'Play');
    [step, over].forEach((node) => {
      node.hidden = !script;
    });
    speeds(speed, play.speed);
    clock.dateTime = play.now;
    clock.textContent = `${moment(play.now, play.zone)} ${play.zone.replaceAll('_', ' ')}`;
  });
  on('play state', show);
}

function speeds(select, now) {
  const known = SPEEDS.some(([factor]) => factor === now) ? SPEEDS : [...SPEEDS, [now, 'as it is']].sort(([one], [other]) => one - other);
  if (select.value !== String(now) && document.activeElement !== select) {
    select.replaceChildren(...known.map(([factor, words]) => h('option', {value: factor, selected: factor === now}, words)));
  }
}

function moment(instant, zone) {
  return new Intl.DateTimeFormat('en-GB', {weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: zone}).format(new Date(instant));
}

function jumps() {
  const at = (instant) => moment(instant, store.state.me.zone);
  const next = (store.play.next ?? []).map((due) => [`Until ${due.label}`, () => command('advance', {until: due.at}), at(due.at)]);
  const spans = [[10, '10 minutes'], [60, 'an hour'], [1440, 'a day']].map(([minutes, words]) => [`For ${words}`, () => command('advance', {minutes})]);
  return [...next, ...spans];
}

async function command(verb, args = {}) {
  try {
    store.play = await ask('/play', {...args, verb});
    tell('play');
  } catch (problem) {
    tell('trouble', problem.message);
  }
}
