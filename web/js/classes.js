/** How many areas fall in each class of a legend: the bars of the histogram. */

import { formatCount, formatNumber } from './format.js';

/**
 * @typedef {object} ClassCount
 * @property {string} code
 * @property {string} label
 * @property {string} colour
 * @property {number} count
 */

/**
 * @param {import('./types.js').LegendClass[]} legend
 * @param {import('./types.js').AreaRow[]} areas
 * @returns {{classes: ClassCount[], states: Map<string, number>}} counts by class, and of areas without a number by their state
 */
export function countClasses(legend, areas) {
  const byCode = new Map();
  const states = new Map();
  for (const area of areas) {
    if (area.state === 'known' || area.class !== '') {
      byCode.set(area.class, (byCode.get(area.class) ?? 0) + 1);
    }
    if (area.state !== 'known') {
      states.set(area.state, (states.get(area.state) ?? 0) + 1);
    }
  }
  const classes = legend
    .filter(({ code }) => !isStateCode(code))
    .map(({ code, label, colour }) => ({ code, label, colour, count: byCode.get(code) ?? 0 }));
  return { classes, states };
}

/**
 * @param {string} code
 * @returns {boolean} whether a legend entry stands for a missing number, which is drawn as a pattern and not as a colour
 */
export function isStateCode(code) {
  return ['suppressed', 'not-available', 'not-applicable', 'low'].includes(code);
}

/**
 * @param {import('./types.js').LayerData} data
 * @param {import('./types.js').AreaRow[]} areas those of the district
 * @param {string} districtName
 * @returns {string} what the district filter shows, in one sentence
 */
export function districtSentence({ layer }, areas, districtName) {
  const [first] = countClasses(layer.legend, areas).classes;
  if (areas.length === 0 || first === undefined) {
    return `${districtName} has no areas in this layer.`;
  }
  const all = formatCount(areas.length, 'area', 'areas');
  return `In ${districtName}, ${formatNumber(first.count)} of ${all} ${first.count === 1 ? 'is' : 'are'} in the highest class, \u201c${first.label}\u201d.`;
}
