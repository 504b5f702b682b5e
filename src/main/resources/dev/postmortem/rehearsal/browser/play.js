// The play that runs in the workspace: what is on, and how to hold or hurry it.

import {ask} from './api.js';
import {h, place} from './dom.js';
import {on, store, tell} from './store.js';

const SPEEDS = [1, 2, 4, 10];

/** Builds the controls in this root; hidden where nothing is played. */
export function buildPlay(root) {
  on('play state', () => {
    const play = store.play;
    root.hidden = !play;
    if (play) {
      place(root, controls(play));
    }
  });
}

async function command(verb, args = {}) {
  try {
    store.play = await ask('/play', {...args, verb});
    tell('play');
  } catch (problem) {
    tell('trouble', problem.message);
  }
}

function controls(play) {
  const paused = Boolean(play.paused);
  return [h('p', {class: 'phase', role: 'status'}, String(play.phase ?? play.title ?? 'The play')),
    h('div', {class: 'play-buttons'},
      button(paused ? 'Go on' : 'Pause', () => command(paused ? 'resume' : 'pause')),
      h('label', {}, 'Speed ', h('select', {onChange: (event) => command('speed', {factor: Number(event.target.value)})},
        SPEEDS.map((factor) => h('option', {value: factor, selected: factor === (play.speed ?? play.factor ?? 1)}, `${factor}×`)))),
      button('Take over', () => command('takeOver')))];
}

function button(words, onClick) {
  return h('button', {type: 'button', onClick}, words);
}
