/**
 * The state of the page of other weights, written to the address, so that a link shows the same what-if.
 *
 * @typedef {object} WeightsState
 * @property {string} extent name of the county shown; empty for the first
 * @property {string} matrix id of the matrix to start from; empty for the first
 * @property {Readonly<Record<string, number>>} factors how many times its saved weight a circumstance counts, where that is not once
 * @property {Readonly<Record<string, number>>} domains the same of domains
 * @property {string} district code of the district kept; empty for the whole county
 * @property {string} sort a column; a leading minus turns the order round
 * @property {string} area code of the chosen area, or empty
 * @property {'tenth'|'change'} view what the map shows
 */

/** @type {Readonly<WeightsState>} */
export const DEFAULT_WEIGHTS_STATE = Object.freeze({
  extent: '', matrix: '', factors: Object.freeze({}), domains: Object.freeze({}), district: '', sort: 'rank', area: '', view: 'tenth',
});

export const MOST_TIMES = 10;

const WORD = /^[A-Za-z0-9@_.-]{1,250}$/;
const PATTERNS = Object.freeze({
  extent: WORD, matrix: WORD, district: WORD, area: WORD, sort: /^-?(rank|before|change|score|decile|area)$/, view: /^(tenth|change)$/,
});

/** In the address: `counts=lone_parents_pct:2,neet_pct:0.5`. */
const LISTS = Object.freeze({ counts: 'factors', domains: 'domains' });

/**
 * @param {string} text of a number field
 * @returns {?number} how many times; null where that is no number from 0 to ten
 */
export function readTimes(text) {
  const times = /^\d{1,2}(\.\d{1,6})?$|^\.\d{1,6}$/.test(text.trim()) ? Number(text) : NaN;
  return times >= 0 && times <= MOST_TIMES ? times : null;
}

/**
 * @param {string} search the query part of an address
 * @returns {{state: WeightsState, unread: string[]}} what cannot be read is as usual; the parts about weights among it
 */
export function parseWeightsState(search) {
  const query = new URLSearchParams(search);
  const state = { ...DEFAULT_WEIGHTS_STATE };
  for (const [name, pattern] of Object.entries(PATTERNS)) {
    const text = query.get(name) ?? '';
    if (pattern.test(text)) {
      state[name] = text;
    }
  }
  const unread = [];
  for (const [name, field] of Object.entries(LISTS)) {
    const parts = (query.get(name) ?? '').split(',').filter((part) => part !== '');
    const read = parts.map((part) => [part, readPart(part)]);
    unread.push(...read.filter(([, found]) => found === null).map(([part]) => part));
    state[field] = Object.fromEntries(read.map(([, found]) => found).filter((found) => found !== null && found[1] !== 1));
  }
  return { state, unread };
}

function readPart(part) {
  const colon = part.lastIndexOf(':');
  const times = readTimes(part.slice(colon + 1));
  try {
    return colon < 1 || times === null ? null : [decodeURIComponent(part.slice(0, colon)), times];
  } catch {
    return null;
  }
}

/**
 * @param {WeightsState} state
 * @returns {string} the query part of the address, empty or with its question mark; what is usual is left out
 */
export function formatWeightsState(state) {
  const query = [];
  const put = (name, text) => text !== '' && query.push(`${name}=${text}`);
  put('extent', state.extent);
  put('matrix', state.matrix);
  for (const [name, field] of Object.entries(LISTS)) {
    put(name, Object.entries(state[field]).map(([id, times]) => `${encodeURIComponent(encodeName(id))}:${times}`).join(','));
  }
  for (const name of ['district', 'sort', 'area', 'view']) {
    put(name, state[name] === DEFAULT_WEIGHTS_STATE[name] ? '' : encodeURIComponent(state[name]));
  }
  return query.length === 0 ? '' : `?${query.join('&')}`;
}

/** A comma in the name of a domain would end its part. */
function encodeName(id) {
  return id.replace(/[%,]/g, encodeURIComponent);
}

/**
 * Replaces what this matrix does not have by what is usual, and says so.
 *
 * @param {WeightsState} state
 * @param {object} has
 * @param {string[]} has.factors ids
 * @param {string[]} has.domains names
 * @param {string[]} has.districts codes
 * @param {string[]} has.areas codes
 * @returns {{state: WeightsState, messages: string[]}}
 */
export function settleWeightsState(state, has) {
  const messages = [];
  const keep = (field, known, word) => {
    const names = Object.keys(state[field]);
    names.filter((name) => !known.includes(name)).forEach((name) => messages.push(`There is no ${word} ${name} in this scoring method, so the address cannot change its weight.`));
    return Object.fromEntries(Object.entries(state[field]).filter(([name]) => known.includes(name)));
  };
  const settled = { ...state, factors: keep('factors', has.factors, 'circumstance'), domains: keep('domains', has.domains, 'domain') };
  if (state.district !== '' && !has.districts.includes(state.district)) {
    messages.push(`There is no district ${state.district} here, so the whole county is shown.`);
    settled.district = '';
  }
  if (state.area !== '' && !has.areas.includes(state.area)) {
    messages.push(`There is no area ${state.area} in this matrix.`);
    settled.area = '';
  }
  return { state: settled, messages };
}

/**
 * @param {WeightsState} wanted what the address asks for
 * @param {{name: string, title: string}} extent what is shown
 * @param {{id: string, title: string}} entry the matrix that is shown
 * @returns {string[]} what is shown instead of what is not there
 */
export function insteadWords(wanted, extent, entry) {
  return [
    ...(wanted.extent === '' || wanted.extent === extent.name ? [] : [`There is no county called ${wanted.extent} here, so ${extent.title} is shown.`]),
    ...(wanted.matrix === '' || wanted.matrix === entry.id ? [] : [`There is no scoring method ${wanted.matrix} here; it may have been withdrawn. What is shown: ${entry.title}.`]),
  ];
}

/** @param {string} part of the address */
export function unreadWords(part) {
  return `\u201c${part}\u201d in the address is no weight: it takes a circumstance, a colon and a number from 0 to ${MOST_TIMES}.`;
}

/** @param {Readonly<Record<string, number>>} times @param {string} id @param {number} value @returns {Record<string, number>} */
export function withTimes(times, id, value) {
  const { [id]: _, ...others } = times;
  return value === 1 ? others : { ...others, [id]: value };
}
