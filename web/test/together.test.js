import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerLines, cohortQuery } from '../js/cohort-form.js';
import { DEFAULT_TOGETHER_STATE, formatTogetherState, parseTogetherState, settleTogetherState } from '../js/together-state.js';
import { combinationText, countText, liftWords, numberText, oddsText, orderPairs, orderPlaces, percentInterval, percentText } from '../js/together-words.js';

const HIDDEN = { value: null, state: 'suppressed' };
const KNOWN = { value: 1_250, state: 'known' };

test('a hidden count is words and never a blank or a zero', () => {
  assert.equal(countText(KNOWN), '1,250');
  assert.equal(countText({ value: 0, state: 'known' }), '0');
  assert.equal(countText(HIDDEN), 'hidden to protect children');
});

test('how often two come together is said against chance, with its interval', () => {
  const pair = (lift) => ({ lift, both: KNOWN, why: null });
  assert.equal(liftWords(pair({ estimate: 2.1, lower: 1.8, upper: 2.4 })), '2.10 times as often as by chance (95 % interval 1.80 to 2.40)');
  assert.equal(liftWords(pair({ estimate: 0.8, lower: 0.7, upper: 0.9 })), '0.80 times as often as by chance (95 % interval 0.70 to 0.90)');
  assert.equal(liftWords(pair({ estimate: 1.1, lower: 0.9, upper: 1.3 })), 'About as often as by chance: 1.10 times (95 % interval 0.90 to 1.30)');
  assert.equal(liftWords({ lift: null, both: { value: 0, state: 'known' }, why: null }), 'No counted case has both.');
});

test('what cannot be given says why', () => {
  const why = 'a count that it takes is hidden to protect children';
  assert.equal(liftWords({ lift: null, both: HIDDEN, why }), `Not given, because ${why}.`);
  assert.equal(oddsText({ oddsRatio: null, whyNoOddsRatio: why }), `Not given, because ${why}.`);
  assert.equal(oddsText({ oddsRatio: { estimate: 12.34, lower: 9.1, upper: 16 }, whyNoOddsRatio: null }), '12.3 (9.1 to 16.0)');
});

test('shares are whole percent, small ones with a decimal', () => {
  assert.equal(percentText(0.414), '41\u00a0%');
  assert.equal(percentText(0.0686), '6.9\u00a0%');
  assert.equal(percentInterval({ estimate: 0.0686, lower: 0.0588, upper: 0.08 }), '5.9 to 8.0\u00a0%');
});

test('what comes together most stands first, and what is not given last', () => {
  const pairs = [{ first: 'b', lift: null }, { first: 'a', lift: { estimate: 1 } }, { first: 'c', lift: { estimate: 2 } }];
  assert.deepEqual(orderPairs(pairs).map(({ first }) => first), ['c', 'a', 'b']);
  assert.deepEqual(orderPlaces([{ correlation: null }, { correlation: -0.2 }, { correlation: 0.4 }]).map(({ correlation }) => correlation), [0.4, -0.2, null]);
  assert.equal(numberText({ number: 7, orMore: true }), '7 or more');
  assert.equal(combinationText([]), 'None of these circumstances');
  assert.equal(combinationText(['lone parents', 'NEET']), 'Lone parents, NEET');
});

test('county, district and period stand in the address, and what is usual is left out', () => {
  const state = { extent: 'somewhere', district: 'E07000193', period: '2024/25' };
  assert.deepEqual(parseTogetherState(formatTogetherState(state)), state);
  assert.equal(formatTogetherState(DEFAULT_TOGETHER_STATE), '');
  assert.deepEqual(parseTogetherState('?district=%3Cscript%3E&extent=a%20b'), DEFAULT_TOGETHER_STATE);
});

test('a period or district that is not there is said, and the usual one shown', () => {
  const cases = [{ period: '2024', districts: ['E07000001'] }, { period: '2023', districts: [] }];
  const settled = settleTogetherState({ extent: '', district: 'E07000001', period: '2023' }, cases);
  assert.equal(settled.chosen.period, '2023');
  assert.equal(settled.state.district, '');
  assert.deepEqual(settled.messages, ['Nothing is shown of district E07000001 in 2023, so the whole county is.']);
  const latest = settleTogetherState({ extent: '', district: '', period: '1999' }, cases);
  assert.equal(latest.chosen.period, '2024');
  assert.deepEqual(latest.messages, ['There are no cases of 1999 here, so 2024 is shown.']);
});

test('the cohort form asks for what was entered, and says the certain answer first', () => {
  const values = new Map([['count1', '3,500'], ['count2', ' 19000 '], ['count3', ''], ['unique', ''], ['population', '192000'], ['systems', '2-3']]);
  assert.equal(String(cohortQuery(values)), 'count=3%2C500&count=19000&population=192000&systems=2-3');
  assert.deepEqual(answerLines({ certain: { words: 'between 2 and 3 children' }, bySystems: null }), ['Certain: between 2 and 3 children.']);
  assert.equal(answerLines({ certain: { words: 'x' }, bySystems: { words: 'y', caution: 'z' } }).length, 3);
});
