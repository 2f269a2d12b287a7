/** How the numbers of the matrix are shaded and said. Standardised values are higher for more need, whatever a factor counts. */

import { DECILE_COLOURS, INK, contrast, inkOn } from './colours.js';
import { STATE_WORDS, formatCount, formatNumber, formatZero, unitSuffix } from './format.js';

const STEP = 0.5;
const DARKEST = 2;

const LEGIBLE = 4.5;

/** The ten steps of need, of which one is a trace darker than on the map, so that small numbers can be read on it. */
export const SHADES = Object.freeze(DECILE_COLOURS.map(legible));

function legible(colour) {
  return contrast(colour, inkOn(colour)) >= LEGIBLE ? colour : legible(towardsInk(colour));
}

function towardsInk(colour) {
  const part = (text, start) => parseInt(text.slice(start, start + 2), 16);
  return `#${[1, 3, 5].map((start) => Math.floor(part(colour, start) * 0.97 + part(INK, start) * 0.03).toString(16).padStart(2, '0')).join('')}`;
}

/** What stands in a cell without a number; the rest of the words is for whoever listens. */
const SHORT_STATES = Object.freeze({ suppressed: 'hidden', 'not-available': 'not available', 'not-applicable': 'does not apply', low: 'rounds to zero' });

/**
 * @param {number} standardised
 * @returns {number} 1 for two standard deviations above the mean or more, down to 10, in steps of half a standard deviation
 */
export function stepOf(standardised) {
  return Math.min(10, Math.max(1, Math.ceil((DARKEST - standardised) / STEP) + 1));
}

/** @param {number} standardised @returns {string} */
export function shadeOf(standardised) {
  return SHADES[stepOf(standardised) - 1];
}

/**
 * @param {number} standardised
 * @returns {{mark: string, words: string}} empty near the mean
 */
export function markOf(standardised) {
  if (standardised >= 2) {
    return { mark: '\u25b2\u25b2', words: 'far above average need' };
  }
  if (standardised >= 1) {
    return { mark: '\u25b2', words: 'well above average need' };
  }
  if (standardised <= -2) {
    return { mark: '\u25bc\u25bc', words: 'far below average need' };
  }
  return standardised <= -1 ? { mark: '\u25bc', words: 'well below average need' } : { mark: '', words: '' };
}

/**
 * @param {import('./types.js').MatrixValue} value
 * @param {import('./types.js').MatrixFactor} factor
 * @returns {string} the value in the factor's unit, which the heading names; a zero has its unit
 */
export function rawText({ value, state }, { unit, decimals }) {
  if (state !== 'known' || typeof value !== 'number') {
    return '';
  }
  return value === 0 ? formatZero(unit) || '0' : formatNumber(value, decimals);
}

/**
 * @param {string} state
 * @returns {{short: string, rest: string}} words of a state, the first of which are seen
 */
export function stateText(state) {
  const whole = STATE_WORDS[state] ?? STATE_WORDS['not-available'];
  const short = SHORT_STATES[state] ?? whole;
  return { short, rest: whole.startsWith(short) ? whole.slice(short.length) : '' };
}

/**
 * How sure a rank is, as it stands under rank and tenth.
 *
 * @param {import('./types.js').MatrixRow} row
 * @returns {{interval: string, chance: string}} empty where it is not known
 */
export function sureText({ rankLow, rankHigh, probabilityHighestNeedTenth: share }) {
  if (typeof rankLow !== 'number' || typeof rankHigh !== 'number' || typeof share !== 'number') {
    return { interval: '', chance: '' };
  }
  const percent = Math.round(share * 100);
  const said = percent === 0 && share > 0 ? 'under 1' : percent === 100 && share < 1 ? 'over 99' : formatNumber(percent);
  return { interval: `${formatNumber(rankLow)}\u2013${formatNumber(rankHigh)}`, chance: `${said} %` };
}

/** @param {string} unit @returns {string} what stands under a factor's name; `%` for percent */
export function unitText(unit) {
  return unit === 'percent' ? '%' : unit;
}

