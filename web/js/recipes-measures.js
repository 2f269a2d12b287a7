/** What a county's measures are called, and which of them a scoring method can take. */

import { formatGeography } from './format.js';

const OTHER_THEME = 'Other';

/**
 * @param {import('./types.js').LoadedMeasure[]} measures
 * @returns {{theme: string, measures: import('./types.js').LoadedMeasure[]}[]} those that a method takes, of small areas; themes from A, the Indices last
 */
export function groupMeasures(measures) {
  const groups = new Map();
  for (const measure of measures.filter((each) => !each.bareCount && periodsOf(each).length > 0)) {
    const theme = measure.theme === 'not stated' ? OTHER_THEME : measure.theme;
    groups.set(theme, [...(groups.get(theme) ?? []), measure]);
  }
  const last = (theme) => (theme === 'Deprivation' ? 1 : 0);
  return [...groups].sort(([a], [b]) => last(a) - last(b) || a.localeCompare(b)).map(([theme, list]) => ({ theme, measures: list }));
}

/** @param {import('./types.js').LoadedMeasure} measure @returns {string[]} the periods of its figures for small areas, latest first */
export function periodsOf({ figures }) {
  const small = figures.filter(({ geography }) => geography.startsWith('lsoa-'));
  return [...new Set(small.flatMap(({ periods }) => periods))];
}

/** @param {import('./types.js').LoadedMeasure|undefined} measure @returns {string} unit, direction and source; empty where it is not loaded */
export function measureFacts(measure) {
  if (measure === undefined) {
    return '';
  }
  const { unit, polarity, figures, source } = measure;
  const stated = polarity === null ? 'not stated which end means more need: choose it' : `${polarity} means more need`;
  return [unit, stated, figures.map(({ geography }) => formatGeography(geography)).join(', '), source].filter(Boolean).join(' \u00b7 ');
}

/**
 * @param {import('./types.js').LoadedMeasure[]} measures
 * @returns {(column: string) => string} the label, or the column itself where the county does not know it
 */
export function labeller(measures) {
  const labels = new Map(measures.map(({ id, label }) => [id, label]));
  return (column) => labels.get(column) ?? column;
}
