// Each check is a sentence. The page ends with one line each, and with DONE when all were made.

import {renderBlocks} from '../../../../../../main/resources/dev/postmortem/rehearsal/browser/blocks.js';
import {renderHome, showViews} from '../../../../../../main/resources/dev/postmortem/rehearsal/browser/views.js';
import {fill} from '../../../../../../main/resources/dev/postmortem/rehearsal/browser/blocks/editor.js';
import {richTextOf} from '../../../../../../main/resources/dev/postmortem/rehearsal/browser/blocks/tree.js';
import {slackDate} from '../../../../../../main/resources/dev/postmortem/rehearsal/browser/blocks/slackdate.js';
import {toLocal, toSeconds} from '../../../../../../main/resources/dev/postmortem/rehearsal/browser/blocks/zone.js';
import {MESSAGE, MODAL, RICH, SECOND, sampleContext} from './samples.js';

const room = document.getElementById('room');
const results = document.getElementById('results');
const checks = [];
const check = (sentence, work) => checks.push([sentence, work]);
const equal = (found, wanted) => {
  const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (one !== other) {
    throw new Error(`found ${one} in place of ${other}`);
  }
};
const holds = (truth, what = 'it does not hold') => {
  if (!truth) {
    throw new Error(what);
  }
};
const turn = () => new Promise((done) => setTimeout(done, 0));
const change = (control, value) => {
  control.value = value;
  control.dispatchEvent(new Event('input', {bubbles: true}));
  control.dispatchEvent(new Event('change', {bubbles: true}));
};
const key = (target, name, more = {}) =>
  target.dispatchEvent(new KeyboardEvent('keydown', {key: name, bubbles: true, cancelable: true, ...more}));
const show = (blocks, context = sampleContext()) => {
  room.replaceChildren(renderBlocks(blocks, context));
  return context;
};
const modal = () => document.querySelector('dialog.bk-modal');
const inBlock = (block, what) => modal().querySelector(`[data-block="${block}"] ${what}`);
const sections = (...lines) => lines.map((line) => ({type: 'rich_text_section', elements: line}));
const area = (html) => {
  // the check's own markup, as a browser would make it while somebody writes
  const node = document.createElement('div');
  node.className = 'bk-editor';
  node.contentEditable = 'true';
  node.innerHTML = html;
  return node;
};

check('an unknown block says that it cannot be shown', () => {
  show(MESSAGE);
  holds(room.textContent.includes('This block cannot be shown here'));
});

check('plain text shows its emoji, and its escapes as what they stand for', () => {
  show([{type: 'header', block_id: 'h', text: {type: 'plain_text', text: 'a &lt;b&gt; &amp;amp; :tada:'}}]);
  equal(room.querySelector('h3').textContent, 'a <b> &amp; 🎉');
});

check('markup in a message stays words', () => {
  show([
    {type: 'section', block_id: 's', text: {type: 'plain_text', text: '<img src=x onerror=alert(1)>'}},
    {type: 'rich_text', block_id: 'r', elements: sections([{type: 'text', text: '<script>alert(1)</script>'}])},
  ]);
  equal(room.querySelectorAll('img, script').length, 0);
});

check('a link leads to the web and to letters, and nowhere else', () => {
  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'JAVASCRIPT:alert(1)', ' file:///etc/passwd']) {
    show([{type: 'rich_text', block_id: 'r', elements: sections([{type: 'link', url, text: 'here'}])}]);
    equal([room.querySelectorAll('a').length, room.textContent], [0, 'here']);
  }
  show([{type: 'rich_text', block_id: 'r', elements: sections([{type: 'link', url: 'https://example.org/'}])}]);
  equal(room.querySelector('a').rel, 'noopener noreferrer');
});

check('a picture that lies elsewhere is not fetched', () => {
  show(MESSAGE);
  equal(room.querySelectorAll('img').length, 0);
  holds(room.textContent.includes('p95 of the checkout'));
});

