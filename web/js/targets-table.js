/** The areas of the district as a table: the same as the map, with a box to choose each and a lock to keep it. */

import { make } from './dom.js';
import { formatNumber, formatValue } from './format.js';
import { chanceText } from './targets-words.js';

export class TargetsTable {
  /**
   * @param {HTMLElement} root
   * @param {{onToggle: (code: string) => void, onLock: (code: string) => void, onPoint: (code: string) => void}} does
   */
  constructor(root, { onToggle, onLock, onPoint }) {
    this.caption = make('caption', { class: 'ns-table__caption' });
    this.head = make('tr');
    this.body = make('tbody');
    this.scroller = make('div', { class: 'ns-table__scroller ns-targets__scroller', role: 'region', tabindex: '0' }, make('table', { class: 'ns-table' }, this.caption, make('thead', {}, this.head), this.body));
    root.replaceChildren(this.scroller);
    const codeOf = ({ target }) => target.closest('tr[data-code]')?.dataset.code ?? '';
    this.body.addEventListener('change', (event) => (event.target.name === 'lock' ? onLock : onToggle)(codeOf(event)));
    this.body.addEventListener('mouseover', (event) => onPoint(codeOf(event)));
    this.body.addEventListener('mouseleave', () => onPoint(''));
    this.body.addEventListener('focusin', (event) => onPoint(codeOf(event)));
    this.body.addEventListener('focusout', () => onPoint(''));
  }

  /** @param {import('./targets-ground.js').TargetGround} ground @param {string} district code @param {boolean} isFixed whether nothing can be changed */
  setDistrict(ground, district, isFixed) {
    const { need, childrenPeriod } = ground.answer;
    const areas = ground.inDistrict(district);
    const name = ground.districtNames.get(district) ?? district;
    const heads = ['Chosen', 'Keep', 'Area', `Rank by need in the county, of ${formatNumber(need.areas)}`, 'Chance of the highest-need tenth', 'Hotspot', `Children aged 0 to 17${childrenPeriod === '' ? '' : `, ${childrenPeriod}`}`];
    this.caption.replaceChildren(make('strong', {}, name), ` \u00b7 ${need.title}, ${need.period} \u00b7 most need first`);
    this.scroller.setAttribute('aria-label', `Table: areas of ${name}`);
    this.head.replaceChildren(...heads.map((text, place) => make('th', { scope: 'col', class: `ns-table__head${[3, 4, 6].includes(place) ? ' ns-table__head--number' : ''}` }, text)));
    this.rows = new Map(areas.map((area) => [area.code, row(area, isFixed)]));
    this.body.replaceChildren(...this.rows.values());
  }

  /** @param {import('./targets-choice.js').Picked} picked */
  show({ codes, locks }) {
    for (const [code, element] of this.rows) {
      const isChosen = codes.includes(code);
      const isLocked = locks.includes(code);
      const [box, lock] = element.querySelectorAll('input');
      box.checked = isChosen;
      box.disabled = box.dataset.fixed === 'true' || isLocked;
      lock.checked = isLocked;
      element.toggleAttribute('data-chosen', isChosen);
    }
  }
}

function row({ code, name, rank, chance, hotspot, children }, isFixed) {
  const box = (kind, label) => make('input', { class: 'ns-check__box', type: 'checkbox', name: kind, disabled: isFixed, 'data-fixed': String(isFixed), 'aria-label': label });
  const children17 = formatValue(children.number ?? null, children.state, {});
  return make(
    'tr',
    { class: 'ns-table__row', 'data-code': code },
    make('td', { class: 'ns-table__cell ns-targets__box' }, box('chosen', `${name} is chosen`)),
    make('td', { class: 'ns-table__cell ns-targets__box' }, box('lock', `Keep ${name} as it is`)),
    make('th', { scope: 'row', class: 'ns-table__name' }, name, make('span', { class: 'ns-table__code' }, code)),
    cell(rank === null ? 'not available' : formatNumber(rank), rank !== null),
    cell(chanceText(chance), chance !== null),
    make('td', { class: 'ns-table__cell' }, hotspot ? 'hotspot' : '\u2013'),
    cell(children17, children.state === 'known'),
  );
}

function cell(text, isKnown) {
  return make('td', { class: `ns-table__cell ns-table__cell--${isKnown ? 'number' : 'unknown'}` }, text);
}
