import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contains } from '../js/map-brush.js';
import { MOST_STEPS, pick, pickExactly, redo, startChoice, toggle, toggleLock, undo } from '../js/targets-choice.js';
import { TargetGround } from '../js/targets-ground.js';
import { mergeDecisions, settleMerge } from '../js/targets-merge.js';
import { decisionOf, emptyPlan, fieldInForm, planOf } from '../js/targets-plan.js';
import { fieldInQuestion, questionOf, readAmount } from '../js/targets-question.js';
import { changeText } from '../js/targets-review.js';
import { DEFAULT_TARGETS_STATE, MOST_AREAS_IN_ADDRESS, formatTargetsState, parseBeside, parseTargetsState } from '../js/targets-state.js';
import { basisTexts, chanceText, choiceSentence, headingText, helpText, isDue, notShownTexts, shareText, waysText } from '../js/targets-words.js';

const codesOf = (choice) => choice.now.codes;

test('every step of picking can be taken back and done again', () => {
  const start = startChoice(['a']);
  const more = pick(start, { add: ['b', 'c', 'a'] });
  const fewer = toggle(more, 'a');
  assert.deepEqual(codesOf(fewer), ['b', 'c']);
  assert.deepEqual(codesOf(undo(fewer)), ['a', 'b', 'c']);
  assert.deepEqual(codesOf(undo(undo(fewer))), ['a']);
  assert.equal(undo(start), start);
  assert.deepEqual(redo(undo(fewer)), fewer);
  assert.equal(redo(fewer), fewer);
});

test('a step that changes nothing is no step, and another step forgets what was taken back', () => {
  const start = startChoice(['a']);
  assert.equal(pick(start, { add: ['a'], remove: ['z'] }), start);
  const other = pick(undo(pick(start, { add: ['b'] })), { add: ['c'] });
  assert.deepEqual([codesOf(other), other.future], [['a', 'c'], []]);
});

test('no tool changes what is locked, in or out', () => {
  const locked = toggleLock(toggleLock(startChoice(['in', 'free']), 'in'), 'out');
  assert.deepEqual(codesOf(pick(locked, { remove: ['in', 'free'] })), ['in']);
  assert.deepEqual(codesOf(pick(locked, { add: ['out', 'new'] })), ['in', 'free', 'new']);
  assert.deepEqual(codesOf(pickExactly(locked, ['out', 'other'])), ['in', 'other']);
  assert.equal(toggle(locked, 'in'), locked);
  assert.deepEqual(codesOf(toggle(toggleLock(locked, 'in'), 'in')), ['free']);
});

test('at most so many steps are remembered', () => {
  let choice = startChoice();
  for (let k = 0; k < MOST_STEPS + 20; k += 1) {
    choice = toggle(choice, 'a');
  }
  assert.equal(choice.past.length, MOST_STEPS);
});

test('the address names set, revision and comparison, or what is picked and not saved', () => {
  const saved = { ...DEFAULT_TARGETS_STATE, extent: 'somewhere', set: 'alder-2026', revision: 3, beside: 'alder-2025.2' };
  assert.equal(formatTargetsState(saved), '?extent=somewhere&set=alder-2026&revision=3&beside=alder-2025.2');
  assert.deepEqual(parseTargetsState(formatTargetsState(saved)), { state: saved, ignored: [] });
  const picked = { ...DEFAULT_TARGETS_STATE, district: 'E07999001', areas: ['E01999001', 'E01999002'] };
  assert.equal(formatTargetsState(picked), '?district=E07999001&areas=E01999001,E01999002');
  assert.deepEqual(parseTargetsState(formatTargetsState(picked)).state, picked);
  assert.deepEqual(parseBeside('alder-2025.2'), { set: 'alder-2025', revision: 2 });
  assert.equal(parseBeside(''), null);
});

test('an address that cannot be read is said, part by part, and too many areas are not written', () => {
  const { state, ignored } = parseTargetsState('?set=../x&revision=0&district=%3Cb%3E&areas=a,,b&beside=x');
  assert.deepEqual([state, ignored], [DEFAULT_TARGETS_STATE, ['district', 'set', 'revision', 'beside', 'areas']]);
  const many = Array.from({ length: MOST_AREAS_IN_ADDRESS + 1 }, (_, k) => `E${k}`);
  assert.equal(formatTargetsState({ ...DEFAULT_TARGETS_STATE, areas: many }), '');
});

