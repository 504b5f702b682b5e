// Wall clock time in a zone, and the instant that it stands for.

/** The zone of the person who looks: their own if the workspace knows it, or the browser's. */
export function zoneOf(context) {
  const zone = context.me?.tz ?? context.me?.zone;
  try {
    return new Intl.DateTimeFormat('en', {timeZone: zone}).resolvedOptions().timeZone;
  } catch {
    return new Intl.DateTimeFormat('en').resolvedOptions().timeZone;
  }
}

/** Seconds since 1970 as "2026-11-22T14:05" on the clocks of the zone. */
export function toLocal(seconds, zone) {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-CA', {
      timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit',
      hour: '2-digit', minute: '2-digit',
    }).formatToParts(new Date(seconds * 1000)).map((part) => [part.type, part.value]));
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
}

/**
 * The instant, in seconds since 1970, when the clocks of the zone show this. Of a time that comes
 * twice in a night the first; of one that is skipped, the one as long after the change.
 */
export function toSeconds(local, zone) {
  const wanted = Date.parse(`${local.slice(0, 16)}:00Z`);
  if (Number.isNaN(wanted)) {
    return null;
  }
  const offsets = [-DAY_MILLIS, DAY_MILLIS].map((aside) => offset(wanted + aside, zone));
  const right = offsets
    .map((each) => wanted - each)
    .filter((guess) => toLocal(guess / 1000, zone) === local.slice(0, 16));
  return (right.length > 0 ? Math.min(...right) : wanted - offsets[0]) / 1000;
}

const DAY_MILLIS = 86_400_000;

function offset(millis, zone) {
  return Date.parse(`${toLocal(millis / 1000, zone)}:00Z`) - Math.floor(millis / 60_000) * 60_000;
}
