// Emoji by their names in Slack.

import {look} from './api.js';

let characters = {};
let sorted = [];

/** Fetches the table. */
export async function loadEmoji() {
  characters = (await look('/emoji')).emoji;
  sorted = Object.keys(characters).sort();
}

/** The character of a name, with its skin tone left out; nothing for what is not known. */
export function emoji(name) {
  return characters[name] ?? characters[String(name).split('::')[0]];
}

/** The names that hold these letters, those that begin with them first. */
export function search(letters, most) {
  const wanted = letters.toLowerCase().replaceAll(' ', '_');
  const begin = sorted.filter((name) => name.startsWith(wanted));
  const hold = wanted ? sorted.filter((name) => !name.startsWith(wanted) && name.includes(wanted)) : [];
  return [...begin, ...hold].slice(0, most);
}
