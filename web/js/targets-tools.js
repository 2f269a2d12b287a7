/** The tools that pick areas: whole places, hotspots, the areas with most need, a brush on the map, and the way back. */

import { make } from './dom.js';
import { formatCount } from './format.js';

const BRUSHES = Object.freeze({ none: 'Press areas, or drag the map', add: 'Draw to add areas', remove: 'Draw to take areas out' });

export class TargetsTools {
  /**
   * @param {HTMLElement} root
   * @param {object} does
   * @param {(codes: string[], words: string) => void} does.onAdd
   * @param {(codes: string[], words: string) => void} does.onRemove
   * @param {() => void} does.onUndo
   * @param {() => void} does.onRedo
   * @param {() => void} does.onClear
   * @param {(brush: 'none'|'add'|'remove') => void} does.onBrush
   */
  constructor(root, does) {
    Object.assign(this, { root, does });
    const button = (text, click) => make('button', { type: 'button', class: 'ns-button', on: { click } }, text);
    this.undo = button('Undo', () => this.undo.getAttribute('aria-disabled') !== 'true' && does.onUndo());
    this.redo = button('Redo', () => this.redo.getAttribute('aria-disabled') !== 'true' && does.onRedo());
    this.clear = button('Take all out', () => this.clear.getAttribute('aria-disabled') !== 'true' && does.onClear());
    this.hotspots = button('', () => does.onAdd(this.offers.hotspots(), 'hotspots'));
    this.count = make('input', { class: 'ns-field__input ns-targets__count', id: 'most-need-count', type: 'number', min: '1', max: '200', step: '1', value: '3', inputmode: 'numeric', 'aria-describedby': 'most-need-error' });
    this.countError = make('p', { class: 'ns-field__error', id: 'most-need-error', role: 'alert' });
    this.whole = make('select', { class: 'ns-field__input', id: 'whole' });
    this.wholeField = field('Whole middle-layer area', this.whole, button('Add it', () => this.pickWhole(does.onAdd)), button('Take it out', () => this.pickWhole(does.onRemove)));
    this.brushes = make(
      'fieldset',
      { class: 'ns-targets__brush' },
      make('legend', { class: 'ns-field__label' }, 'Pressing and drawing on the map'),
      ...Object.entries(BRUSHES).map(([value, text]) =>
        make('label', { class: 'ns-check' }, make('input', { class: 'ns-check__box', type: 'radio', name: 'brush', value, checked: value === 'none', on: { change: () => does.onBrush(value) } }), text)),
    );
    root.replaceChildren(
      make('div', { class: 'ns-targets__steps' }, this.undo, this.redo, this.clear, this.hotspots),
      field('Areas with most need', this.count, button('Add them', () => this.addMostNeed()), this.countError),
      this.wholeField,
      this.brushes,
    );
  }

  /**
   * @param {object} offers
   * @param {() => string[]} offers.hotspots of the district
   * @param {(count: number) => string[]} offers.mostNeed
   * @param {{title: string, items: {code: string, name: string, areas: string[]}[]}[]} offers.wholes
   */
  setOffers(offers) {
    this.offers = offers;
    const hotspots = offers.hotspots();
    this.hotspots.textContent = `Add ${formatCount(hotspots.length, 'hotspot', 'hotspots')}`;
    this.hotspots.hidden = hotspots.length === 0;
    this.wholeField.hidden = offers.wholes.length === 0;
    this.byWhole = new Map(offers.wholes.flatMap(({ items }) => items).map((item) => [item.code, item]));
    const options = ({ items }) => items.map(({ code, name, areas }) => make('option', { value: code }, `${name} (${formatCount(areas.length, 'area', 'areas')})`));
    this.whole.replaceChildren(...(offers.wholes.length === 1 ? options(offers.wholes[0]) : offers.wholes.map((one) => make('optgroup', { label: one.title }, ...options(one)))));
    this.wholeField.querySelector('label').textContent = offers.wholes.length === 1 ? `Whole ${offers.wholes[0].title.replace(/s$/, '')}` : 'Whole larger area';
  }

  /** @param {import('./targets-choice.js').Choice} choice */
  show({ now, past, future }) {
    setOff(this.undo, past.length === 0);
    setOff(this.redo, future.length === 0);
    setOff(this.clear, now.codes.length === 0);
  }

  pickWhole(act) {
    const item = this.byWhole.get(this.whole.value);
    if (item !== undefined) {
      act(item.areas, `the areas of ${item.name}`);
    }
  }

  addMostNeed() {
    const count = Number(this.count.value);
    const isCount = /^\d{1,3}$/.test(this.count.value.trim()) && count >= 1 && count <= 200;
    this.count.setAttribute('aria-invalid', String(!isCount));
    this.countError.textContent = isCount ? '' : 'Give a whole number from 1 to 200.';
    if (isCount) {
      this.does.onAdd(this.offers.mostNeed(count), 'areas with most need');
    } else {
      this.count.focus();
    }
  }
}

function setOff(button, isOff) {
  button.setAttribute('aria-disabled', String(isOff));
}

/** Its buttons say little by themselves: the label describes them as well. */
function field(label, control, ...rest) {
  const id = `${control.id}-label`;
  rest.filter((one) => one.tagName === 'BUTTON').forEach((button) => button.setAttribute('aria-describedby', id));
  return make('div', { class: 'ns-field ns-targets__tool' }, make('label', { class: 'ns-field__label', id, for: control.id }, label), make('div', { class: 'ns-targets__line' }, control, ...rest));
}
