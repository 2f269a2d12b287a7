/** Starts the page of other weights: it holds the one state, writes it to the address, and tells each part what to show. */

import { fetchGeometry, fetchLoaded, fetchMatrices, fetchMatrixOf, fetchSensitivity } from './api.js';
import { getModule, make } from './dom.js';
import { formatGeography } from './format.js';
import { showBanner, showFooter, showMessages, showProblem } from './frame.js';
import { awaitLoaded } from './loading.js';
import { bindMapButtons } from './map-buttons.js';
import { MapView } from './map-view.js';
import { districtsOf, sortAfter } from './matrix-order.js';
import { WeightControls } from './weights-controls.js';
import { KeepForm } from './weights-keep.js';
import { WeightsPaint, showWeightsLegend } from './weights-map.js';
import { compareRankings, effectiveWeights, isWeighted, rankRows, sharesOf } from './weights-score.js';
import { DEFAULT_WEIGHTS_STATE, formatWeightsState, insteadWords, parseWeightsState, settleWeightsState, unreadWords, withTimes } from './weights-state.js';
import { WeightsTable } from './weights-table.js';
import { showArea, showEdge, showNoArea, showTippings } from './weights-why.js';
import { areaLines, summaryWords } from './weights-words.js';

const SETTLED_MILLISECONDS = 600;
const NOTHING_COUNTS = 'No circumstance counts any more: give at least one a weight above 0. The map and the ranking are still those from before.';
const NOT_TIPPED = 'What would tip an area is worked out for scoring methods that add weighted circumstances up, and this one does not.';

const part = (name) => getModule(document, name);
const [county, method, district] = ['#county', '#method', '#district'].map((id) => document.querySelector(id));
const page = { state: DEFAULT_WEIGHTS_STATE, matrix: null, extent: null, entry: null, ranking: null, comparison: null, moved: '' };

const controls = new WeightControls(part('controls'), { onMove: move });
const table = new WeightsTable(part('table'), {
  onSelect: (area) => change({ area: area === page.state.area ? '' : area }),
  onSort: (key) => change({ sort: sortAfter(page.state.sort, key) }, { isSmall: true }),
  onPoint: (code) => map.point(code),
});
const map = new MapView(part('drawing'), {
  onSelect: (area) => change({ area }),
  onToggle: (area) => change({ area }),
  onMove: (centre) => part('map').classList.toggle('ns-show__map--near', centre !== null),
  onDescribe: (code) => describe(code),
});
const paint = new WeightsPaint(map);
const keep = new KeepForm(part('keep'), part('keep-errors'), part('kept'), () => ({
  recipe: page.matrix.recipe.document,
  ids: page.matrix.factors.map(({ id }) => id),
  id: page.matrix.recipe.version === null ? null : page.matrix.recipe.id,
  times: page.state,
  extent: page.extent.name,
  problem: problemOf(page.state),
}));

async function open() {
  const messages = part('messages');
  try {
    const extents = await awaitLoaded(fetchLoaded, (text) => (part('summary').textContent = text));
    const { state: wanted, unread } = parseWeightsState(location.search);
    const extent = extents.find(({ name }) => name === wanted.extent) ?? extents[0];
    if (extent === undefined) {
      part('summary').replaceChildren('Nothing is loaded yet. ', make('a', { href: '/data.html#import' }, 'Import data'));
      return;
    }
    const entries = await fetchMatrices(extent.name);
    const entry = entries.find(({ id }) => id === wanted.matrix) ?? entries[0];
    showChoices(extents, extent, entries, entry);
    if (entry === undefined) {
      showNone(extent);
      return;
    }
    await load(extent, entry);
    const settled = settleWeightsState({ ...wanted, extent: extent === extents[0] ? '' : extent.name, matrix: entry === entries[0] ? '' : entry.id }, {
      factors: page.matrix.factors.map(({ id }) => id),
      domains: (page.matrix.recipe.document.domains ?? []).map(({ name }) => name),
      districts: districtsOf(page.matrix).map(({ code }) => code),
      areas: page.matrix.rows.map(({ code }) => code),
    });
    page.state = settled.state;
    showMessages(messages, [...insteadWords(wanted, extent, entry), ...unread.map(unreadWords), ...settled.messages]);
    page.moved = '';
    render(null);
  } catch (error) {
    showProblem(messages, error, open);
    if (error.name !== 'ProblemError') {
      throw error;
    }
  }
}

