/** A table of texts that scrolls by itself where it is wider than the page. */

import { make } from './dom.js';

/**
 * @param {string} caption
 * @param {string[]} heads of the columns
 * @param {(string|Node)[][]} rows the first of each is its heading
 * @returns {HTMLElement}
 */
export function plainTable(caption, heads, rows) {
  return make(
    'div',
    { class: 'ns-table__scroller', role: 'region', tabindex: '0', 'aria-label': `Table: ${caption}` },
    make(
      'table',
      { class: 'ns-table' },
      make('caption', { class: 'ns-table__caption' }, caption),
      make('thead', {}, make('tr', {}, ...heads.map((text) => make('th', { scope: 'col', class: 'ns-table__head' }, text)))),
      make('tbody', {}, ...rows.map(([first, ...cells]) => make('tr', { class: 'ns-table__row' }, make('th', { scope: 'row', class: 'ns-table__name' }, first), ...cells.map((cell) => make('td', { class: 'ns-table__cell' }, cell))))),
    ),
  );
}
