/** Charts with their downloads, cells and lists of the gradient page. */

import { make } from './dom.js';
import { formatNumber } from './format.js';
import { absence, estimateText } from './gradient-words.js';

/**
 * A chart that the service draws, and its files.
 *
 * @param {{name: string, title: string, about: string, links: import('./gradient-sections.js').Links}} chart
 */
export function chart({ name, title, about, links }) {
  const address = links.chart(name);
  return make(
    'figure',
    { class: 'ns-gradient__figure' },
    make('img', { class: 'ns-gradient__chart', src: address, alt: `Chart: ${about} The table has the same numbers.` }),
    make(
      'figcaption',
      { class: 'ns-gradient__files' },
      make('a', { class: 'ns-link', href: address, download: `${links.file}-${name}.svg` }, 'Download this chart (SVG)', hiddenAside(title)),
      make('a', { class: 'ns-link', href: links.csv, download: `${links.file}.csv` }, 'Download all figures (CSV)', hiddenAside(title)),
    ),
  );
}

/** Links of one name lead to different files: who hears them out of their place must know which. */
function hiddenAside(title) {
  return make('span', { class: 'ns-visually-hidden' }, `: ${title}`);
}

/** @param {string} name @param {string|Node} [small] under it */
export function nameCell(name, small = '') {
  return make('th', { scope: 'row', class: 'ns-table__name' }, name, small !== '' && make('span', { class: 'ns-gradient__small' }, small));
}

/** A row of a table. @param {Node} name @param {...Node} cells */
export function line(name, ...cells) {
  return make('tr', { class: 'ns-table__row' }, name, ...cells);
}

/** @param {string} text */
export function textCell(text) {
  return make('td', { class: 'ns-table__cell' }, text);
}

/**
 * @param {?number} value
 * @param {string} state
 * @param {number} [decimals]
 */
export function numberCell(value, state = 'known', decimals = 0) {
  return typeof value === 'number' && state === 'known' ? filled(formatNumber(value, decimals)) : empty(state);
}

/**
 * @param {?import('./gradient-words.js').Estimate} estimate
 * @param {string} [state] of the count behind it
 * @param {number} [decimals]
 */
export function estimateCell(estimate, state = 'known', decimals = 1) {
  const text = estimateText(estimate, decimals);
  if (text === '') {
    return empty(state);
  }
  // Where a row is too wide for the page, limits stand under their number.
  const [number, limits] = text.split(/ (?=\()/);
  return limits === undefined
    ? filled(text)
    : make('td', { class: 'ns-table__cell ns-table__cell--number ns-gradient__estimate' }, number, ' ', make('span', { class: 'ns-gradient__limits' }, limits));
}

function filled(text) {
  return make('td', { class: 'ns-table__cell ns-table__cell--number' }, text);
}

/** Hidden, missing and not computed are told apart by their words and by a pattern. */
function empty(state) {
  const { state: pattern, text } = absence(state);
  return make(
    'td',
    { class: 'ns-table__cell ns-table__cell--unknown' },
    make('span', { class: `ns-table__swatch ns-pattern ns-pattern--${pattern}`, 'aria-hidden': 'true' }),
    text,
  );
}

/** @param {(string|null|undefined|false)[]} lines @returns {HTMLElement|false} */
export function list(lines) {
  const said = (lines ?? []).filter(Boolean);
  return said.length > 0 && make('ul', { class: 'ns-gradient__notes' }, ...said.map((text) => make('li', {}, text)));
}

/** @param {string} text @returns {HTMLElement|false} nothing for an empty text */
export function paragraph(text, modifier = '') {
  return Boolean(text) && make('p', { class: `ns-gradient__text${modifier}` }, text);
}

/** @param {[string, string][]} pairs those without a text are left out */
export function facts(pairs) {
  const said = pairs.filter(([, text]) => Boolean(text));
  return (
    said.length > 0 &&
    make('dl', { class: 'ns-facts' }, ...said.map(([term, text]) => make('div', { class: 'ns-facts__row' }, make('dt', {}, term), make('dd', {}, text))))
  );
}
