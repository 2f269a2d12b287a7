/** What the page says about areas that somebody chose, and about the count of them. */

import { MOST_IN_ADDRESS } from './chosen.js';
import { STATE_WORDS, formatCount, formatGeography, formatInterval, formatNumber } from './format.js';

const DECIMALS = 1;

export const HOW_TO_CHOOSE =
  'Choose areas to learn how many children were counted in all of them together: tick them in the table, press them on the map with Ctrl, Shift or \u2318 held, or add the area that you read about.';

export const COUNTED_IS_RECORDED =
  'A selection that is counted is recorded as shown, because later answers must not give away small numbers of children.';

export const DISTRICTS_ONLY = 'This measure shows whole districts. Choose among the small areas to count some of them together.';

/** @param {number} count @returns {string} */
export function chosenWords(count) {
  return `${formatCount(count, 'area', 'areas')} chosen`;
}

/**
 * @param {number} count of areas chosen in another geography
 * @param {string} geography theirs
 * @param {boolean} isOffered whether areas can be chosen here
 * @returns {string}
 */
export function elsewhereWords(count, geography, isOffered) {
  const chosen = `${formatCount(count, 'area is', 'areas are')} chosen among the areas of ${formatGeography(geography)}, which this measure does not have.`;
  return isOffered ? `${chosen} Choosing here begins a new selection.` : chosen;
}

/** Where areas are chosen but the measure is no count of children. */
export const NOT_COUNTED_HERE = 'Show a measure of help given to count them.';

/** @param {number} count @returns {string} empty where a link can name all areas */
export function linkWords(count) {
  return count <= MOST_IN_ADDRESS
    ? ''
    : `A link names at most ${MOST_IN_ADDRESS} areas: these ${formatNumber(count)} stay in this window, and a copied link does not show them.`;
}

/** @param {number} count of areas that a link counts without naming them @returns {string} */
export function leftOutWords(count) {
  return `This link is about ${formatCount(count, 'chosen area', 'chosen areas')}, too many to be named in it: choose them again.`;
}

/** @param {number} count of chosen areas that are not there @param {string} place @returns {string} */
export function unknownWords(count, place) {
  return `${formatCount(count, 'chosen area is', 'chosen areas are')} not in ${place} and left out.`;
}

/**
 * @param {import('./types.js').SelectionCount} answer
 * @returns {string} why there is no number, or empty
 */
export function reasonOf({ state, count, reason }) {
  if (state === 'known' && typeof count === 'number') {
    return '';
  }
  return reason || `Not counted: ${STATE_WORDS[state] ?? STATE_WORDS['not-available']}.`;
}

/**
 * The answer in words, each sentence with the number that matters most in it.
 *
 * @param {import('./types.js').SelectionCount} answer with a count
 * @returns {{before: string, key: string, after: string}[]}
 */
export function answerSentences(answer) {
  const { count, counted, areas, period, fictional, ratePer10000, lower, upper, unit, childrenAged0To17, childrenPeriod } = answer;
  const when = fictional ? `${period}, fictional data` : period;
  const where = areas === 1 ? 'in this area' : `in these ${formatNumber(areas)} areas`;
  const isRated = typeof ratePer10000 === 'number';
  return [
    { before: '', key: `${formatNumber(count)} ${counted}`, after: ` were counted ${where} (${when}).` },
    isRated
      ? {
          before: 'That is ',
          key: formatNumber(ratePer10000, DECIMALS),
          after: ` ${unit}; 95\u00a0% limits ${formatInterval(lower, upper, DECIMALS)}.`,
        }
      : { before: '', key: '', after: 'The rate is not available.' },
    typeof childrenAged0To17 === 'number'
      ? {
          before: '',
          key: '',
          after: `${formatCount(childrenAged0To17, 'child', 'children')} aged 0 to 17 lived there${childrenPeriod && ` (${childrenPeriod})`}.`,
        }
      : { before: '', key: '', after: 'How many children aged 0 to 17 lived there is not available.' },
  ];
}

/**
 * @param {import('./types.js').LayerEntry[]} layers
 * @param {import('./types.js').LayerEntry} districts a layer of whole districts
 * @returns {import('./types.js').LayerEntry|undefined} the layer of the small areas that the districts are made of
 */
export function smallAreaLayer(layers, districts) {
  const key = ({ id }) => id.split('@')[0];
  return layers.find((layer) => layer.selection && layer.extent === districts.extent && key(districts).startsWith(`${key(layer)}-`));
}
