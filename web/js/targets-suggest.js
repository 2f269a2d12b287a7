/**
 * The form that asks for the best set within limits. Controls have the names of the service's fields, so that a limit that cannot be kept is
 * said beside it.
 */

import { make } from './dom.js';
import { clearErrors, showErrors } from './error-summary.js';
import { fieldInQuestion, questionOf } from './targets-question.js';

export class SuggestForm {
  /**
   * @param {HTMLFormElement} form
   * @param {HTMLElement} errors
   * @param {{onAsk: (question: object) => Promise<void>, onBudget: (budget: object) => void}} does `onBudget` hears of limits and costs
   */
  constructor(form, errors, { onAsk, onBudget }) {
    Object.assign(this, { form, errors, onAsk });
    form.addEventListener('change', () => {
      // What cannot be read is left out, and is said beside its field when a set is asked for.
      const { question: { limits, costs } } = questionOf(this.fields(), { ...this.about, districts: this.districts });
      onBudget({ limits, costs });
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.ask();
    });
  }

  /** @param {object} options of the service */
  setOptions({ needs, districts }) {
    this.districts = districts.map(({ code }) => code);
    this.scope = select('scope', [['district', 'This district'], ['county', 'The whole county, to compare']]);
    this.scope.addEventListener('change', () => this.settle());
    this.floorField = field(number('floors'), 'Areas in each district, at least', 'Empty: no floor');
    this.need = select('need', needs.map(({ code, title }) => [code, title]));
    this.method = select('method', [['best', 'The best set'], ['nested', 'A row of budgets, each adding to the one before'], ['frontier', 'What more budget would reach']]);
    this.method.addEventListener('change', () => this.settle());
    this.budgetField = field(number('budgets', { type: 'text' }), 'Budgets, smallest first', 'Amounts with commas or spaces between them, at most 20');
    this.resource = select('resource', [['areas', 'Number of areas'], ['money', 'Money (£ a year)'], ['caseload', 'Caseload'], ['children', 'Children']]);
    this.resourceField = field(this.resource, 'Budget of', '');
    const robust = make('input', { class: 'ns-check__box', type: 'checkbox', name: 'robustness', id: 'suggest-robustness' });
    this.form.replaceChildren(
      make('div', { class: 'ns-targets__columns' },
        field(this.scope, 'Where', ''),
        field(this.need, 'What counts as need', ''),
        field(this.method, 'What to look for', ''),
        this.resourceField,
        this.budgetField,
        field(number('areasFrom'), 'Areas, at least', ''),
        field(number('areasTo', { value: '5' }), 'Areas, at most', ''),
        field(number('piecesMost', { value: '2' }), 'Pieces that hang together, at most', 'Empty: areas may lie anywhere'),
        field(number('pieceAreasLeast'), 'Areas in each piece, at least', ''),
        this.floorField),
      make('details', { class: 'ns-details' }, make('summary', {}, 'Budget: money, caseload and children'),
        make('div', { class: 'ns-targets__columns' },
          field(number('limits.money'), 'Money, at most (£ a year)', ''),
          field(number('costs.money.perArea'), 'Money for each area (£ a year)', ''),
          field(number('costs.money.perChild'), 'Money for each child who lives there (£ a year)', ''),
          field(number('limits.caseload'), 'Caseload, at most', 'Families or children that workers can take on at a time'),
          field(number('costs.caseload.perArea'), 'Caseload of each area', ''),
          field(number('costs.caseload.perChild'), 'Caseload for each child who lives there', ''),
          field(number('limits.children'), 'Children aged 0 to 17, at most', ''))),
      make('p', { class: 'ns-field__hint' }, 'Areas that you keep (the boxes \u201cKeep\u201d in the table) stay: chosen ones must be in, others must not.'),
      make('div', { class: 'ns-field' }, make('label', { class: 'ns-check', for: 'suggest-robustness' }, robust, 'Also look how it changes under other weights and years')),
      make('p', { class: 'ns-form__actions' }, make('button', { type: 'submit', class: 'ns-button ns-button--strong' }, 'Suggest a set')),
    );
    this.settle();
  }

  settle() {
    const isRow = this.method.value !== 'best';
    this.resourceField.hidden = !isRow;
    this.budgetField.hidden = !isRow;
    this.floorField.hidden = this.scope.value !== 'county';
  }

  /** @param {{district: string, codes: readonly string[], locks: readonly string[]}} about what is picked now */
  setPicked(about) {
    this.about = about;
  }

  fields() {
    return Object.fromEntries(new FormData(this.form));
  }

  async ask() {
    if (this.isBusy) {
      return;
    }
    clearErrors(this.errors, this.form);
    const { question, errors } = questionOf(this.fields(), { ...this.about, districts: this.districts });
    if (errors.length > 0) {
      this.showProblem({ errors });
      return;
    }
    this.isBusy = true;
    this.form.setAttribute('aria-busy', 'true');
    try {
      await this.onAsk(question);
    } catch (error) {
      this.showProblem(error);
    } finally {
      this.isBusy = false;
      this.form.removeAttribute('aria-busy');
    }
  }

  /** What cannot be kept stands beside its field, which is never folded away. */
  showProblem(problem) {
    const { title, detail, message } = problem;
    const errors = (problem.errors ?? []).map((error) => ({ ...error, field: fieldInQuestion(error.field ?? '') }));
    showErrors(this.errors, this.form, errors.length > 0 ? { title: title ?? 'Something must be put right first', detail, errors } : { title, detail, message });
    this.form.querySelectorAll('details:has(.ns-field--wrong)').forEach((details) => (details.open = true));
    if (problem instanceof Error && problem.name !== 'ProblemError') {
      throw problem;
    }
  }
}

function id(name) {
  return `suggest-${name.replaceAll('.', '-')}`;
}

function number(name, attributes = {}) {
  return make('input', { class: 'ns-field__input', type: 'text', inputmode: 'decimal', autocomplete: 'off', id: id(name), name, ...attributes });
}

function select(name, options) {
  return make('select', { class: 'ns-field__input', id: id(name), name }, ...options.map(([value, text]) => make('option', { value }, text)));
}

function field(control, label, hint) {
  const hintId = `${control.id}-hint`;
  if (hint !== '') {
    control.setAttribute('aria-describedby', hintId);
  }
  return make('div', { class: 'ns-field' }, make('label', { class: 'ns-field__label', for: control.id }, label), hint !== '' && make('p', { class: 'ns-field__hint', id: hintId }, hint), control);
}