const area = (code, rank, patch = {}) => ({ code, name: `Area ${code}`, district: 'D1', rank, chance: 0.5, hotspot: false, children: { state: 'known', number: 10 }, ...patch });
const GROUND = new TargetGround({
  districts: [{ code: 'D1', name: 'First' }, { code: 'D2', name: 'Second' }],
  areas: [area('c', 9, { msoa: { code: 'm2', name: 'Place 10' } }), area('b', null, { hotspot: true, msoa: { code: 'm1', name: 'Place 9' } }), area('a', 2, { msoa: { code: 'm1', name: 'Place 9' } }), area('z', 1, { district: 'D2' })],
});

test('most need is by rank within the district, areas without a rank never', () => {
  assert.deepEqual(GROUND.inDistrict('D1').map(({ code }) => code), ['a', 'c', 'b']);
  assert.deepEqual(GROUND.mostNeed('D1', 5, []), ['a', 'c']);
  assert.deepEqual(GROUND.mostNeed('D1', 1, ['a']), ['c']);
  assert.deepEqual(GROUND.hotspots('D1'), ['b']);
  assert.deepEqual(GROUND.wholes('D1', 'msoa').map(({ name, areas }) => [name, areas]), [['Place 9', ['a', 'b']], ['Place 10', ['c']]]);
  assert.equal(GROUND.nameOf('gone'), 'gone');
  assert.deepEqual(GROUND.split(['a', 'gone', 'z']), { there: ['a', 'z'], gone: ['gone'] });
});

test('a whole ward is its areas of the district, most need first, and is picked beside what is chosen', () => {
  const ward = { code: 'w1', name: 'Castle' };
  const ground = new TargetGround({
    districts: [{ code: 'D1', name: 'First' }],
    areas: [area('c', 9, { ward }), area('b', null, { ward }), area('a', 2, { ward }), area('d', 5), area('z', 1, { district: 'D2', ward })],
  });
  const [castle] = ground.wholes('D1', 'ward');
  assert.deepEqual(castle, { ...ward, areas: ['a', 'c', 'b'] });
  const picked = pick(startChoice(['d'], ['c']), { add: castle.areas });
  assert.deepEqual(codesOf(picked), ['d', 'a', 'b'], 'what is kept out stays out');
  assert.deepEqual(codesOf(undo(picked)), ['d']);
});

const DECISION = Object.freeze({
  title: 'Set', district: 'D1', state: 'draft', savedBy: 'A', dissent: '', review: '2027-01-01',
  priorities: [{ title: 'p', group: 'g', actions: ['one', 'two'], outcomeMeasures: ['m'] }],
  areas: [{ code: 'a', reason: 'r' }, { code: 'b', reason: '' }],
  alternatives: [{ areas: ['c'], whyNot: 'w' }],
});

test('a decision becomes a form and the same decision again', () => {
  const plan = planOf(DECISION);
  assert.equal(plan.priorities.length, 3);
  assert.deepEqual(decisionOf(plan, { district: 'D1', state: 'draft', codes: ['a', 'b'] }), DECISION);
  assert.deepEqual(decisionOf(emptyPlan(), { district: 'D1', state: 'draft', codes: [] }).priorities, []);
});

test('what the service refuses is found beside the field of the form, past those that are empty', () => {
  const plan = { ...planOf(DECISION), priorities: [{ title: '', group: '', actions: '', outcomeMeasures: '' }, ...planOf(DECISION).priorities] };
  assert.equal(fieldInForm('priorities[0].group', plan), 'priorities[1].group');
  assert.equal(fieldInForm('priorities[7].group', plan), 'priorities[7].group');
  assert.equal(fieldInForm('review', plan), 'review');
});

test('what only one of two changed is taken, area by area and field by field', () => {
  const mine = { ...DECISION, title: 'Mine', areas: [...DECISION.areas, { code: 'c', reason: 'new' }] };
  const theirs = { ...DECISION, review: '2027-06-01', areas: [{ code: 'a', reason: 'better' }] };
  const { decision, conflicts, fromThem, areas } = mergeDecisions(DECISION, mine, theirs);
  assert.deepEqual(conflicts, []);
  assert.deepEqual(fromThem, ['Review on']);
  assert.deepEqual([decision.title, decision.review], ['Mine', '2027-06-01']);
  assert.deepEqual(decision.areas, [{ code: 'a', reason: 'better' }, { code: 'c', reason: 'new' }]);
  assert.deepEqual(areas, [{ code: 'b', isMine: true, isTheirs: false, was: true }, { code: 'c', isMine: true, isTheirs: false, was: false }]);
});

