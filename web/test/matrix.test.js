import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DECILE_COLOURS, contrast, inkOn } from '../js/colours.js';
import { directionOf, districtsOf, orderRows, orderWords, sortAfter } from '../js/matrix-order.js';
import { DEFAULT_MATRIX_STATE, formatMatrixState, parseMatrixState, settleMatrixState } from '../js/matrix-state.js';
import { SHADES, deviationOf, distributionOf, factorFacts, markOf, rawText, stateText, stepOf, sureText } from '../js/matrix-words.js';

const FACTOR = Object.freeze({
  id: 'neet_pct', label: 'Not in work', unit: 'percent', decimals: 1, period: '2024', polarity: 'higher means more need', standardisation: 'z',
  weight: 1, source: 'Somebody', licence: 'Open', numerator: 'People not in work', denominator: 'not stated', mean: 11.68, standardDeviation: 5.36,
  shown: 3, suppressed: 1, notAvailable: 0, notApplicable: 2, low: 0, layer: 'indicator-neet',
});

function row(name, district, rank, standardised, state = 'known') {
  return {
    code: name, name, district, districtName: district.toUpperCase(), state: rank === null ? 'suppressed' : 'known',
    score: rank === null ? null : 10 - rank, rank, decile: rank, coverage: 1, values: [{ standardised, value: standardised, state }],
  };
}

const MATRIX = Object.freeze({
  factors: [FACTOR],
  rows: [row('A10', 'y', 2, 0.5), row('A9', 'x', 1, null, 'suppressed'), row('B', 'y', null, 3), row('C', 'x', 3, -1)],
});

const names = (sort, district = '') => orderRows(MATRIX, sort, district).map((place) => MATRIX.rows[place].name);

test('most need comes first, and what is not known last whichever way round', () => {
  assert.deepEqual(names('rank'), ['A9', 'A10', 'C', 'B']);
  assert.deepEqual(names('-rank'), ['C', 'A10', 'A9', 'B']);
  assert.deepEqual(names('score'), ['A9', 'A10', 'C', 'B']);
  assert.deepEqual(names('f.neet_pct'), ['B', 'A10', 'C', 'A9']);
  assert.deepEqual(names('-f.neet_pct'), ['C', 'A10', 'B', 'A9']);
});

test('names are in the order of people, and a district keeps its own areas', () => {
  assert.deepEqual(names('area'), ['A9', 'A10', 'B', 'C']);
  assert.deepEqual(names('-district'), ['A10', 'B', 'A9', 'C']);
  assert.deepEqual(names('rank', 'x'), ['A9', 'C']);
  assert.deepEqual(districtsOf(MATRIX), [{ code: 'x', name: 'X' }, { code: 'y', name: 'Y' }]);
});

test('a heading says which way round its numbers are, and turns them when it is pressed again', () => {
  assert.equal(directionOf('rank', 'rank'), 'ascending');
  assert.equal(directionOf('score', 'score'), 'descending');
  assert.equal(directionOf('-score', 'score'), 'ascending');
  assert.equal(directionOf('-area', 'area'), 'descending');
  assert.equal(directionOf('rank', 'score'), 'none');
  assert.deepEqual([sortAfter('rank', 'score'), sortAfter('score', 'score'), sortAfter('-score', 'score')], ['score', '-score', 'score']);
  assert.equal(orderWords('-f.neet_pct', [FACTOR]), 'by Not in work, least need first');
  assert.equal(orderWords('area', [FACTOR]), 'by area, A to Z');
});

test('the address keeps what is not usual, and nothing that cannot be read', () => {
  const state = { extent: 'tiny', matrix: 'board', version: '2', period: '2023/24', district: 'E07', sort: '-f.neet_pct', factor: 'neet_pct' };
  assert.deepEqual(parseMatrixState(formatMatrixState(state)), state);
  assert.equal(formatMatrixState(DEFAULT_MATRIX_STATE), '');
  assert.deepEqual(parseMatrixState('?sort=drop%20table&district=%3Cb%3E&version=0&period=%00'), DEFAULT_MATRIX_STATE);
});

