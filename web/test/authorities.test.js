import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  DEFAULT_AUTHORITIES_STATE,
  againstExpected,
  formatAuthoritiesState,
  orderAuthorities,
  parseAuthoritiesState,
  settleAuthoritiesState,
  sortAuthoritiesAfter,
} from '../js/authorities-state.js';

const MEASURES = [
  { measure: 'cla-at-31-march', label: 'Children looked after', periods: ['2013', '2024'] },
  { measure: 'referrals', label: 'Referrals', periods: ['2023'] },
];

test('measure, period, authority, funnel and order stand in the address, and what is usual is left out', () => {
  const state = { measure: 'referrals', period: '2023', authority: 'E10000031', funnel: 'adjusted', sort: '-rate' };
  assert.deepEqual(parseAuthoritiesState(formatAuthoritiesState(state)), state);
  assert.equal(formatAuthoritiesState(DEFAULT_AUTHORITIES_STATE), '');
  assert.deepEqual(parseAuthoritiesState('?measure=%3Cb%3E&authority=x&sort=colour&funnel=1'), DEFAULT_AUTHORITIES_STATE);
});

test('a measure or period that is not there is said, and the usual one shown', () => {
  const usual = settleAuthoritiesState(DEFAULT_AUTHORITIES_STATE, MEASURES);
  assert.deepEqual([usual.measure.measure, usual.period, usual.messages], ['cla-at-31-march', '2024', []]);
  const other = settleAuthoritiesState({ ...DEFAULT_AUTHORITIES_STATE, measure: 'referrals', period: '1999' }, MEASURES);
  assert.equal(other.period, '2023');
  assert.deepEqual(other.messages, ['There are no figures of 1999 here, so 2023 is shown.']);
  const none = settleAuthoritiesState({ ...DEFAULT_AUTHORITIES_STATE, measure: 'moons' }, MEASURES);
  assert.deepEqual(none.messages, ['There is no measure moons of authorities here, so children looked after is shown.']);
});

test('numbers are ordered from the highest, names from A, and what is not known comes last both ways', () => {
  const authorities = [
    { name: 'Bury', ratePer10000: 80 },
    { name: 'Isles', ratePer10000: null },
    { name: 'Avon', ratePer10000: 120 },
  ];
  const names = (sort) => orderAuthorities(authorities, sort).map(({ name }) => name);
  assert.deepEqual(names('name'), ['Avon', 'Bury', 'Isles']);
  assert.deepEqual(names('-rate'), ['Avon', 'Bury', 'Isles']);
  assert.deepEqual(names('rate'), ['Bury', 'Avon', 'Isles']);
  assert.equal(sortAuthoritiesAfter('name', 'rate'), '-rate');
  assert.equal(sortAuthoritiesAfter('-rate', 'rate'), 'rate');
  assert.equal(sortAuthoritiesAfter('rate', 'name'), 'name');
});

test('a rate is set against the expected one only where both are known', () => {
  assert.equal(againstExpected({ ratePer10000: 90, fittedPer10000: 60 }), 1.5);
  assert.equal(againstExpected({ ratePer10000: null, fittedPer10000: 60 }), null);
  assert.equal(againstExpected({ ratePer10000: 90 }), null);
  assert.equal(againstExpected({ ratePer10000: 90, fittedPer10000: 0 }), null);
});