test('where both changed the same, somebody decides, and either can be taken', () => {
  const mine = { ...DECISION, dissent: 'mine', areas: [{ code: 'a', reason: 'mine' }] };
  const theirs = { ...DECISION, dissent: 'theirs', areas: [{ code: 'a', reason: 'theirs' }, { code: 'b', reason: '' }] };
  const merged = mergeDecisions(DECISION, mine, theirs);
  assert.deepEqual(merged.conflicts.map(({ field }) => field), ['dissent', 'reason a']);
  assert.equal(merged.decision.dissent, 'mine');
  const settled = settleMerge(merged, { dissent: 'theirs', 'reason a': 'theirs' });
  assert.deepEqual([settled.dissent, settled.areas], ['theirs', [{ code: 'a', reason: 'theirs' }]]);
  assert.deepEqual(settleMerge(merged, { dissent: 'mine', 'reason a': 'mine' }).areas, [{ code: 'a', reason: 'mine' }]);
  assert.deepEqual(mergeDecisions(DECISION, mine, mine).conflicts, []);
});

test('amounts are read as people write them', () => {
  assert.deepEqual(['£12,500', '12 500', '0.5', ''].map(readAmount), [12500, 12500, 0.5, null]);
  assert.deepEqual(['-1', 'NaN', '1e9', 'ten'].map(readAmount), [null, null, null, null]);
});

test('the question has what was written, and kept areas are in or out', () => {
  const about = { district: 'D1', districts: ['D1', 'D2'], codes: ['a', 'b'], locks: ['a', 'c'] };
  const fields = { need: 'n', method: 'frontier', resource: 'money', budgets: '50,000, 100,000 150000', areasTo: '5', 'limits.money': '£9,000', 'costs.money.perArea': '100', piecesMost: '' };
  assert.deepEqual(questionOf(fields, about), {
    question: {
      district: 'D1', need: 'n', method: 'frontier', resource: 'money', budgets: [50000, 100000, 150000], areasTo: 5,
      limits: { money: 9000 }, costs: { money: { perArea: 100 } }, mustHave: ['a'], mustNot: ['c'], robustness: false,
    },
    errors: [],
  });
  const { errors } = questionOf({ method: 'nested', budgets: '', areasFrom: '-2', 'limits.children': 'many' }, about);
  assert.deepEqual(errors.map(({ field }) => field), ['areasFrom', 'limits.children', 'budgets']);
  const none = questionOf({ method: 'best', 'limits.money': '0', 'costs.money.perArea': '0' }, about);
  assert.deepEqual([none.errors.map(({ field }) => field), none.question.limits, none.question.costs], [['limits.money'], undefined, { money: { perArea: 0 } }]);
  assert.deepEqual(['budgets[3]', 'floors[0].leastAreas', 'costs.money', 'limits.money'].map(fieldInQuestion), ['budgets', 'floors', 'costs.money.perArea', 'limits.money']);
  assert.deepEqual(questionOf({ method: 'best', areasFrom: '9', areasTo: '5' }, about).errors.map(({ field }) => field), ['areasTo']);
});

test('over the whole county each district may have a floor', () => {
  const about = { district: 'D1', districts: ['D1', 'D2'], codes: [], locks: [] };
  const { question } = questionOf({ scope: 'county', method: 'best', floors: '1' }, about);
  assert.deepEqual([question.district, question.floors.map(({ district, leastAreas }) => [district, leastAreas])], [undefined, [['D1', 1], ['D2', 1]]]);
  assert.equal(questionOf({ scope: 'district', method: 'best', floors: '1' }, about).question.floors, undefined);
});

test('shares and chances never round to none or certain when they are not', () => {
  assert.deepEqual([0, 0.004, 0.5, null].map(shareText), ['0\u00a0%', '0.4\u00a0%', '50\u00a0%', 'not given']);
  assert.deepEqual([0, 0.001, 0.923, 0.999, 1, null].map(chanceText), ['0 in 100', 'below 1 in 100', '92 in 100', 'above 99 in 100', '100 in 100', 'not available']);
});

