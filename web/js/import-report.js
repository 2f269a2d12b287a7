/** The answer to an import: how many rows were taken, and what was wrong with the others. */

import { make } from './dom.js';
import { formatCount, formatNumber } from './format.js';

const MOST_PROBLEMS = 100;

/**
 * @param {HTMLElement} root
 * @param {object} job that is done
 */
export function showReport(root, job) {
  const report = job.result?.report;
  if (!report) {
    root.replaceChildren(make('p', { class: 'ns-report' }, job.message || 'The import is done.'), mapLink());
    return;
  }
  const problems = report.problems ?? [];
  root.replaceChildren(
    make(
      'div',
      { class: 'ns-report' },
      make('h3', { class: 'ns-data__heading' }, `Report: ${report.fileName}`),
      make('dl', { class: 'ns-report__counts' }, ...counts(report)),
      report.notes?.length > 0 && make('ul', { class: 'ns-data__list' }, ...report.notes.map((note) => make('li', {}, note))),
      problems.length === 0 ? make('p', {}, 'Nothing had to be repaired or refused.') : problemTable(problems, report),
      mapLink(),
      job.links?.report && make('a', { class: 'ns-button', href: job.links.report, download: true }, 'Download the report (CSV)'),
    ),
  );
}

function counts({ read, accepted, repaired, refused, outside }) {
  const parts = [
    ['rows read', read],
    ['accepted', accepted],
    ['of them repaired', repaired],
    ['refused', refused],
    ['for areas not loaded', outside],
  ];
  return parts.map(([label, count]) => make('div', { class: 'ns-report__count' }, make('dt', {}, label), make('dd', {}, formatNumber(count))));
}

function problemTable(problems, { repaired, refused }) {
  const shown = problems.slice(0, MOST_PROBLEMS);
  const total = Math.max(repaired + refused, problems.length);
  const caption = shown.length < total
    ? `The first ${formatNumber(shown.length)} of ${formatCount(total, 'row', 'rows')} repaired or refused; the CSV has more.`
    : `${formatCount(total, 'row', 'rows')} repaired or refused.`;
  const heads = ['Row', 'What became of it', 'Field', 'Area', 'Why', 'What to do'];
  return make(
    'div',
    { class: 'ns-table__scroller', role: 'region', tabindex: '0', 'aria-label': 'Rows repaired or refused' },
    make(
      'table',
      { class: 'ns-table' },
      make('caption', { class: 'ns-table__caption' }, caption),
      make('thead', {}, make('tr', {}, ...heads.map((text) => make('th', { scope: 'col', class: 'ns-table__head' }, text)))),
      make('tbody', {}, ...shown.map(problemRow)),
    ),
  );
}

function problemRow({ kind, row, field, area, reason, whatToDo }) {
  const texts = [row > 0 ? formatNumber(row) : 'whole file', kind, field, area, reason, whatToDo];
  return make('tr', { class: 'ns-table__row' }, ...texts.map((text) => make('td', { class: 'ns-table__cell' }, text || '\u2013')));
}

function mapLink() {
  return make('a', { class: 'ns-button ns-button--strong', href: '/' }, 'See the map');
}
