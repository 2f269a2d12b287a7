import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AS_SAVED, compareRankings, effectiveWeights, rankRows, ranksOf, recipeWith, sharesOf, weightTimes } from '../js/weights-score.js';
import { DEFAULT_WEIGHTS_STATE, formatWeightsState, parseWeightsState, readTimes, settleWeightsState, withTimes } from '../js/weights-state.js';
import { orderPlaces } from '../js/weights-table.js';
import { STOPS, areaLines, moveWords, nearTheEdge, orderTippings, passageOf, roundTipping, stopOf, summaryWords, timesWords, tippingWords } from '../js/weights-words.js';

/** Rows from columns of standardised values; a state stands for a value that is not known. */
function rowsOf(...columns) {
  return columns[0].map((_, at) => ({
    code: `A${at}`, name: `Area ${at}`, district: 'x', districtName: 'X', rank: at + 1, decile: at + 1,
    values: columns.map((column) => (typeof column[at] === 'number' ? { standardised: column[at], state: 'known' } : { standardised: null, state: column[at] })),
  }));
}

const mean = (weights, minimumCoverage = 0.75) => ({ aggregation: 'weighted-mean', minimumCoverage, weights });
const near = (actual, expected) => assert.ok(Math.abs(actual - expected) < 1e-12, `${actual} is not ${expected}`);

// The cases and numbers from here to the last aggregation are those of NeedMatrixTest, which works them out by hand.

test('weights count in proportion', () => {
  const rows = rowsOf([-1, 0, 1], [1, 0, -1]);
  assert.deepEqual(rankRows(rows, mean([3, 1])).scores, [-0.5, 0, 0.5]);
  assert.deepEqual(rankRows(rowsOf([-1, 0, 1], [-1, 0, 1]), mean([1, 1])).scores, [-1, 0, 1]);
  assert.deepEqual(rankRows(rows, mean([3, 1])).ranks, [3, 2, 1]);
  // ceil(10 * 1 / 3) = 4, ceil(10 * 3 / 3) = 10.
  assert.deepEqual(rankRows(rows, mean([3, 1])).deciles, [10, 7, 4]);
});

test('what is hidden or missing is unavailable, never zero', () => {
  const rows = rowsOf([-1, 0, 1, 'suppressed'], [-1, 0, 'not-available', 1]);
  const strict = rankRows(rows, mean([1, 1]));
  assert.deepEqual(strict.scores, [-1, 0, null, null]);
  assert.deepEqual(strict.states, ['known', 'known', 'not-available', 'suppressed']);
  assert.deepEqual(strict.ranks, [2, 1, null, null]);
  assert.equal(strict.ranked, 2);
  assert.equal(rankRows(rows, mean([1, 1], 0.5)).scores[2], 1, 'not diluted by the missing half');
});

test('three quarters of the weight are enough, in spite of rounding', () => {
  const rows = rowsOf([1], [1], [1], ['not-available']);
  assert.equal(rankRows(rows, mean([0.1, 0.1, 0.1, 0.1])).scores[0] === null, false);
  assert.equal(rankRows(rows, mean([1, 1, 1, 1.01])).scores[0], null);
});

test('what counts nothing neither hides a score nor makes one', () => {
  const rows = rowsOf([1, 2], ['suppressed', 5]);
  assert.deepEqual(rankRows(rows, mean([1, 0])).scores, [1, 2]);
  assert.deepEqual(rankRows(rows, mean([0, 1])).scores, [null, 5]);
  assert.deepEqual(rankRows(rows, mean([0, 1])).states, ['suppressed', 'known']);
});

test('equal scores share the best rank that they take up', () => {
  assert.deepEqual(ranksOf([9, 7, 7, 1]).ranks, [1, 2, 2, 4]);
  assert.deepEqual(ranksOf([null, 7, 9]), { ranks: [null, 2, 1], deciles: [null, 10, 5], ranked: 2 });
});

test('a weighted sum is scaled up where something is missing', () => {
  const rows = rowsOf([1, 1], [2, 'not-available']);
  assert.deepEqual(rankRows(rows, { aggregation: 'weighted-sum', minimumCoverage: 0.5, weights: [0.5, 0.25] }).scores, [1, 0.75]);
});

test('a geometric mean lets a low factor pull down, and a nought is nought', () => {
  const method = { aggregation: 'geometric-mean', minimumCoverage: 0.75, weights: [1, 1] };
  const { scores } = rankRows(rowsOf([1 / 6, 3 / 6, 5 / 6], [5 / 6, 3 / 6, 1 / 6]), method);
  near(scores[0], Math.sqrt(5 / 36));
  near(scores[1], 0.5);
  assert.deepEqual(rankRows(rowsOf([0, 1], [1, 1]), method).scores, [0, 1]);
});

