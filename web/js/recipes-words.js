/** How a score is made, in plain words with the term that analysts know it by. */

import { formatNumber } from './format.js';
import { AS_SAVED, effectiveWeights, sharesOf } from './weights-score.js';

/** By the words of scoring methods, in the order in which they are offered. */
export const AGGREGATIONS = Object.freeze({
  'weighted-mean': {
    term: 'weighted mean',
    sentence: 'The score of an area is the weighted mean of its circumstances: one that counts twice moves the score twice as much, and a high one can make up for a low one.',
  },
  'weighted-sum': {
    term: 'weighted sum',
    sentence: 'The score of an area is the sum of its circumstances, each times its weight; what is not known is made up for in proportion.',
  },
  'geometric-mean': {
    term: 'weighted geometric mean',
    sentence: 'The score of an area is the weighted geometric mean of its circumstances: a low one pulls the score down more than a high one can lift it.',
  },
  maximum: { term: 'maximum', sentence: 'The score of an area is its highest circumstance; how high the others are makes no difference.' },
  'threshold-count': { term: 'count of thresholds', sentence: 'The score of an area is the number of its circumstances that are worse than their benchmark.' },
});

export const STANDARDISATIONS = Object.freeze({
  z: { term: 'z-score', words: 'how many standard deviations an area is from the mean of all areas' },
  'robust-z': { term: 'robust z-score', words: 'how far an area is from the middle one, so measured that a few extreme areas make no difference' },
  rank: { term: 'rank', words: 'the place of an area in the order of all' },
  percentile: { term: 'percentile', words: 'the share of areas that have less need' },
  'min-max': { term: 'min-max', words: 'from 0 for least need to 1 for most need, between two goalposts' },
  'rank-to-normal': { term: 'normal score of the rank', words: 'the place of an area, spread out as in a bell curve' },
  exponential: { term: 'exponential', words: 'the place of an area, so that the areas with most need stand out, as in the Indices of Deprivation' },
  threshold: { term: 'threshold', words: '1 where an area is worse than a benchmark, else 0' },
});

export const SHRINKAGES = Object.freeze({ none: 'not drawn', global: 'the rate of all areas', local: 'the rate of the neighbourhood', district: 'the share of the district' });

/** What a factor is where its document does not say. */
export const USUAL_FACTOR = Object.freeze({ standardisation: 'z', weight: 1 });

export const USUAL_RECIPE = Object.freeze({ aggregation: 'weighted-mean', minimumCoverage: 0.75, referenceSize: 0 });

/** @param {number} weight @returns {string} `2`, `0.225` */
export function weightText(weight) {
  return typeof weight === 'number' ? Number(weight.toPrecision(6)).toLocaleString('en-GB', { maximumFractionDigits: 6 }) : String(weight);
}

/** @param {number} fraction 0 to 1 @param {number} [decimals] @returns {string} `75 %` */
export function percentText(fraction, decimals = 0) {
  return `${formatNumber(fraction * 100, decimals)}\u00a0%`;
}

/** @param {{aggregation?: string}} recipe @returns {string} */
export function aggregationSentence({ aggregation = USUAL_RECIPE.aggregation }) {
  return AGGREGATIONS[aggregation]?.sentence ?? `The circumstances of an area are put together as ${aggregation}.`;
}

/** @param {{minimumCoverage?: number}} recipe @returns {string} */
export function coverageSentence({ minimumCoverage = USUAL_RECIPE.minimumCoverage }) {
  if (minimumCoverage === 0) {
    return 'An area gets a score as soon as one of its circumstances is known.';
  }
  if (minimumCoverage === 1) {
    return 'An area gets a score only where all of its circumstances are known.';
  }
  return `An area gets a score where circumstances with at least ${percentText(minimumCoverage)} of the total weight are known; nothing is filled in for the others.`;
}

/**
 * What each factor counts of the total, through its domain where there are domains.
 *
 * @param {object} recipe the document
 * @returns {string[]} in the order of the factors
 */
export function shareTexts(recipe) {
  const ids = recipe.factors.map(({ column }) => column);
  const { factors } = sharesOf(recipe, ids, effectiveWeights(recipe, ids, AS_SAVED));
  return ids.map((id) => percentText(factors.get(id), 1));
}

/** @param {'higher'|'lower'} polarity @returns {string} */
export function polarityWords(polarity) {
  return polarity === 'lower' ? 'lower values' : 'higher values';
}

/** @param {{standardisation?: string, goalposts?: number[], benchmark?: number}} factor @returns {string} `min-max, 0 to 40` */
export function standardisationTerm({ standardisation = USUAL_FACTOR.standardisation, goalposts, benchmark }) {
  const term = STANDARDISATIONS[standardisation]?.term ?? standardisation;
  const more = Array.isArray(goalposts) ? `, ${weightText(goalposts[0])} to ${weightText(goalposts[1])}` : typeof benchmark === 'number' ? `, benchmark ${weightText(benchmark)}` : '';
  return term + more;
}

/** @param {{shrinkage?: string}} factor @returns {string} toward what rates of few people are drawn */
export function shrinkageWords({ shrinkage }) {
  return shrinkage === undefined ? 'as usual' : SHRINKAGES[shrinkage] ?? shrinkage;
}

/**
 * What the terms in the table of a method mean.
 *
 * @param {{standardisation?: string, shrinkage?: string}[]} factors
 * @returns {[string, string][]} terms with their meaning, each once
 */
export function termsOf(factors) {
  const used = [...new Set(factors.map(({ standardisation = USUAL_FACTOR.standardisation }) => standardisation))];
  const known = used.filter((code) => STANDARDISATIONS[code] !== undefined).map((code) => STANDARDISATIONS[code]);
  const isUsual = factors.some(({ shrinkage }) => shrinkage === undefined);
  return [
    ...known.map(({ term, words }) => [capital(term), `${capital(words)}, turned so that higher is more need.`]),
    ['Small numbers', `A rate of few people is drawn toward a steadier one before it is scored, the more, the fewer people are behind it${isUsual ? `; as usual means toward ${SHRINKAGES.global}` : ''}. Only where counts are known.`],
  ];
}

/** @param {{period?: string}} factor @param {string} [used] the period that is taken now @returns {string} */
export function periodWords({ period }, used = '') {
  return period ?? (used === '' ? 'latest' : `latest: ${used}`);
}

/** @param {string} words @returns {string} with a capital at the start */
export function capital(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
