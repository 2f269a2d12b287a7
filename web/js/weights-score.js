/**
 * A scoring method with other weights, applied in the page exactly as the service applies it: the same rule for what is missing, the
 * same order of adding up, the same ranks for ties. Pure: nothing here knows the page.
 *
 * @typedef {object} Times how many times its saved weight something counts; what is not named counts once
 * @property {Readonly<Record<string, number>>} factors by id
 * @property {Readonly<Record<string, number>>} domains by name
 *
 * @typedef {object} Ranking by place of the rows; null where an area has no score
 * @property {(?number)[]} scores
 * @property {(?number)[]} ranks 1 is most need; equal scores share the best rank they take up
 * @property {(?number)[]} deciles 1 is the highest-need tenth
 * @property {import('./types.js').ValueState[]} states
 * @property {number} ranked how many areas have a score
 */

/** @type {Readonly<Times>} */
export const AS_SAVED = Object.freeze({ factors: Object.freeze({}), domains: Object.freeze({}) });

/** Of weights: more than anyone means, fewer than rounding spoils. */
const DIGITS = 12;

/** A share of three quarters of equal weights must pass in spite of rounding. */
const ROUNDING = 1e-12;

/** @returns {number} a weight so many times, as it is written into a scoring method */
export function weightTimes(weight, times = 1) {
  return Number((weight * times).toPrecision(DIGITS));
}

/**
 * What each factor of a matrix counts: its weight or, where the method has domains, its share of its domain's weights times the
 * domain's weight.
 *
 * @param {object} recipe the document of the scoring method
 * @param {string[]} ids factors that the matrix uses, in its order; a factor that cannot tell areas apart is none of them
 * @param {Times} times
 * @returns {number[]} 0 for what does not count
 */
export function effectiveWeights({ factors, domains = [] }, ids, times) {
  const weights = new Map(factors.map(({ column, weight = 1 }) => [column, weightTimes(weight, times.factors[column])]));
  if (domains.length > 0) {
    const within = new Map();
    for (const { column, domain } of factors) {
      within.set(domain, (within.get(domain) ?? 0) + weights.get(column));
    }
    const ofDomain = new Map(domains.map(({ name, weight }) => [name, weightTimes(weight, times.domains[name])]));
    for (const { column, domain } of factors) {
      const weight = weights.get(column);
      weights.set(column, weight === 0 ? 0 : (weight / within.get(domain)) * ofDomain.get(domain));
    }
  }
  return ids.map((id) => weights.get(id) ?? 0);
}

/**
 * @param {object} recipe the document
 * @param {string[]} ids as of {@link effectiveWeights}
 * @param {number[]} weights in their order
 * @returns {{factors: Map<string, number>, domains: Map<string, number>}} shares of the total, 0 to 1
 */
export function sharesOf({ factors }, ids, weights) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const share = (weight) => (total === 0 ? 0 : weight / total);
  const domainOf = new Map(factors.map(({ column, domain }) => [column, domain]));
  const domains = new Map();
  ids.forEach((id, k) => domains.set(domainOf.get(id), (domains.get(domainOf.get(id)) ?? 0) + share(weights[k])));
  return { factors: new Map(ids.map((id, k) => [id, share(weights[k])])), domains };
}

/**
 * @param {import('./types.js').MatrixRow[]} rows
 * @param {{aggregation: string, minimumCoverage: number, weights: number[]}} method weights in the order of the values of a row
 * @returns {Ranking}
 */
export function rankRows(rows, { aggregation, minimumCoverage, weights }) {
  const score = AGGREGATIONS[aggregation];
  const full = weights.reduce((sum, weight) => sum + weight, 0);
  const scores = rows.map(({ values }) => scoreOf(values, { score, minimumCoverage, weights, full }));
  const states = rows.map(({ values }, place) => (scores[place] === null ? reasonOf(values, weights) : 'known'));
  return { scores, states, ...ranksOf(scores) };
}

function scoreOf(values, { score, minimumCoverage, weights, full }) {
  const scores = [];
  const counted = [];
  let known = 0;
  for (let k = 0; k < weights.length; k += 1) {
    const { standardised } = values[k];
    if (weights[k] > 0 && typeof standardised === 'number') {
      scores.push(standardised);
      counted.push(weights[k]);
      known += weights[k];
    }
  }
  const isEnough = scores.length > 0 && known / full >= minimumCoverage - ROUNDING;
  return isEnough ? score(scores, counted, known, full) : null;
}