test('a maximum and a count look at each factor alone, whatever its weight', () => {
  const rows = rowsOf([0, 0, 0, 1], [-0.8, 0.3, -0.8, 1.3]);
  assert.deepEqual(rankRows(rows, { aggregation: 'threshold-count', minimumCoverage: 0, weights: [1, 9] }).scores, [0, 1, 0, 2]);
  assert.deepEqual(rankRows(rows, { aggregation: 'maximum', minimumCoverage: 0, weights: [1, 9] }).scores, [0, 0.3, 0, 1.3]);
});

// As DomainWeightsTest has it.
const DOMAINS = Object.freeze({
  name: 'Two domains',
  description: 'Before',
  aggregation: 'weighted-mean',
  factors: [{ column: 'a', weight: 1, domain: 'home' }, { column: 'b', weight: 3, domain: 'home' }, { column: 'c', weight: 7, domain: 'school' }],
  domains: [{ name: 'home', weight: 0.8 }, { name: 'school', weight: 0.2 }],
});

test('a factor counts for its share of its domain times the domain\u2019s weight', () => {
  effectiveWeights(DOMAINS, ['a', 'b', 'c'], AS_SAVED).forEach((weight, k) => near(weight, [0.2, 0.6, 0.2][k]));
  effectiveWeights(DOMAINS, ['b', 'c'], { factors: { a: 0 }, domains: { school: 2 } }).forEach((weight, k) => near(weight, [0.8, 0.4][k]));
  assert.deepEqual(effectiveWeights({ factors: [{ column: 'a' }, { column: 'b', weight: 3 }] }, ['a', 'b'], { factors: { b: 2 }, domains: {} }), [1, 6]);
  assert.equal(weightTimes(0.1, 3), 0.3);
  near(sharesOf(DOMAINS, ['a', 'b', 'c'], [1, 1, 2]).domains.get('home'), 0.5);
});

test('what is kept has the weights moved, without what does not count', () => {
  const kept = recipeWith(DOMAINS, ['a', 'b', 'c'], { factors: { b: 0 }, domains: { school: 3 } }, { name: 'Board', description: '' });
  assert.deepEqual(kept, {
    name: 'Board',
    aggregation: 'weighted-mean',
    factors: [{ column: 'a', weight: 1, domain: 'home' }, { column: 'c', weight: 7, domain: 'school' }],
    domains: [{ name: 'home', weight: 0.8 }, { name: 'school', weight: 0.6 }],
  });
  const alone = recipeWith(DOMAINS, ['a', 'b', 'c'], { factors: { c: 0 }, domains: {} }, { name: 'Board', description: 'Why' });
  assert.deepEqual(alone.domains, [{ name: 'home', weight: 0.8 }]);
  assert.equal(alone.description, 'Why');
});

test('what cannot tell areas apart is not kept, and all others count as they did', () => {
  const kept = recipeWith(DOMAINS, ['b', 'c'], AS_SAVED, { name: 'Board', description: '' });
  assert.deepEqual(kept.factors.map(({ column }) => column), ['b', 'c']);
  effectiveWeights(kept, ['b', 'c'], AS_SAVED).forEach((weight, k) => near(weight, effectiveWeights(DOMAINS, ['b', 'c'], AS_SAVED)[k]));
});

test('who enters, who leaves and how many stay', () => {
  const rows = rowsOf([1, 2, 3]);
  const comparison = compareRankings(rows, { deciles: [2, 1, 3] });
  assert.deepEqual(comparison, { entering: [1], leaving: [0], sameTenth: 1, compared: 3 });
  assert.equal(summaryWords(comparison, true), '1 area enters the highest-need tenth, 1 leaves; 33 % of the areas stay in the same tenth.');
  assert.match(summaryWords({ entering: [], leaving: [], sameTenth: 3, compared: 3 }, true), /^No area enters or leaves.*100 % of the areas/);
  assert.match(summaryWords(comparison, false), /^All weights are as saved/);
});

test('the address says the what-if in words and is read again', () => {
  const state = { ...DEFAULT_WEIGHTS_STATE, matrix: 'board', factors: { lone_parents_pct: 2, neet_pct: 0.5 }, domains: { 'Health, care': 0 }, area: 'E01999001', view: 'change' };
  const text = formatWeightsState(state);
  assert.match(text, /^\?matrix=board&counts=lone_parents_pct:2,neet_pct:0\.5&domains=/);
  assert.deepEqual(parseWeightsState(text), { state, unread: [] });
  assert.equal(formatWeightsState(DEFAULT_WEIGHTS_STATE), '');
  assert.deepEqual(parseWeightsState('?counts=a:-1,b:x,c:11,:2,d:3,e:1&sort=nonsense').unread, ['a:-1', 'b:x', 'c:11', ':2']);
  assert.deepEqual(parseWeightsState('?counts=d:3,e:1').state.factors, { d: 3 });
});

