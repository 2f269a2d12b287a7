/** What the page of other weights says. Numbers of tipping points are rounded to the side on which they are true. */

import { STATE_WORDS, formatCount, formatNumber } from './format.js';

/** Where the slider stops: as saved is its middle. */
export const STOPS = Object.freeze([0, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 2, 2.5, 3, 5, 10]);

/** @param {number} times @returns {number} the stop that is nearest */
export function stopOf(times) {
  return STOPS.reduce((best, stop, at) => (Math.abs(stop - times) < Math.abs(STOPS[best] - times) ? at : best), 0);
}

/** @param {number} times @returns {string} `half as much` */
export function timesWords(times) {
  const words = { 0: 'not at all', 0.5: 'half as much', 1: 'as saved', 2: 'twice as much' }[times];
  return words ?? `${formatTimes(times)} times as much`;
}

export function formatTimes(times) {
  return formatNumber(times, Number.isInteger(times) ? 0 : Number.isInteger(Math.round(times * 1e6) / 1e5) ? 1 : 2);
}

/** @param {number} share 0 to 1 */
export function shareWords(share) {
  return `${formatNumber(share * 100, 1)} %`;
}

/**
 * @param {{entering: number[], leaving: number[], sameTenth: number, compared: number}} comparison
 * @param {boolean} isChanged whether any weight is moved
 */
export function summaryWords({ entering, leaving, sameTenth, compared }, isChanged) {
  if (!isChanged) {
    return 'All weights are as saved. Move one to see which areas would enter or leave the highest-need tenth.';
  }
  const stay = compared === 0 ? '' : `; ${formatNumber(Math.floor((100 * sameTenth) / compared))} % of the areas stay in the same tenth`;
  if (entering.length === 0 && leaving.length === 0) {
    return `No area enters or leaves the highest-need tenth${stay}.`;
  }
  const enters = `${formatCount(entering.length, 'area enters', 'areas enter')} the highest-need tenth`;
  const leaves = `${formatNumber(leaving.length)} ${leaving.length === 1 ? 'leaves' : 'leave'}`;
  return `${enters}, ${leaves}${stay}.`;
}

/**
 * @param {?number} before rank
 * @param {?number} now rank
 * @returns {{text: string, words: string}} places nearer to most need are up
 */
export function moveWords(before, now) {
  if (before === null || now === null) {
    return { text: '\u2013', words: 'cannot be compared' };
  }
  const up = before - now;
  if (up === 0) {
    return { text: '0', words: 'no change' };
  }
  const places = formatCount(Math.abs(up), 'place', 'places');
  return up > 0 ? { text: `\u25b2 ${formatNumber(up)}`, words: `${places} up` } : { text: `\u25bc ${formatNumber(-up)}`, words: `${places} down` };
}

/** @param {?number} before decile @param {?number} now decile @returns {''|'enters'|'leaves'|'stays'} as to the highest-need tenth */
export function passageOf(before, now) {
  if (now === 1) {
    return before === 1 ? 'stays' : 'enters';
  }
  return before === 1 ? 'leaves' : '';
}

/**
 * @param {import('./types.js').MatrixRow} row
 * @param {import('./weights-score.js').Ranking} ranking with the weights now
 * @param {number} at the place of the row
 * @returns {string[]} its name first
 */
export function areaLines({ name, districtName, rank: before, decile: decileBefore }, { ranks, deciles, states, ranked }, at) {
  const passage = { enters: 'Enters the highest-need tenth', leaves: 'Leaves the highest-need tenth' }[passageOf(decileBefore, deciles[at])];
  const saved = before === null ? 'no score' : `rank ${formatNumber(before)}, tenth ${decileBefore}`;
  return [
    name,
    ...(districtName === '' || name.startsWith(districtName) ? [] : [districtName]),
    ranks[at] === null ? `No score: ${STATE_WORDS[states[at]]}` : `Rank ${formatNumber(ranks[at])} of ${formatNumber(ranked)}, tenth ${deciles[at]}`,
    `As saved: ${saved} (${moveWords(before, ranks[at]).words})`,
    ...(passage === undefined ? [] : [passage]),
  ];
}

/**
 * @typedef {{factor: string, label: string, timesSmaller: ?number, timesLarger: ?number}} Tipping
 *
 * @param {Tipping} tipping
 * @param {'timesSmaller'|'timesLarger'} side
 * @returns {number} how many times, so rounded that the area has changed sides there
 */
export function roundTipping(tipping, side) {
  const exact = tipping[side];
  const steps = exact < 2 ? 100 : 10;
  const rounded = side === 'timesLarger' ? (Math.floor(exact * steps) + 1) / steps : (Math.ceil(exact * steps) - 1) / steps;
  return Math.min(10, Math.max(0, rounded));
}

/**
 * @param {Tipping} tipping
 * @param {'timesSmaller'|'timesLarger'} side
 * @returns {string} `Lone parents counted 2.3 times as much`
 */
export function tippingWords(tipping, side) {
  const times = roundTipping(tipping, side);
  return times === 0 ? `${tipping.label} did not count` : `${tipping.label} counted ${timesWords(times)}`;
}

/**
 * @param {{tippings: Tipping[]}} area
 * @returns {{tipping: Tipping, side: 'timesSmaller'|'timesLarger'}[]} the least change first; halving is as much as doubling
 */
export function orderTippings({ tippings }) {
  return tippings
    .flatMap((tipping) => ['timesSmaller', 'timesLarger'].filter((side) => tipping[side] !== null).map((side) => ({ tipping, side })))
    .sort((a, b) => changeOf(a) - changeOf(b));
}

function changeOf({ tipping, side }) {
  return Math.abs(Math.log(Math.max(tipping[side], 1e-6)));
}

/** @param {{tippings: Tipping[]}[]} areas @returns {{area: object, tipping: Tipping, side: string}[]} those that least change tips first */
export function nearTheEdge(areas) {
  return areas.map((area) => ({ area, ...orderTippings(area)[0] })).sort((a, b) => changeOf(a) - changeOf(b));
}
