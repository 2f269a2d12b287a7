/** The form that defines a scoring method: what it is called, what it is made of, and how that becomes one score. */

import { make } from './dom.js';
import { clearErrors, showErrors } from './error-summary.js';
import { EMPTY_FACTOR, documentOf, domainsOf, fieldsOf, isShowable, plainError } from './recipes-document.js';
import { groupMeasures } from './recipes-measures.js';
import { FactorRow } from './recipes-row.js';
import { AGGREGATIONS, capital } from './recipes-words.js';

const DOMAIN_NAMES = 'domain-names';

export class RecipeForm {
  /**
   * @param {HTMLFormElement} form
   * @param {HTMLElement} errors
   * @param {import('./types.js').LoadedMeasure[]} measures of the county
   * @param {object} does
   * @param {string} does.saveWords on the button
   * @param {(document: object) => Promise<void>} does.onTry
   * @param {(document: object) => Promise<void>} does.onSave
   * @param {(text: string) => void} does.tell a live region
   */
  constructor(form, errors, measures, does) {
    Object.assign(this, { form, errors, does, groups: groupMeasures(measures), rows: [] });
    this.file = make('input', { class: 'ns-field__input', type: 'file', accept: '.json,application/json', id: 'recipe-file', name: 'file', 'aria-describedby': 'recipe-file-hint', on: { click: () => (this.file.value = ''), change: () => this.openFile() } });
    this.name = make('input', { class: 'ns-field__input', id: 'recipe-name', name: 'name', type: 'text', autocomplete: 'off', maxlength: '120', 'aria-required': 'true' });
    this.description = make('textarea', { class: 'ns-field__input', id: 'recipe-description', name: 'description', rows: '2', 'aria-describedby': 'recipe-description-hint' });
    this.aggregation = make('select', { class: 'ns-field__input', id: 'recipe-aggregation', name: 'aggregation', 'aria-describedby': 'recipe-aggregation-hint', on: { change: () => this.settle() } }, ...Object.entries(AGGREGATIONS).map(([code, { term }]) => make('option', { value: code }, capital(term))));
    this.aggregationWords = make('p', { class: 'ns-field__hint', id: 'recipe-aggregation-hint' });
    this.coverage = make('input', { class: 'ns-field__input', id: 'recipe-coverage', name: 'minimumCoverage', type: 'text', inputmode: 'decimal', autocomplete: 'off', 'aria-describedby': 'recipe-coverage-hint' });
    this.reference = make('input', { class: 'ns-field__input', id: 'recipe-reference', name: 'referenceSize', type: 'text', inputmode: 'numeric', autocomplete: 'off', 'aria-describedby': 'recipe-reference-hint' });
    this.list = make('div', { class: 'ns-factor-rows' });
    this.domains = make('fieldset', { class: 'ns-recipes__domains' });
    this.domainNames = make('datalist', { id: DOMAIN_NAMES });
    this.add = make('button', { type: 'button', class: 'ns-button', on: { click: () => this.addRow() } }, 'Add a circumstance');
    form.replaceChildren(...this.parts());
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.send(does.onSave);
    });
  }

  parts() {
    const part = (id, title, ...children) => make('section', { class: 'ns-data__section', 'aria-labelledby': id }, make('h2', { class: 'ns-data__heading', id }, title), ...children);
    this.referenceField = field(this.reference, 'Ranks among how many areas', 'For measures that are ranks already, such as 33,755 for England; 0 ranks the areas of the county');
    return [
      part(
        'words-title',
        'What it is called',
        field(this.file, 'Open a recipe file (optional)', 'A JSON file, such as one that was downloaded here. It is read in this browser and fills the form; nothing is saved'),
        field(this.name, 'Name', ''),
        field(this.description, 'Description', 'What it is for, and who decided on it'),
      ),
      part('factors-title', 'What it is made of', make('p', {}, 'Choose measures of this county. Which end means more need comes from the codebook and can be changed.'), this.list, this.domainNames, make('p', { class: 'ns-recipes__actions' }, this.add)),
      part(
        'score-title',
        'How it becomes one score',
        this.domains,
        make('div', { class: 'ns-field' }, make('label', { class: 'ns-field__label', for: 'recipe-aggregation' }, 'Put together as'), this.aggregationWords, this.aggregation),
        field(this.coverage, 'Minimum coverage, percent', 'How much of the weight must be known for an area to get a score'),
        this.referenceField,
      ),
      make(
        'div',
        { class: 'ns-form__actions ns-recipes__actions' },
        make('button', { type: 'button', class: 'ns-button', on: { click: () => this.send(this.does.onTry) } }, 'Try it'),
        make('button', { type: 'submit', class: 'ns-button ns-button--strong' }, this.does.saveWords),
      ),
      make('p', { class: 'ns-field__hint' }, '\u201cTry it\u201d changes nothing. A saved method is never changed: a change is a new version. It holds no figures, only how they are put together.'),
    ];
  }

  /** @param {import('./recipes-document.js').RecipeFields} fields */
  fill(fields) {
    clearErrors(this.errors, this.form);
    this.rest = fields.rest;
    this.weights = fields.domains;
    this.name.value = fields.name;
    this.description.value = fields.description;
    this.aggregation.value = fields.aggregation;
    this.coverage.value = fields.minimumCoverage;
    this.reference.value = fields.referenceSize;
    this.rows = fields.factors.map((factor) => this.rowOf(factor));
    this.showRows();
  }

  rowOf(factor) {
    return new FactorRow(factor, { groups: this.groups, domains: DOMAIN_NAMES }, { onRemove: (row) => this.removeRow(row), onChange: () => this.settle() });
  }

  showRows() {
    this.list.replaceChildren(...this.rows.map(({ element }) => element));
    this.settle();
  }

  addRow() {
    const row = this.rowOf({ ...EMPTY_FACTOR });
    this.rows.push(row);
    this.list.append(row.element);
    this.settle();
    row.column.focus();
  }

  /** The focus goes to the row that comes after it, or to the button that adds one. */
  removeRow(row) {
    const place = this.rows.indexOf(row);
    this.rows.splice(place, 1);
    row.element.remove();
    this.settle();
    (this.rows[place]?.remove ?? this.add).focus();
    this.does.tell(`${row.label() || 'The circumstance'} was removed.`);
  }

  settle() {
    this.rows.forEach((row, place) => row.standAt(place));
    this.aggregationWords.textContent = AGGREGATIONS[this.aggregation.value]?.sentence ?? '';
    this.referenceField.hidden = !this.rows.some(({ standardisation }) => standardisation.value === 'exponential');
    this.showDomains();
  }

  showDomains() {
    const before = this.domainFields ?? this.weights;
    const kept = before.map((domain) => ({ ...domain, weight: this.weightOf(domain) }));
    this.domainFields = domainsOf(this.rows.map((row) => row.fields()), [...this.weights, ...kept]);
    this.domains.hidden = this.domainFields.length === 0;
    this.domainNames.replaceChildren(...this.domainFields.map(({ name }) => make('option', { value: name })));
    const key = JSON.stringify(this.domainFields.map(({ name }) => name));
    if (this.domains.dataset.names === key) {
      return;
    }
    this.domains.dataset.names = key;
    this.domains.replaceChildren(
      make('legend', { class: 'ns-field__label' }, 'What each domain counts'),
      ...this.domainFields.map(({ name, weight }, place) => {
        const control = make('input', { class: 'ns-field__input', id: `domain-${place}`, name: `domains[${place}].weight`, type: 'text', inputmode: 'decimal', autocomplete: 'off', 'data-domain': name });
        control.value = weight;
        return field(control, name, '');
      }),
    );
  }

  weightOf({ name, weight }) {
    return this.domains.querySelector(`[data-domain="${CSS.escape(name)}"]`)?.value ?? weight;
  }

  /** The document that the form holds. */
  document() {
    const domains = this.domainFields.map((domain) => ({ ...domain, weight: this.weightOf(domain) }));
    return documentOf({
      name: this.name.value,
      description: this.description.value,
      aggregation: this.aggregation.value,
      minimumCoverage: this.coverage.value,
      referenceSize: this.reference.value,
      factors: this.rows.map((row) => row.fields()),
      domains,
      rest: this.rest,
    });
  }

  async send(action) {
    if (this.isBusy) {
      return;
    }
    clearErrors(this.errors, this.form);
    this.isBusy = true;
    try {
      await action(this.document());
    } catch (error) {
      this.showProblem(error);
    } finally {
      this.isBusy = false;
    }
  }

  /** What must be put right stands beside its field, which is never folded away. */
  showProblem({ title, detail, message, errors = [] }) {
    const plain = errors.map((error) => plainError(error, (place) => this.rows[place]?.label() ?? ''));
    showErrors(this.errors, this.form, plain.length > 0 ? { title: 'Something must be put right first', errors: plain } : { title, detail, message }, 'h2');
    this.form.querySelectorAll('details:has(.ns-field--wrong)').forEach((details) => (details.open = true));
  }

  async openFile() {
    const [file] = this.file.files;
    if (file === undefined) {
      return;
    }
    clearErrors(this.errors, this.form);
    let recipe;
    try {
      recipe = JSON.parse((await file.text()).replace(/^\uFEFF/, ''));
    } catch {
      this.showProblem({ title: 'The file cannot be opened', errors: [{ field: 'file', message: `${file.name} is not valid JSON: choose a recipe file.` }] });
      return;
    }
    if (isShowable(recipe)) {
      this.fill(fieldsOf(recipe));
      this.does.tell(`${file.name} fills the form.`);
    }
    // Also what the form cannot hold is for the service to judge.
    await this.send(() => this.does.onTry(isShowable(recipe) ? this.document() : recipe));
  }
}

function field(control, label, hint) {
  return make(
    'div',
    { class: 'ns-field' },
    make('label', { class: 'ns-field__label', for: control.id }, label),
    hint !== '' && make('p', { class: 'ns-field__hint', id: `${control.id}-hint` }, hint),
    control,
  );
}
