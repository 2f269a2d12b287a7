/** What the data protection page says, in sentences. Every part of the service's answer may be missing. */

import { formatCount, formatDate, formatMoment, formatNumber } from './format.js';

/**
 * @param {?import('./types.js').ProtectionRule} rule
 * @returns {string[]} what is hidden by it
 */
export function ruleSentences(rule) {
  if (!rule) {
    return [];
  }
  const { largestHiddenCount, zeroIsHidden, roundingBase, minimumDenominator, protectionWidth } = rule;
  const ofFew = minimumDenominator > 0 ? `A rate among fewer than ${minimumDenominator} children is hidden.` : '';
  if (roundingBase > 0) {
    return [
      `Counts are not hidden for being small but rounded to the nearest multiple of ${roundingBase}, and rates are made from rounded counts; one that was hidden earlier stays hidden.`,
      'Zero is shown as zero, and so is a count that rounds to zero: a 0 can be none or a few.',
      ofFew,
    ].filter(Boolean);
  }
  const from = zeroIsHidden ? 0 : 1;
  const counts = largestHiddenCount > from ? `Counts of ${from} to ${largestHiddenCount} are` : `A count of ${largestHiddenCount} is`;
  return [
    `${counts} hidden, and so is every other figure from which one of them could be worked out.`,
    zeroIsHidden ? '' : 'Zero is shown as zero.',
    'Counts that are shown are not rounded.',
    ofFew,
    protectionWidth > 0
      ? `Whatever is added up or taken away, the smallest and the largest number that a hidden figure could be stay at least ${protectionWidth} apart.`
      : '',
  ].filter(Boolean);
}

const DECIDED = Object.freeze({ draft: 'Set back to draft', approved: 'Approved', withdrawn: 'Withdrawn', expired: 'Expired' });

/**
 * @param {{state: string, by: string, at: string, note: string}} decision
 * @returns {string} who decided what and when
 */
export function decisionSentence({ state, by, at, note }) {
  const who = by ? ` by ${by}` : '';
  const when = at ? ` on ${formatMoment(at)}` : '';
  return `${DECIDED[state] ?? state}${who}${when}${note ? `: ${note}` : ''}`;
}

/**
 * @param {import('./types.js').ProtectedDataset} dataset
 * @returns {[string, string[]][]} terms with what is to say of them
 */
export function datasetFacts({ stateWords, state, marking, keepUntil, exactAudience, source, imported, rule }) {
  const facts = [
    ['State', [stateWords || state]],
    ['Marking', [marking]],
    ['Kept until', [keepUntil ? formatDate(keepUntil) : 'no end was set']],
    ['Who may see exact values', [exactAudience]],
    ['What is hidden', ruleSentences(rule)],
    ['Came from', [source]],
    ['Imported', [imported ? formatMoment(imported) : '']],
  ];
  return facts.map(([term, lines]) => [term, lines.filter(Boolean)]).filter(([, lines]) => lines.length > 0);
}

/**
 * @param {?import('./types.js').Protection['audit']} audit
 * @returns {{title: string, sentence: string, facts: [string, string][]}} the last audit in words
 */
export function auditWords(audit) {
  if (!audit) {
    const sentence = 'No audit was run for this county yet. The operator runs one with the command scripts/needscape audit.';
    return { title: 'Not audited yet', sentence, facts: [] };
  }
  const { at, passed, sentence, hiddenFigures, publishedTotals, narrowestWidth } = audit;
  const usual = passed
    ? 'No hidden number can be worked out from what is shown.'
    : 'A hidden number can be worked out from what is shown. Do not pass these figures on until this is put right.';
  const facts = [
    ['When', at ? formatMoment(at) : 'not recorded'],
    ['Hidden figures tried', numberOr(hiddenFigures)],
    ['Published totals used against them', numberOr(publishedTotals)],
    [
      'Closest anybody could come to a hidden or rounded figure',
      typeof narrowestWidth === 'number' ? `the least and the most that it can be are ${formatNumber(narrowestWidth)} apart` : '',
    ],
  ];
  return { title: passed ? 'Passed' : 'Not passed', sentence: sentence || usual, facts: facts.filter(([, text]) => text !== '') };
}

/**
 * @param {?{count: number, last: ?string}} uses
 * @returns {string}
 */
export function exactUseSentence(uses) {
  if (!uses) {
    return 'How often exact values were used is not recorded.';
  }
  const { count, last } = uses;
  if (!count) {
    return 'Exact values were never taken out of this store.';
  }
  return `Exact values were taken out of this store ${formatCount(count, 'time', 'times')}${last ? `, last on ${formatMoment(last)}` : ''}.`;
}

function numberOr(value) {
  return typeof value === 'number' ? formatNumber(value) : '';
}
