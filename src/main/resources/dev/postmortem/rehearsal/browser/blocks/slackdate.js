// Dates in Slack's own notation, such as "{date_short_pretty} at {time}", for the zone of the reader.

const DAY = 86_400;

const FORMS = {
  date_num: (at, zone) => isoDay(at, zone),
  date_slash: (at, zone) => form(at, zone, {day: '2-digit', month: '2-digit', year: 'numeric'}),
  date: (at, zone) => form(at, zone, {day: 'numeric', month: 'long', year: 'numeric'}),
  date_short: (at, zone) => form(at, zone, {day: 'numeric', month: 'short', year: 'numeric'}),
  date_long: (at, zone) => form(at, zone, {weekday: 'long', day: 'numeric', month: 'long', year: 'numeric'}),
  date_long_full: (at, zone) => form(at, zone, {weekday: 'long', day: 'numeric', month: 'long', year: 'numeric'}),
  time: (at, zone) => form(at, zone, {hour: '2-digit', minute: '2-digit', hourCycle: 'h23'}),
  time_secs: (at, zone) =>
    form(at, zone, {hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23'}),
};

/** The date in words; without a format that is known, the fallback. */
export function slackDate(leaf, zone, now) {
  const at = Number(leaf.timestamp);
  const format = String(leaf.format ?? '');
  if (!Number.isFinite(at) || !/\{\w+\}/.test(format)) {
    return leaf.fallback || format;
  }
  let known = true;
  const text = format.replace(/\{(\w+)\}/g, (_, name) => {
    const shown = token(name, at, zone, now);
    known &&= shown !== null;
    return shown ?? '';
  });
  return known ? text : leaf.fallback || text;
}

function token(name, at, zone, now) {
  if (name === 'ago') {
    return ago(at, now);
  }
  const plain = name.replace(/_pretty$/, '');
  if (name === 'day_divider_pretty') {
    return pretty(at, zone, now) ?? FORMS.date_long(at, zone);
  }
  if (!FORMS[plain]) {
    return null;
  }
  return (name.endsWith('_pretty') && pretty(at, zone, now)) || FORMS[plain](at, zone);
}

function pretty(at, zone, now) {
  const day = isoDay(at, zone);
  const names = [[-DAY, 'yesterday'], [0, 'today'], [DAY, 'tomorrow']];
  return names.find(([offset]) => isoDay(now / 1000 + offset, zone) === day)?.[1] ?? null;
}

function ago(at, now) {
  const seconds = Math.round(at - now / 1000);
  const words = new Intl.RelativeTimeFormat('en', {numeric: 'auto'});
  for (const [unit, size] of [['day', DAY], ['hour', 3600], ['minute', 60]]) {
    if (Math.abs(seconds) >= size) {
      return words.format(Math.trunc(seconds / size), unit);
    }
  }
  return words.format(seconds, 'second');
}

function form(at, zone, options) {
  return new Intl.DateTimeFormat('en-GB', {timeZone: zone, ...options}).format(new Date(at * 1000));
}

function isoDay(at, zone) {
  return new Intl.DateTimeFormat('en-CA', {timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit'})
    .format(new Date(at * 1000));
}