check('a button tells the app where it was clicked, and what it carries', async () => {
  const context = show(MESSAGE);
  room.querySelector('[data-action="go"]').click();
  await turn();
  const [verb, args] = context.done[0];
  equal([verb, args.container.kind, args.blockId, args.actionId], ['clicks', 'message', 'a', 'go']);
  equal([args.action.type, args.action.value, args.action.block_id], ['button', '7', 'a']);
  equal(args.state.values.a.day, {type: 'datepicker', selected_date: '2026-11-22'});
  equal(args.state.values.a.later, {type: 'static_select', selected_option: null});
});

check('a button that asks first tells the app nothing if the answer is no', async () => {
  const context = show(MESSAGE);
  for (const [answer, told] of [['no', 0], ['yes', 1]]) {
    room.querySelector('[data-action="stop"]').click();
    await turn();
    document.querySelector(`.bk-confirm [value="${answer}"]`).click();
    await new Promise((done) => setTimeout(done, 100));
    equal(context.done.length, told);
  }
  equal(document.querySelectorAll('.bk-confirm').length, 0);
});

check('a menu in a message tells the app what was chosen', async () => {
  const context = show(MESSAGE);
  change(room.querySelector('[data-action="later"]'), '1');
  await turn();
  equal(context.done[0][1].action.selected_option.value, 't');
  equal(context.done[0][1].state.values.a.later.selected_option.value, 't');
});

check('the menu behind the dots goes by the keyboard', async () => {
  const context = show(MESSAGE);
  const opener = room.querySelector('[data-action="more"]');
  opener.click();
  equal(document.activeElement.textContent, 'Export');
  key(document.activeElement, 'ArrowDown');
  equal(document.activeElement.getAttribute('role'), 'menuitem');
  key(document.activeElement, 'Escape');
  equal([opener.getAttribute('aria-expanded'), document.activeElement === opener], ['false', true]);
  opener.click();
  room.querySelectorAll('[role=menuitem]')[1].click();
  await turn();
  equal(context.done[0][1].action.selected_option.value, 'y');
});

check('what an app refuses is said beside the block', async () => {
  show(MESSAGE, sampleContext(() => ({refused: 'This is not for you.'})));
  room.querySelector('[data-action="go"]').click();
  await turn();
  equal(room.querySelector('[data-block="a"] > [role=alert]').textContent, 'This is not for you.');
});

check('an app that is late is told of in Slack’s words', async () => {
  show(MESSAGE, sampleContext(() => new Promise((answer) => setTimeout(() => answer({}), 3300))));
  room.querySelector('[data-action="go"]').click();
  await new Promise((done) => setTimeout(done, 3100));
  equal(room.querySelector('[role=alert]').textContent, 'We had some trouble connecting. Try again?');
  await new Promise((done) => setTimeout(done, 400));
  equal(room.querySelectorAll('[role=alert]').length, 0);
});

check('people, and channels, are chosen by their names', async () => {
  const context = show(MESSAGE);
  const menu = room.querySelector('[data-action="who"]');
  equal([...menu.options].map((option) => option.text), ['Who?', 'Devika Rao', 'Hana Kim']);
  change(menu, '1');
  await turn();
  equal(context.done[0][1].action.selected_user, 'U2');
});

check('a modal is a dialog with a name, and its first input has the focus', () => {
  document.getElementById('before').focus();
  showViews([MODAL], sampleContext());
  equal(document.getElementById(modal().getAttribute('aria-labelledby')).textContent, 'Every input');
  holds(modal().matches(':modal'));
  equal(document.activeElement.value, 'Checkout <b>');
});

check('every input has a name that can be heard', () => {
  showViews([MODAL], sampleContext());
  const fields = modal().querySelectorAll('input, select, textarea, [contenteditable=true]');
  holds(fields.length > 15);
  fields.forEach((field) => holds(
    field.labels?.length > 0 || field.getAttribute('aria-label') || field.getAttribute('aria-labelledby'),
    field.outerHTML));
});

check('closing gives the focus back', () => {
  showViews([], sampleContext());
  equal([modal(), document.activeElement.id], [null, 'before']);
});

