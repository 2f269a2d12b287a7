import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_STATE, formatState, parseState, settleState } from '../js/state.js';

const FULL = Object.freeze({
  extent: 'fictional-county',
  layer: 'imd-decile-2019@fictional-county',
  anyway: true,
  district: 'E07999001',
  area: 'E01999001',
  view: 'table',
  sort: '-c.national_rank',
  outline: false,
  gradient: 'cla-2020',
  chosen: { geography: 'lsoa-2021', codes: ['E01999003', 'E01999001'] },
  centre: { latitude: 52.8123, longitude: -2.1, zoom: 10.25 },
});

test('a state written to the address is read back as it was', () => {
  assert.deepEqual(parseState(formatState(FULL)), { state: FULL, ignored: [] });
});

test('what is usual is not written', () => {
  assert.equal(formatState(DEFAULT_STATE), '');
  assert.equal(formatState({ ...DEFAULT_STATE, view: 'table' }), '?view=table');
});

test('an empty address is the usual state', () => {
  assert.deepEqual(parseState('').state, { ...DEFAULT_STATE });
});

test('parts that cannot be read fall back and are named', () => {
  const { state, ignored } = parseState('?view=globe&layer=%3Cscript%3E&centre=1_2&sort=;drop&area=E01999001&chosen=E01999001');
  assert.deepEqual(ignored, ['layer', 'view', 'sort', 'chosen', 'centre']);
  assert.deepEqual(state, { ...DEFAULT_STATE, area: 'E01999001' });
});

test('a mostly hidden layer is asked for by anyway=1, and by nothing else', () => {
  assert.equal(parseState('?layer=rate-cla-2024&anyway=1').state.anyway, true);
  assert.deepEqual(parseState('?layer=rate-cla-2024&anyway=yes').ignored, ['anyway']);
  assert.equal(formatState({ ...DEFAULT_STATE, layer: 'rate-cla-2024', anyway: true }), '?layer=rate-cla-2024&anyway=1');
});

test('more chosen areas than an address carries are counted in it', () => {
  const codes = Array.from({ length: 61 }, (_, index) => `E${index}`);
  const state = { ...DEFAULT_STATE, chosen: { geography: 'lsoa-2021', codes } };
  assert.equal(formatState(state), '?chosen=lsoa-2021_61-areas');
  assert.deepEqual(parseState(formatState(state)), { state: { ...DEFAULT_STATE }, ignored: [] });
});

test('a centre beyond the earth is not read', () => {
  assert.deepEqual(parseState('?centre=95_0_8').ignored, ['centre']);
});

test('unknown layers and districts give way to known ones, with a message for each', () => {
  const extent = { name: 'county', title: 'The County', fictional: false, geographies: [], districts: [{ code: 'D1', name: 'One' }] };
  const asked = { ...DEFAULT_STATE, extent: 'elsewhere', layer: 'gone', district: 'D9', area: 'A1' };
  const { state, messages } = settleState(asked, { extent, layers: [{ id: 'imd-decile-2019' }] });
  assert.deepEqual(state, { ...DEFAULT_STATE, area: 'A1' });
  assert.equal(messages.length, 3);
  assert.match(messages[1], /no layer gone here/);
});

test('known choices stay, without a message', () => {
  const extent = { name: 'county', title: 'The County', fictional: false, geographies: [], districts: [{ code: 'D1', name: 'One' }] };
  const asked = { ...DEFAULT_STATE, layer: 'imd-decile-2019', district: 'D1' };
  assert.deepEqual(settleState(asked, { extent, layers: [{ id: 'imd-decile-2019' }] }), { state: asked, messages: [] });
});
