/**
 * The state of the map page: one object, written to the address, so that a link, a reload and the back button all show the same.
 *
 * @typedef {object} PageState
 * @property {string} extent name of the county shown; empty for the first
 * @property {string} layer id of the layer; empty for the first
 * @property {boolean} anyway whether the layer is shown although most of it is hidden
 * @property {string} district code of the district kept; empty for the whole county
 * @property {string} area code of the selected area, or empty
 * @property {'map'|'table'|'gradient'} view
 * @property {string} sort `need` is highest need first; a leading minus turns the order round
 * @property {boolean} outline whether hotspots are outlined over other layers
 * @property {string} gradient id of the gradient; empty for the first
 * @property {import('./chosen.js').Chosen} chosen areas gathered to be counted together
 * @property {?Centre} centre where the map looks; null for all of the county or district
 *
 * @typedef {{latitude: number, longitude: number, zoom: number}} Centre
 */

import { NONE_CHOSEN, formatChosen, parseChosen } from './chosen.js';

export const VIEWS = Object.freeze(['map', 'table', 'gradient']);

/** @type {Readonly<PageState>} */
export const DEFAULT_STATE = Object.freeze({
  extent: '',
  layer: '',
  anyway: false,
  district: '',
  area: '',
  view: 'map',
  sort: 'need',
  outline: true,
  gradient: '',
  chosen: NONE_CHOSEN,
  centre: null,
});

const WORD = /^[A-Za-z0-9@_.-]{1,250}$/;
const SORT = /^-?(need|area|district|class|c\.[a-z][a-z0-9_]*)$/;

/**
 * @param {string} search the query part of an address
 * @returns {{state: PageState, ignored: string[]}} the state, and the names of parts that could not be read
 */
export function parseState(search) {
  const query = new URLSearchParams(search);
  const state = { ...DEFAULT_STATE };
  const ignored = [];
  const take = (name, isValid, set) => {
    const text = query.get(name);
    if (text === null || text === '') {
      return;
    }
    if (isValid(text)) {
      set(text);
    } else {
      ignored.push(name);
    }
  };
  for (const name of ['extent', 'layer', 'district', 'area', 'gradient']) {
    take(name, (text) => WORD.test(text), (text) => (state[name] = text));
  }
  take('anyway', (text) => text === '1', () => (state.anyway = true));
  take('view', (text) => VIEWS.includes(text), (text) => (state.view = text));
  take('sort', (text) => SORT.test(text), (text) => (state.sort = text));
  take('outline', (text) => text === 'off' || text === 'on', (text) => (state.outline = text === 'on'));
  take('chosen', (text) => parseChosen(text) !== null, (text) => (state.chosen = parseChosen(text)));
  take('centre', (text) => parseCentre(text) !== null, (text) => (state.centre = parseCentre(text)));
  return { state, ignored };
}

/**
 * @param {PageState} state
 * @returns {string} the query part of the address, empty or with its question mark; what is usual is left out
 */
export function formatState(state) {
  const query = new URLSearchParams();
  for (const name of ['extent', 'layer', 'district', 'area', 'view', 'sort', 'gradient']) {
    if (state[name] !== DEFAULT_STATE[name]) {
      query.set(name, state[name]);
    }
  }
  if (state.anyway) {
    query.set('anyway', '1');
  }
  if (!state.outline) {
    query.set('outline', 'off');
  }
  const chosen = formatChosen(state.chosen);
  if (chosen !== '') {
    query.set('chosen', chosen);
  }
  if (state.centre) {
    const { latitude, longitude, zoom } = state.centre;
    query.set('centre', [latitude.toFixed(4), longitude.toFixed(4), Number(zoom.toFixed(2))].join('_'));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/**
 * Replaces what is not known here by what is, and says so.
 *
 * @param {PageState} state
 * @param {{extent: import('./types.js').Extent, layers: import('./types.js').LayerEntry[]}} known
 * @returns {{state: PageState, messages: string[]}}
 */
export function settleState(state, { extent, layers }) {
  const messages = [];
  const settled = { ...state };
  if (state.extent !== '' && state.extent !== extent.name) {
    messages.push(`There is no county called ${state.extent} here, so ${extent.title} is shown.`);
    settled.extent = '';
  }
  if (state.layer !== '' && !layers.some((layer) => layer.id === state.layer)) {
    messages.push(`There is no layer ${state.layer} here, so the first one is shown.`);
    settled.layer = '';
  }
  if (state.district !== '' && !extent.districts.some((district) => district.code === state.district)) {
    messages.push(`There is no district ${state.district} in ${extent.title}, so the whole county is shown.`);
    settled.district = '';
  }
  return { state: settled, messages };
}

/** @returns {?Centre} */
function parseCentre(text) {
  const parts = text.split('_').map(Number);
  if (parts.length !== 3 || !parts.every(Number.isFinite)) {
    return null;
  }
  const [latitude, longitude, zoom] = parts;
  const isOnEarth = Math.abs(latitude) <= 85 && Math.abs(longitude) <= 180 && zoom >= 0 && zoom <= 20;
  return isOnEarth ? { latitude, longitude, zoom } : null;
}
