import assert from 'node:assert/strict';
import { test } from 'node:test';
import { periodCells } from '../js/protection-tables.js';
import { auditWords, datasetFacts, decisionSentence, exactUseSentence, ruleSentences } from '../js/protection-words.js';

const RULE = Object.freeze({ largestHiddenCount: 5, zeroIsHidden: false, roundingBase: 0, minimumDenominator: 30, protectionWidth: 3 });
const PERIOD = Object.freeze({
  period: '2024', areas: 540, shown: 190, zero: 60, hidden: 280, notAvailable: 10, layer: 'rate-cla-2024', opensAs: 'rate-cla-2022-2024', why: 'More than half is hidden.',
});

test('a rule is told in sentences', () => {
  assert.deepEqual(ruleSentences(RULE), [
    'Counts of 1 to 5 are hidden, and so is every other figure from which one of them could be worked out.',
    'Zero is shown as zero.',
    'Counts that are shown are not rounded.',
    'A rate among fewer than 30 children is hidden.',
    'Whatever is added up or taken away, the smallest and the largest number that a hidden figure could be stay at least 3 apart.',
  ]);
  assert.deepEqual(ruleSentences(null), []);
});

test('another rule is told otherwise', () => {
  const sentences = ruleSentences({ largestHiddenCount: 1, zeroIsHidden: false, roundingBase: 0, minimumDenominator: 0, protectionWidth: 1 });
  assert.match(sentences[0], /^A count of 1 is hidden/);
  assert.ok(!sentences.some((text) => text.includes('fewer than')));
  assert.match(ruleSentences({ ...RULE, zeroIsHidden: true })[0], /^Counts of 0 to 5 are hidden/);
});

test('a rule that rounds says that it rounds instead of hiding, and that its zero need not be none', () => {
  assert.deepEqual(ruleSentences({ ...RULE, roundingBase: 5 }), [
    'Counts are not hidden for being small but rounded to the nearest multiple of 5, and rates are made from rounded counts; one that was hidden earlier stays hidden.',
    'Zero is shown as zero, and so is a count that rounds to zero: a 0 can be none or a few.',
    'A rate among fewer than 30 children is hidden.',
  ]);
});

test('a data set says its state, marking, end and audience, and leaves out what nobody said', () => {
  const full = {
    stateWords: 'Approved', state: 'approved', marking: 'Official', keepUntil: '2027-01-01', exactAudience: 'nobody but the operator of the store',
    source: 'County', imported: '2026-11-01T10:00:00Z', rule: RULE,
  };
  assert.deepEqual(datasetFacts(full).map(([term]) => term), [
    'State', 'Marking', 'Kept until', 'Who may see exact values', 'What is hidden', 'Came from', 'Imported',
  ]);
  assert.deepEqual(datasetFacts({ state: 'draft', keepUntil: null }), [['State', ['draft']], ['Kept until', ['no end was set']]]);
});

test('a decision names who and when', () => {
  assert.equal(
    decisionSentence({ state: 'approved', by: 'A. Lead', at: '2026-11-01T10:00:00Z', note: 'Board of 30 October' }),
    'Approved by A. Lead on 1 November 2026 at 10:00: Board of 30 October',
  );
  assert.equal(decisionSentence({ state: 'withdrawn', by: 'A. Lead', at: '', note: '' }), 'Withdrawn by A. Lead');
});

test('the audit says what it found, the service\u2019s own words first', () => {
  const audit = { at: '2026-11-01T10:00:00Z', passed: true, sentence: '', hiddenFigures: 1234, publishedTotals: 99, narrowestWidth: 3 };
  assert.match(auditWords(audit).sentence, /^No hidden number can be worked out/);
  assert.deepEqual(auditWords(audit).facts, [
    ['When', '1 November 2026 at 10:00'],
    ['Hidden figures tried', '1,234'],
    ['Published totals used against them', '99'],
    ['Closest anybody could come to a hidden or rounded figure', 'the least and the most that it can be are 3 apart'],
  ]);
  assert.equal(auditWords({ ...audit, sentence: 'As the service says.' }).sentence, 'As the service says.');
});

test('an audit that failed never reads as passed, and none is not passed either', () => {
  const failed = auditWords({ at: '', passed: false, sentence: '', hiddenFigures: null, publishedTotals: null, narrowestWidth: null });
  assert.equal(failed.title, 'Not passed');
  assert.match(failed.sentence, /^A hidden number can be worked out/);
  assert.deepEqual(failed.facts, [['When', 'not recorded']]);
  assert.equal(auditWords(null).title, 'Not audited yet');
});

test('the use of exact values is told', () => {
  assert.equal(exactUseSentence({ count: 0, last: null }), 'Exact values were never taken out of this store.');
  assert.equal(exactUseSentence({ count: 1, last: '2026-11-01T10:00:00Z' }), 'Exact values were taken out of this store 1 time, last on 1 November 2026 at 10:00.');
  assert.equal(exactUseSentence(null), 'How often exact values were used is not recorded.');
});

test('a period counts hidden areas together and leads to both layers', () => {
  const titles = new Map([['rate-cla-2024', 'Children looked after, 2024']]);
  assert.deepEqual(periodCells(PERIOD, 'fictional-county', titles), {
    period: '2024',
    counts: ['280 (52\u00a0%)', '190', '60', '10', '540'],
    layer: { text: 'Children looked after, 2024', href: '/?extent=fictional-county&layer=rate-cla-2024&anyway=1' },
    opens: { text: 'rate-cla-2022-2024', href: '/?extent=fictional-county&layer=rate-cla-2022-2024' },
    why: 'More than half is hidden.',
  });
});

test('a period without a layer or counts is told, not left blank', () => {
  const cells = periodCells({ period: '2020', areas: 0, shown: null, zero: 0, hidden: 0, notAvailable: 0, layer: null, opensAs: null, why: null }, 'c', new Map());
  assert.deepEqual(cells, { period: '2020', counts: ['0', 'not counted', '0', '0', '0'], layer: null, opens: null, why: '' });
});
