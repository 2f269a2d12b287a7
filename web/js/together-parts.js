/** Tables, bars and sections of the page of what comes together. */

import { aside, make } from './dom.js';

/** @param {string} id @param {string} title @param {...(Node|false)} children */
export function section(id, title, ...children) {
  return make(
    'section',
    { class: 'ns-data__section', 'aria-labelledby': id },
    make('h2', { class: 'ns-data__heading', id }, title),
    ...children,
  );
}

/**
 * A table that scrolls within itself.
 *
 * @param {string} caption
 * @param {(string|{text: string, isNumber: boolean})[]} heads
 * @param {Node[]} rows
 */
export function table(caption, heads, rows) {
  const cells = heads.map((head) => {
    const { text, isNumber } = typeof head === 'string' ? { text: head, isNumber: false } : head;
    return make('th', { scope: 'col', class: `ns-table__head${isNumber ? ' ns-table__head--number' : ''}` }, text);
  });
  return make(
    'div',
    { class: 'ns-table__scroller', role: 'region', tabindex: '0', 'aria-label': caption },
    make(
      'table',
      { class: 'ns-table' },
      make('caption', { class: 'ns-table__caption' }, caption),
      make('thead', {}, make('tr', {}, ...cells)),
      make('tbody', {}, ...rows),
    ),
  );
}

/** @param {string} name of the row @param {...Node} cells */
export function row(name, ...cells) {
  return make('tr', { class: 'ns-table__row' }, make('th', { scope: 'row', class: 'ns-table__name' }, name), ...cells);
}

/** @param {string|Node} text @param {string} [small] in a line under it */
export function cell(text, small = '') {
  return make('td', { class: 'ns-table__cell' }, text, small !== '' && make('span', { class: 'ns-together__small' }, small));
}

/** @param {string} text @param {string} [small] in a line under it */
export function numberCell(text, small = '') {
  return make('td', { class: 'ns-table__cell ns-table__cell--number' }, text, small !== '' && make('span', { class: 'ns-together__small' }, small));
}

/**
 * A share drawn as a bar, for those who see it; the number stands in the cell before it.
 *
 * @param {?number} share 0 to 1
 * @param {number} most the longest bar's share
 * @param {boolean} [isExpected] drawn with stripes
 */
export function barCell(share, most, isExpected = false) {
  if (share === null) {
    return make('td', { class: 'ns-table__cell' }, aside('no bar'));
  }
  const fill = make('div', { class: 'ns-bar__fill' });
  fill.style.width = `${Math.round((share / most) * 1000) / 10}%`;
  return make('td', { class: 'ns-table__cell' }, make('div', { class: `ns-bar${isExpected ? ' ns-bar--expected' : ''}`, 'aria-hidden': 'true' }, fill));
}

/** @param {string} text */
export function hint(text) {
  return make('p', { class: 'ns-together__hint' }, text);
}