check('what is submitted has the shape that the app gets from Slack', async () => {
  const context = sampleContext();
  showViews([{...MODAL, id: 'V3'}], context);
  change(inBlock('severity', 'select'), '2');
  change(inBlock('people', 'select'), '1');
  change(inBlock('owner', 'select'), '0');
  change(inBlock('room', 'select'), '1');
  change(inBlock('when', 'input'), '2026-07-01T10:00');
  change(inBlock('mail', 'input'), 'ops@example.org');
  inBlock('boxes', 'input[value="1"]').click();
  inBlock('radio', 'input[value="1"]').click();
  modal().querySelector('form').requestSubmit();
  await turn();
  const [verb, args] = context.done.at(-1);
  equal([verb, args.viewId], ['submits', 'V3']);
  const {values} = args.state;
  equal(values.title.field, {type: 'plain_text_input', value: 'Checkout <b>'});
  equal(values.lines.field.value, null);
  equal(values.rich.field.rich_text_value, RICH);
  equal(values.severity.field.selected_option.value, '3');
  equal(values.people.field.selected_users, ['U1', 'U2']);
  equal(values.tags.field.selected_options, []);
  equal([values.owner.field.selected_user, values.room.field.selected_conversation], ['U1', 'C2']);
  equal(values.when.field.selected_date_time, Date.parse('2026-07-01T09:00:00Z') / 1000);
  equal(values.boxes.field.selected_options.map((option) => option.value), ['m', 'c']);
  equal(values.radio.field.selected_option.value, 'later');
  equal(JSON.stringify(args).includes('secret'), false);
});

check('a complaint stands under its input, is heard there, and goes when something is done', async () => {
  showViews([{...MODAL, id: 'V4'}], sampleContext(() => ({errors: {owner: 'Please complete this required field.', title: 'Too long.'}})));
  modal().querySelector('form').requestSubmit();
  await turn();
  const title = inBlock('title', 'input');
  equal([document.activeElement === title, title.getAttribute('aria-invalid')], [true, 'true']);
  equal(title.getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id).textContent),
    ['In a few words', 'Too long.']);
  change(title, 'Short');
  equal([title.hasAttribute('aria-invalid'), inBlock('title', '.bk-error')], [false, null]);
  holds(inBlock('owner', '.bk-error'));
});

check('an update in place keeps what was typed where the input stays, and the focus', () => {
  const view = {...MODAL, id: 'V5'};
  showViews([view], sampleContext());
  const title = inBlock('title', 'input');
  change(title, 'Typed');
  change(inBlock('lines', 'textarea'), 'a link');
  title.focus();
  const blocks = view.blocks.filter((block) => block.block_id !== 'severity').map((block) =>
    block.block_id === 'title' ? {...block, hint: {type: 'plain_text', text: 'Another hint'}} : block)
    .map((block) => (block.block_id === 'lines' ? {...block, block_id: 'lines-2'} : block));
  showViews([{...view, blocks, hash: '2'}], sampleContext());
  equal([inBlock('title', 'input').value, inBlock('lines-2', 'textarea').value], ['Typed', '']);
  equal([document.activeElement === inBlock('title', 'input'), inBlock('severity', 'select')], [true, null]);
});

check('a second view lies on top of the first, and what was typed is there when it goes', () => {
  const context = sampleContext();
  const view = {...MODAL, id: 'V6'};
  showViews([view], context);
  change(inBlock('title', 'input'), 'Below');
  showViews([view, SECOND], context);
  equal(modal().querySelector('h2').textContent, 'On top');
  modal().querySelector('[aria-label="Back"]').click();
  equal(context.done.at(-1), ['closes', {viewId: 'V2', all: false}]);
  showViews([view], context);
  equal(inBlock('title', 'input').value, 'Below');
});

check('Escape closes one view, the cross all of them', () => {
  const context = sampleContext();
  showViews([{...MODAL, id: 'V7'}], context);
  modal().dispatchEvent(new Event('cancel', {cancelable: true}));
  equal(context.done.at(-1), ['closes', {viewId: 'V7', all: false}]);
  holds(modal().open, 'the workspace decides when it goes');
  modal().querySelector('[aria-label="Close the window"]').click();
  equal(context.done.at(-1), ['closes', {viewId: 'V7', all: true}]);
});

