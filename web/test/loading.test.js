import assert from 'node:assert/strict';
import { test } from 'node:test';
import { awaitLoaded } from '../js/loading.js';

test('the page asks again until the county is there, and says how far it is', async () => {
  const answers = [
    { extents: [], loading: { message: 'Started.', progress: 0 } },
    { extents: [{ name: 'fictional-county' }], loading: { message: 'Computing.', progress: 0.856 } },
    { extents: [{ name: 'fictional-county' }], loading: null },
  ];
  const told = [];

  const extents = await awaitLoaded(async () => answers.shift(), (text) => told.push(text), 1);

  assert.deepEqual(extents, [{ name: 'fictional-county' }]);
  assert.deepEqual(told, ['Loading the county\u2026 0 %', 'Loading the county\u2026 85 %']);
  assert.deepEqual(answers, []);
});

test('a store with nothing in it and nothing on its way is said at once', async () => {
  const told = [];

  const extents = await awaitLoaded(async () => ({ extents: [], loading: null }), (text) => told.push(text), 1);

  assert.deepEqual(extents, []);
  assert.deepEqual(told, []);
});
