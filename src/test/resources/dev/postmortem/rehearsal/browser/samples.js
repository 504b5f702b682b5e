// Blocks and views of every kind, for the eye (gallery.html) and for the checks (selftest.html).

const plain = (text) => ({type: 'plain_text', text, emoji: true});
const mrkdwn = (text) => ({type: 'mrkdwn', text, verbatim: true});
const option = (text, value, description) =>
  ({text: plain(text), value, ...(description ? {description: plain(description)} : {})});
const text = (words, ...styles) =>
  ({type: 'text', text: words, ...(styles.length ? {style: Object.fromEntries(styles.map((s) => [s, true]))} : {})});
const section = (...elements) => ({type: 'rich_text_section', elements});
const button = (words, action_id, more = {}) => ({type: 'button', text: plain(words), action_id, value: '7', ...more});
const input = (block_id, label, element, more = {}) =>
  ({type: 'input', block_id, label: plain(label), element: {action_id: 'field', ...element}, ...more});

export const RICH = {
  type: 'rich_text',
  elements: [
    section(text('The pool was '), text('full', 'bold'), text(', says '), {type: 'user', user_id: 'U1'},
      text(' in '), {type: 'channel', channel_id: 'C1'}, text(' '), {type: 'emoji', name: 'tada'},
      text('\nSee '), {type: 'link', url: 'https://example.org/run-book', text: 'the run book'}, text(', step '),
      text('4', 'code')),
    {type: 'rich_text_list', style: 'ordered', indent: 0, elements: [section(text('Replay ten')), section(text('Compare'))]},
    {type: 'rich_text_list', style: 'bullet', indent: 1, elements: [section(text('with the '), text('payments', 'italic'))]},
    {type: 'rich_text_list', style: 'ordered', indent: 0, offset: 2, elements: [section(text('Replay the rest'))]},
    {type: 'rich_text_quote', elements: [text('It works now, dziękuję!')]},
    {type: 'rich_text_preformatted', elements: [text('SELECT 1\n  FROM dual;')]},
    section(text('Due '), {type: 'date', timestamp: 1795442709, format: '{date_short} at {time}', fallback: 'then'},
      text(' '), {type: 'broadcast', range: 'here'}),
  ],
};

export const MESSAGE = [
  {type: 'header', block_id: 'h', text: plain('PM-1 Checkout times out :fire:')},
  {type: 'section', block_id: 's', text: mrkdwn('*Devika Rao* is the point person. Everything from `22:36` on is kept.')},
  {
    type: 'section', block_id: 'f',
    fields: [mrkdwn('*Severity*\nSEV2'), mrkdwn('*Since*\n2026-11-17 22:36'), mrkdwn('*State*\nopen'), mrkdwn('*Entries*\n42')],
    accessory: {type: 'overflow', action_id: 'more', options: [option('Export', 'x'), option('Archive', 'y', 'out of sight')]},
  },
  {type: 'context', block_id: 'c', elements: [mrkdwn('Last entry 3 minutes ago'), plain('nothing is lost :pushpin:')]},
  {type: 'divider', block_id: 'd'},
  {
    type: 'actions', block_id: 'a',
    elements: [
      button('Publish', 'go', {style: 'primary'}),
      button('Cancel', 'stop', {
        style: 'danger',
        confirm: {title: plain('Is it not needed?'), text: plain('Nothing is published.'), confirm: plain('Not needed'), deny: plain('Not now'), style: 'danger'},
      }),
      button('Open', 'open', {url: 'https://example.org/pm/1'}),
      {type: 'static_select', action_id: 'later', placeholder: plain('Later'), options: [option('In an hour', 'h'), option('Tomorrow', 't')]},
      {type: 'datepicker', action_id: 'day', initial_date: '2026-11-22'},
      {type: 'timepicker', action_id: 'time', initial_time: '14:05', timezone: 'Europe/London'},
    ],
  },
  {...RICH, block_id: 'r'},
  {type: 'section', block_id: 'u', text: mrkdwn('A user'), accessory: {type: 'users_select', action_id: 'who', placeholder: plain('Who?')}},
  {type: 'image', block_id: 'i', image_url: 'https://elsewhere.example.org/chart.png', alt_text: 'p95 of the checkout', title: plain('p95')},
  {
    type: 'table', block_id: 't', column_settings: [{}, {align: 'right'}],
    rows: [[{type: 'raw_text', text: 'state'}, {type: 'raw_text', text: 'count'}], [{type: 'raw_text', text: 'idle'}, {type: 'raw_text', text: '37'}]],
  },
  {type: 'video', block_id: 'v', title: plain('The replay'), alt_text: 'a film', video_url: 'https://example.org/v', thumbnail_url: 'https://example.org/t.png', description: plain('Ten minutes'), provider_name: 'Films'},
  {type: 'holo_deck', block_id: 'x'},
];

