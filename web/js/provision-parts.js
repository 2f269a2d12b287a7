/** Cells, bars and tables of the page of provision. */

import { aside, make } from './dom.js';
import { formatValue } from './format.js';

/**
 * @param {string} id
 * @param {string} title
 * @param {...(Node|false)} children
 */
export function section(id, title, ...children) {
  return make(
    'section',
    { class: 'ns-data__section', 'aria-labelledby': `${id}-title`, id, tabindex: '-1' },
    make('h2', { class: 'ns-data__heading', id: `${id}-title` }, title),
    ...children,
  );
}

/**
 * A table that scrolls within itself.
 *
 * @param {string} caption
 * @param {(string|{text: string, isNumber: boolean})[]} heads
 * @param {Node[]} rows
 * @param {string} [modifier] of its class
 */
export function table(caption, heads, rows, modifier = '') {
  const cells = heads.map((head) => {
    const { text, isNumber } = typeof head === 'string' ? { text: head, isNumber: false } : head;
    return make('th', { scope: 'col', class: `ns-table__head${isNumber ? ' ns-table__head--number' : ''}` }, text);
  });
  return make(
    'div',
    { class: 'ns-table__scroller', role: 'region', tabindex: '0', 'aria-label': caption },
    make(
      'table',
      { class: `ns-table${modifier}` },
      make('caption', { class: 'ns-table__caption' }, caption),
      make('thead', {}, make('tr', {}, ...cells)),
      make('tbody', {}, ...rows),
    ),
  );
}

/** @param {string} text */
export const number = (text) => ({ text, isNumber: true });

/** @param {string} name of the row @param {...Node} cells */
export function row(name, ...cells) {
  return make('tr', { class: 'ns-table__row' }, make('th', { scope: 'row', class: 'ns-table__name' }, name), ...cells);
}

/** @param {...(string|Node|false)} children */
export function cell(...children) {
  return make('td', { class: 'ns-table__cell' }, ...children);
}

/**
 * A number, or in words and a pattern why there is none.
 *
 * @param {{state: string, number: ?number}} value
 * @param {(value: object) => string} [text]
 * @param {string} [small] in a line under it
 */
export function valueCell(value, text = ({ state, number: shown }) => formatValue(shown, state), small = '') {
  if (value.state === 'known') {
    return make('td', { class: 'ns-table__cell ns-table__cell--number' }, text(value), small !== '' && make('span', { class: 'ns-provision__small' }, small));
  }
  return make(
    'td',
    { class: 'ns-table__cell ns-table__cell--unknown' },
    make('span', { class: `ns-table__swatch ns-pattern ns-pattern--${value.state}`, 'aria-hidden': 'true' }),
    text(value),
  );
}

/** @param {string} text */
export function numberCell(text) {
  return make('td', { class: 'ns-table__cell ns-table__cell--number' }, text);
}

/**
 * A number drawn as a bar, for those who see it; the number stands in the cell before it.
 *
 * @param {{state: string, number: ?number}} value 0 or more
 * @param {number} most the longest bar's number
 * @param {boolean} [isEstimate] drawn with stripes
 */
export function barCell(value, most, isEstimate = false) {
  if (value.state !== 'known' || !(most > 0)) {
    return cell(aside('no bar'));
  }
  const fill = make('div', { class: 'ns-provision__fill' });
  fill.style.width = `${Math.round((value.number / most) * 1000) / 10}%`;
  return cell(make('div', { class: `ns-provision__bar${isEstimate ? ' ns-provision__bar--estimate' : ''}`, 'aria-hidden': 'true' }, fill));
}

/** @param {object[]} rows @param {(row: object) => {number: ?number}} pick @returns {number} the largest number, 0 without one */
export function mostOf(rows, pick) {
  return Math.max(0, ...rows.map((one) => pick(one).number ?? 0));
}

/** @param {string} text */
export function paragraph(text) {
  return make('p', { class: 'ns-provision__text' }, text);
}
