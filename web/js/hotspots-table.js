/** The areas as a table: the same as the map, with how many settings agree. Rows are made once for each result. */

import { make } from './dom.js';
import { formatCount, formatValue, shortLabel } from './format.js';
import { colourFinder, swatch } from './hotspots-map.js';
import { directionOf, orderAreas, sortAfter } from './hotspots-order.js';
import { capital, chanceText, foundText, kindOf, kindWords, orderWords, scoreText, yearsText } from './hotspots-words.js';

const ROWS_ABOVE = 2;
const ARROWS = Object.freeze({ ascending: '\u25b2', descending: '\u25bc', none: '\u2195' });

export class HotspotsTable {
  /**
   * @param {HTMLElement} root
   * @param {{onSelect: (code: string) => void, onSort: (sort: string) => void, onPoint: (code: string) => void}} listeners
   */
  constructor(root, { onSelect, onSort, onPoint }) {
    this.root = root;
    this.onSort = onSort;
    this.caption = make('caption', { class: 'ns-table__caption' });
    this.head = make('tr');
    this.body = make('tbody');
    const table = make('table', { class: 'ns-table ns-hotspots__table' }, this.caption, make('thead', {}, this.head), this.body);
    this.scroller = make('div', { class: 'ns-table__scroller', role: 'region', tabindex: '0' }, table);
    root.replaceChildren(this.scroller);
    const codeOf = ({ target }) => target.closest('tr[data-code]')?.dataset.code ?? '';
    this.body.addEventListener('click', (event) => event.target.closest('button') && onSelect(codeOf(event)));
    this.body.addEventListener('mouseover', (event) => onPoint(codeOf(event)));
    this.body.addEventListener('mouseleave', () => onPoint(''));
    this.body.addEventListener('focusin', (event) => onPoint(codeOf(event)));
    this.body.addEventListener('focusout', () => onPoint(''));
  }

  /** @param {object} result @param {(code: string) => string} districtName */
  setResult(result, districtName) {
    this.result = result;
    this.districtName = districtName;
    const hasYears = result.areas.some((area) => yearsText(area) !== '');
    const hasScores = result.joins === undefined;
    const value = shortLabel(result.valueLabel) + (result.unit === 'percent' ? ' (%)' : '');
    this.sort = '';
    this.heads = new Map(
      [['area', 'Area'], ['district', 'District'], ['finding', 'Finding'], ['found', 'Found by', true], ['value', value, true], ...(hasScores ? [['z', 'z-score', true]] : []), ['q', 'q-value', true], ...(hasYears ? [['years', 'Hotspot in years', true]] : [])].map(
        ([key, label, isNumber]) => [key, this.heading(key, label, isNumber)],
      ),
    );
    this.head.replaceChildren(...this.heads.values());
    const colourOf = colourFinder(result.legend);
    this.rows = new Map(result.areas.map((area) => [area.code, row(area, { result, colourOf, hasYears, hasScores, district: districtName(area.district) })]));
  }

  /** @param {import('./hotspots-state.js').HotspotsState} state @param {string} place */
  show(state, place) {
    const shown = orderAreas(this.result.areas, state, this.districtName);
    this.sort = state.sort;
    for (const [key, head] of this.heads) {
      const direction = directionOf(state.sort, key);
      head.setAttribute('aria-sort', direction);
      head.querySelector('.ns-table__arrow').textContent = ARROWS[direction];
    }
    const kind = state.kind === '' ? '' : `: ${kindWords(state.kind)}`;
    this.caption.replaceChildren(make('strong', {}, place), ` \u00b7 ${formatCount(shown.length, 'area', 'areas')}${kind} \u00b7 ${orderWords(state.sort)}`);
    this.scroller.setAttribute('aria-label', `Table: ${this.result.title}, ${place}`);
    this.scroller.scrollTop = 0;
    this.body.replaceChildren(...shown.map(({ code }) => this.rows.get(code)));
  }

  /** @param {string} code of the chosen area, or empty */
  select(code) {
    this.body.querySelector('[aria-current]')?.removeAttribute('aria-current');
    this.rows.forEach((row) => row.removeAttribute('aria-current'));
    this.rows.get(code)?.setAttribute('aria-current', 'true');
  }

  /** Brings the chosen row into sight, without moving the page. */
  reveal() {
    const chosen = this.body.querySelector('[aria-current]');
    if (chosen === null) {
      return;
    }
    const top = this.head.getBoundingClientRect().bottom;
    const { bottom } = this.scroller.getBoundingClientRect();
    const at = chosen.getBoundingClientRect();
    if (at.top < top || at.bottom > bottom) {
      const first = this.body.rows[Math.max(0, chosen.sectionRowIndex - ROWS_ABOVE)];
      this.scroller.scrollTop += Math.round(first.getBoundingClientRect().top - top);
    }
  }

  heading(key, label, isNumber = false) {
    const arrow = make('span', { class: 'ns-table__arrow', 'aria-hidden': 'true' }, ARROWS.none);
    const sort = () => this.onSort(sortAfter(this.sort, key));
    const button = make('button', { type: 'button', class: 'ns-table__sort', 'data-key': key, on: { click: sort } }, label, '\u00a0', arrow);
    return make('th', { scope: 'col', class: `ns-table__head${isNumber ? ' ns-table__head--number' : ''}`, 'aria-sort': 'none' }, button);
  }
}

function row(area, { result, colourOf, hasYears, hasScores, district }) {
  const kind = kindOf(area);
  const isKnown = area.state === 'known' && typeof area.value === 'number';
  const value = formatValue(area.value, area.state, { decimals: result.decimals });
  return make(
    'tr',
    { class: 'ns-table__row', 'data-code': area.code },
    make('th', { scope: 'row', class: 'ns-table__name' }, make('button', { type: 'button', class: 'ns-table__area' }, area.name), make('span', { class: 'ns-table__code' }, area.code)),
    make('td', { class: 'ns-table__cell' }, district),
    make('td', { class: 'ns-table__cell ns-hotspots__finding' }, swatch(kind, colourOf, 'ns-table__swatch'), capital(kindWords(kind))),
    numberCell(foundText(area)),
    make('td', { class: `ns-table__cell ns-table__cell--${isKnown ? 'number' : 'unknown'}` }, value),
    hasScores && numberCell(scoreText(area.z)),
    numberCell(chanceText(area.q)),
    hasYears && numberCell(yearsText(area)),
  );
}

/** What was not tested has no number, which is not zero. */
function numberCell(text) {
  return text === ''
    ? make('td', { class: 'ns-table__cell ns-table__cell--unknown' }, 'not tested')
    : make('td', { class: 'ns-table__cell ns-table__cell--number' }, text);
}

