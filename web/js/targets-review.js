/** Looking again: the chosen areas beside similar ones that were not chosen, and what chance alone would bring. */

import { make } from './dom.js';
import { formatNumber } from './format.js';
import { plainTable } from './plain-table.js';

const rate = ({ ratePer10000, reason }) => (typeof ratePer10000 === 'number' ? formatNumber(ratePer10000, 1) : reason);

/** @param {?number} change @returns {string} with its sign, or words */
export function changeText(change) {
  if (typeof change !== 'number') {
    return 'not known';
  }
  return change > 0 ? `+${formatNumber(change, 1)}` : formatNumber(change, 1);
}

/** @param {HTMLElement} root @param {object} review of the service */
export function showReview(root, { areas, withoutSimilar, measures, method, cautions }) {
  root.replaceChildren(
    make('h3', {}, 'Beside similar areas that were not chosen'),
    make('ul', { class: 'ns-targets__revisions' }, ...measures.map(({ sentence }) => make('li', {}, sentence))),
    plainTable(
      'Help for each 10,000 children aged 0 to 17, when the revision was saved and by the latest figures',
      ['Measure', 'Target areas then', 'Now', 'Change', 'By chance alone', 'Similar areas then', 'Now', 'Change', 'By chance alone'],
      measures.map(({ title, periodThen, periodNow, target, similar }) => [
        `${title}, ${periodThen} and ${periodNow}`,
        ...[target, similar].flatMap((side) => (side === null ? ['none', 'none', '', ''] : [rate(side.then), rate(side.now), changeText(side.changePer10000), changeText(side.fallBackPer10000)])),
      ]),
    ),
    plainTable(
      `Each target area and the similar one beside it${withoutSimilar > 0 ? `; ${formatNumber(withoutSimilar)} have none` : ''}`,
      ['Target area', 'Rank by need then', 'Now', 'Similar area', 'Rank then', 'Now'],
      areas.map(({ similar, ...area }) => [area.name, ...ranks(area), similar?.name ?? 'none', ...(similar ? ranks(similar) : ['', ''])]),
    ),
    make('details', { class: 'ns-details' }, make('summary', {}, 'How this was compared, and what it does not show'), make('p', {}, method), make('ul', {}, ...cautions.map((text) => make('li', {}, text)))),
  );
}

function ranks({ rankThen, rankNow, gone }) {
  const text = (value) => (typeof value === 'number' ? formatNumber(value) : 'not available');
  return [text(rankThen), gone ? 'not there any more' : text(rankNow)];
}
