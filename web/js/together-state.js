/**
 * The state of the page of what comes together, written to the address.
 *
 * @typedef {object} TogetherState
 * @property {string} extent name of the county shown; empty for the first
 * @property {string} district code of the district; empty for the whole county
 * @property {string} period of the cases; empty for the latest
 */

/** @type {Readonly<TogetherState>} */
export const DEFAULT_TOGETHER_STATE = Object.freeze({ extent: '', district: '', period: '' });

const SHAPES = Object.freeze({ extent: /^[A-Za-z0-9_.-]{1,250}$/, district: /^[A-Z]\d{8}$/, period: /^[^\p{C}]{1,60}$/u });

/**
 * @param {string} search the query part of an address
 * @returns {TogetherState} what cannot be read is as usual
 */
export function parseTogetherState(search) {
  const query = new URLSearchParams(search);
  const state = { ...DEFAULT_TOGETHER_STATE };
  for (const [name, shape] of Object.entries(SHAPES)) {
    const text = query.get(name) ?? '';
    if (shape.test(text)) {
      state[name] = text;
    }
  }
  return state;
}

/** @param {TogetherState} state @returns {string} the query part of the address, empty or with its question mark */
export function formatTogetherState(state) {
  const query = new URLSearchParams(Object.entries(state).filter(([name, text]) => text !== DEFAULT_TOGETHER_STATE[name]));
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/**
 * Replaces what there is not by what is usual, and says so.
 *
 * @param {TogetherState} state
 * @param {{period: string, districts: string[]}[]} cases latest first, at least one
 * @returns {{state: TogetherState, chosen: {period: string, districts: string[]}, messages: string[]}}
 */
export function settleTogetherState(state, cases) {
  const settled = { ...state };
  const messages = [];
  let chosen = cases.find(({ period }) => period === state.period);
  if (chosen === undefined) {
    [chosen] = cases;
    settled.period = '';
    if (state.period !== '') {
      messages.push(`There are no cases of ${state.period} here, so ${chosen.period} is shown.`);
    }
  }
  if (state.district !== '' && !chosen.districts.includes(state.district)) {
    messages.push(`Nothing is shown of district ${state.district} in ${chosen.period}, so the whole county is.`);
    settled.district = '';
  }
  return { state: settled, chosen, messages };
}
