/** The weights as sliders and number fields that keep in step, grouped by domain where the scoring method has domains. */

import { aside, make } from './dom.js';
import { MOST_TIMES, readTimes } from './weights-state.js';
import { STOPS, shareWords, stopOf, timesWords } from './weights-words.js';

const PATIENCE_MILLISECONDS = 600;
const MISTAKE = `Give a number from 0 to ${MOST_TIMES}, such as 0.5. The ranking still counts what stood here before.`;

export class WeightControls {
  /**
   * @param {HTMLElement} root
   * @param {{onMove: (kind: 'factors'|'domains', id: string, times: number) => void}} listeners
   */
  constructor(root, { onMove }) {
    this.root = root;
    this.onMove = onMove;
    this.controls = new Map();
  }

  /**
   * @param {object} recipe the document of the scoring method
   * @param {import('./types.js').MatrixFactor[]} factors those that the matrix uses
   */
  setRecipe({ domains = [], factors: parts }, factors) {
    this.controls.clear();
    const domainOf = new Map(parts.map(({ column, domain = '' }) => [column, domain]));
    const list = (wanted) =>
      make('ul', { class: 'ns-weights__list' }, ...factors.filter(({ id }) => wanted === null || domainOf.get(id) === wanted).map(({ id, label }) => this.control('factors', id, label)));
    this.root.replaceChildren(
      ...(domains.length === 0 ? [list(null)] : domains.map(({ name }, at) => this.domain(name, at, list(name)))),
    );
  }

  domain(name, at, list) {
    const id = `domain-${at}`;
    return make(
      'section',
      { class: 'ns-weights__domain', 'aria-labelledby': id },
      make('h3', { class: 'ns-weights__domain-title', id }, name),
      make('ul', { class: 'ns-weights__list ns-weights__list--domain' }, this.control('domains', name, 'The whole domain', `${name}, the whole domain`)),
      list,
    );
  }

  /** @param {string} said the label where what stands around it is not seen */
  control(kind, id, label, said = label) {
    const key = `${kind}-${this.controls.size}`;
    const slider = make('input', {
      class: 'ns-weight__slider', type: 'range', min: '0', max: String(STOPS.length - 1), step: '1', 'aria-label': `${said}, slider`,
    });
    const number = make('input', {
      class: 'ns-field__input ns-weight__number', id: key, type: 'number', min: '0', max: String(MOST_TIMES), step: '0.1', inputmode: 'decimal', autocomplete: 'off',
    });
    const share = make('span', { class: 'ns-weight__share' });
    const words = make('span');
    const reset = make('button', { type: 'button', class: 'ns-link', hidden: true, on: { click: () => this.reset(kind, id) } }, 'As saved', aside(`: ${said}`));
    const mistake = make('p', { class: 'ns-field__error', id: `${key}-error`, hidden: true }, MISTAKE);
    const item = make(
      'li',
      { class: 'ns-weight', [`data-${kind === 'factors' ? 'factor' : 'domain'}`]: id },
      make('label', { class: 'ns-weight__label', for: key }, label, aside(`${said === label ? '' : ` of ${id}`}, how many times its saved weight`)),
      share,
      mistake,
      slider,
      make('span', { class: 'ns-weight__times' }, number, make('span', { 'aria-hidden': 'true' }, '\u00d7')),
      make('p', { class: 'ns-weight__words' }, words, reset),
    );
    slider.addEventListener('input', () => this.onMove(kind, id, STOPS[Number(slider.value)]));
    number.addEventListener('input', () => this.read(kind, id));
    this.controls.set(`${kind} ${id}`, { item, slider, number, share, words, reset, mistake, label: said });
    return item;
  }

  /** What is typed counts once it is a number. 0. is on its way to 0.5, so what is wrong is said a moment later. */
  read(kind, id) {
    const control = this.controls.get(`${kind} ${id}`);
    const times = readTimes(control.number.value);
    clearTimeout(control.saying);
    if (times === null) {
      control.saying = setTimeout(() => this.setWrong(control, true), PATIENCE_MILLISECONDS);
      return;
    }
    this.setWrong(control, false);
    this.onMove(kind, id, times);
  }

  setWrong({ item, number, mistake }, isWrong) {
    mistake.hidden = !isWrong;
    item.classList.toggle('ns-weight--wrong', isWrong);
    if (isWrong) {
      number.setAttribute('aria-invalid', 'true');
      number.setAttribute('aria-describedby', mistake.id);
    } else {
      number.removeAttribute('aria-invalid');
      number.removeAttribute('aria-describedby');
    }
  }

  reset(kind, id) {
    const control = this.controls.get(`${kind} ${id}`);
    control.shown = undefined;
    this.onMove(kind, id, 1);
    control.number.focus();
  }

  /** @returns {?string} the label of the first field that holds no number that counts */
  wrong() {
    return [...this.controls.values()].find(({ number }) => readTimes(number.value) === null)?.label ?? null;
  }

  /**
   * @param {import('./weights-score.js').Times} times
   * @param {{factors: Map<string, number>, domains: Map<string, number>}} shares of the total, 0 to 1
   */
  show(times, shares) {
    for (const [key, control] of this.controls) {
      const [kind, id] = split(key);
      const value = times[kind][id] ?? 1;
      const { slider, number, share, words, reset, item } = control;
      slider.value = String(stopOf(value));
      slider.setAttribute('aria-valuetext', `counts ${timesWords(value)}`);
      const typed = readTimes(number.value);
      // What is no number stays to be put right, unless this weight was changed elsewhere.
      if (typed !== value && (typed !== null || control.shown !== value)) {
        clearTimeout(control.saying);
        number.value = String(value);
        this.setWrong(control, false);
      }
      control.shown = value;
      share.textContent = shareWords(shares[kind].get(id) ?? 0);
      words.textContent = value === 1 ? '' : `counts ${timesWords(value)} \u00b7 `;
      reset.hidden = value === 1;
      item.classList.toggle('ns-weight--moved', value !== 1);
    }
  }
}

function split(key) {
  const space = key.indexOf(' ');
  return [key.slice(0, space), key.slice(space + 1)];
}
