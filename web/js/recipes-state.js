/**
 * The state of the page of scoring methods, written to the address.
 *
 * @typedef {object} RecipesState
 * @property {string} extent name of the county shown; empty for the first
 * @property {string} id of the method that is shown or started from; empty for the list or a new method
 * @property {string} version of it; empty for the latest
 * @property {''|'new'|'version'} define a new method, or a new version of the one named
 */

/** @type {Readonly<RecipesState>} */
export const DEFAULT_RECIPES_STATE = Object.freeze({ extent: '', id: '', version: '', define: '' });

const WORD = /^[A-Za-z0-9@_.-]{1,250}$/;
const SHAPES = Object.freeze({ extent: WORD, id: WORD, version: /^[1-9][0-9]{0,8}$/, define: /^(new|version)$/ });

/**
 * @param {string} search the query part of an address
 * @returns {RecipesState} what cannot be read is as usual
 */
export function parseRecipesState(search) {
  const query = new URLSearchParams(search);
  const state = { ...DEFAULT_RECIPES_STATE };
  for (const [name, shape] of Object.entries(SHAPES)) {
    const text = query.get(name) ?? '';
    if (shape.test(text)) {
      state[name] = text;
    }
  }
  return state;
}

/**
 * @param {Partial<RecipesState>} state
 * @returns {string} the query part of the address, empty or with its question mark; what is usual is left out
 */
export function formatRecipesState(state) {
  const query = new URLSearchParams();
  for (const name of Object.keys(SHAPES)) {
    if (state[name]) {
      query.set(name, state[name]);
    }
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
