/**
 * What is looked for and how. Controls have the names of the service's fields, so that whatever it refuses stands beside its field.
 * The usual settings need no look at the rest.
 */

import { make } from './dom.js';
import { clearErrors, showErrors } from './error-summary.js';
import { formatNumber } from './format.js';
import { linksText, readLinks, readNumber } from './hotspots-fields.js';
import { groupLayers, shelfOf } from './layer-picker.js';

/** Of the service's fields. */
const LABELS = Object.freeze({
  subject: 'Look for hotspots in',
  beyondDeprivation: 'Beyond deprivation',
  methods: 'Methods',
  neighbours: 'What makes areas neighbours',
  permutations: 'Permutations',
  seed: 'Seed',
  alternative: 'What counts',
  correction: 'Allowing for many areas',
  falseDiscoveryRate: 'False discovery rate',
  maxPopulationShare: 'Largest share of people in a circle',
  links: 'Links by hand',
});
const ALTERNATIVES = Object.freeze([['two-sided', 'Higher and lower'], ['greater', 'Higher only'], ['less', 'Lower only']]);
const CORRECTIONS = Object.freeze([['bh', 'Benjamini and Hochberg'], ['by', 'Benjamini and Yekutieli (stricter)']]);

export class HotspotsForm {
  /**
   * @param {HTMLFormElement} form
   * @param {HTMLElement} errors
   * @param {(settings: import('./hotspots-state.js').HotspotSettings) => void} onFind
   */
  constructor(form, errors, onFind) {
    Object.assign(this, { form, errors });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!this.isBusy) {
        onFind(this.settings());
      }
    });
  }

  /** @param {object} options as the service answers */
  setOptions(options) {
    if (this.options === options) {
      return;
    }
    this.options = options;
    this.subject = make(
      'select',
      { class: 'ns-field__input', id: 'subject', name: 'subject', 'aria-describedby': 'subject-hint', on: { change: () => this.settle() } },
      ...shelvesOf(options).map(([label, subjects]) => make('optgroup', { label }, ...subjects.map(({ id, title }) => make('option', { value: id }, title)))),
    );
    this.subjectHint = make('p', { class: 'ns-field__hint', id: 'subject-hint' });
    this.beyond = make('input', { class: 'ns-check__box', type: 'checkbox', id: 'beyond', 'aria-describedby': 'beyond-hint' });
    this.beyondHint = make('span', { class: 'ns-hotspots__hint', id: 'beyond-hint' });
    this.methods = options.methods.map((method) => this.choice('method', method));
    this.kinds = options.neighbours.map((kind) => this.choice('neighbours', kind));
    this.fields = this.makeFields(options.limits ?? {});
    this.find = make('button', { type: 'submit', class: 'ns-button ns-button--strong ns-hotspots__find' }, 'Find hotspots');
    this.details = make('details', { class: 'ns-details ns-hotspots__settings' }, make('summary', {}, 'Settings'), ...this.settingsParts());
    this.form.replaceChildren(
      make('div', { class: 'ns-field ns-hotspots__subject' }, make('label', { class: 'ns-field__label', for: 'subject' }, LABELS.subject), this.subjectHint, this.subject),
      group('beyondDeprivation', LABELS.beyondDeprivation, check(this.beyond, 'Only what is more than deprivation lets expect', this.beyondHint)),
      make('div', { class: 'ns-hotspots__actions' }, this.find),
      this.details,
    );
  }

  choice(kind, { id, title, explanation }) {
    const box = make('input', { class: 'ns-check__box', type: 'checkbox', id: `${kind}-${id}`, value: id, 'aria-describedby': `${kind}-${id}-hint`, on: { change: () => this.settle() } });
    const hint = make('span', { class: 'ns-hotspots__hint', id: `${kind}-${id}-hint` }, explanation);
    return { box, hint, explanation, element: check(box, title, hint) };
  }

  makeFields({ permutations, links }) {
    const input = (name, mode) => make('input', { class: 'ns-field__input', id: `hotspots-${name}`, name, type: 'text', inputmode: mode, autocomplete: 'off', 'aria-describedby': `hotspots-${name}-hint` });
    const select = (name, options) => make('select', { class: 'ns-field__input', id: `hotspots-${name}`, name, 'aria-describedby': `hotspots-${name}-hint` }, ...options.map(([value, text]) => make('option', { value }, text)));
    this.limitWords = {
      permutations: `How often values are dealt out anew to learn what chance gives${permutations ? `, at most ${formatNumber(permutations)}` : ''}; 0 takes a formula instead`,
      links: `Areas that count as neighbours although they do not touch, as over a bridge: two area codes on each line${links ? `, at most ${formatNumber(links)} lines` : ''}`,
    };
    return {
      permutations: input('permutations', 'numeric'),
      seed: input('seed', 'numeric'),
      alternative: select('alternative', ALTERNATIVES),
      correction: select('correction', CORRECTIONS),
      falseDiscoveryRate: input('falseDiscoveryRate', 'decimal'),
      maxPopulationShare: input('maxPopulationShare', 'decimal'),
      links: make('textarea', { class: 'ns-field__input ns-hotspots__links', id: 'hotspots-links', name: 'links', rows: '3', spellcheck: 'false', 'aria-describedby': 'hotspots-links-hint' }),
    };
  }

  settingsParts() {
    const { fields, limitWords } = this;
    this.share = field(fields.maxPopulationShare, LABELS.maxPopulationShare, 'For the scan, as in 0.25 for a quarter');
    return [
      make(
        'div',
        { class: 'ns-hotspots__groups' },
        group('methods', LABELS.methods, ...this.methods.map(({ element }) => element)),
        group('neighbours', LABELS.neighbours, ...this.kinds.map(({ element }) => element)),
      ),
      make('p', { class: 'ns-field__hint' }, 'Each method is run with each kind of neighbours. An area is a hotspot where most of them say so.'),
      make(
        'div',
        { class: 'ns-hotspots__numbers' },
        field(fields.alternative, LABELS.alternative, 'Than chance would give'),
        field(fields.correction, LABELS.correction, 'Among many tests some find something by chance alone'),
        field(fields.falseDiscoveryRate, LABELS.falseDiscoveryRate, 'Which share of findings may be chance, as in 0.05'),
        field(fields.permutations, LABELS.permutations, limitWords.permutations),
        field(fields.seed, LABELS.seed, 'The same seed gives the same result'),
        this.share,
      ),
      field(fields.links, `${LABELS.links} (optional)`, limitWords.links),
      make('p', { class: 'ns-hotspots__actions' }, make('button', { type: 'button', class: 'ns-button', on: { click: () => this.fillUsual() } }, 'Back to the usual settings')),
    ];
  }

  fillUsual() {
    this.fill({ ...this.options.usual, subject: this.subject.value, beyondDeprivation: this.beyond.checked });
  }

  /** @param {import('./hotspots-state.js').HotspotSettings} settings */
  fill(settings) {
    this.clear();
    const { fields } = this;
    this.subject.value = settings.subject;
    this.beyond.checked = settings.beyondDeprivation;
    this.methods.forEach(({ box }) => (box.checked = settings.methods.includes(box.value)));
    this.kinds.forEach(({ box }) => (box.checked = settings.neighbours.includes(box.value)));
    for (const name of ['permutations', 'seed', 'alternative', 'correction', 'falseDiscoveryRate', 'maxPopulationShare']) {
      fields[name].value = String(settings[name]);
    }
    fields.links.value = linksText(settings.links);
    this.settle();
  }

  /** What cannot be asked of the subject is not offered, and why stands there. */
  settle() {
    const subject = this.options.subjects.find(({ id }) => id === this.subject.value) ?? this.options.subjects[0];
    const { period = '', unit = '', title } = subject;
    this.subjectHint.textContent = [title.includes(period) ? '' : period, unit].filter(Boolean).join(' \u00b7 ');
    this.subjectHint.hidden = this.subjectHint.textContent === '';
    this.beyond.disabled = !subject.beyondDeprivation;
    this.beyond.checked &&= subject.beyondDeprivation;
    this.beyondHint.textContent = subject.beyondDeprivation
      ? 'Tells a place that is hot only because it is deprived from one that is hot even so.'
      : 'Not here: this measures deprivation itself.';
    this.methods.forEach(({ box, hint, explanation }, at) => {
      const isOut = this.options.methods[at].needsCounts && !subject.countsKnown;
      box.disabled = isOut;
      box.checked &&= !isOut;
      hint.textContent = isOut ? `${explanation} Not here: the counts behind these values are not known.` : explanation;
    });
    this.share.hidden = !this.methods.some(({ box }) => box.checked && box.value === 'scan');
  }

  /** @returns {import('./hotspots-state.js').HotspotSettings} as written; the service judges it */
  settings() {
    const { fields } = this;
    const chosen = (choices) => choices.filter(({ box }) => box.checked).map(({ box }) => box.value);
    return {
      subject: this.subject.value,
      beyondDeprivation: this.beyond.checked,
      methods: chosen(this.methods),
      neighbours: chosen(this.kinds),
      permutations: readNumber(fields.permutations.value),
      seed: readNumber(fields.seed.value),
      alternative: fields.alternative.value,
      correction: fields.correction.value,
      falseDiscoveryRate: readNumber(fields.falseDiscoveryRate.value),
      maxPopulationShare: readNumber(fields.maxPopulationShare.value),
      links: readLinks(fields.links.value),
    };
  }

  clear() {
    clearErrors(this.errors, this.form);
  }

  /** What must be put right stands beside its field, which is never folded away. */
  showProblem({ title, detail, message, errors = [] }) {
    const named = errors.map((error) => ({ ...error, message: error.field in LABELS ? `${LABELS[error.field]}: ${error.message}` : error.message }));
    showErrors(this.errors, this.form, named.length > 0 ? { title: 'Something must be put right first', errors: named } : { title, detail, message }, 'h2');
    this.details.open ||= this.details.querySelector('.ns-field--wrong') !== null;
  }

  setBusy(isBusy) {
    this.isBusy = isBusy;
    this.find.setAttribute('aria-disabled', String(isBusy));
    this.find.textContent = isBusy ? 'Looking for hotspots\u2026' : 'Find hotspots';
  }
}

/** In groups as everywhere, the group of what is usual first. */
function shelvesOf({ subjects, usual }) {
  const isUsual = ([, members]) => members.some(({ id }) => id === usual.subject);
  return [...groupLayers(subjects, shelfOf)].sort((a, b) => Number(isUsual(b)) - Number(isUsual(a)));
}

function check(box, title, hint) {
  return make('div', { class: 'ns-hotspots__choice' }, make('label', { class: 'ns-check' }, box, title), hint);
}

/** A fieldset has the name of the field, so that the summary of errors finds it and can lead to it. */
function group(name, title, ...children) {
  return make(
    'div',
    { class: 'ns-field' },
    make('fieldset', { class: 'ns-field__input ns-hotspots__group', id: `hotspots-${name}`, name, tabindex: '-1' }, make('legend', { class: 'ns-field__label' }, title), ...children),
  );
}

function field(control, label, hint = '') {
  return make(
    'div',
    { class: 'ns-field' },
    make('label', { class: 'ns-field__label', for: control.id }, label),
    hint !== '' && make('p', { class: 'ns-field__hint', id: `${control.id}-hint` }, hint),
    control,
  );
}
