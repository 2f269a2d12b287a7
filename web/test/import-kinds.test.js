import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IMPORT_KINDS, findMissing } from '../js/import-kinds.js';

test('each kind asks for what the service needs', () => {
  const asked = Object.fromEntries(Object.entries(IMPORT_KINDS).map(([kind, { fields }]) => [kind, fields.map(({ name }) => name)]));
  assert.deepEqual(asked, {
    boundaries: ['file', 'geography', 'where', 'extent'],
    deprivation: ['file', 'release', 'extent'],
    lookup: ['file', 'extent'],
    population: ['file', 'geography', 'period', 'extent'],
    indicators: ['file', 'codebook', 'geography', 'extent'],
    counts: ['file', 'measure', 'geography', 'period', 'extent'],
    cases: ['file', 'geography', 'period', 'extent'],
    authority: ['file'],
    services: ['file', 'extent'],
  });
});

test('what is missing is told for each field, what is optional is not asked for', () => {
  const filled = { file: 'counts.csv', measure: '' };
  assert.deepEqual(
    findMissing('counts', (name) => filled[name]).map(({ field, message }) => [field, message]),
    [
      ['measure', 'Choose the kind of help.'],
      ['geography', 'Enter the level and year of the area codes, such as lsoa-2021.'],
    ],
  );
});
