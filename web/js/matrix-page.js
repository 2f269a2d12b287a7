/** Starts the page of the need matrix: areas by circumstances, in an order and of a district that the address names. */

import { fetchLoaded, fetchMatrix } from './api.js';
import { getModule, make } from './dom.js';
import { formatGeography } from './format.js';
import { showBanner, showFooter, showMessages, showProblem } from './frame.js';
import { awaitLoaded } from './loading.js';
import { showMatrixLegend } from './matrix-legend.js';
import { districtsOf, sortAfter } from './matrix-order.js';
import { MatrixPanel } from './matrix-panel.js';
import { DEFAULT_MATRIX_STATE, formatMatrixState, parseMatrixState, settleMatrixState } from './matrix-state.js';
import { MatrixTable } from './matrix-table.js';
import { bindPrinting } from './printing.js';
import { formatRecipesState } from './recipes-state.js';
import { DEFAULT_STATE, formatState } from './state.js';
import { DEFAULT_WEIGHTS_STATE, formatWeightsState, insteadWords } from './weights-state.js';

const part = (name) => getModule(document, name);
const [county, method, period, district] = ['#county', '#method', '#period', '#district'].map((id) => document.querySelector(id));
const page = { state: parseMatrixState(location.search), matrix: null, extent: null };

const table = new MatrixTable(part('table'), {
  onSort: (key) => change({ sort: sortAfter(page.state.sort, key) }),
  onAbout: (factor) => change({ factor }),
  linkOf: (code) => `/${formatState({ ...DEFAULT_STATE, extent: page.state.extent, layer: page.matrix.layer, area: code })}`,
});
const panel = new MatrixPanel(document.querySelector('#factor'), {
  onClose: () => {
    const { factor } = page.state;
    if (factor !== '') {
      change({ factor: '' });
      table.focusAbout(factor);
    }
  },
});

/** @param {Partial<import('./matrix-state.js').MatrixState>} patch */
function change(patch, { isLarge = false } = {}) {
  const before = page.state;
  page.state = { ...before, ...patch };
  const address = location.pathname + formatMatrixState(page.state);
  history[isLarge ? 'pushState' : 'replaceState'](null, '', address);
  render(before);
}

async function open() {
  const messages = part('messages');
  try {
    const extents = await awaitLoaded(fetchLoaded, (text) => (part('sentence').textContent = text));
    const wanted = parseMatrixState(location.search);
    const extent = extents.find(({ name }) => name === wanted.extent) ?? extents[0];
    if (extent === undefined) {
      part('sentence').replaceChildren('Nothing is loaded yet. ', make('a', { href: '/data.html#import' }, 'Import data'));
      return;
    }
    showCounties(extents, extent);
    const found = await fetchMatrix(extent.name, wanted);
    if (found === null) {
      showNone();
      return;
    }
    showMatrix(found, extent);
    const districts = districtsOf(found.matrix);
    const here = { extent: extent === extents[0] ? '' : extent.name, matrix: found.matrix.id === wanted.matrix ? wanted.matrix : '', period: found.matrix.period };
    const settled = settleMatrixState({ ...wanted, ...here }, found.matrix, districts);
    page.state = settled.state;
    showMessages(messages, [...insteadWords(wanted, extent, found.matrix), ...settled.messages]);
    table.setMatrix(found.matrix);
    render(null);
    // The last to be filled: whoever waits for the page waits for this.
    showMatrixLegend(part('legend'), found.matrix);
  } catch (error) {
    showProblem(messages, error, open);
    if (error.name !== 'ProblemError') {
      throw error;
    }
  }
}

function showCounties(extents, extent) {
  page.extent = extent;
  county.replaceChildren(...extents.map(({ name, title }) => make('option', { value: name }, title)));
  county.value = extent.name;
  part('county-field').hidden = extents.length < 2;
  showBanner(part('banner'), extent, '');
  document.title = `Need matrix \u2013 ${extent.title}${extent.fictional ? ' (fictional data)' : ''} \u2013 Needscape`;
}

