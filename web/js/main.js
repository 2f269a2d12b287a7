/** Starts the map page: finds out what is loaded, then hands over to the page itself. */

import { isSameState, readAddress, writeAddress } from './address.js';
import { fetchLayers, fetchLoaded, fetchRunLayer } from './api.js';
import { getModule, make } from './dom.js';
import { showBanner, showMessages, showProblem } from './frame.js';
import { insistOn } from './layer-choice.js';
import { awaitLoaded } from './loading.js';
import { MapPage } from './map-page.js';
import { openingOf, showOpening } from './opening.js';
import { leftOutWords } from './selection-words.js';
import { settleState } from './state.js';

/** @type {MapPage|undefined} */
let page;

/** How often the page was begun, and which beginning is on the screen: going back and forth may overtake the service. */
let begun = 0;
let shown = 0;

/** @type {?import('./chosen.js').Chosen} what the address that is being opened has chosen; null once the page holds it */
let coming = null;

async function start() {
  begun += 1;
  const turn = begun;
  const messages = getModule(document, 'messages');
  try {
    const wanted = read().state;
    coming = wanted.chosen;
    const extents = await awaitLoaded(fetchLoaded, (text) => {
      getModule(document, 'sentence').textContent = text;
    });
    const extent = extents.find(({ name }) => name === wanted.extent) ?? extents[0];
    const listed = extent === undefined ? [] : await fetchLayers(extent.name);
    const layers = [...listed, ...(await fetchRunLayer(wanted.layer)).filter((layer) => layer.extent === extent?.name)];
    if (turn !== begun) {
      return;
    }
    if (extent === undefined || layers.length === 0) {
      removeEventListener('popstate', followHistory);
      showEmpty(extent);
      return;
    }
    page ??= new MapPage(document, { onChangeExtent: start });
    await page.setCounty({ extents, extent, layers });
    if (turn !== begun) {
      return;
    }
    // Something may have been chosen meanwhile.
    const { state, ignored, leftOut } = read();
    const settled = settleState(state, { extent, layers });
    const opening = openingOf(layers, settled.state.layer, settled.state.anyway);
    const opened = { ...settled.state, layer: opening.layer, anyway: opening.anyway };
    showMessages(messages, [
      ...ignored.map((name) => `The part \u201c${name}\u201d of this address could not be read, so the usual choice is shown.`),
      ...settled.messages,
      ...(leftOut > 0 ? [leftOutWords(leftOut)] : []),
    ]);
    showOpening(messages, opening, (layer) => insistOn(page, layer));
    if (opening.replaced !== null) {
      // The address names what is seen, so that a copied link does too.
      writeAddress(opened, { isSmall: true });
    }
    coming = null;
    await page.open(opened);
    shown = turn;
  } catch (error) {
    showProblem(messages, error, start);
    if (page === undefined) {
      getModule(document, 'sentence').textContent = 'The map cannot be shown just now.';
    }
    if (error.name !== 'ProblemError') {
      throw error;
    }
  }
}

function read() {
  return readAddress(coming ?? page?.state?.chosen);
}

/** Following a link inside the page also pops a state; only another state is worth starting over for. */
function followHistory() {
  const { state } = read();
  if (shown !== begun || !isSameState(page.state, state)) {
    start();
  }
}

/** @param {import('./types.js').Extent|undefined} extent boundaries may be there before anything to colour them with */
function showEmpty(extent) {
  showBanner(getModule(document, 'banner'), extent ?? null, '');
  const text = extent === undefined
    ? 'Import the boundaries of your areas first, then the Indices of Deprivation: the map and the table follow by themselves.'
    : `The boundaries of ${extent.title} are there. Import the Indices of Deprivation or your own counts next.`;
  getModule(document, 'main').replaceChildren(
    make(
      'section',
      { class: 'ns-empty' },
      make('h1', {}, extent === undefined ? 'Nothing is loaded yet' : 'There is nothing to show on the map yet'),
      make('p', {}, text),
      make('p', {}, make('a', { class: 'ns-button ns-button--strong', href: '/data.html#import' }, 'Import data')),
    ),
  );
}

// From the first moment on: the page may be left for another state of it while it loads.
addEventListener('popstate', followHistory);
start();
