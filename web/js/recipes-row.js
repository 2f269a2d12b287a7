/** One circumstance in the form of a scoring method. Its controls are called as the service calls its fields. */

import { make } from './dom.js';
import { measureFacts, periodsOf } from './recipes-measures.js';
import { SHRINKAGES, STANDARDISATIONS, capital } from './recipes-words.js';

const POLARITIES = Object.freeze([['higher', 'Higher values'], ['lower', 'Lower values']]);

const SMALL_NUMBERS = Object.freeze([
  ['', 'Usual: drawn toward the rate of all areas'],
  ...Object.entries(SHRINKAGES).filter(([code]) => code !== 'global').map(([code, words]) => [code, code === 'none' ? 'None: scored as they are' : `Drawn toward ${words}`]),
]);

let lastRow = 0;

export class FactorRow {
  /**
   * @param {import('./recipes-document.js').FactorFields} fields
   * @param {{groups: ReturnType<typeof import('./recipes-measures.js').groupMeasures>, domains: string}} has `domains` is the id of a list of their names
   * @param {{onRemove: (row: FactorRow) => void, onChange: () => void}} heard
   */
  constructor(fields, { groups, domains }, { onRemove, onChange }) {
    lastRow += 1;
    Object.assign(this, { rest: fields.rest, measures: groups.flatMap(({ measures }) => measures), number: lastRow });
    this.column = chooser(columnOptions(groups, fields.column), fields.column);
    this.polarity = chooser(POLARITIES.map(option), fields.polarity);
    this.standardisation = chooser(Object.entries(STANDARDISATIONS).map(([code, { term }]) => option([code, capital(term)])), fields.standardisation);
    this.weight = input(fields.weight, { inputmode: 'decimal' });
    this.domain = input(fields.domain, { list: domains });
    this.shrinkage = chooser([...SMALL_NUMBERS, ...(fields.shrinkage === 'global' ? [['global', `Drawn toward ${SHRINKAGES.global}`]] : [])].map(option), fields.shrinkage);
    this.period = chooser([], '');
    this.low = input(fields.low, { inputmode: 'decimal' });
    this.high = input(fields.high, { inputmode: 'decimal' });
    this.benchmark = input(fields.benchmark, { inputmode: 'decimal' });
    this.wantedPeriod = fields.period;
    this.facts = make('p', { class: 'ns-factor-row__facts' });
    this.remove = make('button', { type: 'button', class: 'ns-button ns-factor-row__remove', on: { click: () => onRemove(this) } }, 'Remove');
    this.element = this.build();
    this.column.addEventListener('change', () => this.takeDirection());
    this.element.addEventListener('change', () => {
      this.settle();
      onChange();
    });
    this.settle();
  }

  build() {
    this.posts = make('div', { class: 'ns-factor-row__pair' }, this.field('low', 'Smaller goalpost', 'Empty: the least value'), this.field('high', 'Greater goalpost', 'Empty: the greatest value'));
    this.mark = make('div', { class: 'ns-factor-row__pair' }, this.field('benchmark', 'Benchmark', 'Empty: the mean of the areas'));
    this.more = make(
      'details',
      { class: 'ns-factor-row__more' },
      make('summary', {}, 'More'),
      make('div', { class: 'ns-factor-row__others' }, this.field('domain', 'Domain', 'Optional: a group'), this.field('shrinkage', 'Small numbers', 'Where counts are known'), this.field('period', 'Period', 'Latest, or tied to one')),
    );
    this.legend = make('legend', { class: 'ns-factor-row__legend' });
    return make(
      'fieldset',
      { class: 'ns-factor-row' },
      this.legend,
      make('div', { class: 'ns-factor-row__main' }, this.field('column', 'Circumstance'), this.field('polarity', 'More need'), this.field('standardisation', 'Made comparable by'), this.field('weight', 'Weight'), this.remove),
      this.facts,
      this.posts,
      this.mark,
      this.more,
    );
  }