test('an address that names what is not there says so', () => {
  const { state, messages } = settleWeightsState(
    { ...DEFAULT_WEIGHTS_STATE, factors: { a: 2, gone: 3 }, district: 'nowhere', area: 'E' },
    { factors: ['a'], domains: [], districts: ['x'], areas: [] },
  );
  assert.deepEqual([state.factors, state.district, state.area], [{ a: 2 }, '', '']);
  assert.equal(messages.length, 3);
  assert.match(messages[0], /no circumstance gone/);
});

test('only a number from nought to ten is a weight', () => {
  assert.deepEqual(['', '-1', 'much', '11', '1e1', '0', '2.5', '10', ' 3 '].map(readTimes), [null, null, null, null, null, 0, 2.5, 10, 3]);
  assert.deepEqual(withTimes({ a: 2 }, 'a', 1), {});
  assert.deepEqual(withTimes({ a: 2 }, 'b', 0), { a: 2, b: 0 });
});

test('the slider has as saved in its middle and says what it counts', () => {
  assert.equal(STOPS[(STOPS.length - 1) / 2], 1);
  assert.deepEqual([0, 1, 10, 2.2].map((times) => STOPS[stopOf(times)]), [0, 1, 10, 2]);
  assert.deepEqual([0, 0.5, 1, 2, 2.25].map(timesWords), ['not at all', 'half as much', 'as saved', 'twice as much', '2.25 times as much']);
});

test('tipping points are rounded to where the area has changed sides', () => {
  const tipping = { factor: 'a', label: 'Lone parents', timesSmaller: 0.4, timesLarger: 2.27 };
  assert.equal(roundTipping(tipping, 'timesLarger'), 2.3);
  assert.equal(roundTipping(tipping, 'timesSmaller'), 0.39);
  assert.equal(roundTipping({ timesLarger: 9.99 }, 'timesLarger'), 10);
  assert.equal(tippingWords(tipping, 'timesLarger'), 'Lone parents counted 2.3 times as much');
  assert.equal(tippingWords({ ...tipping, timesSmaller: 0.002 }, 'timesSmaller'), 'Lone parents did not count');
  assert.deepEqual(orderTippings({ tippings: [tipping] }).map(({ side }) => side), ['timesLarger', 'timesSmaller']);
  const far = { code: 'B', tippings: [{ ...tipping, timesSmaller: null, timesLarger: 9 }] };
  assert.deepEqual(nearTheEdge([far, { code: 'A', tippings: [tipping] }]).map(({ area }) => area.code), ['A', 'B']);
});

test('an area is said with its rank now and as saved', () => {
  const [row] = rowsOf([1]);
  const ranking = { ranks: [12], deciles: [2], states: ['known'], ranked: 60 };
  assert.deepEqual(areaLines(row, ranking, 0), ['Area 0', 'X', 'Rank 12 of 60, tenth 2', 'As saved: rank 1, tenth 1 (11 places down)', 'Leaves the highest-need tenth']);
  assert.match(areaLines(row, { ranks: [null], deciles: [null], states: ['suppressed'], ranked: 0 }, 0)[2], /hidden to protect children/);
  assert.deepEqual([moveWords(5, 2).text, moveWords(2, 5).text, moveWords(2, 2).text], ['\u25b2 3', '\u25bc 3', '0']);
  assert.deepEqual([passageOf(2, 1), passageOf(1, 2), passageOf(1, 1), passageOf(3, 2), passageOf(1, null)], ['enters', 'leaves', 'stays', '', 'leaves']);
});

test('the ranking is ordered by any column, and what has no score comes last', () => {
  const rows = rowsOf([1, 2, 3]).map((row, at) => ({ ...row, rank: [1, 2, null][at] }));
  const ranking = { ranks: [3, 1, null], scores: [0.1, 0.9, null], deciles: [10, 4, null] };
  assert.deepEqual(orderPlaces(rows, ranking, 'rank', 1), [1, 0, 2]);
  assert.deepEqual(orderPlaces(rows, ranking, 'rank', -1), [0, 1, 2]);
  assert.deepEqual(orderPlaces(rows, ranking, 'change', 1), [1, 0, 2]);
  assert.deepEqual(orderPlaces(rows, ranking, 'score', 1), [1, 0, 2]);
  assert.deepEqual(orderPlaces(rows, ranking, 'area', -1), [2, 1, 0]);
});
