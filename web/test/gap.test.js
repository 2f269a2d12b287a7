import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contrast } from '../js/colours.js';
import { countGaps, gapSentence, unsureFinder } from '../js/gap.js';
import { orderAreas } from '../js/ordering.js';
import { describeArea, questionFor } from '../js/words.js';

// As the service's Ramp and GapClass have them.
const LAYER = {
  kind: 'gap',
  valueLabel: 'Help compared with similar areas (1 = as expected)',
  unit: 'times what is expected',
  decimals: 2,
  legend: [
    { code: 'high-need-low-response', label: 'high need, low response', colour: '#3a0f55', areaCount: 2 },
    { code: 'high-need-high-response', label: 'high need, high response', colour: '#1f7a8c', areaCount: 1 },
    { code: 'low-need-low-response', label: 'low need, low response', colour: '#f3efd6', areaCount: 0 },
    { code: 'low-need-high-response', label: 'low need, high response', colour: '#dcae45', areaCount: 0 },
    { code: 'suppressed', label: 'hidden to protect children', colour: '#6b6470', areaCount: 1 },
  ],
  columns: [{ name: 'lower' }, { name: 'upper' }, { name: 'need' }, { name: 'response' }, { name: 'certainty' }],
};
const area = (name, value, cls, certainty) => ({
  code: name, name, district: 'D1', value, state: 'known', class: cls, cells: [value - 0.2, value + 0.2, 'high', 'low', certainty],
});
const LITTLE = area('A', 0.7, 'high-need-low-response', 'beyond chance');
const LESS = area('B', 0.9, 'high-need-low-response', 'within chance');
const MORE = area('C', 1.3, 'high-need-high-response', 'beyond chance');
const HIDDEN = { code: 'D', name: 'D', district: 'D1', value: null, state: 'suppressed', class: 'suppressed', cells: [{}, {}, 'high', '', ''] };
const AREAS = [HIDDEN, MORE, LESS, LITTLE];

test('what may be chance is counted apart in every class', () => {
  const { classes, states } = countGaps(LAYER, AREAS);
  assert.deepEqual(classes.map(({ beyond, within }) => [beyond, within]), [[1, 1], [1, 0], [0, 0], [0, 0]]);
  assert.deepEqual([...states], [['suppressed', 1]]);
});

test('only a class that may be chance is drawn dotted', () => {
  assert.deepEqual(AREAS.map(unsureFinder(LAYER)), [false, false, true, false]);
  assert.equal(unsureFinder({ kind: 'rate', columns: [] })(LESS), false);
});

test('the pointer hears need, response and limits, and of a hidden area only that it is hidden', () => {
  assert.deepEqual(describeArea(LAYER, LITTLE, 'Millbrook'), [
    'A',
    'Millbrook',
    'Help compared with similar areas: 0.70 times what is expected',
    'high need, low response',
    '95\u00a0% limits 0.50 to 0.90: beyond chance',
  ]);
  assert.deepEqual(describeArea(LAYER, HIDDEN, ''), ['D', 'Help compared with similar areas: hidden to protect children']);
  assert.equal(questionFor('gap'), 'Does help reach where need is?');
});

test('a district is told by where hidden need may show', () => {
  assert.equal(gapSentence(LAYER, AREAS, 'Millbrook'), 'In Millbrook, 2 of 4 areas have high need, low response, 1 of them beyond chance.');
  assert.equal(gapSentence(LAYER, [], 'Millbrook'), 'Millbrook has no areas in this layer.');
});

test('the list begins with most need and least help', () => {
  assert.deepEqual(orderAreas({ layer: LAYER, areas: AREAS }, 'need', (code) => code).map(({ name }) => name), ['A', 'B', 'C', 'D']);
});

test('the four classes differ in lightness, so that they are told apart without hue', () => {
  const colours = ['#3a0f55', '#1f7a8c', '#dcae45', '#f3efd6'];
  for (let i = 1; i < colours.length; i += 1) {
    assert.ok(contrast(colours[i - 1], colours[i]) >= 1.7, `${colours[i - 1]} and ${colours[i]}: ${contrast(colours[i - 1], colours[i])}`);
  }
});