function reasonOf(values, weights) {
  return values.some(({ state }, k) => weights[k] > 0 && state === 'suppressed') ? 'suppressed' : 'not-available';
}

/** How the standardised factors of an area become one score, by the word of scoring methods; what stands in each is available. */
const AGGREGATIONS = Object.freeze({
  'weighted-mean': (scores, weights, known) => weightedSum(scores, weights) / known,
  'weighted-sum': (scores, weights, known, full) => (weightedSum(scores, weights) * full) / known,
  'geometric-mean': (scores, weights, known) =>
    scores.includes(0) ? 0 : Math.exp(scores.reduce((sum, score, k) => sum + weights[k] * Math.log(score), 0) / known),
  maximum: (scores) => Math.max(...scores),
  'threshold-count': (scores) => scores.filter((score) => score > 0).length,
});

/** @param {string} aggregation @returns {boolean} whether weights other than 0 make a difference to scores */
export function isWeighted(aggregation) {
  return aggregation !== 'maximum' && aggregation !== 'threshold-count';
}

function weightedSum(scores, weights) {
  return scores.reduce((sum, score, k) => sum + score * weights[k], 0);
}

/**
 * Competition ranks from the highest score (1, 2, 2, 4); decile = ceil(10 rank / n) over the areas that have a score.
 *
 * @param {(?number)[]} scores
 */
export function ranksOf(scores) {
  const order = scores.map((_, place) => place).filter((place) => scores[place] !== null);
  order.sort((a, b) => scores[b] - scores[a]);
  const ranks = new Array(scores.length).fill(null);
  order.forEach((place, at) => {
    const isTied = at > 0 && scores[place] === scores[order[at - 1]];
    ranks[place] = isTied ? ranks[order[at - 1]] : at + 1;
  });
  const deciles = ranks.map((rank) => (rank === null ? null : Math.ceil((10 * rank) / order.length)));
  return { ranks, deciles, ranked: order.length };
}

/**
 * @param {import('./types.js').MatrixRow[]} rows as the service ranked them
 * @param {Ranking} ranking the same areas with other weights
 * @returns {{entering: number[], leaving: number[], sameTenth: number, compared: number}} places that enter and leave the
 *     highest-need tenth, and how many of the areas with a score before or after are in the same tenth as before
 */
export function compareRankings(rows, { deciles }) {
  const places = rows.map((_, place) => place);
  const isIn = (decile) => decile === 1;
  const compared = places.filter((place) => rows[place].decile !== null || deciles[place] !== null);
  return {
    entering: places.filter((place) => isIn(deciles[place]) && !isIn(rows[place].decile)),
    leaving: places.filter((place) => !isIn(deciles[place]) && isIn(rows[place].decile)),
    sameTenth: compared.filter((place) => rows[place].decile === deciles[place]).length,
    compared: compared.length,
  };
}

/**
 * The scoring method with the weights moved, to be kept under a name. What does not count is left out of it, and so is what the
 * matrix does not use because it cannot tell areas apart; its domain then counts so much less that all others count the same.
 *
 * @param {object} recipe the document
 * @param {string[]} ids factors that the matrix uses
 * @param {Times} times
 * @param {{name: string, description: string}} words
 */
export function recipeWith(recipe, ids, times, { name, description }) {
  const weighed = recipe.factors
    .map((factor) => ({ ...factor, weight: weightTimes(factor.weight ?? 1, times.factors[factor.column]) }))
    .filter(({ weight }) => weight > 0);
  const used = weighed.filter(({ column }) => ids.includes(column));
  const sumOf = (factors, domain) => factors.filter((factor) => factor.domain === domain).reduce((sum, { weight }) => sum + weight, 0);
  const domains = (recipe.domains ?? [])
    .filter((domain) => sumOf(used, domain.name) > 0 && times.domains[domain.name] !== 0)
    .map((domain) => ({ ...domain, weight: weightTimes(domain.weight, (times.domains[domain.name] ?? 1) * (sumOf(used, domain.name) / sumOf(weighed, domain.name))) }));
  const hasDomains = (recipe.domains ?? []).length > 0;
  const factors = used.filter(({ domain }) => !hasDomains || domains.some((each) => each.name === domain));
  const { description: _, domains: __, ...rest } = recipe;
  return { ...rest, name, ...(description === '' ? {} : { description }), factors, ...(hasDomains ? { domains } : {}) };
}
