/** What comes together, in words. A hidden count and a figure that cannot be given are said, never left blank. */

import { STATE_WORDS, formatInterval, formatNumber } from './format.js';

/**
 * @typedef {{value: ?number, state: string}} Count
 * @typedef {{estimate: number, lower: number, upper: number}} Estimate
 */

/** @param {Count} count */
export function countText({ value, state }) {
  return state === 'known' ? formatNumber(value) : STATE_WORDS[state];
}

/** @param {number} share 0 to 1 @returns {string} whole percent, small ones with a decimal */
export function percentText(share) {
  return `${formatNumber(share * 100, decimalsOf(share))}\u00a0%`;
}

/** @param {Estimate} estimate a share @returns {string} `39 to 43 %` */
export function percentInterval({ estimate, lower, upper }) {
  return `${formatInterval(lower * 100, upper * 100, decimalsOf(estimate))}\u00a0%`;
}

/** @param {Estimate} estimate of times @returns {string} `1.32 to 1.45` */
export function timesInterval({ estimate, lower, upper }) {
  return formatInterval(lower, upper, timesDecimals(estimate));
}

/** @param {number} times */
export function timesText(times) {
  return formatNumber(times, timesDecimals(times));
}

/**
 * @param {{lift: ?Estimate, both: Count, why: ?string}} pair
 * @returns {string} how often two factors are there together, against chance
 */
export function liftWords({ lift, both, why }) {
  if (why !== null) {
    return `Not given, because ${why}.`;
  }
  if (lift === null) {
    return both.value === 0 ? 'No counted case has both.' : 'Not given.';
  }
  const interval = `(95 % interval ${timesInterval(lift)})`;
  if (lift.lower <= 1 && lift.upper >= 1) {
    return `About as often as by chance: ${timesText(lift.estimate)} times ${interval}`;
  }
  return `${timesText(lift.estimate)} times as often as by chance ${interval}`;
}

/** @param {{oddsRatio: ?Estimate, whyNoOddsRatio: ?string}} pair */
export function oddsText({ oddsRatio, whyNoOddsRatio }) {
  return oddsRatio === null ? `Not given, because ${whyNoOddsRatio}.` : `${timesText(oddsRatio.estimate)} (${timesInterval(oddsRatio)})`;
}

/** @param {{number: number, orMore: boolean}} number */
export function numberText({ number, orMore }) {
  return orMore ? `${number} or more` : String(number);
}

/** Pairs that come together most first; those without a figure last. */
export function orderPairs(pairs) {
  const key = ({ lift }) => lift?.estimate ?? -1;
  return [...pairs].sort((one, other) => key(other) - key(one) || one.first.localeCompare(other.first, 'en-GB'));
}

/** Places whose circumstances go together most closely first; those without a coefficient last. */
export function orderPlaces(pairs) {
  return [...pairs].sort((one, other) => (other.correlation ?? -2) - (one.correlation ?? -2));
}

/** @param {string} text @returns {string} with a capital */
export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** @param {string[]} factors @returns {string} */
export function combinationText(factors) {
  return factors.length === 0 ? 'None of these circumstances' : capital(factors.join(', '));
}

function decimalsOf(share) {
  return share < 0.1 ? 1 : 0;
}

function timesDecimals(times) {
  return times < 10 ? 2 : 1;
}
