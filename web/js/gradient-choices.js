/** The choices of the gradient page. A control that was changed is never made anew, so that the focus stays on it. */

import { make } from './dom.js';
import { MOST_PLACES, latestOf } from './gradient-state.js';
import { measureName } from './gradient-words.js';

export class GradientChoices {
  /**
   * @param {{measure: HTMLSelectElement, period: HTMLSelectElement, tenths: HTMLSelectElement, tenthsField: HTMLElement, places: HTMLElement, placesNote: HTMLElement, unaccompanied: HTMLInputElement, unaccompaniedField: HTMLElement, adjusted: HTMLInputElement}} controls
   * @param {(patch: Partial<import('./gradient-state.js').GradientState>) => void} onChange
   */
  constructor(controls, onChange) {
    this.controls = controls;
    this.onChange = onChange;
    /** @type {{id: string, measure: string, period: string}[]} */
    this.entries = [];
    this.placesShown = '';
    const { measure, period, tenths, unaccompanied, adjusted } = controls;
    measure.addEventListener('change', () => onChange({ gradient: latestOf(this.entries, measure.value, period.value).id }));
    period.addEventListener('change', () => onChange({ gradient: latestOf(this.entries, measure.value, period.value).id }));
    tenths.addEventListener('change', () => onChange(tenths.value === 'local' ? { tenths: 'local', places: [], unaccompanied: '' } : { tenths: '' }));
    unaccompanied.addEventListener('change', () => onChange({ unaccompanied: unaccompanied.checked ? '' : 'out' }));
    adjusted.addEventListener('change', () => onChange({ funnel: adjusted.checked ? 'adjusted' : '' }));
  }

  /** Marks what is shown, before its figures arrive. @param {object[]} entries @param {{measure: string, period: string}} entry */
  setEntries(entries, entry) {
    const { measure, period } = this.controls;
    this.entries = entries;
    const firsts = entries.filter(({ measure: one }, index) => entries.findIndex((other) => other.measure === one) === index);
    fill(measure, firsts.map((one) => [one.measure, measureName(one)]), entry.measure);
    const periods = entries.filter((one) => one.measure === entry.measure).map((one) => one.period);
    fill(period, periods.sort((a, b) => b.localeCompare(a)).map((text) => [text, text]), entry.period);
  }

  /** @param {object} report as the service answers */
  setReport({ choices, tenths, unaccompanied, funnelLimits }) {
    const { controls } = this;
    const isLocal = tenths === 'local';
    controls.tenthsField.hidden = !choices.local;
    controls.tenths.value = isLocal ? 'local' : '';
    controls.placesNote.textContent = isLocal ? 'Tenths of this county cannot compare places. Choose national tenths for that.' : '';
    controls.unaccompaniedField.hidden = !choices.unaccompanied || isLocal;
    controls.unaccompanied.checked = unaccompanied !== 'out';
    controls.adjusted.checked = funnelLimits === 'adjusted';
    const shown = JSON.stringify(choices.places.map(({ code, name }) => [code, name]));
    if (shown !== this.placesShown) {
      this.placesShown = shown;
      controls.places.replaceChildren(...groupsOf(choices.places).map(([title, places]) => this.group(title, places)));
    }
    const chosen = choices.places.filter((place) => place.chosen).map(({ code }) => code);
    for (const box of this.boxes()) {
      box.checked = chosen.includes(box.value);
      box.disabled = isLocal || (!box.checked && chosen.length >= MOST_PLACES);
    }
  }

  group(title, places) {
    return make(
      'div',
      { class: 'ns-gradient__group', role: 'group', 'aria-label': title },
      make('p', { class: 'ns-gradient__group-title', 'aria-hidden': 'true' }, title),
      ...places.map(({ code, name }) =>
        make(
          'label',
          { class: 'ns-check' },
          make('input', { class: 'ns-check__box', type: 'checkbox', name: 'place', value: code, on: { change: () => this.choosePlaces() } }),
          name,
        ),
      ),
    );
  }

  choosePlaces() {
    this.onChange({ places: this.boxes().filter(({ checked }) => checked).map(({ value }) => value) });
  }

  /** @returns {HTMLInputElement[]} */
  boxes() {
    return [...this.controls.places.querySelectorAll('input')];
  }
}

const GROUPS = Object.freeze([['county', 'County'], ['district', 'Districts'], ['authority', 'Other authorities']]);

function groupsOf(places) {
  return GROUPS.map(([kind, title]) => [title, places.filter((place) => place.kind === kind)]).filter(([, some]) => some.length > 0);
}

/** @param {HTMLSelectElement} select @param {[string, string][]} options */
function fill(select, options, value) {
  select.replaceChildren(...options.map(([code, text]) => make('option', { value: code }, text)));
  select.value = value;
}
