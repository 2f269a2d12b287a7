import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  MOST_IN_ADDRESS, NONE_CHOSEN, codesIn, countLeftOut, fitsAddress, formatChosen, isSameChosen, parseChosen, withAreas, withoutAreas,
} from '../js/chosen.js';

const LSOA = 'lsoa-2021';
const many = (count) => withAreas(NONE_CHOSEN, LSOA, Array.from({ length: count }, (_, index) => `E${index}`));

test('areas are kept in the order of choosing, each once', () => {
  const chosen = withAreas(withAreas(NONE_CHOSEN, LSOA, ['E2', 'E1']), LSOA, ['E1', 'E3']);
  assert.deepEqual(chosen, { geography: LSOA, codes: ['E2', 'E1', 'E3'] });
});

test('areas of another boundary year are never mixed in, though codes are reused', () => {
  const chosen = withAreas(withAreas(NONE_CHOSEN, 'lsoa-2011', ['E1', 'E2']), LSOA, ['E3']);
  assert.deepEqual(chosen, { geography: LSOA, codes: ['E3'] });
  assert.deepEqual(codesIn(chosen, 'lsoa-2011'), []);
  assert.deepEqual(codesIn(chosen, LSOA), ['E3']);
});

test('taking out the last area leaves none chosen', () => {
  const chosen = withAreas(NONE_CHOSEN, LSOA, ['E1', 'E2']);
  assert.deepEqual(withoutAreas(chosen, ['E1']).codes, ['E2']);
  assert.equal(withoutAreas(chosen, ['E2', 'E1']), NONE_CHOSEN);
});

test('what was chosen stays as it was', () => {
  const chosen = withAreas(NONE_CHOSEN, LSOA, ['E1']);
  withAreas(chosen, LSOA, ['E2']);
  withoutAreas(chosen, ['E1']);
  assert.deepEqual(chosen.codes, ['E1']);
  assert.deepEqual(NONE_CHOSEN, { geography: '', codes: [] });
});

test('an address names as many areas as it should carry, and no more', () => {
  const most = many(MOST_IN_ADDRESS);
  assert.equal(fitsAddress(most), true);
  assert.deepEqual(parseChosen(formatChosen(most)), most);
  assert.equal(countLeftOut(formatChosen(most)), 0);

  const tooMany = many(MOST_IN_ADDRESS + 1);
  assert.equal(fitsAddress(tooMany), false);
  assert.equal(formatChosen(tooMany), 'lsoa-2021_61-areas');
  assert.equal(parseChosen(formatChosen(tooMany)), NONE_CHOSEN);
  assert.equal(countLeftOut(formatChosen(tooMany)), 61);
});

test('none chosen is not written', () => {
  assert.equal(formatChosen(NONE_CHOSEN), '');
  assert.equal(countLeftOut(''), 0);
});

test('what is no list of codes cannot be read', () => {
  for (const text of ['E01999001', 'lsoa-2021', 'lsoa-2021_', 'lsoa-2021_E1_../x', 'lsoa_E1', 'lsoa-2021_E1_2-areas', 'lsoa-2021_0-areas']) {
    assert.equal(parseChosen(text), null, text);
  }
});

test('two selections are the same when they have the same areas of the same geography', () => {
  assert.equal(isSameChosen(many(2), many(2)), true);
  assert.equal(isSameChosen(many(2), many(3)), false);
  assert.equal(isSameChosen(many(2), { ...many(2), geography: 'lsoa-2011' }), false);
});