  field(member, label, hint = '') {
    const control = this[member];
    control.id = `factor-${this.number}-${member}`;
    if (hint !== '') {
      control.setAttribute('aria-describedby', `${control.id}-hint`);
    }
    return make(
      'div',
      { class: `ns-field ns-factor-row__field ns-factor-row__field--${member}` },
      make('label', { class: 'ns-field__label', for: control.id }, label),
      hint !== '' && make('p', { class: 'ns-field__hint', id: `${control.id}-hint` }, hint),
      control,
    );
  }

  /** Gives its controls the names that the service's problems use. @param {number} place from 0 */
  standAt(place) {
    const names = { low: 'goalposts[0]', high: 'goalposts[1]' };
    for (const member of ['column', 'polarity', 'standardisation', 'weight', 'domain', 'shrinkage', 'period', 'low', 'high', 'benchmark']) {
      this[member].name = `factors[${place}].${names[member] ?? member}`;
    }
    this.place = place;
    this.nameParts();
  }

  nameParts() {
    const called = this.label() || `Circumstance ${(this.place ?? 0) + 1}`;
    this.legend.textContent = called;
    this.remove.setAttribute('aria-label', `Remove ${called}`);
    this.more.firstElementChild.setAttribute('aria-label', `More about ${called}`);
  }

  /** What the circumstance is called; empty where none is chosen. */
  label() {
    return this.measure()?.label ?? this.column.value;
  }

  measure() {
    return this.measures.find(({ id }) => id === this.column.value);
  }

  /** The codebook says which end means more need. */
  takeDirection() {
    const { polarity } = this.measure() ?? {};
    if (polarity) {
      this.polarity.value = polarity;
    }
  }

  /** What can be chosen depends on what is chosen. */
  settle() {
    const wanted = this.period.options.length > 0 ? this.period.value : this.wantedPeriod;
    const periods = this.measure() === undefined ? [] : periodsOf(this.measure());
    const offered = wanted === '' || periods.includes(wanted) ? periods : [...periods, wanted];
    this.period.replaceChildren(...[['', 'Latest'], ...offered.map((text) => [text, text])].map(option));
    this.period.value = wanted;
    const facts = measureFacts(this.measure()) || (this.column.value === '' ? '' : 'Not among the measures of this county by this name');
    this.facts.textContent = [facts, this.period.value === '' ? '' : `figures of ${this.period.value} only`].filter(Boolean).join(' \u00b7 ');
    this.posts.hidden = this.standardisation.value !== 'min-max';
    this.mark.hidden = this.standardisation.value !== 'threshold';
    this.more.open ||= this.domain.value !== '' || this.shrinkage.value !== '';
    this.nameParts();
  }

  /** @returns {import('./recipes-document.js').FactorFields} */
  fields() {
    const { rest } = this;
    const texts = ['column', 'polarity', 'standardisation', 'weight', 'domain', 'shrinkage', 'period', 'low', 'high', 'benchmark'].map((member) => [member, this[member].value]);
    return { ...Object.fromEntries(texts), rest };
  }
}

function columnOptions(groups, column) {
  const isKnown = column === '' || groups.some(({ measures }) => measures.some(({ id }) => id === column));
  return [
    option(['', 'Choose\u2026']),
    ...(isKnown ? [] : [option([column, column])]),
    ...groups.map(({ theme, measures }) => make('optgroup', { label: theme }, ...measures.map(({ id, label }) => option([id, label])))),
  ];
}

function option([value, text]) {
  return make('option', { value }, text);
}

/** A value that is none of the choices, from a file, stays for the service to refuse. */
function chooser(options, value) {
  const control = make('select', { class: 'ns-field__input' }, ...options);
  control.value = value;
  if (value !== '' && control.value !== value) {
    control.append(option([value, value]));
    control.value = value;
  }
  return control;
}

function input(value, attributes) {
  const control = make('input', { class: 'ns-field__input', type: 'text', autocomplete: 'off', ...attributes });
  control.value = value;
  return control;
}
