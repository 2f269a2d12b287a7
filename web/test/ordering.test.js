import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isLowMoreNeed, keepDistrict, nextSort, orderAreas, settleSort, sortDirection } from '../js/ordering.js';

const RANK = { name: 'national_rank', label: 'Rank', type: 'whole_number', unit: '', decimals: 0 };
const area = (name, value, cells = [], state = 'known') => ({
  code: `E01-${name}`,
  name,
  district: name < 'C' ? 'D1' : 'D2',
  value: state === 'known' ? value : null,
  state,
  class: state === 'known' ? String(value) : '',
  cells,
});
const legend = (...codes) => codes.map((code) => ({ code, label: code, colour: '#000000', areaCount: 1 }));
const names = (areas) => areas.map(({ name }) => name);

const DECILES = {
  layer: { unit: 'decile', columns: [RANK], legend: legend('1', '2', '10') },
  areas: [area('A', 10, [30000]), area('B', 1, [900]), area('C', 0, [{ state: 'suppressed' }], 'suppressed'), area('D', 1, [20]), area('E', 2, [4000])],
};
const RATES = {
  layer: { unit: 'percent', columns: [], legend: legend('30', '20', '5') },
  areas: [area('A', 5), area('B', 30), area('C', 0, [], 'not-available'), area('D', 20)],
};

test('highest need first is decile 1 first, the published rank deciding ties', () => {
  assert.deepEqual(names(orderAreas(DECILES, 'need', (code) => code)), ['D', 'B', 'E', 'A', 'C']);
});

test('highest need first is the highest rate first', () => {
  assert.deepEqual(names(orderAreas(RATES, 'need', (code) => code)), ['B', 'D', 'A', 'C']);
});

test('areas without a number are last whichever way round', () => {
  assert.deepEqual(names(orderAreas(DECILES, '-need', (code) => code)), ['A', 'E', 'B', 'D', 'C']);
  assert.deepEqual(names(orderAreas(RATES, '-need', (code) => code)), ['A', 'D', 'B', 'C']);
  assert.deepEqual(names(orderAreas(DECILES, '-c.national_rank', (code) => code)), ['A', 'E', 'B', 'D', 'C']);
});

test('names are ordered as people count', () => {
  const data = { layer: RATES.layer, areas: [area('Millbrook 010A', 5), area('Millbrook 2A', 5)] };
  assert.deepEqual(names(orderAreas(data, 'area', (code) => code)), ['Millbrook 2A', 'Millbrook 010A']);
});

test('the list that came in is left as it was', () => {
  const before = names(RATES.areas);
  orderAreas(RATES, 'need', (code) => code);
  assert.deepEqual(names(RATES.areas), before);
});

test('the direction of need follows from the legend', () => {
  assert.equal(isLowMoreNeed(DECILES), true);
  assert.equal(isLowMoreNeed(RATES), false);
});

test('areas that were not tested do not decide the direction of need', () => {
  const hot = { ...area('A', 30), class: 'hot' };
  const cold = { ...area('B', 5), class: 'cold' };
  const isolate = { ...area('C', 99), class: 'not-computed' };
  const layer = { unit: 'score', columns: [], legend: legend('hot', 'cold', 'not-computed') };
  assert.equal(isLowMoreNeed({ layer, areas: [hot, cold, isolate] }), false);
  assert.deepEqual(names(orderAreas({ layer, areas: [isolate, cold, hot] }, 'need', (code) => code)), ['A', 'B', 'C']);
});

test('a layer with one class falls back on its unit', () => {
  const one = { areas: [area('A', 1)], layer: { unit: 'decile', columns: [], legend: legend('1') } };
  assert.equal(isLowMoreNeed(one), true);
  assert.equal(isLowMoreNeed({ ...one, layer: { ...one.layer, unit: 'percent' } }), false);
});

test('the heading says which way the numbers really run', () => {
  assert.equal(sortDirection('need', 'need', DECILES), 'ascending');
  assert.equal(sortDirection('need', 'need', RATES), 'descending');
  assert.equal(sortDirection('-need', 'need', RATES), 'ascending');
  assert.equal(sortDirection('need', 'area', RATES), 'none');
});

test('pressing a heading again turns the order round', () => {
  assert.equal(nextSort('need', 'area'), 'area');
  assert.equal(nextSort('area', 'area'), '-area');
  assert.equal(nextSort('-area', 'area'), 'area');
  assert.equal(nextSort('need', 'c.national_rank', RANK), 'c.national_rank');
  assert.equal(nextSort('need', 'c.score', { ...RANK, name: 'score' }), '-c.score');
});

test('an order by a column that the layer does not have becomes highest need first', () => {
  assert.equal(settleSort('-c.national_rank', DECILES.layer), '-c.national_rank');
  assert.equal(settleSort('-c.national_rank', RATES.layer), 'need');
});

test('a layer of districts keeps the district itself', () => {
  const districts = [{ code: 'E07999001', district: '' }, { code: 'E07999002', district: '' }];
  assert.deepEqual(keepDistrict(districts, 'E07999002'), [districts[1]]);
});

test('a district keeps its own areas', () => {
  assert.deepEqual(names(keepDistrict(RATES.areas, 'D2')), ['C', 'D']);
  assert.equal(keepDistrict(RATES.areas, ''), RATES.areas);
});
