import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_GRADIENT_STATE, formatGradientState, latestOf, parseGradientState, reportQuery, settleGradient } from '../js/gradient-state.js';
import { absence, chosenWords, estimateText, findingWords, funnelWords, measureName, modelsFacts, probabilityText, tenthName, tenthsHeading } from '../js/gradient-words.js';
import { REPORT } from './gradient-fixture.js';

const ENTRIES = [
  { id: 'cla-2023', measure: 'cla', period: '2023' },
  { id: 'cla-2024', measure: 'cla', period: '2024' },
  { id: 'cin-2023', measure: 'cin', period: '2023' },
];

test('every choice stands in the address, and what is usual is left out', () => {
  const state = { extent: 'somewhere', gradient: 'cla-2024', places: ['county', 'E07999001', 'E10999002'], tenths: 'local', unaccompanied: 'out', funnel: 'adjusted' };
  const address = '?extent=somewhere&gradient=cla-2024&places=county,E07999001,E10999002&tenths=local&unaccompanied=out&funnel=adjusted';
  assert.equal(formatGradientState(state), address);
  assert.deepEqual(parseGradientState(address), state);
  assert.equal(formatGradientState(DEFAULT_GRADIENT_STATE), '');
});

test('what cannot be read in an address is as usual, and no place is asked for twice', () => {
  const search = '?gradient=%3Cb%3E&extent=a%20b&places=county,moon,county,E07999001&unaccompanied=maybe&funnel=1';
  assert.deepEqual(parseGradientState(search), { ...DEFAULT_GRADIENT_STATE, places: ['county', 'E07999001'] });
  const seven = [1, 2, 3, 4, 5, 6, 7].map((digit) => `E0799900${digit}`);
  assert.deepEqual(parseGradientState(`?places=${seven}`).places, seven.slice(0, 6));
});

test('the service is asked for the choices alone', () => {
  assert.equal(reportQuery(DEFAULT_GRADIENT_STATE), '');
  assert.equal(reportQuery(parseGradientState('?extent=x&gradient=cla-2024&places=county,E10999002&funnel=adjusted')), '?places=county,E10999002&funnel=adjusted');
});

test('without a choice the one with most to say is shown, and one that there is not is said', () => {
  assert.deepEqual(settleGradient(DEFAULT_GRADIENT_STATE, ENTRIES).entry, ENTRIES[1]);
  const told = ENTRIES.map((entry) => ({ ...entry, opening: entry.id === 'cin-2023' }));
  assert.equal(settleGradient(DEFAULT_GRADIENT_STATE, told).entry.id, 'cin-2023');
  assert.deepEqual(settleGradient(DEFAULT_GRADIENT_STATE, ENTRIES).messages, []);
  const settled = settleGradient({ ...DEFAULT_GRADIENT_STATE, gradient: 'cla-1999', funnel: 'adjusted' }, ENTRIES);
  assert.equal(settled.entry.id, 'cla-2024');
  assert.deepEqual(settled.state, { ...DEFAULT_GRADIENT_STATE, funnel: 'adjusted' });
  assert.deepEqual(settled.messages, ['There is no gradient cla-1999 here, so another one is shown.']);
});

test('another measure keeps the period where it has one', () => {
  assert.equal(latestOf(ENTRIES, 'cla', '2023').id, 'cla-2023');
  assert.equal(latestOf(ENTRIES, 'cin', '2024').id, 'cin-2023');
});

test('estimates have their limits, and nothing stands for a figure that there is not', () => {
  assert.equal(estimateText({ estimate: -160.04, lower: -176, upper: -144 }), '\u2212160.0 (\u2212176.0 to \u2212144.0)');
  assert.equal(estimateText({ estimate: 0.113, lower: null, upper: null }, 2), '0.11');
  assert.equal(estimateText(null), '');
});

test('hidden, missing, not applicable and not computed are different words and patterns', () => {
  const states = ['suppressed', 'not-available', 'low', 'known'].map(absence);
  assert.deepEqual(states.map(({ text }) => text), ['hidden to protect children', 'not available', 'rounds to zero', 'not computed']);
  assert.equal(new Set(states.map(({ state }) => state)).size, 4);
});

test('tenths of the county are never taken for national ones', () => {
  assert.equal(tenthsHeading('national'), 'National tenth');
  assert.equal(tenthsHeading('local', 'fifth'), 'Fifth of this county, not national');
  assert.match(chosenWords({ ...REPORT, tenths: 'local' }), /tenths of this county, not national/);
  assert.doesNotMatch(chosenWords({ ...REPORT, tenths: 'local' }), /compared/);
});

test('findings are said as findings', () => {
  assert.equal(findingWords('present'), 'More intervention at equal deprivation');
  assert.equal(findingWords('no-evidence'), 'No evidence of more intervention at equal deprivation');
  assert.equal(findingWords('something new'), 'Cannot be compared');
  assert.equal(funnelWords('low-998'), 'below the 99.8\u00a0% limit');
});

test('tenths say their direction and what was taken together', () => {
  assert.equal(tenthName({ decile: 1 }), '1, most deprived');
  assert.equal(tenthName({ decile: 5, lastDecile: 5, label: '5' }), '5');
  assert.equal(tenthName({ decile: 9, lastDecile: 10, label: '9-10' }), '9-10 (taken together)');
});

test('a probability is never 0', () => {
  assert.equal(probabilityText(0.00001), 'below 0.001');
  assert.equal(probabilityText(0.0402), '0.040');
  assert.equal(probabilityText(null), '');
});

test('readers of paper are told what was chosen, and that data are fictional', () => {
  assert.equal(
    chosenWords(REPORT),
    'Children looked after, at 31 March 2024 \u00b7 compared: Aldermoor, Netherford \u00b7 unaccompanied asylum-seeking children counted \u00b7 '
      + 'funnel limits for chance alone \u00b7 fictional data',
  );
  const bare = { ...REPORT, fictional: false, funnelLimits: 'adjusted', choices: { places: [], unaccompanied: false } };
  assert.equal(chosenWords(bare), 'Children looked after, at 31 March 2024 \u00b7 funnel limits adjusted for variation beyond chance');
});

test('models say over how many areas and how much more than chance', () => {
  assert.equal(modelsFacts({ ...REPORT.models, basis: 'Over tenths' }), 'Over tenths \u00b7 dispersion 1.42 (1 is chance alone)');
  assert.equal(modelsFacts(REPORT.models), '540 small areas \u00b7 dispersion 1.42 (1 is chance alone)');
  assert.equal(measureName({ measure: 'cla' }), 'Children looked after');
  assert.equal(measureName({ measure: 'other', label: 'Other help' }), 'Other help');
});