const METHODS = Object.freeze({
  z: 'standard deviations above or below the mean of the values scored (divisor n \u2212 1), turned so that higher is more need',
  'robust-z': 'median absolute deviations above or below the median, turned so that higher is more need',
  rank: 'rank among the areas, higher for more need',
  percentile: 'share of the areas with less need, 0 to 1',
  'min-max': 'from 0 for least to 1 for most need between its goalposts, or the least and the greatest value',
  'rank-to-normal': 'normal score of the rank, higher for more need',
  exponential: 'exponential transformation of the rank as in the Indices of Deprivation, 0 to 100, higher for more need',
  threshold: '1 where worse than the benchmark, else 0',
});

const SHRINKAGE = Object.freeze({
  none: 'scored as it is',
  global: 'before it is scored it is drawn toward the rate of all areas, the more, the fewer people are behind it',
  local: 'before it is scored it is drawn toward the rate of its neighbourhood, the more, the fewer people are behind it',
  district: 'before it is scored it is drawn toward the share of its district, the more, the fewer people are behind it',
});

/** Standardisations whose numbers are standard deviations already. */
const DEVIATIONS = Object.freeze(['z', 'robust-z', 'rank-to-normal']);

/**
 * How to bring the standardised values of a factor to standard deviations, by which cells are shaded and marked.
 *
 * @param {import('./types.js').Matrix} matrix
 * @param {number} at the factor's place
 * @returns {(standardised: number) => number}
 */
export function deviationOf({ factors, rows }, at) {
  if (DEVIATIONS.includes(factors[at].standardisation)) {
    return (standardised) => standardised;
  }
  const known = rows.map(({ values }) => values[at].standardised).filter((value) => typeof value === 'number');
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const spread = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (known.length - 1));
  return (standardised) => (spread > 0 ? (standardised - mean) / spread : 0);
}

/**
 * @param {import('./types.js').MatrixFactor} factor
 * @param {number} areas of the matrix
 * @returns {[string, string][]} terms with what is to say of them
 */
export function factorFacts(factor, areas) {
  const { unit, decimals, mean, standardDeviation } = factor;
  const number = (value) => (typeof value === 'number' ? formatNumber(value, decimals + 1) + unitSuffix(unit) : 'not known');
  const without = [
    [factor.suppressed, STATE_WORDS.suppressed],
    [factor.notAvailable, STATE_WORDS['not-available']],
    [factor.notApplicable, STATE_WORDS['not-applicable']],
    [factor.low, STATE_WORDS.low],
  ].filter(([count]) => count > 0);
  return [
    ['Counts', factor.numerator],
    ['Among', factor.denominator],
    ['Unit', unit],
    ['Period', factor.period],
    ['Need', factor.polarity],
    ['Mean', number(mean)],
    ['Standard deviation', number(standardDeviation)],
    ['Shown', `${formatNumber(factor.shown)} of ${formatCount(areas, 'area', 'areas')}`],
    ['Without a number', without.length === 0 ? 'none' : without.map(([count, words]) => `${words}: ${formatCount(count, 'area', 'areas')}`).join('; ')],
    ['Small numbers', SHRINKAGE[factor.shrinkage] ?? SHRINKAGE.none],
    ['Standardised', METHODS[factor.standardisation] ?? factor.standardisation],
    ...(factor.domain ? [['Domain', factor.domain]] : []),
    ['Weight', formatNumber(factor.weight, Number.isInteger(factor.weight) ? 0 : 2)],
    ['Source', factor.source],
    ['Licence', factor.licence],
  ];
}

/**
 * @param {(?number)[]} values null where there is no number
 * @param {number} [most] bars
 * @returns {?{from: number, to: number, counts: number[], low: number, high: number}} equally wide bars from least to greatest, and
 *     between which values the middle half lies; null where no two numbers differ
 */
export function distributionOf(values, most = 12) {
  const known = values.filter((value) => typeof value === 'number').sort((a, b) => a - b);
  const [from, to] = [known[0], known[known.length - 1]];
  if (known.length < 2 || from === to) {
    return null;
  }
  const counts = new Array(most).fill(0);
  for (const value of known) {
    counts[Math.min(most - 1, Math.floor(((value - from) / (to - from)) * most))] += 1;
  }
  const quarter = Math.floor(known.length / 4);
  return { from, to, counts, low: known[quarter], high: known[known.length - 1 - quarter] };
}
