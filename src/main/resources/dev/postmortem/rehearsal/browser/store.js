// What the page knows: who acts, what there is, what was said. Tells whoever wants to know.

import {Listening, Refused, ask, look} from './api.js';

export const store = {
  state: null,
  channel: '',
  thread: '',
  panel: '',
  tab: 'messages',
  messages: new Map(),
  lastRead: new Map(),
  views: [],
  home: null,
  exchanges: [],
  play: null,
  now: '',
  connected: false,
};

const listeners = new Map();

/** Calls the listener whenever one of these is news, with what is told of it. */
export function on(kinds, listener) {
  for (const kind of kinds.split(' ')) {
    listeners.set(kind, [...(listeners.get(kind) ?? []), listener]);
  }
}

export function tell(kind, data) {
  (listeners.get(kind) ?? []).forEach((listener) => listener(data));
}

export const me = () => store.state.me;

export const channelOf = (id) => store.state.channels.find((channel) => channel.id === id);

/** The messages of a channel by their ts. */
export function messagesOf(id) {
  if (!store.messages.has(id)) {
    store.messages.set(id, new Map());
  }
  return store.messages.get(id);
}

/** All messages of a channel, oldest first. */
export function inOrder(id) {
  return [...messagesOf(id).values()].sort((one, other) => (one.ts < other.ts ? -1 : one.ts > other.ts ? 1 : 0));
}

/** A message's own name within the channel: a private one may have the ts of no other. */
export function message(channel, ts) {
  return messagesOf(channel).get(ts);
}

export const isReply = (one) => Boolean(one.thread_ts) && one.thread_ts !== one.ts;

export const repliesTo = (channel, ts) =>
  inOrder(channel).filter((one) => isReply(one) && one.thread_ts === ts);

/** Does something as the person; the answer, or {refused: a sentence}. */
export async function act(verb, args = {}) {
  try {
    return await ask('/do', {...args, verb, as: me().id});
  } catch (problem) {
    if (!(problem instanceof Refused)) {
      throw problem;
    }
    return {ok: false, refused: problem.message};
  }
}

/** The same where nothing else shows a refusal. */
export async function attempt(verb, args = {}) {
  const answer = await act(verb, args);
  if (answer.refused) {
    tell('trouble', answer.refused);
  }
  return answer;
}

let listening = null;
let missed = [];
let loading = 0;

/** From now on the page is this person's. */
export async function become(person) {
  listening?.end();
  store.state = await look('/state', person);
  store.now = store.state.now;
  store.messages.clear();
  store.lastRead.clear();
  store.state.channels.forEach((channel) => store.lastRead.set(channel.id, channel.latest ?? ''));
  listening = new Listening(me().id, {
    hello: () => refresh(),
    tell: hear,
    lost: () => connected(false),
  });
}

function connected(is) {
  store.connected = is;
  tell('connected', is);
}

/** Looks at everything anew; what happens meanwhile is heard again on top of it. */
async function refresh() {
  connected(true);
  loading += 1;
  try {
    const as = me().id;
    await state();
    const wanted = new Set([store.channel, ...store.messages.keys()].filter(Boolean));
    for (const id of wanted) {
      await load(id);
    }
    store.views = (await look('/views', as)).stack;
    store.home = (await look('/home', as)).view ?? null;
    store.exchanges = (await look('/wire')).exchanges;
    store.play = store.state.hasPlay ? await look('/play') : null;
    ['view', 'home', 'wire', 'play'].forEach((kind) => tell(kind));
  } catch (problem) {
    tell('trouble', problem.message);
  } finally {
    loading -= 1;
    const again = missed;
    missed = [];
    again.forEach(([kind, data]) => apply(kind, data));
  }
}

async function state() {
  store.state = await look('/state', me().id);
  store.now = store.state.now;
  tell('state');
  tell('clock');
}

async function load(id) {
  const found = channelOf(id);
  if (!found) {
    store.messages.delete(id);
    return;
  }
  const {messages} = await look(`/channels/${id}/messages`, me().id);
  store.messages.set(id, new Map(messages.map((one) => [one.ts, one])));
  tell('messages', id);
}

/** Opens a channel, and loads it if that was not done yet. */
export async function open(id) {
  store.channel = id;
  store.thread = '';
  if (store.panel === 'thread') {
    store.panel = '';
  }
  const known = store.messages.has(id);
  read(id);
  tell('open', id);
  if (!known) {
    try {
      await load(id);
    } catch (problem) {
      tell('trouble', problem.message);
    }
  }
}

/** Everything in this channel has been seen. */
export function read(id) {
  store.lastRead.set(id, channelOf(id)?.latest ?? store.lastRead.get(id) ?? '');
}

function hear(kind, data) {
  if (loading > 0) {
    missed.push([kind, data]);
  }
  apply(kind, data);
}

const HEARD = {
  message: put,
  changed: put,
  ephemeral: put,
  deleted: ({channel, ts}) => {
    messagesOf(channel).delete(ts);
    tell('messages', channel);
  },
  reaction: ({channel, ts, reactions}) => {
    const one = message(channel, ts);
    if (one) {
      messagesOf(channel).set(ts, {...one, reactions});
      tell('messages', channel);
    }
  },
  channel: () => again(),
  people: () => again(),
  view: ({stack}) => {
    store.views = stack;
    tell('view');
  },
  home: ({view}) => {
    store.home = view ?? null;
    tell('home');
  },
  clock: ({now}) => {
    store.now = now;
    tell('clock');
  },
  play: (play) => {
    store.play = play;
    tell('play');
  },
  wire: (exchange) => {
    if (!store.exchanges.some((one) => one.id === exchange.id)) {
      store.exchanges = [...store.exchanges, exchange].slice(-400);
    }
    tell('wire');
  },
};

function apply(kind, data) {
  HEARD[kind]?.(data);
}

let asked = 0;

/** Channels and people came or changed; several such changes are looked at once. */
function again() {
  clearTimeout(asked);
  asked = setTimeout(() => state().catch((problem) => tell('trouble', problem.message)), 50);
}

function put({channel, message: one}) {
  const known = store.messages.has(channel);
  if (known) {
    messagesOf(channel).set(one.ts, one);
  }
  const room = channelOf(channel);
  if (room && !(room.latest > one.ts)) {
    room.latest = one.ts;
  }
  if (channel === store.channel && !document.hidden) {
    read(channel);
  }
  if (known) {
    tell('messages', channel);
  }
  tell('unread', channel);
}

/** Whether something was said in the channel since it was looked at. */
export function isUnread(room) {
  return room.isMember && (room.latest ?? '') > (store.lastRead.get(room.id) ?? '');
}