export const MODAL = {
  id: 'V1', type: 'modal', title: plain('Every input'), submit: plain('Save'), close: plain('Cancel'), private_metadata: '{"secret":1}', notify_on_close: true,
  blocks: [
    {type: 'section', block_id: 'intro', text: mrkdwn('Nothing is lost when you close this.')},
    {type: 'actions', block_id: 'turn', elements: [{type: 'static_select', action_id: 'page', placeholder: plain('Page'), options: [option('One', '1'), option('Two', '2')], initial_option: option('One', '1')}]},
    input('title', 'What is happening?', {type: 'plain_text_input', initial_value: 'Checkout <b>', max_length: 60}, {hint: plain('In a few words')}),
    input('lines', 'Links', {type: 'plain_text_input', multiline: true, placeholder: plain('one a line')}, {optional: true}),
    input('rich', 'Impact', {type: 'rich_text_input', initial_value: RICH}, {optional: true, hint: plain('Who could not do what?')}),
    input('severity', 'Severity', {
      type: 'static_select', option_groups: [{label: plain('Loud'), options: [option('SEV1', '1'), option('SEV2', '2')]}, {label: plain('Quiet'), options: [option('SEV3', '3')]}],
      initial_option: option('SEV2', '2'),
    }),
    input('people', 'Who takes part?', {type: 'multi_users_select', initial_users: ['U1']}),
    input('tags', 'Tags', {type: 'multi_static_select', options: [option('Database', 'db'), option('Release', 'rel')]}, {optional: true}),
    input('owner', 'Point person', {type: 'users_select'}),
    input('room', 'Channel', {type: 'conversations_select', filter: {include: ['public', 'private']}}),
    input('when', 'When', {type: 'datetimepicker', initial_date_time: 1795442700}),
    input('day', 'Due', {type: 'datepicker', initial_date: '2026-11-22'}, {optional: true}),
    input('boxes', 'Tell', {type: 'checkboxes', options: [option('By mail', 'm', 'to the list'), option('In the channel', 'c')], initial_options: [option('By mail', 'm', 'to the list')]}),
    input('radio', 'How', {type: 'radio_buttons', options: [option('At once', 'now'), option('Later', 'later')]}),
    input('mail', 'E-mail', {type: 'email_text_input'}, {optional: true}),
    input('count', 'How many?', {type: 'number_input', is_decimal_allowed: false}, {optional: true, dispatch_action: true}),
  ],
};

export const SECOND = {
  id: 'V2', type: 'modal', title: plain('On top'), close: plain('Back'), previous_view_id: 'V1',
  blocks: [{type: 'section', block_id: 'only', text: plain('Advice :bulb:')}],
};

const NAMES = {U1: 'Devika Rao', U2: 'Hana Kim', C1: 'inc-1117-checkout', C2: 'postmortems'};
const EMOJI = {tada: '🎉', fire: '🔥', pushpin: '📌', bulb: '💡'};

/** A context that remembers what was done, and answers as it is told to. */
export function sampleContext(answer = () => ({})) {
  const done = [];
  return {
    done,
    me: {id: 'U1', tz: 'Europe/London'},
    people: [{id: 'U1', name: 'devika', realName: 'Devika Rao'}, {id: 'U2', name: 'hana', realName: 'Hana Kim'}],
    channels: [{id: 'C1', name: 'inc-1117-checkout'}, {id: 'C2', name: 'postmortems', private: true}],
    names: (id) => NAMES[id] ?? id,
    emoji: (name) => EMOJI[name],
    mrkdwn: (words) => {
      const node = document.createElement('span');
      node.textContent = words.replaceAll('*', '');
      return node;
    },
    now: () => 1795442709000,
    container: {kind: 'message', channel: 'C1', ts: '1795442709.000100'},
    act: (verb, args) => {
      done.push([verb, args]);
      return Promise.resolve(answer(verb, args));
    },
  };
}
