/** What changed between two versions of a scoring method, in words. What is usual and what says the same are the same. */

import { AGGREGATIONS, SHRINKAGES, STANDARDISATIONS, USUAL_FACTOR, USUAL_RECIPE, percentText, weightText } from './recipes-words.js';

/**
 * @param {object} before the document of a version
 * @param {object} after that of a later one
 * @param {(column: string) => string} labelOf the name of a circumstance
 * @returns {string[]} sentences without their full stop, about the method first; one that says so where nothing changed
 */
export function changesBetween(before, after, labelOf) {
  const [one, other] = [before, after].map((recipe) => ({ ...USUAL_RECIPE, ...recipe }));
  const changes = [
    ...changesOfMethod(one, other),
    ...changesOfDomains(one.domains ?? [], other.domains ?? []),
    ...changesOfFactors(one.factors, other.factors, labelOf),
  ];
  if (changes.length > 0) {
    return changes;
  }
  const order = ({ factors }) => factors.map(({ column }) => column).join('\n');
  return [order(one) === order(other) ? 'Nothing changed in how areas are scored' : 'Only the order of the circumstances changed'];
}

function changesOfMethod(one, other) {
  return [
    one.name !== other.name && `It is called ${other.name} instead of ${one.name}`,
    (one.description ?? '') !== (other.description ?? '') && 'The description was changed',
    one.aggregation !== other.aggregation && `The score is the ${termOf(AGGREGATIONS, other.aggregation)} instead of the ${termOf(AGGREGATIONS, one.aggregation)}`,
    one.minimumCoverage !== other.minimumCoverage && `Minimum coverage is ${percentText(other.minimumCoverage)} instead of ${percentText(one.minimumCoverage)}`,
    one.referenceSize !== other.referenceSize && `Ranks are among ${areasOf(other)} instead of ${areasOf(one)}`,
  ].filter(Boolean);
}

function changesOfDomains(one, other) {
  const weights = (domains) => new Map(domains.map(({ name, weight }) => [name, weight]));
  return compare(weights(one), weights(other), {
    added: (name, weight) => `The domain ${name} was added, counting ${weightText(weight)}`,
    removed: (name) => `The domain ${name} was removed`,
    kept: (name, was, is) => (was === is ? [] : [`The domain ${name} counts ${weightText(is)} instead of ${weightText(was)}`]),
  });
}

function changesOfFactors(one, other, labelOf) {
  const byColumn = (factors) => new Map(factors.map((factor) => [factor.column, { ...USUAL_FACTOR, ...factor }]));
  return compare(byColumn(one), byColumn(other), {
    added: (column, { weight }) => `${labelOf(column)} was added${weight === 1 ? '' : `, counting ${weightText(weight)}`}`,
    removed: (column) => `${labelOf(column)} was removed`,
    kept: (column, was, is) => changesOfFactor(labelOf(column), was, is),
  });
}

/** How to say each member of a factor; the last two are columns of a file, which a county does not have. */
const MEMBERS = Object.freeze({
  weight: (label, was, is) => `${label} counts ${weightText(is)} instead of ${weightText(was)}`,
  polarity: (label, was, is) => `Of ${label}, ${is} values mean more need instead of ${was} ones`,
  standardisation: (label, was, is) => `${label} is made comparable by ${termOf(STANDARDISATIONS, is)} instead of ${termOf(STANDARDISATIONS, was)}`,
  goalposts: (label, was, is) => `${label} is measured between ${postsOf(is)} instead of ${postsOf(was)}`,
  benchmark: (label, was, is) => `${label} is compared with ${benchmarkOf(is)} instead of ${benchmarkOf(was)}`,
  domain: (label, was, is) => `${label} belongs to ${is ?? 'no domain'} instead of ${was ?? 'no domain'}`,
  shrinkage: (label, was, is) => `Small numbers of ${label}: ${drawnTo(is)} instead of ${drawnTo(was)}`,
  period: (label, was, is) => `${label} is of ${is ?? 'the latest period'} instead of ${was ?? 'the latest period'}`,
  count: (label) => `The count behind ${label} is another one`,
  population: (label) => `The population behind ${label} is another one`,
});

function changesOfFactor(label, was, is) {
  return Object.entries(MEMBERS)
    .filter(([member]) => JSON.stringify(was[member]) !== JSON.stringify(is[member]))
    .map(([member, say]) => say(label, was[member], is[member]));
}

function compare(one, other, { added, removed, kept }) {
  return [
    ...[...other].filter(([key]) => !one.has(key)).map(([key, value]) => added(key, value)),
    ...[...one.keys()].filter((key) => !other.has(key)).map(removed),
    ...[...other].filter(([key]) => one.has(key)).flatMap(([key, value]) => kept(key, one.get(key), value)),
  ];
}

function termOf(words, code) {
  return words[code]?.term ?? code;
}

function areasOf({ referenceSize }) {
  return referenceSize === 0 ? 'the areas that are scored' : `${weightText(referenceSize)} areas`;
}

function postsOf(goalposts) {
  return goalposts === undefined ? 'its least and greatest value' : goalposts.map(weightText).join(' and ');
}

function benchmarkOf(benchmark) {
  return benchmark === undefined ? 'the mean' : weightText(benchmark);
}

function drawnTo(shrinkage) {
  return shrinkage === undefined ? 'as usual' : shrinkage === 'none' ? 'as they are' : `drawn toward ${SHRINKAGES[shrinkage]}`;
}
