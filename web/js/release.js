/** How far figures may go: their marking, and who released them. Open data has neither. */

import { formatDate } from './format.js';

/**
 * @param {import('./types.js').Release|undefined} release
 * @returns {string[]} sentences, none for open data
 */
export function releaseSentences(release) {
  if (!release) {
    return [];
  }
  const { state, approvedBy, approvedAt, keepUntil } = release;
  const by = approvedBy ? ` by ${approvedBy}` : '';
  const on = approvedAt ? ` on ${formatDate(approvedAt)}` : '';
  const said = {
    draft: 'Draft: nobody has approved these figures for release.',
    approved: `Approved for release${by}${on}.`,
    withdrawn: `Withdrawn from release${by}${on}.`,
    expired: 'Expired: the time for keeping these figures is over.',
  }[state];
  return [said, keepUntil && `Kept until ${formatDate(keepUntil)}.`].filter(Boolean);
}

/**
 * @param {{marking?: string, release?: import('./types.js').Release}} layer
 * @returns {string[]} the marking as a sentence, then what was decided; empty for open data
 */
export function markingSentences({ marking, release }) {
  const first = marking ? [/[.!?]$/.test(marking) ? marking : `${marking}.`] : [];
  return [...first, ...releaseSentences(release)];
}