check('an input that the app wants to hear of at once tells it on Enter, and does not submit', async () => {
  const context = sampleContext();
  showViews([{...MODAL, id: 'V8'}], context);
  const count = inBlock('count', 'input');
  change(count, '12');
  equal(context.done.length, 0);
  key(count, 'Enter');
  await turn();
  equal([context.done.length, context.done[0][0], context.done[0][1].action.value], [1, 'clicks', '12']);
  equal(context.done[0][1].container, {kind: 'view', viewId: 'V8'});
});

check('a choice beside the inputs takes along what was typed', async () => {
  const context = sampleContext();
  showViews([{...MODAL, id: 'V9'}], context);
  change(inBlock('title', 'input'), 'Not saved yet');
  change(inBlock('turn', 'select'), '1');
  await turn();
  equal(context.done[0][1].action.selected_option.value, '2');
  equal(context.done[0][1].state.values.title.field.value, 'Not saved yet');
  equal(context.done[0][1].state.values.turn.page.selected_option.value, '2');
});

check('what the workspace kept of an earlier visit is there again', () => {
  const state = {values: {title: {field: {type: 'plain_text_input', value: 'Kept'}}}};
  showViews([{...MODAL, id: 'V10', state}], sampleContext());
  equal(inBlock('title', 'input').value, 'Kept');
});

check('too many letters are counted, not cut', () => {
  showViews([{...MODAL, id: 'V11'}], sampleContext());
  change(inBlock('title', 'input'), 'x'.repeat(62));
  equal([inBlock('title', 'input').value.length, inBlock('title', '.bk-left').textContent], [62, '2 characters too many']);
});

check('the Home tab stays the same node when it is published anew', () => {
  const view = {id: 'VH', type: 'home', blocks: MESSAGE};
  const home = renderHome(view, sampleContext());
  const again = renderHome({...view, blocks: MESSAGE.slice(0, 3)}, sampleContext());
  equal([home === again, again.children.length], [true, 3]);
  holds(renderHome(null, sampleContext()).textContent.includes('not published'));
});

check('a rich text block that nobody touched is read back as it was', () => {
  const node = area('');
  fill(node, RICH, sampleContext());
  equal(richTextOf(node, () => true), RICH);
});

check('lines, styles and links are read from what stands in the editor', () => {
  equal(richTextOf(area('one <b>two <i>three</i></b><div>four</div><div><br></div><div><a href="https://example.org/a">five</a></div>')), {
    type: 'rich_text',
    elements: sections([
      {type: 'text', text: 'one '},
      {type: 'text', text: 'two ', style: {bold: true}},
      {type: 'text', text: 'three', style: {bold: true, italic: true}},
      {type: 'text', text: '\nfour\n\n'},
      {type: 'link', url: 'https://example.org/a', text: 'five'},
    ]),
  });
});

check('lists, also nested ones, quotes and code are read from the editor', () => {
  const read = richTextOf(area('<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul><blockquote>q</blockquote><pre>x<br>y</pre><ol><li>n</li></ol>'));
  const list = (style, indent, ...words) => ({
    type: 'rich_text_list', style, indent,
    elements: sections(...words.map((word) => [{type: 'text', text: word}])),
  });
  equal(read.elements, [
    list('bullet', 0, 'a'), list('bullet', 1, 'b'), list('bullet', 0, 'c'),
    {type: 'rich_text_quote', elements: [{type: 'text', text: 'q'}]},
    {type: 'rich_text_preformatted', elements: [{type: 'text', text: 'x\ny'}]},
    list('ordered', 0, 'n'),
  ]);
});

check('typed addresses become links, and known names between colons emoji', () => {
  equal(richTextOf(area('see https://example.org/a, :tada: at 10:30:00 :nothing:'), (name) => name === 'tada').elements[0].elements, [
    {type: 'text', text: 'see '}, {type: 'link', url: 'https://example.org/a'}, {type: 'text', text: ', '},
    {type: 'emoji', name: 'tada'}, {type: 'text', text: ' at 10:30:00 :nothing:'},
  ]);
});

