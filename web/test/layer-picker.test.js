import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupLayers, shelfOf } from '../js/layer-picker.js';

test('a long group is parted by what its layers are', () => {
  const layers = [
    { group: 'Deprivation', kind: 'deprivation', unit: 'decile' },
    { group: 'Deprivation', kind: 'deprivation', theme: 'Deprivation', unit: 'rank' },
    { group: 'Deprivation', kind: 'deprivation', theme: 'Deprivation', unit: 'proportion' },
    { group: 'Circumstances', kind: 'indicator', theme: 'Housing', unit: 'percent' },
    { group: 'Need', kind: 'need', theme: '', unit: 'score' },
  ];
  assert.deepEqual([...groupLayers(layers, shelfOf).keys()], ['Deprivation', 'Deprivation: ranks', 'Deprivation: scores', 'Circumstances: Housing', 'Need']);
  assert.deepEqual([...groupLayers(layers).keys()], ['Deprivation', 'Circumstances', 'Need']);
});
