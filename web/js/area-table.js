/** The map as a table: the same areas, the same values, in an order that the headings choose. */

import { classFinder } from './classes.js';
import { aside, make } from './dom.js';
import { formatCell, formatCount, formatValue, formatZero, shortLabel } from './format.js';
import { unsureFinder } from './gap.js';
import { nextSort, orderAreas, sortDirection } from './ordering.js';

const ROWS_ABOVE = 2;

export class AreaTable {
  /**
   * @param {HTMLElement} root
   * @param {{onSelect: (code: string) => void, onToggle: (code: string) => void, onSort: (sort: string) => void}} listeners
   */
  constructor(root, { onSelect, onToggle, onSort }) {
    this.root = root;
    this.onSort = onSort;
    this.caption = make('caption', { class: 'ns-table__caption' });
    this.head = make('tr');
    this.body = make('tbody');
    const table = make('table', { class: 'ns-table' }, this.caption, make('thead', {}, this.head), this.body);
    this.scroller = make('div', { class: 'ns-table__scroller', role: 'region', tabindex: '0' }, table);
    root.replaceChildren(this.scroller);
    this.body.addEventListener('click', (event) => {
      const button = event.target.closest('button[data-code]');
      if (button) {
        onSelect(button.dataset.code);
      }
    });
    this.body.addEventListener('change', ({ target }) => onToggle(target.value));
  }

  /**
   * @param {import('./types.js').LayerData} data with the areas of the district only
   * @param {{sort: string, districtName: (code: string) => string, place: string, selected: string, chosen: ?readonly string[]}} options
   *     `chosen` is null where areas cannot be gathered
   */
  show(data, { sort, districtName, place, selected, chosen }) {
    const { layer } = data;
    this.scroller.setAttribute('aria-label', `Table: ${layer.title}, ${place}`);
    this.caption.replaceChildren(
      make('strong', {}, layer.title),
      ` \u00b7 ${place} \u00b7 ${formatCount(data.areas.length, 'area', 'areas')} \u00b7 ${orderWords(sort)}`,
    );
    const focused = this.head.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    this.head.replaceChildren(chosen === null ? '' : tickHeading(), ...headings(layer).map((heading) => this.heading(heading, sort, data)));
    if (focused !== null) {
      this.head.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
    }
    const find = classFinder(layer.legend);
    const isUnsure = unsureFinder(layer);
    const rows = orderAreas(data, sort, districtName).map((area) =>
      row(layer, area, { found: find(area), isUnsure: isUnsure(area) }, districtName(area.district), chosen !== null),
    );
    this.scroller.scrollTop = 0;
    this.body.replaceChildren(...rows);
    this.select(selected);
    this.choose(chosen ?? []);
  }

  /** @param {readonly string[]} codes of the areas that are gathered */
  choose(codes) {
    const chosen = new Set(codes);
    for (const box of this.body.querySelectorAll('.ns-table__tick')) {
      box.checked = chosen.has(box.value);
    }
  }

  /** @param {string} code of the selected area, or empty */
  select(code) {
    this.body.querySelector('[aria-current]')?.removeAttribute('aria-current');
    const button = code === '' ? null : this.body.querySelector(`button[data-code="${CSS.escape(code)}"]`);
    button?.closest('tr').setAttribute('aria-current', 'true');
  }

  /** Brings the selected row into sight, without moving the page. */
  reveal() {
    const chosen = this.body.querySelector('[aria-current]');
    if (!chosen) {
      return;
    }
    // The headings stay on top of the rows, so what lies under them is out of sight too.
    const top = this.head.cells[0].getBoundingClientRect().bottom;
    const { bottom } = this.scroller.getBoundingClientRect();
    const at = chosen.getBoundingClientRect();
    if (at.top < top || at.bottom > bottom) {
      const first = this.body.rows[Math.max(0, chosen.sectionRowIndex - ROWS_ABOVE)];
      this.scroller.scrollTop += Math.round(first.getBoundingClientRect().top - top);
    }
  }

