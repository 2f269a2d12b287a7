import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatCell, formatCount, formatDate, formatGeography, formatInterval, formatMoment, formatNumber, formatValue, formatZero, splitAtKeyNumber } from '../js/format.js';

test('a hidden value reads as words, never as zero or blank', () => {
  assert.equal(formatValue(null, 'suppressed', { unit: 'percent', decimals: 1 }), 'hidden to protect children');
  assert.equal(formatValue(0, 'suppressed'), 'hidden to protect children');
  assert.equal(formatValue(null, 'not-available'), 'not available');
  assert.equal(formatValue(null, 'not-applicable'), 'does not apply');
  assert.equal(formatValue(null, 'low'), 'rounds to zero');
});

test('a state that is not known is not available, not a number', () => {
  assert.equal(formatValue(3, 'mystery'), 'not available');
  assert.equal(formatValue(null, 'known'), 'not available');
});

test('a true zero is a zero', () => {
  assert.equal(formatValue(0, 'known', { unit: 'percent', decimals: 1 }), '0.0\u00a0%');
});

test('a true zero can be told by its unit', () => {
  assert.equal(formatZero('per 10,000 children aged 0 to 17'), '0 per 10,000');
  assert.equal(formatZero('children'), '0 children');
  assert.equal(formatZero('percent'), '0\u00a0%');
  assert.equal(formatZero('mean of z-scores'), '');
});

test('a count of none is told with its unit, a zero of a score is a number', () => {
  assert.equal(formatCell(0, { name: 'count', label: 'Children', type: 'whole_number', unit: 'children', decimals: 0 }), '0 children');
  assert.equal(formatCell(0, { name: 'rank', label: 'Rank', type: 'whole_number', unit: '', decimals: 0 }), '0');
  assert.equal(formatCell(0, { name: 'z', label: 'z', type: 'number', unit: '', decimals: 2 }), '0.00');
});

test('days and moments are those of England', () => {
  assert.equal(formatDate('2027-01-01'), '1 January 2027');
  assert.equal(formatDate('2026-06-30T23:30:00Z'), '1 July 2026');
  assert.equal(formatMoment('2026-11-01T10:00:00Z'), '1 November 2026 at 10:00');
  assert.equal(formatDate('soon'), 'soon');
});

test('the unit follows the number where the label does not say it', () => {
  assert.equal(formatValue(38.24, 'known', { unit: 'percent', decimals: 1 }), '38.2\u00a0%');
  assert.equal(formatValue(5, 'known', { unit: 'decile' }), '5');
  assert.equal(formatValue(81.4, 'known', { unit: 'per 10,000 children aged 0 to 17' }), '81 per 10,000 children aged 0 to 17');
});

test('thousands have a comma and negative numbers a minus sign', () => {
  assert.equal(formatNumber(32844), '32,844');
  assert.equal(formatNumber(-1.456, 2), '\u22121.46');
  assert.equal(formatNumber(-0.001, 1), '0.0');
});

test('a cell shows its number, its text or the words of its state', () => {
  const column = { name: 'q', label: 'q', type: 'number', unit: '', decimals: 3 };
  assert.equal(formatCell(0.0104, column), '0.010');
  assert.equal(formatCell('isolate', column), 'isolate');
  assert.equal(formatCell({ state: 'suppressed' }, column), 'hidden to protect children');
});

test('an interval needs both ends', () => {
  assert.equal(formatInterval(8.2, 17.71, 1), '8.2 to 17.7');
  assert.equal(formatInterval(null, 17.7, 1), '');
});

test('one is singular', () => {
  assert.equal(formatCount(1, 'area', 'areas'), '1 area');
  assert.equal(formatCount(1296, 'area', 'areas'), '1,296 areas');
});

test('the first pair of numbers is the key of a sentence', () => {
  assert.deepEqual(splitAtKeyNumber('49 of 528 areas are here; 12 in 100 children.'), {
    before: '',
    key: '49 of 528',
    after: ' areas are here; 12 in 100 children.',
  });
  assert.deepEqual(splitAtKeyNumber('Nothing is a hotspot.'), { before: 'Nothing is a hotspot.', key: '', after: '' });
});

test('a geography reads as people say it', () => {
  assert.equal(formatGeography('lsoa-2011'), 'LSOA 2011');
  assert.equal(formatGeography('lad-2024'), 'districts 2024');
});