check('an empty editor holds nothing', () => {
  for (const html of ['', '<br>', '<div><br></div>', '<ul><li><br></li></ul>', '<p></p>']) {
    equal(richTextOf(area(html)), null);
  }
});

check('a mention is completed from the first letters of a name', () => {
  const view = {...MODAL, id: 'V12', blocks: MODAL.blocks.filter((block) => block.block_id === 'rich').map((block) =>
    ({...block, block_id: 'empty', element: {type: 'rich_text_input', action_id: 'field'}}))};
  const context = sampleContext();
  showViews([view], context);
  const editor = inBlock('empty', '[contenteditable=true]');
  editor.focus();
  document.execCommand('insertText', false, 'ask @ha');
  holds(!inBlock('empty', '[role=listbox]').hidden, 'no list of names');
  equal(inBlock('empty', '[role=option]').textContent, '@Hana Kim');
  key(editor, 'Enter');
  modal().querySelector('form').requestSubmit();
  equal(context.done.at(-1)[1].state.values.empty.field.rich_text_value.elements[0].elements, [
    {type: 'text', text: 'ask '}, {type: 'user', user_id: 'U2'}, {type: 'text', text: ' '},
  ]);
});

check('the toolbar makes bold, code and lists', () => {
  const blocks = [{type: 'input', block_id: 'made', label: {type: 'plain_text', text: 'Words'}, element: {type: 'rich_text_input', action_id: 'field'}}];
  const context = sampleContext();
  showViews([{...MODAL, id: 'V13', blocks}], context);
  const editor = inBlock('made', '[contenteditable=true]');
  const tool = (name) => inBlock('made', `[aria-label="${name}"]`).click();
  editor.focus();
  tool('Bold');
  document.execCommand('insertText', false, 'loud');
  tool('Bold');
  document.execCommand('insertText', false, ' calm');
  document.execCommand('insertParagraph');
  tool('Bulleted list');
  document.execCommand('insertText', false, 'item');
  modal().querySelector('form').requestSubmit();
  equal(context.done.at(-1)[1].state.values.made.field.rich_text_value.elements, [
    ...sections([{type: 'text', text: 'loud', style: {bold: true}}, {type: 'text', text: ' calm'}]),
    {type: 'rich_text_list', style: 'bullet', indent: 0, elements: sections([{type: 'text', text: 'item'}])},
  ]);
});

check('Slack’s dates are read in the zone of the reader', () => {
  const now = Date.parse('2026-11-22T20:00:00Z');
  const at = (format, timestamp = Date.parse('2026-11-22T14:05:09Z') / 1000) => slackDate({format, timestamp, fallback: 'then'}, 'Asia/Tokyo', now);
  equal([at('{date_num} {time_secs}'), at('{date_short_pretty} {time}'), at('{ago}'), at('{nonsense}'), at('no token')],
    ['2026-11-22 23:05:09', 'yesterday 23:05', '5 hours ago', 'then', 'then']);
});

check('wall clock time and instants agree, also when the clocks change', () => {
  const zone = 'Europe/London';
  equal(toSeconds('2026-10-25T01:30', zone), Date.parse('2026-10-25T00:30:00Z') / 1000);
  equal(toSeconds('2026-03-29T01:30', zone), Date.parse('2026-03-29T01:30:00Z') / 1000);
  for (const local of ['2026-01-01T00:00', '2026-07-01T10:00', '2026-12-31T23:59']) {
    for (const other of ['Asia/Kolkata', 'America/St_Johns', 'Pacific/Apia', zone]) {
      equal(toLocal(toSeconds(local, other), other), local);
    }
  }
});

for (const [sentence, work] of checks) {
  let line = `PASS ${sentence}`;
  try {
    await work();
  } catch (fault) {
    line = `FAIL ${sentence}: ${fault.message}`;
  }
  results.append(`${line}\n`);
}
showViews([], sampleContext());
results.append('DONE\n');