  heading({ key, label, column, isNumber }, sort, data) {
    const direction = sortDirection(sort, key, data);
    const arrow = { ascending: '\u25b2', descending: '\u25bc', none: '\u2195' }[direction];
    const button = make(
      'button',
      {
        type: 'button',
        class: 'ns-table__sort',
        'data-key': key,
        on: { click: () => this.onSort(nextSort(sort, key, column)) },
      },
      label,
      '\u00a0',
      make('span', { class: 'ns-table__arrow', 'aria-hidden': 'true' }, arrow),
    );
    const style = isNumber ? 'ns-table__head ns-table__head--number' : 'ns-table__head';
    return make('th', { scope: 'col', class: style, 'aria-sort': direction }, button);
  }
}

function headings(layer) {
  return [
    { key: 'area', label: 'Area', isNumber: false },
    { key: 'district', label: 'District', isNumber: false },
    { key: 'need', label: shortLabel(layer.valueLabel) + unitNote({ label: layer.valueLabel, unit: layer.unit }), isNumber: true },
    ...(isClassTheValue(layer) ? [] : [{ key: 'class', label: 'Class', isNumber: false }]),
    ...layer.columns.map((column) => ({
      key: `c.${column.name}`,
      label: column.label + unitNote(column),
      column,
      isNumber: column.type !== 'text',
    })),
  ];
}

/** Deciles are their own classes: a second column with the same number would only take room. */
function isClassTheValue({ unit }) {
  return unit === 'decile';
}

function unitNote({ label, unit }) {
  if (unit === 'percent') {
    return ' (%)';
  }
  return unit.startsWith('per ') && !label.includes('per ') ? ` (${unit})` : '';
}

function row(layer, area, { found, isUnsure }, district, hasTick) {
  const name = make('button', { type: 'button', class: 'ns-table__area', 'data-code': area.code }, area.name);
  const swatch = make('span', { class: 'ns-table__swatch', 'aria-hidden': 'true' });
  if (found) {
    swatch.style.backgroundColor = found.colour;
    swatch.classList.toggle('ns-unsure', isUnsure);
  } else {
    swatch.classList.add('ns-pattern', `ns-pattern--${area.state}`);
  }
  const isKnown = area.state === 'known';
  const zero = area.value === 0 && isKnown ? formatZero(layer.unit) : '';
  const value = zero || formatValue(area.value, area.state, { decimals: layer.decimals });
  return make(
    'tr',
    { class: 'ns-table__row' },
    hasTick && tickCell(area),
    make('th', { scope: 'row', class: 'ns-table__name' }, name, make('span', { class: 'ns-table__code' }, area.code)),
    make('td', { class: 'ns-table__cell' }, district),
    ...(isClassTheValue(layer)
      ? [numberCell(value, isKnown, swatch)]
      : [numberCell(value, isKnown), make('td', { class: 'ns-table__cell ns-table__cell--class' }, swatch, found ? found.label : aside('no class'))]),
    ...area.cells.map((cell, index) => {
      const text = formatCell(cell, layer.columns[index]);
      return layer.columns[index].type === 'text'
        ? make('td', { class: 'ns-table__cell' }, text)
        : numberCell(text, typeof cell === 'number');
    }),
  );
}

/** Narrow: what the ticks are for is said beside each of them. */
function tickHeading() {
  return make('td', { class: 'ns-table__head ns-table__ticks' });
}

function tickCell({ code, name }) {
  const box = make('input', { type: 'checkbox', class: 'ns-check__box ns-table__tick', value: code, 'aria-label': `${name} in the selection` });
  return make('td', { class: 'ns-table__cell ns-table__ticks' }, make('label', { class: 'ns-table__tick-label' }, box));
}

function numberCell(text, isKnown, swatch = null) {
  const style = isKnown ? 'ns-table__cell--number' : 'ns-table__cell--unknown';
  return make('td', { class: `ns-table__cell ${style}` }, swatch, text);
}

function orderWords(sort) {
  return { need: 'highest need first', '-need': 'lowest need first' }[sort] ?? 'in the order of the marked heading';
}
