/**
 * The state of the matrix page, written to the address.
 *
 * @typedef {object} MatrixState
 * @property {string} extent name of the county shown; empty for the first
 * @property {string} matrix id of the scoring method; empty for the first
 * @property {string} version of the scoring method; empty for the latest
 * @property {string} period of the figures; empty for the latest of each
 * @property {string} district code of the district kept; empty for the whole county
 * @property {string} sort a column, most need first (or A first); a leading minus turns the order round
 * @property {string} factor id of the factor whose definition is open, or empty
 */

/** @type {Readonly<MatrixState>} */
export const DEFAULT_MATRIX_STATE = Object.freeze({ extent: '', matrix: '', version: '', period: '', district: '', sort: 'rank', factor: '' });

const WORD = /^[A-Za-z0-9@_.-]{1,250}$/;
const SHAPES = Object.freeze({
  sort: /^-?(area|district|score|rank|decile|f\.[a-z0-9][a-z0-9_-]{0,99})$/,
  version: /^[1-9][0-9]{0,8}$/,
  period: /^[^\p{Cc}]{1,60}$/u,
});

/**
 * @param {string} search the query part of an address
 * @returns {MatrixState} what cannot be read is as usual
 */
export function parseMatrixState(search) {
  const query = new URLSearchParams(search);
  const state = { ...DEFAULT_MATRIX_STATE };
  for (const name of ['extent', 'matrix', 'version', 'period', 'district', 'factor', 'sort']) {
    const text = query.get(name) ?? '';
    if ((SHAPES[name] ?? WORD).test(text)) {
      state[name] = text;
    }
  }
  return state;
}

/**
 * @param {MatrixState} state
 * @returns {string} the query part of the address, empty or with its question mark; what is usual is left out
 */
export function formatMatrixState(state) {
  const query = new URLSearchParams();
  for (const name of ['extent', 'matrix', 'version', 'period', 'district', 'sort', 'factor']) {
    if (state[name] !== DEFAULT_MATRIX_STATE[name]) {
      query.set(name, state[name]);
    }
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/**
 * Replaces what this county does not have by what is usual, and says so.
 *
 * @param {MatrixState} state
 * @param {import('./types.js').Matrix} matrix
 * @param {{code: string, name: string}[]} districts
 * @returns {{state: MatrixState, messages: string[]}}
 */
export function settleMatrixState(state, { factors }, districts) {
  const settled = { ...state };
  const messages = [];
  const has = (id) => factors.some((factor) => factor.id === id);
  if (state.district !== '' && !districts.some(({ code }) => code === state.district)) {
    messages.push(`There is no district ${state.district} in this matrix, so the whole county is shown.`);
    settled.district = '';
  }
  const sorted = /^-?f\.(.*)$/.exec(state.sort);
  if (sorted !== null && !has(sorted[1])) {
    messages.push(`There is no column ${sorted[1]} in this matrix, so areas are in the order of their rank.`);
    settled.sort = DEFAULT_MATRIX_STATE.sort;
  }
  if (state.factor !== '' && !has(state.factor)) {
    settled.factor = '';
  }
  return { state: settled, messages };
}
