// The play that runs in the workspace, as the page has it.

import {ask} from './api.js';
import {mountPlay} from './playbar.js';
import {on, store, tell} from './store.js';

/** Builds the controls in this root; hidden where nothing is played. */
export function buildPlay(root) {
  const show = mountPlay(root, command);
  on('play state', () => {
    root.hidden = !store.play;
    if (store.play) {
      show(store.play);
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
