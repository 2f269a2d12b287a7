/**
 * The state of the page of authorities, written to the address.
 *
 * @typedef {object} AuthoritiesState
 * @property {string} measure key of a measure; empty for the first
 * @property {string} period of the figures; empty for the latest
 * @property {string} authority code of the authority chosen, or empty
 * @property {''|'adjusted'} funnel `adjusted` widens the limits of the funnel for variation beyond chance
 * @property {string} sort a column of the table; a leading minus turns the order round
 */

/** @type {Readonly<AuthoritiesState>} */
export const DEFAULT_AUTHORITIES_STATE = Object.freeze({ measure: '', period: '', authority: '', funnel: '', sort: 'name' });

/** The columns by which the table can be ordered, and how it starts. */
export const COLUMNS = Object.freeze(['name', 'score', 'children', 'count', 'rate', 'fitted', 'against']);

const SHAPES = Object.freeze({
  measure: /^[a-z0-9-]{1,100}$/,
  period: /^[^\p{C}]{1,60}$/u,
  authority: /^[A-Z]\d{8}$/,
  funnel: /^adjusted$/,
  sort: new RegExp(`^-?(${COLUMNS.join('|')})$`),
});

/**
 * @param {string} search the query part of an address
 * @returns {AuthoritiesState} what cannot be read is as usual
 */
export function parseAuthoritiesState(search) {
  const query = new URLSearchParams(search);
  const state = { ...DEFAULT_AUTHORITIES_STATE };
  for (const [name, shape] of Object.entries(SHAPES)) {
    const text = query.get(name) ?? '';
    if (shape.test(text)) {
      state[name] = text;
    }
  }
  return state;
}

/** @param {AuthoritiesState} state @returns {string} the query part of the address, empty or with its question mark */
export function formatAuthoritiesState(state) {
  const query = new URLSearchParams(Object.entries(state).filter(([name, text]) => text !== DEFAULT_AUTHORITIES_STATE[name]));
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/**
 * Replaces what there is not by what is usual, and says so.
 *
 * @param {AuthoritiesState} state
 * @param {{measure: string, label: string, periods: string[]}[]} measures at least one, each with at least one period
 * @returns {{state: AuthoritiesState, measure: object, period: string, messages: string[]}}
 */
export function settleAuthoritiesState(state, measures) {
  const messages = [];
  const settled = { ...state };
  let measure = measures.find((one) => one.measure === state.measure);
  if (measure === undefined) {
    [measure] = measures;
    settled.measure = '';
    if (state.measure !== '') {
      messages.push(`There is no measure ${state.measure} of authorities here, so ${measure.label.toLowerCase()} is shown.`);
    }
  }
  const latest = [...measure.periods].sort((a, b) => b.localeCompare(a))[0];
  const isThere = measure.periods.includes(state.period);
  if (!isThere && state.period !== '') {
    messages.push(`There are no figures of ${state.period} here, so ${latest} is shown.`);
  }
  settled.period = isThere ? state.period : '';
  return { state: settled, measure, period: isThere ? state.period : latest, messages };
}

/** @param {string} sort the order now @param {string} key the column whose button is pressed @returns {string} the order that follows */
export function sortAuthoritiesAfter(sort, key) {
  if (sort === key) {
    return `-${key}`;
  }
  // Names start at A, numbers with the highest.
  return sort === `-${key}` || key === 'name' ? key : `-${key}`;
}

const NUMBERS = Object.freeze({
  score: ({ score }) => score,
  children: ({ children }) => children,
  count: ({ count }) => count,
  rate: ({ ratePer10000 }) => ratePer10000,
  fitted: ({ fittedPer10000 }) => fittedPer10000,
  against: againstExpected,
});

/**
 * @param {{ratePer10000: ?number, fittedPer10000?: ?number}} authority
 * @returns {?number} its rate divided by the one expected at its deprivation; null where one of them is not known
 */
export function againstExpected({ ratePer10000, fittedPer10000 }) {
  return typeof ratePer10000 === 'number' && fittedPer10000 > 0 ? ratePer10000 / fittedPer10000 : null;
}

/**
 * @template {{name: string}} A
 * @param {A[]} authorities
 * @param {string} sort
 * @returns {A[]} a new list; what has no number comes last whichever way round the list is
 */
export function orderAuthorities(authorities, sort) {
  const [key, turn] = sort.startsWith('-') ? [sort.slice(1), -1] : [sort, 1];
  const byName = (a, b) => a.name.localeCompare(b.name, 'en-GB');
  const numberOf = NUMBERS[key];
  if (numberOf === undefined) {
    return [...authorities].sort((a, b) => turn * byName(a, b));
  }
  return [...authorities].sort((a, b) => {
    const [first, second] = [numberOf(a), numberOf(b)];
    const isKnown = [first, second].map((number) => typeof number === 'number');
    return isKnown[0] && isKnown[1] ? turn * (first - second) || byName(a, b) : Number(isKnown[1]) - Number(isKnown[0]) || byName(a, b);
  });
}