test('what the county does not have is said and left out', () => {
  const { state, messages } = settleMatrixState({ ...DEFAULT_MATRIX_STATE, district: 'z', sort: 'f.gone', factor: 'gone' }, MATRIX, districtsOf(MATRIX));
  assert.deepEqual(state, DEFAULT_MATRIX_STATE);
  assert.equal(messages.length, 2);
});

test('darker is more need, in steps of half a standard deviation', () => {
  assert.deepEqual([9, 2, 1.99, 1, 0.2, 0, -0.2, -2, -2.01, -9].map(stepOf), [1, 1, 2, 3, 5, 5, 6, 9, 10, 10]);
});

test('values that are no standard deviations are shaded by those from their mean', () => {
  const values = [0, 50, 100, null];
  const matrix = { factors: [{ standardisation: 'exponential' }], rows: values.map((standardised) => ({ values: [{ standardised }] })) };
  assert.deepEqual(values.slice(0, 3).map(deviationOf(matrix, 0)), [-1, 0, 1]);
  assert.equal(deviationOf({ ...matrix, factors: [{ standardisation: 'z' }] }, 0)(1.5), 1.5);
  const alike = { ...matrix, rows: [3, 3].map((standardised) => ({ values: [{ standardised }] })) };
  assert.equal(deviationOf(alike, 0)(3), 0);
});

test('how sure a rank is stands as limits and a chance that is never rounded to certainty', () => {
  const sure = (share) => sureText({ rankLow: 40, rankHigh: 1059, probabilityHighestNeedTenth: share });
  assert.deepEqual(sure(0.842), { interval: '40\u20131,059', chance: '84 %' });
  assert.deepEqual([0, 0.001, 0.999, 1].map((share) => sure(share).chance), ['0 %', 'under 1 %', 'over 99 %', '100 %']);
  assert.deepEqual(sureText({ rankLow: null, rankHigh: null, probabilityHighestNeedTenth: null }), { interval: '', chance: '' });
});

test('numbers can be read on every shade, and the shades are those of the map but for a trace', () => {
  assert.ok(SHADES.every((shade) => contrast(shade, inkOn(shade)) >= 4.5));
  assert.equal(SHADES.filter((shade, index) => shade !== DECILE_COLOURS[index]).length, 1);
  assert.ok(contrast(SHADES[3], DECILE_COLOURS[3]) < 1.1);
});

test('numbers far from the mean have a mark and words', () => {
  assert.deepEqual([2, 1, 0.99, -0.99, -1, -2].map((value) => markOf(value).mark), ['\u25b2\u25b2', '\u25b2', '', '', '\u25bc', '\u25bc\u25bc']);
  assert.equal(markOf(1.2).words, 'well above average need');
});

test('zero has its unit, and what is not known is words', () => {
  assert.equal(rawText({ value: 0, state: 'known' }, FACTOR), '0\u00a0%');
  assert.equal(rawText({ value: 3, state: 'known' }, FACTOR), '3.0');
  assert.equal(rawText({ value: null, state: 'suppressed' }, FACTOR), '');
  assert.deepEqual(stateText('suppressed'), { short: 'hidden', rest: ' to protect children' });
  assert.deepEqual(stateText('not-applicable'), { short: 'does not apply', rest: '' });
});

test('a factor is told with its definition, and how many areas have no number and why', () => {
  const facts = new Map(factorFacts(FACTOR, 6));
  assert.equal(facts.get('Among'), 'not stated');
  assert.equal(facts.get('Mean'), '11.68\u00a0%');
  assert.equal(facts.get('Shown'), '3 of 6 areas');
  assert.equal(facts.get('Without a number'), 'hidden to protect children: 1 area; does not apply: 2 areas');
});

test('a distribution counts known values only', () => {
  assert.deepEqual(distributionOf([0, 1, null, 2, 4, 4], 4), { from: 0, to: 4, counts: [1, 1, 1, 2], low: 1, high: 4 });
  assert.equal(distributionOf([3, 3, null]), null);
  assert.equal(distributionOf([]), null);
});
