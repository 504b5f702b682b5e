// What the modules that draw need to know of the page.

import {emoji} from './emoji.js';
import {mrkdwn} from './mrkdwn.js';
import {names} from './names.js';
import {act, store} from './store.js';

/** The context as of now; the container says where blocks stand. */
export function context(container) {
  const here = {
    me: {...store.state.me, tz: store.state.me.zone},
    people: store.state.people,
    channels: store.state.channels.map((one) => ({...one, private: one.kind === 'private', direct: one.kind === 'dm'})),
    names,
    emoji,
    mrkdwn: (text) => mrkdwn(text, here),
    now: () => new Date(store.now).getTime(),
    image: (address, picture) => pictured(address, picture),
    act,
    container,
  };
  return here;
}

/** A picture on this machine, or nothing. */
function pictured(address, picture) {
  if (picture?.slack_file?.id) {
    return `/files/${encodeURIComponent(picture.slack_file.id)}`;
  }
  return /^\/files(-pri)?\//.test(address) ? address : null;
}
