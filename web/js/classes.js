/** How many areas fall in each class of a legend: the bars of the histogram. */

import { STATE_WORDS, formatCount, formatNumber } from './format.js';

/**
 * @typedef {object} ClassCount
 * @property {string} code
 * @property {string} label
 * @property {string} colour
 * @property {number} count
 */

/**
 * How areas are shown: in the colour of their class, or, where nothing can be said, in the pattern of their state. A hidden value
 * is always a pattern, even where a legend has an entry for it.
 *
 * @param {import('./types.js').LegendClass[]} legend
 * @returns {(area: import('./types.js').AreaRow) => import('./types.js').LegendClass|undefined} the class, if it has a colour
 */
export function classFinder(legend) {
  const byCode = new Map(legend.filter(({ code }) => !isStateCode(code)).map((entry) => [entry.code, entry]));
  return (area) => (area.state === 'suppressed' ? undefined : byCode.get(area.class));
}

/**
 * @param {import('./types.js').LegendClass[]} legend
 * @param {import('./types.js').AreaRow[]} areas
 * @returns {{classes: ClassCount[], states: Map<string, number>}} counts by class, and of areas in no class by their state
 */
export function countClasses(legend, areas) {
  const find = classFinder(legend);
  const byCode = new Map();
  const states = new Map();
  for (const area of areas) {
    const found = find(area);
    if (found) {
      byCode.set(found.code, (byCode.get(found.code) ?? 0) + 1);
    } else if (area.state !== 'known') {
      states.set(area.state, (states.get(area.state) ?? 0) + 1);
    }
  }
  const classes = legend
    .filter(({ code }) => !isStateCode(code))
    .map(({ code, label, colour }) => ({ code, label, colour, count: byCode.get(code) ?? 0 }));
  return { classes, states };
}

function isStateCode(code) {
  return Object.hasOwn(STATE_WORDS, code);
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
