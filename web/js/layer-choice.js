/** Someone chooses a layer: the page opens it, or says why it opens another. */

import { getModule } from './dom.js';
import { showMessages } from './frame.js';
import { openingOf, showOpening } from './opening.js';

/**
 * @param {import('./map-page.js').MapPage} page
 * @param {string} layer id
 * @param {boolean} [isAnyway] whether to show it although most of it is hidden
 */
export function chooseLayer(page, layer, isAnyway = false) {
  const messages = getModule(page.root, 'messages');
  const opening = openingOf(page.layers, layer, isAnyway);
  showMessages(messages, []);
  showOpening(messages, opening, (id) => insistOn(page, id));
  page.picker.show(opening.layer);
  return page.change({ layer: opening.layer, anyway: opening.anyway });
}

/** The button that was pressed goes with its message, so the focus moves to the choice that it changed. */
export function insistOn(page, layer) {
  page.root.querySelector('#layer').focus();
  return chooseLayer(page, layer, true);
}
