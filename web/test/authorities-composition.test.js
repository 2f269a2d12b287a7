import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compositionOf } from '../js/authorities-sections.js';

const PARTS = [
  { measure: 'cla-at-31-march', period: '2023', breakdown: 'Age group' },
  { measure: 'cla-at-31-march', period: '2024', breakdown: 'Age group' },
  { measure: 'cla-at-31-march', period: '2024', breakdown: 'Gender' },
  { measure: 'assessment-factors', period: '2022', breakdown: 'Factors' },
];

test('the parts of the chosen period are shown, or of the latest that has any', () => {
  const shown = (measure, period) => compositionOf(PARTS, measure, period).map((one) => `${one.period} ${one.breakdown}`);
  assert.deepEqual(shown('cla-at-31-march', '2023'), ['2023 Age group']);
  assert.deepEqual(shown('cla-at-31-march', '2019'), ['2024 Age group', '2024 Gender']);
  assert.deepEqual(shown('assessment-factors', '2022'), ['2022 Factors']);
  assert.deepEqual(shown('referrals', '2024'), []);
});
