/** The matrix as a table. Rows are made once; sorting and the district only put them in another order. */

import { inkOn } from './colours.js';
import { aside, make } from './dom.js';
import { formatCount, formatNumber } from './format.js';
import { directionOf, orderRows, orderWords } from './matrix-order.js';
import { SHADES, deviationOf, markOf, rawText, shadeOf, sureText, stateText, unitText } from './matrix-words.js';

const SCORE_DECIMALS = 2;
const ARROWS = Object.freeze({ ascending: '\u25b2', descending: '\u25bc', none: '\u2195' });

export class MatrixTable {
  /**
   * @param {HTMLElement} root
   * @param {{onSort: (key: string) => void, onAbout: (factor: string) => void, linkOf: (code: string) => string}} listeners
   */
  constructor(root, { onSort, onAbout, linkOf }) {
    this.root = root;
    this.onSort = onSort;
    this.onAbout = onAbout;
    this.linkOf = linkOf;
    this.caption = make('caption', { class: 'ns-table__caption' });
    this.body = make('tbody');
  }

  /** @param {import('./types.js').Matrix} matrix */
  setMatrix(matrix) {
    this.matrix = matrix;
    const { factors, rows } = matrix;
    this.heads = new Map([
      ...[['area', 'Area'], ['district', 'District'], ['score', 'Need score'], ['rank', 'Rank'], ['decile', 'Tenth']].map(([key, label]) => [key, this.head(key, label)]),
      ...factors.map((factor) => [`f.${factor.id}`, this.head(`f.${factor.id}`, factor.label, factor)]),
    ]);
    const deviations = factors.map((_, at) => deviationOf(matrix, at));
    this.rows = rows.map((row) => this.row(row, factors, deviations));
    this.root.style.setProperty('--ns-matrix-factors', String(factors.length));
    const columns = ['area', 'district', 'score', 'rank', 'decile', ...factors.map(() => 'factor')];
    const table = make(
      'table',
      { class: 'ns-table ns-matrix__table' },
      this.caption,
      make('colgroup', {}, ...columns.map((kind) => make('col', { class: `ns-matrix__col ns-matrix__col--${kind}` }))),
      make('thead', {}, make('tr', {}, ...this.heads.values())),
      this.body,
    );
    this.scroller = make('div', { class: 'ns-table__scroller ns-matrix__scroller', role: 'region', tabindex: '0' }, table);
    this.root.replaceChildren(this.scroller);
  }

  /** @param {{sort: string, district: string}} state @param {string} place where, in words @returns {string} what is shown, in words */
  show({ sort, district }, place) {
    const places = orderRows(this.matrix, sort, district);
    for (const [key, head] of this.heads) {
      const direction = directionOf(sort, key);
      head.setAttribute('aria-sort', direction);
      head.querySelector('.ns-table__arrow').textContent = ARROWS[direction];
    }
    const said = `${formatCount(places.length, 'area', 'areas')}, ${orderWords(sort, this.matrix.factors)}`;
    this.caption.replaceChildren(make('span', { class: 'ns-matrix__caption' }, make('strong', {}, place), ` \u00b7 ${said}`));
    this.scroller.setAttribute('aria-label', `Table: ${this.matrix.title}, ${place}`);
    this.scroller.scrollTop = 0;
    this.body.replaceChildren(...places.map((at) => this.rows[at]));
    return `${place}: ${said}`;
  }

  /** Puts the focus back where the definition of a factor was asked for. */
  focusAbout(factor) {
    this.heads.get(`f.${factor}`)?.querySelector('.ns-matrix__about').focus();
  }

  head(key, label, factor) {
    const sort = make(
      'button',
      { type: 'button', class: 'ns-table__sort', 'data-key': key, on: { click: () => this.onSort(key) } },
      label,
      factor && unitText(factor.unit) !== 'not stated' && make('span', { class: 'ns-matrix__unit' }, ` ${unitText(factor.unit)}`),
      '\u00a0',
      make('span', { class: 'ns-table__arrow', 'aria-hidden': 'true' }, ARROWS.none),
    );
    const about = factor && make(
      'button',
      { type: 'button', class: 'ns-matrix__about', 'aria-haspopup': 'dialog', on: { click: () => this.onAbout(factor.id) } },
      'About',
      aside(` ${label}`),
    );
    const style = key === 'area' ? 'ns-table__head ns-matrix__first' : 'ns-table__head';
    return make('th', { scope: 'col', class: style, 'aria-sort': 'none' }, sort, about);
  }

  row(row, factors, deviations) {
    const link = make('a', { class: 'ns-matrix__area', href: this.linkOf(row.code) }, row.name);
    return make(
      'tr',
      { class: 'ns-table__row', 'data-code': row.code },
      make('th', { scope: 'row', class: 'ns-table__name ns-matrix__first' }, link, make('span', { class: 'ns-matrix__code' }, row.code)),
      make('td', { class: 'ns-table__cell' }, row.districtName || 'not stated'),
      ...overall(row),
      ...row.values.map((value, index) => factorCell(value, factors[index], deviations[index])),
    );
  }
}

/** Score, rank and tenth; where there is none, the reason stands in the first of them. */
function overall(row) {
  const { state, score, rank, decile } = row;
  if (state !== 'known') {
    return [stateCell(state), stateCell(state), stateCell(state)];
  }
  return [
    make('td', { class: 'ns-table__cell ns-table__cell--number' }, formatNumber(score, SCORE_DECIMALS), row.band !== undefined && make('span', { class: 'ns-matrix__raw' }, row.band)),
    make('td', { class: 'ns-table__cell ns-table__cell--number' }, formatNumber(rank), sure(sureText(row).interval, ' in 90 of 100 cases between ', '')),
    shade(make('td', { class: 'ns-table__cell ns-table__cell--number ns-matrix__shaded' }, formatNumber(decile), sure(sureText(row).chance, ' in the highest-need tenth in ', ' of cases')), SHADES[decile - 1]),
  ];
}

/** How sure it is, small, with words around it for whoever listens. */
function sure(text, before, after) {
  return text !== '' && make('span', { class: 'ns-matrix__raw' }, aside(before), text, after !== '' && aside(after));
}

function factorCell(value, factor, deviation) {
  if (typeof value.standardised !== 'number') {
    return stateCell(value.state);
  }
  const { mark, words } = markOf(deviation(value.standardised));
  const cell = make(
    'td',
    { class: 'ns-table__cell ns-table__cell--number ns-matrix__shaded' },
    mark !== '' && make('span', { class: 'ns-matrix__mark', role: 'img', 'aria-label': words }, mark),
    formatNumber(value.standardised, SCORE_DECIMALS),
    make('span', { class: 'ns-matrix__raw' }, rawText(value, factor)),
  );
  return shade(cell, shadeOf(deviation(value.standardised)));
}

function stateCell(state) {
  const { short, rest } = stateText(state);
  const label = make('span', { class: 'ns-matrix__state' }, short, rest !== '' && aside(rest));
  return make('td', { class: `ns-table__cell ns-matrix__unknown ns-pattern ns-pattern--${state}` }, label);
}

function shade(cell, colour) {
  cell.style.backgroundColor = colour;
  cell.style.color = inkOn(colour);
  return cell;
}
