/** All authorities of a measure and period, in an order that headings change. */

import { againstExpected, orderAuthorities } from './authorities-state.js';
import { make } from './dom.js';
import { formatCount, formatInterval } from './format.js';
import { line, nameCell, numberCell, textCell } from './gradient-parts.js';
import { funnelWords } from './gradient-words.js';

const ARROWS = Object.freeze({ ascending: '\u25b2', descending: '\u25bc', none: '\u2195' });

/** Key by which a column is ordered, empty for none, and its heading. */
const HEADS = Object.freeze([
  ['name', 'Authority'],
  ['score', 'Average score, higher = more deprived'],
  ['children', 'Children'],
  ['count', 'Number'],
  ['rate', 'Rate per 10,000'],
  ['', '95\u00a0% limits'],
  ['fitted', 'Expected at its deprivation'],
  ['against', 'Rate divided by expected'],
  ['', 'In the funnel'],
]);

export class AuthoritiesTable {
  /**
   * @param {HTMLElement} root
   * @param {{onSort: (key: string) => void, onChoose: (code: string) => void}} listeners
   */
  constructor(root, { onSort, onChoose }) {
    this.onChoose = onChoose;
    this.caption = make('caption', { class: 'ns-table__caption' });
    this.heads = HEADS.map(([key, label]) => [key, head(key, label, onSort)]);
    this.body = make('tbody');
    this.scroller = make(
      'div',
      { class: 'ns-table__scroller ns-authorities__scroller', role: 'region', tabindex: '0' },
      make('table', { class: 'ns-table' }, this.caption, make('thead', {}, make('tr', {}, ...this.heads.map(([, element]) => element))), this.body),
    );
    root.replaceChildren(this.scroller);
  }

  /**
   * @param {object} gradient as the service answers
   * @param {{sort: string, authority: string, funnel: string}} state
   */
  show({ title, authorities, notPlaced }, { sort, authority, funnel }) {
    const rows = orderAuthorities([...authorities, ...notPlaced], sort);
    const [key, isReversed] = sort.startsWith('-') ? [sort.slice(1), true] : [sort, false];
    for (const [name, element] of this.heads.filter(([one]) => one !== '')) {
      const direction = name !== key ? 'none' : isReversed ? 'descending' : 'ascending';
      element.setAttribute('aria-sort', direction);
      element.querySelector('.ns-table__arrow').textContent = ARROWS[direction];
    }
    this.caption.textContent = `${title} \u00b7 ${formatCount(rows.length, 'authority', 'authorities')}`;
    this.scroller.setAttribute('aria-label', `Table: ${title}`);
    this.body.replaceChildren(...rows.map((row) => this.row(row, row.code === authority, funnel)));
  }

  row(one, isChosen, funnel) {
    const button = make('button', { type: 'button', class: 'ns-table__area', on: { click: () => this.onChoose(one.code) } }, one.name);
    const isPlaced = typeof one.score === 'number';
    const row = line(
      nameCell(button, one.reason ?? ''),
      numberCell(one.score ?? null, isPlaced ? 'known' : 'not-available', 1),
      numberCell(one.children, typeof one.children === 'number' ? 'known' : 'not-available'),
      numberCell(one.count, one.state),
      numberCell(one.ratePer10000, typeof one.ratePer10000 === 'number' ? 'known' : one.state, 1),
      textCell(formatInterval(one.lower, one.upper, 1)),
      numberCell(one.fittedPer10000 ?? null, 'known', 1),
      numberCell(againstExpected(one), 'known', 2),
      textCell(one.state === 'known' ? funnelWords(funnel === 'adjusted' ? one.adjustedFunnelClass : one.funnelClass) : 'not compared'),
    );
    row.dataset.code = one.code;
    if (isChosen) {
      row.setAttribute('aria-current', 'true');
    }
    return row;
  }

  /** Puts the focus where it was before rows were made anew. @param {string} code */
  focus(code) {
    this.body.querySelector(`tr[data-code="${code}"] button`)?.focus({ preventScroll: true });
  }
}

function head(key, label, onSort) {
  const modifier = key === 'name' ? '' : ' ns-table__head--number';
  if (key === '') {
    return make('th', { scope: 'col', class: 'ns-table__head' }, label);
  }
  const arrow = make('span', { class: 'ns-table__arrow', 'aria-hidden': 'true' }, ARROWS.none);
  const button = make('button', { type: 'button', class: 'ns-table__sort', on: { click: () => onSort(key) } }, label, '\u00a0', arrow);
  return make('th', { scope: 'col', class: `ns-table__head${modifier}`, 'aria-sort': 'none' }, button);
}
