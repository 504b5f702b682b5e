// Requests to the page's own server. Nothing else is ever asked.

/** A person's words for what went wrong. */
export class Refused extends Error {}

/** What a GET answers. */
export async function look(path, as) {
  const query = as ? `?as=${encodeURIComponent(as)}` : '';
  return read(await reached(() => fetch(path + query)));
}

/** What a POST answers. */
export async function ask(path, body) {
  return read(await reached(() => fetch(path, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify(body),
  })));
}

async function reached(request) {
  try {
    return await request();
  } catch {
    throw new Refused('The workspace cannot be reached. Is the program still running?');
  }
}

async function read(response) {
  const body = await response.json();
  if (!response.ok || body.error) {
    throw new Refused(body.error ?? `The workspace answered ${response.status}.`);
  }
  return body;
}

const KINDS = [
  'message', 'changed', 'deleted', 'ephemeral', 'reaction', 'channel', 'people', 'view', 'home', 'clock', 'play', 'wire',
];

/** So long after the page was put out of sight, its stream is closed: browsers allow six in all. */
const OUT_OF_SIGHT = 4000;

/**
 * Listens to what happens. The stream is closed while nobody looks at the page; whenever it opens,
 * hello is called, and everything has to be looked at anew.
 */
export class Listening {
  #source = null;
  #timer = 0;

  constructor(as, {hello, tell, lost}) {
    this.as = as;
    this.hello = hello;
    this.tell = tell;
    this.lost = lost;
    this.seen = () => this.#sight();
    document.addEventListener('visibilitychange', this.seen);
    this.#open();
  }

  #sight() {
    clearTimeout(this.#timer);
    if (document.hidden) {
      this.#timer = setTimeout(() => this.#close(), OUT_OF_SIGHT);
    } else {
      this.#open();
    }
  }

  #open() {
    if (this.#source) {
      return;
    }
    this.#source = new EventSource(`/stream?as=${encodeURIComponent(this.as)}`);
    this.#source.addEventListener('hello', () => this.hello());
    this.#source.addEventListener('error', () => this.lost());
    KINDS.forEach((kind) => this.#source.addEventListener(
      kind, (event) => this.tell(kind, JSON.parse(event.data))));
  }

  #close() {
    this.#source?.close();
    this.#source = null;
  }

  end() {
    document.removeEventListener('visibilitychange', this.seen);
    clearTimeout(this.#timer);
    this.#close();
  }
}
