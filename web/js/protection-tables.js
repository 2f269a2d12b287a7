/** How much of each measure is shown, as one table for each measure. */

import { make } from './dom.js';
import { formatGeography, formatNumber } from './format.js';
import { DEFAULT_STATE, formatState } from './state.js';

/** Hidden first: it is what the page is about, and a narrow screen shows the first columns only. */
const HEADS = Object.freeze(['Period', 'Hidden', 'Shown as a number', 'Zero', 'Not available', 'All areas', 'Layer', 'What opens']);
const COUNTS = 6;

/**
 * @param {import('./types.js').ProtectedPeriod} row
 * @param {string} extent
 * @param {Map<string, string>} titles of layers by id
 * @returns {{period: string, counts: string[], layer: ?{text: string, href: string}, opens: ?{text: string, href: string}, why: string}}
 *     what stands in the row of a period
 */
export function periodCells({ period, areas, shown, zero, hidden, notAvailable, layer, opensAs, why }, extent, titles) {
  const share = areas > 0 && typeof hidden === 'number' ? ` (${formatNumber((hidden / areas) * 100)}\u00a0%)` : '';
  const link = (id, isAnyway) => ({
    text: titles.get(id) ?? id,
    href: `/${formatState({ ...DEFAULT_STATE, extent, layer: id, anyway: isAnyway })}`,
  });
  return {
    period,
    counts: [hidden, shown, zero, notAvailable, areas].map((count, index) =>
      typeof count === 'number' ? formatNumber(count) + (index === 0 ? share : '') : 'not counted',
    ),
    layer: layer ? link(layer, Boolean(opensAs)) : null,
    opens: opensAs ? link(opensAs, false) : null,
    why: why ?? '',
  };
}

/**
 * @param {import('./types.js').ProtectedMeasure} measure
 * @param {string} extent
 * @param {Map<string, string>} titles of layers by id
 * @returns {HTMLElement}
 */
export function measureTable({ title, geography, periods }, extent, titles) {
  const name = [title, geography && formatGeography(geography)].filter(Boolean).join(' \u00b7 ');
  const rows = (periods ?? []).map((row) => periodRow(periodCells(row, extent, titles)));
  return make(
    'div',
    { class: 'ns-table__scroller ns-protection__table', role: 'region', tabindex: '0', 'aria-label': `Table: ${name}` },
    make(
      'table',
      { class: 'ns-table' },
      make('caption', { class: 'ns-table__caption' }, make('strong', {}, name), ' \u00b7 how many areas are shown, zero, hidden and not available'),
      make('thead', {}, make('tr', {}, ...HEADS.map((text, index) => make('th', { scope: 'col', class: headClass(index) }, text)))),
      make('tbody', {}, ...rows),
    ),
  );
}

function headClass(index) {
  return index > 0 && index < COUNTS ? 'ns-table__head ns-protection__count' : 'ns-table__head';
}

function periodRow({ period, counts, layer, opens, why }) {
  return make(
    'tr',
    { class: 'ns-table__row' },
    make('th', { scope: 'row', class: 'ns-table__name' }, period),
    ...counts.map((text) => make('td', { class: 'ns-table__cell ns-table__cell--number' }, text)),
    make('td', { class: 'ns-table__cell ns-protection__layer' }, layer === null ? 'none' : anchor(layer)),
    make('td', { class: 'ns-table__cell ns-protection__opens' }, opens === null ? 'this layer' : anchor(opens), why !== '' && make('p', {}, why)),
  );
}

function anchor({ text, href }) {
  return make('a', { href }, text);
}
