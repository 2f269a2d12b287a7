import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_PROVISION_STATE, formatProvisionState, parseProvisionState } from '../js/provision-state.js';
import { budgetText, distanceText, gapTexts, inNeedText, leadText, listText, notKnownText, outsideText, poundsText, shareText } from '../js/provision-words.js';

const known = (number) => ({ state: 'known', number });
const band = (ageFrom, ageTo, ...states) => ({ ageFrom, ageTo, levels: states.map((state, k) => ({ level: k + 1, state })) });

test('county and key stand in the address, and what is usual is left out', () => {
  assert.equal(formatProvisionState({ extent: 'x', key: 'need' }), '?extent=x&key=need');
  assert.equal(formatProvisionState(DEFAULT_PROVISION_STATE), '');
  assert.deepEqual(parseProvisionState('?extent=x&key=children-in-need'), { extent: 'x', key: 'children-in-need' });
  assert.deepEqual(parseProvisionState('?extent=%3Cb%3E&key=colour'), DEFAULT_PROVISION_STATE);
});

test('a budget that nobody gave is not known, and one of nothing is £0', () => {
  assert.equal(budgetText({ state: 'not-available', number: null }), 'not known');
  assert.equal(budgetText(known(0)), '£0');
  assert.equal(budgetText(known(4882080)), '£4,882,080');
  assert.equal(poundsText({ state: 'suppressed', number: null }), 'hidden to protect children');
  assert.equal(poundsText(known(3.5), 2), '£3.50');
  assert.equal(shareText(known(0.1234)), '12.3\u00a0%');
  assert.equal(shareText({ state: 'suppressed', number: null }), 'hidden to protect children');
});

test('gaps of ages that follow each other are told together, at the same levels only', () => {
  const bands = [
    band(0, 4, 'several', 'one', 'one', 'none'),
    band(5, 5, 'one', 'one', 'one', 'none'),
    band(6, 17, 'one', 'one', 'one', 'one'),
    band(18, 19, 'one', 'one', 'one', 'none'),
    band(20, 25, 'one', 'one', 'none', 'none'),
  ];
  assert.deepEqual(gapTexts({ bands }), ['ages 0 to 5 at level 4', 'ages 18 to 19 at level 4', 'ages 20 to 25 at levels 3 and 4']);
  assert.deepEqual(gapTexts({ bands: [band(7, 7, 'none', 'one', 'one', 'one')] }), ['age 7 at level 1']);
  assert.deepEqual(gapTexts({ bands: [] }), []);
});

test('the first sentence says how many services, what they cost, what is not known, where there is none, and that data are fictional', () => {
  const provision = {
    extent: { title: 'Aldermoor' },
    fictional: true,
    services: [{}, {}],
    totals: { annualBudgetPounds: 1500, budgetsNotKnown: 1 },
    matrix: { firstAge: 0, lastAge: 25, bands: [band(0, 25, 'one', 'one', 'one', 'none')] },
  };
  assert.equal(
    leadText(provision),
    'Aldermoor (fictional data) lists 2 services, with budgets of £1,500 a year; 1 budget is not known. By the list, there is no service for ages 0 to 25 at level 4.',
  );
  const full = { ...provision, fictional: false, totals: { annualBudgetPounds: 0, budgetsNotKnown: 0 }, matrix: { firstAge: 0, lastAge: 25, bands: [band(0, 25, 'one', 'one', 'one', 'one')] } };
  assert.equal(leadText(full), 'Aldermoor lists 2 services, with budgets of £0 a year. By the list, every age from 0 to 25 has a service at every level.');
});

test('what lies outside is said of agreed sets, and of none where none is agreed', () => {
  const outside = { sets: [{}], areasInside: 4, areasOutside: 536, children: known(9000), shareOfChildren: known(0.97), shareOfNeed: known(0.9) };
  assert.equal(
    outsideText(outside),
    '1 set of target areas is agreed, with 4 areas; 536 areas lie outside. 9,000 children (97.0\u00a0% of the county\'s), and 90.0\u00a0% of the county\'s need are outside.',
  );
  assert.match(outsideText({ ...outside, sets: [] }), /No board has agreed/);
  assert.equal(inNeedText({ shownSum: 120, hiddenAreas: 0, unknownAreas: 0 }), '120');
  assert.equal(inNeedText({ shownSum: null, hiddenAreas: 1, unknownAreas: 0 }), 'nothing shown (1 area hidden to protect children)');
  assert.equal(inNeedText({ shownSum: null, hiddenAreas: 0, unknownAreas: 0 }), 'not available');
  assert.equal(inNeedText({ shownSum: 120, hiddenAreas: 1, unknownAreas: 2 }), '120 as far as shown (1 area hidden to protect children, 2 areas not available)');
});

test('what is not known of need is said under the number', () => {
  assert.equal(notKnownText(0), '');
  assert.equal(notKnownText(1), '1 area not known');
});

test('lists and distances read as people say them', () => {
  assert.equal(listText([]), '');
  assert.equal(listText(['a']), 'a');
  assert.equal(listText(['a', 'b', 'c']), 'a, b and c');
  assert.equal(distanceText(1000), '1\u00a0km');
  assert.equal(distanceText(1500), '1.5\u00a0km');
});
