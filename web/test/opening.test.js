import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openingOf } from '../js/opening.js';

const LAYERS = [
  { id: 'imd-decile-2019', title: 'Deprivation' },
  { id: 'rate-cla-2024', title: 'Children looked after, 2024', opensAs: { id: 'rate-cla-2022-2024', why: 'Most areas of 2024 are hidden.' } },
  { id: 'rate-cla-2022-2024', title: 'Children looked after, 2022 to 2024 together' },
  { id: 'rate-cpp-2024', title: 'Child protection plans, 2024', opensAs: { id: 'gone', why: 'Most areas of 2024 are hidden.' } },
];

test('a mostly hidden layer gives way, with the reason and its own name', () => {
  assert.deepEqual(openingOf(LAYERS, 'rate-cla-2024', false), {
    layer: 'rate-cla-2022-2024',
    anyway: false,
    replaced: { why: 'Most areas of 2024 are hidden.', layer: 'rate-cla-2024', title: 'Children looked after, 2024' },
  });
});

test('who asks for it anyway gets it', () => {
  assert.deepEqual(openingOf(LAYERS, 'rate-cla-2024', true), { layer: 'rate-cla-2024', anyway: true, replaced: null });
});

test('any other layer opens as itself, and nobody needs to insist', () => {
  assert.deepEqual(openingOf(LAYERS, 'rate-cla-2022-2024', true), { layer: 'rate-cla-2022-2024', anyway: false, replaced: null });
  assert.deepEqual(openingOf(LAYERS, '', false), { layer: '', anyway: false, replaced: null });
});

test('a layer that is not there cannot take the place of another', () => {
  assert.deepEqual(openingOf(LAYERS, 'rate-cpp-2024', false), { layer: 'rate-cpp-2024', anyway: false, replaced: null });
});

test('the first layer gives way too where it is mostly hidden', () => {
  assert.equal(openingOf(LAYERS.slice(1), '', false).layer, 'rate-cla-2022-2024');
  assert.deepEqual(openingOf([], '', false), { layer: '', anyway: false, replaced: null });
});