/** Fetches a matrix and its areas, unless they are there already. */
async function load(extent, entry) {
  if (page.entry?.links.json === entry.links.json) {
    return;
  }
  const districts = extent.geographies.find((geography) => geography.startsWith('lad-'));
  const [matrix, areas, outlines] = await Promise.all([
    fetchMatrixOf(entry),
    fetchGeometry(extent.name, entry.geography),
    districts === undefined ? null : fetchGeometry(extent.name, districts).catch(() => null),
  ]);
  Object.assign(page, { extent, entry, matrix, ranking: null });
  page.places = new Map(matrix.rows.map(({ code }, at) => [code, at]));
  map.setAreas(areas);
  map.setDistricts(outlines);
  paint.forget();
  controls.setRecipe(matrix.recipe.document, matrix.factors);
  table.setMatrix(matrix);
  keep.reset().catch(reportTippings);
  district.replaceChildren(make('option', { value: '' }, 'All districts'), ...districtsOf(matrix).map(({ code, name }) => make('option', { value: code }, name)));
  part('facts').textContent = [
    `${matrix.factors.length} circumstances`,
    formatGeography(matrix.geography),
    `an area needs ${Math.round(matrix.minimumCoverage * 100)} % of the weight known to get a score`,
    ...(isWeighted(matrix.aggregation) ? [] : ['this method looks at each circumstance alone, so a weight makes no difference unless it is 0']),
    ...(matrix.fictional ? ['fictional data'] : []),
  ].join(' \u00b7 ');
  part('notices').replaceChildren(...matrix.notices.map((text) => make('li', {}, text)));
  part('edge').open = false;
  part('edge').hidden = entry.links.sensitivity === undefined;
  showFooter(part, { ...matrix, id: matrix.layer });
}

function showChoices(extents, extent, entries, entry) {
  const fill = (select, options, value) => {
    select.replaceChildren(...options.map(([id, text]) => make('option', { value: id }, text)));
    select.value = value;
    part(`${select.id}-field`).hidden = options.length < 2;
  };
  fill(county, extents.map(({ name, title }) => [name, title]), extent.name);
  fill(method, entries.map(({ id, title }) => [id, methodName(title)]), entry?.id ?? '');
  showBanner(part('banner'), extent, '');
  document.title = `Other weights \u2013 ${extent.title}${extent.fictional ? ' (fictional data)' : ''} \u2013 Needscape`;
}

