/** Starts the data protection page: what a county shows, what it hides and why, who decided so, and the last audit. */

import { fetchLayers, fetchLoaded, fetchProtection } from './api.js';
import { getModule, make } from './dom.js';
import { showBanner, showMessages, showProblem } from './frame.js';
import { awaitLoaded } from './loading.js';
import { bindPrinting } from './printing.js';
import { showAudit, showDatasets, showExactUses, showMeasures, showReasons } from './protection-view.js';
import { DEFAULT_STATE, formatState, parseState } from './state.js';

const part = (name) => getModule(document, name);
const county = document.querySelector('#county');

async function show() {
  const messages = part('messages');
  try {
    const wanted = parseState(location.search).state.extent;
    const extents = await awaitLoaded(fetchLoaded, (text) => (part('place').textContent = text));
    const extent = extents.find(({ name }) => name === wanted) ?? extents[0];
    if (extent === undefined) {
      part('place').replaceChildren('Nothing is loaded yet. ', make('a', { href: '/data.html#import' }, 'Import data'));
      return;
    }
    const isElsewhere = wanted !== '' && wanted !== extent.name;
    showMessages(messages, isElsewhere ? [`There is no county called ${wanted} here, so ${extent.title} is shown.`] : []);
    showCounties(extents, extent);
    const [protection, layers] = await Promise.all([fetchProtection(extent.name), fetchLayers(extent.name)]);
    showProtection(protection, extent, new Map(layers.map(({ id, title }) => [id, title])));
  } catch (error) {
    showProblem(messages, error, show);
    if (error.name !== 'ProblemError') {
      throw error;
    }
  }
}

function showCounties(extents, extent) {
  county.replaceChildren(...extents.map(({ name, title }) => make('option', { value: name }, title)));
  county.value = extent.name;
  part('county-field').hidden = extents.length < 2;
  showBanner(part('banner'), extent, '');
  part('place').textContent = extent.fictional ? `${extent.title}: fictional data` : extent.title;
  document.title = `Data protection \u2013 ${extent.title} \u2013 Needscape`;
}

function showProtection(protection, extent, titles) {
  showAudit(part('audit'), protection);
  showReasons(part('reasons'), protection);
  showMeasures(part('measures'), protection, extent.name, titles);
  showExactUses(part('exact-uses'), protection);
  // The last to be filled: whoever waits for the page waits for this.
  showDatasets(part('datasets'), protection);
}

county.addEventListener('change', () => {
  history.pushState(null, '', formatState({ ...DEFAULT_STATE, extent: county.value }) || location.pathname);
  show();
});
addEventListener('popstate', show);
bindPrinting(part('print'), { resize: () => {} });
show();
