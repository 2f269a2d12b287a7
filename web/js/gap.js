/** The gap between need and response: four classes, each beyond or within chance. What is within chance is dotted wherever it is drawn. */

import { countClasses } from './classes.js';
import { formatCount, formatNumber } from './format.js';

const WITHIN_CHANCE = 'within chance';

/** @param {import('./types.js').Layer} layer */
export function isGap({ kind }) {
  return kind === 'gap';
}

/**
 * @param {import('./types.js').Layer} layer
 * @returns {(area: import('./types.js').AreaRow) => string} `beyond chance`, `within chance`, or empty where nothing is compared
 */
export function certaintyFinder({ columns = [] }) {
  const at = columns.findIndex(({ name }) => name === 'certainty');
  return ({ cells }) => (at < 0 ? '' : String(cells[at] ?? ''));
}

/**
 * @param {import('./types.js').Layer} layer
 * @returns {(area: import('./types.js').AreaRow) => boolean} whether an area's class may be chance, so that it is drawn dotted
 */
export function unsureFinder(layer) {
  const find = certaintyFinder(layer);
  return (area) => find(area) === WITHIN_CHANCE;
}

/**
 * @typedef {import('./classes.js').ClassCount & {beyond: number, within: number}} GapCount
 *
 * @param {import('./types.js').Layer} layer
 * @param {import('./types.js').AreaRow[]} areas
 * @returns {{classes: GapCount[], states: Map<string, number>}}
 */
export function countGaps(layer, areas) {
  const isUnsure = unsureFinder(layer);
  const unsure = countClasses(layer.legend, areas.filter(isUnsure)).classes;
  const { classes, states } = countClasses(layer.legend, areas);
  const split = classes.map((each, index) => ({ ...each, beyond: each.count - unsure[index].count, within: unsure[index].count }));
  return { classes: split, states };
}

/**
 * @param {import('./types.js').Layer} layer
 * @param {import('./types.js').AreaRow[]} areas those of a district
 * @param {string} districtName
 * @returns {string} what the district filter shows, in one sentence
 */
export function gapSentence(layer, areas, districtName) {
  const [first] = countGaps(layer, areas).classes;
  if (areas.length === 0 || first === undefined) {
    return `${districtName} has no areas in this layer.`;
  }
  const all = formatCount(areas.length, 'area', 'areas');
  return `In ${districtName}, ${formatNumber(first.count)} of ${all} ${first.count === 1 ? 'has' : 'have'} ${first.label}, ${formatNumber(first.beyond)} of them beyond chance.`;
}
