import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  answerSentences, chosenWords, elsewhereWords, leftOutWords, linkWords, reasonOf, smallAreaLayer, unknownWords,
} from '../js/selection-words.js';

const KNOWN = Object.freeze({
  counted: 'children in need', period: '2024', fictional: true, areas: 3, state: 'known', count: 1234, childrenAged0To17: 5678,
  childrenPeriod: '2024', ratePer10000: 2173.3, lower: 2053.71, upper: 2298, unit: 'per 10,000 children aged 0 to 17', reason: '',
});
const HIDDEN = Object.freeze({ ...KNOWN, state: 'suppressed', count: null, ratePer10000: null, lower: null, upper: null, reason: 'Because.' });
const said = (answer) => answerSentences(answer).map(({ before, key, after }) => before + key + after);

test('a count is said with its areas, its period and that it is fictional', () => {
  assert.equal(said(KNOWN)[0], '1,234 children in need were counted in these 3 areas (2024, fictional data).');
  assert.equal(said({ ...KNOWN, fictional: false, areas: 1 })[0], '1,234 children in need were counted in this area (2024).');
});

test('a rate is said with its unit and its limits', () => {
  assert.equal(said(KNOWN)[1], 'That is 2,173.3 per 10,000 children aged 0 to 17; 95\u00a0% limits 2,053.7 to 2,298.0.');
});

test('the children that a rate is of are said with their year', () => {
  assert.equal(said(KNOWN)[2], '5,678 children aged 0 to 17 lived there (2024).');
});

test('without children to divide by there is a count and no rate', () => {
  const answer = { ...KNOWN, ratePer10000: null, lower: null, upper: null, childrenAged0To17: null, childrenPeriod: '' };
  assert.deepEqual(said(answer).slice(1), ['The rate is not available.', 'How many children aged 0 to 17 lived there is not available.']);
});

test('nobody counted is a number like others', () => {
  assert.equal(said({ ...KNOWN, count: 0 })[0], '0 children in need were counted in these 3 areas (2024, fictional data).');
  assert.equal(reasonOf({ ...KNOWN, count: 0 }), '');
});

test('a hidden count is its reason, word for word', () => {
  assert.equal(reasonOf(HIDDEN), 'Because.');
  assert.equal(reasonOf({ ...HIDDEN, state: 'not-available', reason: '' }), 'Not counted: not available.');
  assert.equal(reasonOf(KNOWN), '');
});

test('how many are chosen is said in full words', () => {
  assert.equal(chosenWords(1), '1 area chosen');
  assert.equal(unknownWords(2, 'Aldermoor'), '2 chosen areas are not in Aldermoor and left out.');
  assert.match(leftOutWords(72), /72 chosen areas, too many/);
  assert.match(elsewhereWords(1, 'lsoa-2011', true), /^1 area is chosen among the areas of LSOA 2011, .* begins a new selection\.$/);
});

test('a selection that a link cannot name is said to stay in the window', () => {
  assert.equal(linkWords(60), '');
  assert.match(linkWords(61), /these 61 stay in this window/);
});

test('whole districts lead to the small areas of the same measure and period', () => {
  const layer = (id, selection) => ({ id, extent: 'county', selection });
  const small = layer('rate-cin-2024@county', {});
  const layers = [layer('rate-cin-2023@county', {}), small, layer('rate-cin-2024-lad-2024@county')];
  assert.equal(smallAreaLayer(layers, layers[2]), small);
  assert.equal(smallAreaLayer(layers, layer('rate-cla-2024-lad-2024@county')), undefined);
});
