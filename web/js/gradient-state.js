/**
 * The state of the gradient page, written to the address.
 *
 * @typedef {object} GradientState
 * @property {string} extent name of the county shown; empty for the first
 * @property {string} gradient id of a measure and a period; empty for the one with most to say
 * @property {readonly string[]} places what is compared: `county`, codes of districts and of authorities; empty for the usual ones
 * @property {''|'local'} tenths `local` ranks the county's areas among themselves, which compares no places
 * @property {''|'out'} unaccompanied `out` leaves out unaccompanied asylum-seeking children
 * @property {''|'adjusted'} funnel `adjusted` widens the limits of the funnel for variation beyond chance
 */

/** How many places a chart tells apart. */
export const MOST_PLACES = 6;

/** @type {Readonly<GradientState>} */
export const DEFAULT_GRADIENT_STATE = Object.freeze({ extent: '', gradient: '', places: Object.freeze([]), tenths: '', unaccompanied: '', funnel: '' });

const WORD = /^[A-Za-z0-9@_.-]{1,250}$/;
const PLACE = /^(county|[A-Z]\d{8})$/;

/**
 * @param {string} search the query part of an address
 * @returns {GradientState} what cannot be read is as usual
 */
export function parseGradientState(search) {
  const query = new URLSearchParams(search);
  const state = { ...DEFAULT_GRADIENT_STATE };
  for (const name of ['extent', 'gradient']) {
    const text = query.get(name) ?? '';
    if (WORD.test(text)) {
      state[name] = text;
    }
  }
  const places = [...new Set((query.get('places') ?? '').split(',').filter((code) => PLACE.test(code)))];
  state.places = places.slice(0, MOST_PLACES);
  state.tenths = query.get('tenths') === 'local' ? 'local' : '';
  state.unaccompanied = query.get('unaccompanied') === 'out' ? 'out' : '';
  state.funnel = query.get('funnel') === 'adjusted' ? 'adjusted' : '';
  return state;
}

/**
 * @param {GradientState} state
 * @returns {string} the query part of the address, empty or with its question mark; what is usual is left out
 */
export function formatGradientState({ extent, gradient, places, tenths, unaccompanied, funnel }) {
  const text = queryOf(Object.entries({ extent, gradient, places: places.join(','), tenths, unaccompanied, funnel }));
  return text === '' ? '' : `?${text}`;
}

/**
 * @param {GradientState} state
 * @returns {string} what the service is asked for, empty or with its question mark; the service knows what is usual
 */
export function reportQuery({ places, tenths, unaccompanied, funnel }) {
  const text = queryOf(Object.entries({ places: places.join(','), tenths, unaccompanied, funnel }));
  return text === '' ? '' : `?${text}`;
}

/**
 * Replaces a gradient that there is not by the one with most to say, and says so.
 *
 * @template {{id: string, measure: string, period: string}} E
 * @param {GradientState} state
 * @param {E[]} entries at least one
 * @returns {{state: GradientState, entry: E, messages: string[]}}
 */
export function settleGradient(state, entries) {
  const asked = entries.find(({ id }) => id === state.gradient);
  if (asked !== undefined) {
    return { state, entry: asked, messages: [] };
  }
  const entry = openingOf(entries);
  const messages = state.gradient === '' ? [] : [`There is no gradient ${state.gradient} here, so another one is shown.`];
  return { state: { ...state, gradient: '' }, entry, messages };
}

/**
 * The gradient with most to say, by the service's choice; the latest of the first measure where it made none.
 *
 * @template {{measure: string, period: string, opening?: boolean}} E
 * @param {E[]} entries at least one
 * @returns {E}
 */
export function openingOf(entries) {
  return entries.find(({ opening }) => opening) ?? latestOf(entries, entries[0].measure);
}

/**
 * The entry of a measure, of the same period where there is one.
 *
 * @template {{measure: string, period: string}} E
 * @param {E[]} entries
 * @param {string} measure
 * @param {string} [period]
 * @returns {E}
 */
export function latestOf(entries, measure, period = '') {
  const ofMeasure = entries.filter((entry) => entry.measure === measure).sort((a, b) => b.period.localeCompare(a.period));
  return ofMeasure.find((entry) => entry.period === period) ?? ofMeasure[0];
}

/** Commas and colons stay readable in an address. */
function queryOf(pairs) {
  return new URLSearchParams(pairs.filter(([, text]) => text !== '')).toString().replaceAll('%2C', ',');
}