/** `Need matrix, default scoring method` is the default scoring method. */
function methodName(title) {
  const name = title.replace(/^Need matrix, /, '');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function showNone(extent) {
  part('summary').replaceChildren(
    `${extent.title} has no need score yet: it takes at least three measures of which it is stated which end means more need. `,
    make('a', { href: '/data.html#import' }, 'Import measures'),
  );
  part('main').classList.add('ns-weights--none');
  part('legend').replaceChildren('');
}

/** A weight moves: seen at once, written to the address when the hand rests. */
function move(kind, id, times) {
  const before = page.state;
  page.state = { ...before, [kind]: withTimes(before[kind], id, times) };
  render(before);
  settleLater(`${kind} ${id}`);
}

let settling;

/** Going back undoes what was done to one circumstance, not every step of the slider. */
function settleLater(moved) {
  clearTimeout(settling);
  settling = setTimeout(() => {
    history[page.moved === moved ? 'replaceState' : 'pushState'](null, '', location.pathname + formatWeightsState(page.state));
    page.moved = moved;
    part('announcer').textContent = part('summary').textContent;
  }, SETTLED_MILLISECONDS);
}

/** @param {Partial<import('./weights-state.js').WeightsState>} patch */
function change(patch, { isSmall = false } = {}) {
  clearTimeout(settling);
  const before = page.state;
  page.state = { ...before, ...patch };
  page.moved = '';
  history[isSmall ? 'replaceState' : 'pushState'](null, '', location.pathname + formatWeightsState(page.state));
  render(before);
}

function weightsOf(state) {
  return effectiveWeights(page.matrix.recipe.document, page.matrix.factors.map(({ id }) => id), state);
}

/** @returns {?string} why these weights make no ranking */
function problemOf(state) {
  const wrong = controls.wrong();
  if (wrong !== null) {
    return `${wrong} holds no number that counts: correct it first.`;
  }
  return weightsOf(state).every((weight) => weight === 0) ? NOTHING_COUNTS : null;
}

/** @param {?import('./weights-state.js').WeightsState} before what is shown now, if anything */
function render(before) {
  const { state, matrix } = page;
  const changed = (...names) => before === null || names.some((name) => before[name] !== state[name]);
  const weights = weightsOf(state);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const areWeightsNew = changed('factors', 'domains');
  if (areWeightsNew) {
    controls.show(state, sharesOf(matrix.recipe.document, matrix.factors.map(({ id }) => id), weights));
    part('reset').setAttribute('aria-disabled', String(!isChanged(state)));
  }
  if (total === 0 && page.ranking !== null) {
    part('summary').textContent = NOTHING_COUNTS;
    part('summary').classList.add('ns-weights__summary--problem');
  } else if (areWeightsNew || page.ranking === null) {
    part('summary').classList.remove('ns-weights__summary--problem');
    page.ranking = rankRows(matrix.rows, { ...matrix, weights: total === 0 ? weightsOf(DEFAULT_WEIGHTS_STATE) : weights });
    page.comparison = compareRankings(matrix.rows, page.ranking);
    part('summary').textContent = total === 0 ? NOTHING_COUNTS : summaryWords(page.comparison, isChanged(state));
  }
  const options = { ...state, place: placeName() };
  if (areWeightsNew || changed('district', 'view')) {
    paint.show(matrix.rows, page.ranking, page.comparison, options);
  }
  if (changed('district', 'sort')) {
    table.show(page.ranking, options);
  } else if (areWeightsNew) {
    table.follow(page.ranking, options);
  }
  if (changed('district')) {
    district.value = state.district;
    map.fit(state.district);
  }
  if (changed('view')) {
    document.querySelectorAll('[data-view-button]').forEach((button) => button.setAttribute('aria-pressed', String(button.dataset.viewButton === state.view)));
  }
  if (changed('area')) {
    map.select(state.area);
    table.select(state.area);
    table.reveal();
    showChosen(before !== null).catch(reportTippings);
  } else if (areWeightsNew && state.area !== '') {
    part('area-now').replaceChildren(...describe(state.area).slice(1).map((line) => make('p', {}, line)));
  }
  if (changed('district') && part('edge').open) {
    showNear().catch(reportTippings);
  }
  if (areWeightsNew || changed('district', 'view')) {
    // The last to be filled: whoever waits for the page waits for this.
    showWeightsLegend(part('legend'), matrix.rows, page.ranking, page.comparison, state);
  }
}

function isChanged({ factors, domains }) {
  return Object.keys(factors).length + Object.keys(domains).length > 0;
}

async function showChosen(isAnnounced) {
  const { matrix, state } = page;
  const root = part('area');
  if (state.area === '') {
    showNoArea(root, page.extent.title);
    return;
  }
  const row = matrix.rows[page.places.get(state.area)];
  const tippings = showArea(root, { name: row.name, lines: describe(state.area).slice(1) }, () => change({ area: '' }));
  if (isAnnounced) {
    part('announcer').textContent = `Selected: ${describe(state.area).join(', ')}.`;
  }
  if (page.entry.links.sensitivity === undefined) {
    tippings.textContent = NOT_TIPPED;
    return;
  }
  const { areas } = await fetchSensitivity(page.entry);
  if (page.state.area === row.code) {
    const found = areas.find(({ code }) => code === row.code) ?? null;
    const hasDomains = (matrix.recipe.document.domains ?? []).length > 0;
    showTippings(tippings, found, { hasScore: row.rank !== null, isIn: row.decile === 1, canTry: !hasDomains }, (factor, times) => change({ factors: { [factor]: times }, domains: {} }));
  }
}

async function showNear() {
  showEdge(part('edge-list'), await fetchSensitivity(page.entry), page.state.district, (area) => change({ area }));
}

/** The rest of the page works without it. */
function reportTippings(error) {
  const text = error.detail ?? error.message;
  part('edge-list').replaceChildren(make('p', {}, text));
  document.querySelector('.ns-weights__tippings')?.replaceChildren(make('p', {}, text));
}

/** @returns {string[]} lines about an area with the weights now, its name first */
function describe(code) {
  const at = page.places.get(code);
  return at === undefined ? [code] : areaLines(page.matrix.rows[at], page.ranking, at);
}

function placeName() {
  return page.state.district === '' ? page.extent.title : districtsOf(page.matrix).find(({ code }) => code === page.state.district).name;
}

function elsewhere(patch) {
  history.pushState(null, '', location.pathname + formatWeightsState({ ...DEFAULT_WEIGHTS_STATE, ...patch }));
  open();
}

county.addEventListener('change', () => elsewhere({ extent: county.value }));
method.addEventListener('change', () => elsewhere({ extent: page.state.extent, matrix: method.value, district: page.state.district }));
district.addEventListener('change', () => change({ district: district.value }));
part('reset').addEventListener('click', () => isChanged(page.state) && change({ factors: {}, domains: {} }));
part('edge').addEventListener('toggle', () => part('edge').open && showNear().catch(reportTippings));
document.querySelectorAll('[data-view-button]').forEach((button) => button.addEventListener('click', () => change({ view: button.dataset.viewButton }, { isSmall: true })));
bindMapButtons(document, map, () => page.state.district !== '' && change({ district: '' }));
addEventListener('popstate', () => {
  clearTimeout(settling);
  open();
});
open();
