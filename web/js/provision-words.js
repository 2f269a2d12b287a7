/** What the page of provision says in sentences. */

import { formatCount, formatNumber, formatValue } from './format.js';

export const LEVEL_NAMES = Object.freeze(['universal', 'additional', 'multiple', 'acute']);

/** @typedef {{state: string, number: ?number}} Value */

/**
 * @param {Value} value
 * @returns {string} `£187,000`, or why there is no number
 */
export function poundsText({ state, number }, decimals = 0) {
  return typeof number === 'number' && state === 'known' ? `\u00a3${formatNumber(number, decimals)}` : formatValue(number, state);
}

/** @param {Value} budget @returns {string} a budget that nobody gave is not known, and never £0 */
export function budgetText(budget) {
  return budget.state === 'not-available' ? 'not known' : poundsText(budget);
}

/** @param {Value} share 0 to 1 @returns {string} `12.5 %`, or why there is no number */
export function shareText({ state, number }) {
  return formatValue(typeof number === 'number' ? number * 100 : null, state, { unit: 'percent', decimals: 1 });
}

/** @param {string[]} words @returns {string} `a`, `a and b`, `a, b and c` */
export function listText(words) {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/**
 * The gaps of a matrix, those at the same levels in ages that follow each other put together.
 *
 * @param {{bands: {ageFrom: number, ageTo: number, levels: {level: number, state: string}[]}[]}} matrix
 * @returns {string[]} such as `ages 20 to 25 at levels 3 and 4`
 */
export function gapTexts({ bands }) {
  const runs = [];
  for (const { ageFrom, ageTo, levels } of bands) {
    const open = levels.filter(({ state }) => state === 'none').map(({ level }) => level);
    const last = runs.at(-1);
    if (last !== undefined && last.to === ageFrom - 1 && String(last.open) === String(open)) {
      last.to = ageTo;
    } else {
      runs.push({ from: ageFrom, to: ageTo, open });
    }
  }
  return runs
    .filter(({ open }) => open.length > 0)
    .map(({ from, to, open }) => `${from === to ? `age ${from}` : `ages ${from} to ${to}`} at level${open.length === 1 ? '' : 's'} ${listText(open.map(String))}`);
}

/** @param {object} provision @returns {string} what is seen first */
export function leadText({ extent, fictional, services, totals, matrix }) {
  const where = `${extent.title}${fictional && !extent.title.includes('fictional') ? ' (fictional data)' : ''}`;
  const gaps = gapTexts(matrix);
  const found = gaps.length === 0
    ? `every age from ${matrix.firstAge} to ${matrix.lastAge} has a service at every level`
    : `there is no service for ${listText(gaps)}`;
  const unknown = totals.budgetsNotKnown === 0 ? '' : `; ${formatCount(totals.budgetsNotKnown, 'budget is', 'budgets are')} not known`;
  return `${where} lists ${formatCount(services.length, 'service', 'services')}, with budgets of \u00a3${formatNumber(totals.annualBudgetPounds)} a year${unknown}. By the list, ${found}.`;
}

/** @param {object} outside @returns {string} what lies outside target areas */
export function outsideText({ sets, areasInside, areasOutside, children, shareOfChildren, shareOfNeed }) {
  if (sets.length === 0) {
    return 'No board has agreed its target areas yet, so all areas lie outside.';
  }
  const need = shareOfNeed.state === 'known' ? `, and ${shareText(shareOfNeed)} of the county's need` : '';
  const reach = children.state === 'known' ? ` ${formatNumber(children.number)} children (${shareText(shareOfChildren)} of the county's)${need} are outside.` : '';
  return `${formatCount(sets.length, 'set', 'sets')} of target areas ${sets.length === 1 ? 'is' : 'are'} agreed, with ${formatCount(areasInside, 'area', 'areas')}; ${formatCount(areasOutside, 'area', 'areas')} lie outside.${reach}`;
}

/** @param {{shownSum: ?number, hiddenAreas: number, unknownAreas: number}} inNeed @returns {string} a sum of shown counts, and of how many areas there is none */
export function inNeedText({ shownSum, hiddenAreas, unknownAreas }) {
  const missing = [
    hiddenAreas > 0 && `${formatCount(hiddenAreas, 'area', 'areas')} hidden to protect children`,
    unknownAreas > 0 && `${formatCount(unknownAreas, 'area', 'areas')} not available`,
  ].filter(Boolean);
  if (typeof shownSum !== 'number') {
    return missing.length === 0 ? 'not available' : `nothing shown (${missing.join(', ')})`;
  }
  return missing.length === 0 ? formatNumber(shownSum) : `${formatNumber(shownSum)} as far as shown (${missing.join(', ')})`;
}

/**
 * @param {number} areas whose need is not known
 * @returns {string} what follows a sum of those whose need is known
 */
export function notKnownText(areas) {
  return areas === 0 ? '' : `${formatCount(areas, 'area', 'areas')} not known`;
}

/** @param {number} metres @returns {string} such as `1 km` */
export function distanceText(metres) {
  return `${formatNumber(metres / 1000, metres % 1000 === 0 ? 0 : 1)}\u00a0km`;
}