function showNone() {
  part('sentence').replaceChildren(
    `${page.extent.title} has no need score yet: it takes at least three measures of which it is stated which end means more need. `,
    make('a', { href: '/data.html#import' }, 'Import measures'),
  );
  part('controls').hidden = true;
  ['table', 'legend', 'notices', 'marking', 'sources', 'more-sources'].forEach((name) => part(name).replaceChildren());
}

function showMatrix({ entries, matrix, links }, extent) {
  page.matrix = matrix;
  part('controls').hidden = false;
  part('sentence').textContent = matrix.sentence;
  showMethods(entries, matrix);
  const version = matrix.recipe.version === null ? '' : `, version ${matrix.recipe.version}`;
  part('facts').textContent = `${matrix.recipe.document.name}${version} \u00b7 ${matrix.factors.length} circumstances \u00b7 ${formatGeography(matrix.geography)} \u00b7 an area needs ${Math.round(
    matrix.minimumCoverage * 100,
  )} % of them known to get a score${matrix.fictional ? ' \u00b7 fictional data' : ''}`;
  part('notices').replaceChildren(...matrix.notices.map((text) => make('li', {}, text)));
  part('made').href = `/recipes.html${formatRecipesState({ extent: extent.name, id: matrix.id, version: String(matrix.recipe.version ?? '') })}`;
  part('weights').href = `/weights.html${formatWeightsState({ ...DEFAULT_WEIGHTS_STATE, extent: extent.name, matrix: matrix.id })}`;
  for (const format of ['csv', 'xlsx']) {
    part(`download-${format}`).href = links[format];
    part(`download-${format}`).download = `need-matrix-${matrix.id}-${extent.name}.${format}`;
  }
  district.replaceChildren(make('option', { value: '' }, 'All districts'), ...districtsOf(matrix).map(({ code, name }) => make('option', { value: code }, name)));
  showFooter(part, { ...matrix, id: matrix.layer });
}

function showMethods(entries, matrix) {
  method.replaceChildren(...entries.map(({ id, title }) => make('option', { value: id }, title.replace(/^Need matrix, (.)/, (_, first) => first.toUpperCase()))));
  method.value = matrix.id;
  part('method-field').hidden = entries.length < 2;
  period.replaceChildren(make('option', { value: '' }, 'Latest of each'), ...matrix.periods.map((text) => make('option', { value: text }, text)));
  period.value = matrix.period;
  part('period-field').hidden = matrix.periods.length < 2 && matrix.period === '';
}

/** Fetches another matrix, of the county shown. */
function ask(patch) {
  const { extent, district: place } = page.state;
  history.pushState(null, '', location.pathname + formatMatrixState({ ...DEFAULT_MATRIX_STATE, extent, district: place, ...patch }));
  open();
}

/** @param {?import('./matrix-state.js').MatrixState} before what is shown now, if anything */
function render(before) {
  const { state, matrix, extent } = page;
  district.value = state.district;
  if (before === null || before.sort !== state.sort || before.district !== state.district) {
    const place = state.district === '' ? extent.title : district.selectedOptions[0].textContent;
    const said = table.show(state, place);
    part('announcer').textContent = before === null ? '' : said;
  }
  const factor = matrix.factors.find(({ id }) => id === state.factor);
  if (factor === undefined) {
    panel.close();
  } else if (before?.factor !== state.factor) {
    panel.open(factor, matrix, extent.name);
  }
}

county.addEventListener('change', () => {
  history.pushState(null, '', location.pathname + formatMatrixState({ ...DEFAULT_MATRIX_STATE, extent: county.value }));
  open();
});
method.addEventListener('change', () => ask({ matrix: method.value }));
period.addEventListener('change', () => ask({ matrix: page.state.matrix, version: page.state.version, period: period.value }));
district.addEventListener('change', () => change({ district: district.value }, { isLarge: true }));
addEventListener('popstate', open);
bindPrinting(part('print'), { resize: () => {} });
open();
