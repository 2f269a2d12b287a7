/**
 * What is looked for and how. Controls have the names of the service's fields, so that whatever it refuses stands beside its field.
 * The usual settings need no look at the rest.
 */

import { make } from './dom.js';
import { clearErrors, showErrors } from './error-summary.js';
import { formatCount, formatNumber } from './format.js';
import { linksText, readLinks, readNumber } from './hotspots-fields.js';
import { LISTED } from './hotspots-state.js';
import { groupLayers, shelfOf } from './layer-picker.js';

/** What asks of several measures at once. */
const JOIN_COUNT = 'join-count';

/** Of the service's fields. */
const LABELS = Object.freeze({
  subject: 'Look for hotspots in',
  with: 'Only where these are high too',
  high: 'An area counts as high',
  neighbourList: 'File of neighbours',
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
/** What the service takes is a little more. */
const MOST_FILE_BYTES = 7_500_000;
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
    this.others = Array.from({ length: options.limits?.with ?? 0 }, (_, at) => this.otherMeasure(options, at + 1));
    this.methods = options.methods.filter(({ standsAlone }) => !standsAlone).map((method) => this.choice('method', method));
    this.kinds = options.neighbours.map((kind) => this.choice('neighbours', kind));
    this.list = this.choice('neighbours', { id: LISTED, title: 'Neighbours of a file', explanation: '' });
    this.kinds.push(this.list);
    this.file = make('input', { class: 'ns-field__input', id: 'hotspots-file', name: 'neighbourList', type: 'file', accept: '.csv,text/csv', 'aria-describedby': 'hotspots-file-hint', on: { change: () => this.readFile() } });
    this.fields = this.makeFields(options.limits ?? {});
    this.find = make('button', { type: 'submit', class: 'ns-button ns-button--strong ns-hotspots__find' }, 'Find hotspots');
    this.details = make('details', { class: 'ns-details ns-hotspots__settings' }, make('summary', {}, 'Settings'), ...this.settingsParts());
    this.form.replaceChildren(
      make('div', { class: 'ns-field ns-hotspots__subject' }, make('label', { class: 'ns-field__label', for: 'subject' }, LABELS.subject), this.subjectHint, this.subject),
      make('div', {}, group('with', `${LABELS.with} (optional)`, make('p', { class: 'ns-field__hint' }, 'Finds areas that are high on all of them and lie beside others that are, more often than chance would give.'), make('div', { class: 'ns-hotspots__groups' }, ...this.others.map(({ element }) => element)))),
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

  otherMeasure(options, number) {
    const select = make(
      'select',
      { class: 'ns-field__input', id: `with-${number}`, on: { change: () => this.settle() } },
      make('option', { value: '' }, 'None'),
      ...shelvesOf(options).map(([label, subjects]) => make('optgroup', { label }, ...subjects.map(({ id, title }) => make('option', { value: id }, title)))),
    );
    return { select, element: make('div', {}, make('label', { class: 'ns-field__label', for: select.id }, number === 1 ? 'High too on' : 'And on'), select) };
  }

  /** The text of the chosen file; what is in it the service judges. */
  async readFile() {
    const [file] = this.file.files;
    if (file === undefined) {
      return;
    }
    if (file.size > MOST_FILE_BYTES) {
      this.file.value = '';
      this.setList(undefined);
      this.showProblem({ errors: [{ field: 'neighbourList', message: `${file.name} is larger than the 7.5 MB that are taken: leave out what lies outside the county.` }] });
      return;
    }
    this.clear();
    this.setList(await file.text());
    this.list.box.checked = this.listText !== undefined;
    this.settle();
  }

  /** @param {string|undefined} text of a file of neighbours */
  setList(text) {
    this.listText = text;
    this.fileHint.textContent = `A CSV with columns id and neighbour, area codes, and perhaps weight; a link counts in the direction that is given. Beside them Gi* counts each area itself with the weight 1, so give weights of about 1 on average. ${text === undefined ? '' : `Chosen: ${formatCount(Math.max(0, text.trim().split('\n').length - 1), 'row', 'rows')}.`}`;
  }

  makeFields({ permutations, links }) {
    const input = (name, mode) => make('input', { class: 'ns-field__input', id: `hotspots-${name}`, name, type: 'text', inputmode: mode, autocomplete: 'off', 'aria-describedby': `hotspots-${name}-hint` });
    const select = (name, options) => make('select', { class: 'ns-field__input', id: `hotspots-${name}`, name, 'aria-describedby': `hotspots-${name}-hint` }, ...options.map(([value, text]) => make('option', { value }, text)));
    this.limitWords = {
      permutations: `How often values are dealt out anew to learn what chance gives${permutations ? `, at most ${formatNumber(permutations)}` : ''}; 0 takes a formula instead`,
      links: `Areas that count as neighbours although they do not touch, as over a bridge: two area codes on each line${links ? `, at most ${formatNumber(links)} lines` : ''}`,
    };
    return {
      high: select('high', (this.options.high ?? []).map(({ id, title }) => [id, `In the ${title}`])),
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
    this.fileHint = make('p', { class: 'ns-field__hint', id: 'hotspots-file-hint' });
    this.setList(undefined);
    const file = make('div', { class: 'ns-field' }, make('label', { class: 'ns-field__label', for: this.file.id }, LABELS.neighbourList), this.fileHint, this.file);
    this.methodsGroup = group('methods', LABELS.methods, ...this.methods.map(({ element }) => element));
    this.highField = field(fields.high, LABELS.high, 'Of the areas of which a measure is known');
    this.alternativeField = field(fields.alternative, LABELS.alternative, 'Than chance would give');
    this.share = field(fields.maxPopulationShare, LABELS.maxPopulationShare, 'For the scan, as in 0.25 for a quarter');
    return [
      make(
        'div',
        { class: 'ns-hotspots__groups' },
        this.methodsGroup,
        group('neighbours', LABELS.neighbours, ...this.kinds.map(({ element }) => element)),
        file,
      ),
      make('p', { class: 'ns-field__hint' }, 'Each method is run with each kind of neighbours. An area is a hotspot where most of them say so.'),
      make(
        'div',
        { class: 'ns-hotspots__numbers' },
        this.highField,
        this.alternativeField,
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
    this.others.forEach(({ select }, at) => (select.value = settings.with?.[at] ?? ''));
    this.setList(settings.neighbourList);
    const methods = settings.methods.includes(JOIN_COUNT) ? this.options.usual.methods : settings.methods;
    this.methods.forEach(({ box }) => (box.checked = methods.includes(box.value)));
    this.kinds.forEach(({ box }) => (box.checked = settings.neighbours.includes(box.value)));
    for (const name of ['high', 'permutations', 'seed', 'alternative', 'correction', 'falseDiscoveryRate', 'maxPopulationShare']) {
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
    const others = this.withOthers();
    const isJoint = others.length > 0;
    const goesBeyond = [subject, ...this.options.subjects.filter(({ id }) => others.includes(id))].every((one) => one.beyondDeprivation);
    this.others.forEach(({ select }) => select.querySelectorAll('option').forEach((option) => (option.disabled = option.value === subject.id)));
    this.methodsGroup.hidden = isJoint;
    this.alternativeField.hidden = isJoint;
    this.highField.hidden = !isJoint;
    this.beyond.disabled = !goesBeyond;
    this.beyond.checked &&= goesBeyond;
    this.beyondHint.textContent = goesBeyond
      ? 'Tells a place that is hot only because it is deprived from one that is hot even so.'
      : 'Not here: this measures deprivation itself.';
    this.methods.forEach(({ box, hint, explanation }) => {
      const isOut = this.options.methods.find(({ id }) => id === box.value).needsCounts && !subject.countsKnown;
      box.disabled = isOut;
      box.checked &&= !isOut;
      hint.textContent = isOut ? `${explanation} Not here: the counts behind these values are not known.` : explanation;
    });
    this.share.hidden = isJoint || !this.methods.some(({ box }) => box.checked && box.value === 'scan');
  }

  /** @returns {string[]} the further measures, each once */
  withOthers() {
    return [...new Set(this.others.map(({ select }) => select.value))].filter((id) => id !== '' && id !== this.subject.value);
  }

  /** @returns {import('./hotspots-state.js').HotspotSettings} as written; the service judges it */
  settings() {
    const { fields } = this;
    const chosen = (choices) => choices.filter(({ box }) => box.checked).map(({ box }) => box.value);
    return {
      subject: this.subject.value,
      beyondDeprivation: this.beyond.checked,
      with: this.withOthers(),
      high: fields.high.value,
      methods: this.withOthers().length > 0 ? [JOIN_COUNT] : chosen(this.methods),
      neighbours: chosen(this.kinds),
      permutations: readNumber(fields.permutations.value),
      seed: readNumber(fields.seed.value),
      alternative: fields.alternative.value,
      correction: fields.correction.value,
      falseDiscoveryRate: readNumber(fields.falseDiscoveryRate.value),
      maxPopulationShare: readNumber(fields.maxPopulationShare.value),
      links: readLinks(fields.links.value),
      ...(this.list.box.checked && this.listText !== undefined && { neighbourList: this.listText }),
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
