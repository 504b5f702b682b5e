// gallery.html shows a message; #modal opens the modal, #stack a second one, #errors its complaints, #lower its last inputs.

import {renderBlocks} from '../../../../../../main/resources/dev/postmortem/rehearsal/browser/blocks.js';
import {showViews} from '../../../../../../main/resources/dev/postmortem/rehearsal/browser/views.js';
import {MESSAGE, MODAL, SECOND, sampleContext} from './samples.js';

const context = sampleContext((verb) =>
  verb === 'submits' ? {errors: {title: 'Please say it in fewer words.', owner: 'Please complete this required field.'}} : {});
const room = document.getElementById('room');
room.append(renderBlocks(MESSAGE, context));
const wanted = window.location.hash.slice(1);
if (['modal', 'stack', 'errors', 'lower'].includes(wanted)) {
  const blocks = wanted === 'lower' ? MODAL.blocks.slice(-9) : MODAL.blocks;
  showViews(wanted === 'stack' ? [MODAL, SECOND] : [{...MODAL, blocks}], context);
}
if (wanted === 'errors') {
  document.querySelector('.bk-form').requestSubmit();
}
