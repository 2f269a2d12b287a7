/** What the page of target areas says. */

import { formatCount, formatDate, formatNumber } from './format.js';

export const STATES = Object.freeze({ draft: 'Draft', proposed: 'Proposed', agreed: 'Agreed', superseded: 'Superseded' });

/** @param {?number} share 0 to 1 @returns {string} `7.4 %`; words where it is not given */
export function shareText(share) {
  return typeof share === 'number' ? `${formatNumber(share * 100, share > 0 && share < 0.1 ? 1 : 0)}\u00a0%` : 'not given';
}

/** @param {?number} chance 0 to 1 @returns {string} `92 in 100` */
export function chanceText(chance) {
  if (typeof chance !== 'number') {
    return 'not available';
  }
  if (chance > 0 && chance < 0.005) {
    return 'below 1 in 100';
  }
  return chance < 1 && chance >= 0.995 ? 'above 99 in 100' : `${formatNumber(chance * 100)} in 100`;
}

/**
 * @param {object} tallies of the service
 * @param {string} district name
 * @param {number} size areas in the district
 * @returns {string} what is chosen, in one sentence
 */
export function choiceSentence({ areas, pieces, children }, district, size) {
  if (areas === 0) {
    return `Nothing is chosen yet of the ${formatCount(size, 'area', 'areas')} of ${district}.`;
  }
  const pieceWords = areas === 1 ? '' : pieces === 1 ? ', all in one piece' : `, in ${formatNumber(pieces)} pieces`;
  const share = typeof children.shareOfDistrict === 'number' ? `: ${shareText(children.shareOfDistrict)} of the district\u2019s children live there` : '';
  return `${formatNumber(areas)} of ${formatCount(size, 'area', 'areas')} of ${district} ${areas === 1 ? 'is' : 'are'} chosen${pieceWords}${share}.`;
}

/** @param {object} help one measure of the tallies @returns {string} never a number where nothing is shown, and why there is no share */
export function helpText({ shownSum, shareOfDistrict, reason }) {
  const shown = typeof shownSum === 'number' ? formatCount(shownSum, 'child', 'children') : '';
  return reason === '' ? `${shown}, ${shareText(shareOfDistrict)} of the district\u2019s` : [shown, reason].filter(Boolean).join('. ');
}

/** @param {{title: string, state: string, revision: number, savedBy: string, saved: string, review: string}} heading @param {string} [today] */
export function headingText({ state, revision, savedBy, saved, review }, today = new Date().toISOString().slice(0, 10)) {
  const due = review === '' ? '' : review <= today && state !== 'superseded' ? ` Review was due on ${formatDate(review)}.` : ` Review on ${formatDate(review)}.`;
  return `${STATES[state]}, revision ${formatNumber(revision)}, saved by ${savedBy} on ${formatDate(saved)}.${due}`;
}

/**
 * What the figures of a revision rested on, and what they rest on now where that is something else.
 *
 * @param {object} then the record of the revision
 * @param {?object} now the same of now; null where need is not known any more
 * @returns {{heading: string, lines: string[]}[]} one list, or two
 */
export function basisTexts(then, now) {
  const lines = ({ scoringMethod, software, datasets }) => [
    `Scoring method ${scoringMethod.id}${scoringMethod.version === '' ? '' : `, version ${scoringMethod.version}`} (${scoringMethod.sha256.slice(0, 12)})`,
    ...datasets.map(({ title, source, periods, sha256 }) => `${title} (${source})${periods.length > 0 ? `, ${periods.join(', ')}` : ''} (${sha256.slice(0, 12)})`),
    software,
  ];
  if (now === null) {
    return [{ heading: 'Then', lines: lines(then) }];
  }
  const isSame = JSON.stringify(lines(then)) === JSON.stringify(lines(now));
  return isSame ? [{ heading: 'Then and now', lines: lines(then) }] : [{ heading: 'Then', lines: lines(then) }, { heading: 'Now', lines: lines(now) }];
}

/** @param {{notShown?: {sentence: string}[]}} tallies as they were saved @returns {string[]} each once: why figures of then are not shown any more */
export function notShownTexts({ notShown = [] }) {
  return [...new Set(notShown.map(({ sentence }) => sentence))];
}

/** @param {{state: string, review: string}} heading @param {string} today @returns {boolean} whether the board must look again */
export function isDue({ state, review }, today) {
  return state === 'agreed' && review !== '' && review <= today;
}

/**
 * How much other ways to measure need have in common with a set; the draws of uncertain ranks are one of them together.
 *
 * @param {{kind: string, title: string, overlapPercent: ?number}[]} ways
 * @returns {[string, string][]} the way, and how much is in common
 */
export function waysText(ways) {
  const percent = (value) => `${formatNumber(value)}\u00a0%`;
  const rows = ways.filter(({ kind }) => kind !== 'draw').map(({ title, overlapPercent: overlap }) => [title, typeof overlap === 'number' ? percent(overlap) : 'no set was found']);
  const draws = ways.filter(({ kind, overlapPercent }) => kind === 'draw' && typeof overlapPercent === 'number').map(({ overlapPercent }) => overlapPercent);
  if (draws.length > 0) {
    const mean = draws.reduce((sum, overlap) => sum + overlap, 0) / draws.length;
    rows.push([`Ranks drawn anew ${formatNumber(draws.length)} times, since they are uncertain`, `${percent(mean)} on average, ${percent(Math.min(...draws))} at least`]);
  }
  return rows;
}