test('the sentence says how many, in how many pieces, and of whose children', () => {
  const tallies = { areas: 5, pieces: 2, children: { shareOfDistrict: 0.074 } };
  assert.equal(choiceSentence(tallies, 'Alder', 67), '5 of 67 areas of Alder are chosen, in 2 pieces: 7.4\u00a0% of the district\u2019s children live there.');
  assert.equal(choiceSentence({ ...tallies, areas: 1, pieces: 1, children: { shareOfDistrict: null } }, 'Alder', 67), '1 of 67 areas of Alder is chosen.');
  assert.equal(choiceSentence({ ...tallies, areas: 0 }, 'Alder', 67), 'Nothing is chosen yet of the 67 areas of Alder.');
});

test('where a count is hidden there is no share but a reason, and where nothing is shown no number', () => {
  assert.equal(helpText({ shownSum: 120, shareOfDistrict: 0.2, reason: '' }), '120 children, 20\u00a0% of the district\u2019s');
  assert.equal(helpText({ shownSum: 12, shareOfDistrict: null, reason: 'No share is given: one is hidden.' }), '12 children. No share is given: one is hidden.');
  assert.equal(helpText({ shownSum: null, shareOfDistrict: null, reason: 'Neither is given.' }), 'Neither is given.');
});

test('an agreed decision whose day has come is due', () => {
  const heading = { state: 'agreed', revision: 3, savedBy: 'Board', saved: '2025-11-20T10:00:00Z', review: '2026-11-20' };
  assert.equal(isDue(heading, '2026-11-20'), true);
  assert.equal(isDue(heading, '2026-11-19'), false);
  assert.equal(isDue({ ...heading, state: 'draft' }, '2026-11-20'), false);
  assert.equal(headingText(heading, '2026-11-27'), 'Agreed, revision 3, saved by Board on 20 November 2025. Review was due on 20 November 2026.');
});

test('draws of uncertain ranks are told together', () => {
  const ways = [{ kind: 'year', title: 'Figures of 2023', overlapPercent: 66.7 }, { kind: 'method', title: 'Other', overlapPercent: null }, { kind: 'draw', title: 'a', overlapPercent: 100 }, { kind: 'draw', title: 'b', overlapPercent: 50 }];
  assert.deepEqual(waysText(ways), [
    ['Figures of 2023', '67\u00a0%'],
    ['Other', 'no set was found'],
    ['Ranks drawn anew 2 times, since they are uncertain', '75\u00a0% on average, 50\u00a0% at least'],
  ]);
});

test('a point is in an area, and not in its hole', () => {
  const square = (from, to) => [[from, from], [to, from], [to, to], [from, to], [from, from]];
  const ring = { type: 'Polygon', coordinates: [square(0, 10), square(4, 6)] };
  assert.deepEqual([[2, 2], [5, 5], [11, 5], [5, 8]].map(([x, y]) => contains(ring, x, y)), [true, false, false, true]);
  assert.equal(contains({ type: 'MultiPolygon', coordinates: [[square(0, 1)], [square(2, 3)]] }, 2.5, 2.5), true);
});

test('a change has its sign, and what is not known is no zero', () => {
  assert.deepEqual([3.25, -0.5, 0, null].map(changeText), ['+3.3', '\u22120.5', '0.0', 'not known']);
});

test('what a record rested on stands alone where need is not known any more', () => {
  const then = { scoringMethod: { id: 'default', version: '', sha256: '0123456789abcdef' }, software: 'Needscape 1', datasets: [{ title: 'Counts', source: 'The county', periods: ['2025'], sha256: 'fedcba9876543210' }] };
  const lines = ['Scoring method default (0123456789ab)', 'Counts (The county), 2025 (fedcba987654)', 'Needscape 1'];
  assert.deepEqual(basisTexts(then, null), [{ heading: 'Then', lines }]);
  assert.deepEqual(basisTexts(then, { ...then }), [{ heading: 'Then and now', lines }]);
  assert.deepEqual(basisTexts(then, { ...then, software: 'Needscape 2' }).map(({ heading }) => heading), ['Then', 'Now']);
});

test('a record says once of each data set why its figures are not shown any more', () => {
  const sentence = 'Not shown: the data set Counts was withdrawn on 4 November 2026.';
  assert.deepEqual(notShownTexts({ notShown: [{ sentence }, { sentence }] }), [sentence]);
  assert.deepEqual(notShownTexts({ areas: 3 }), []);
});
