/**
 * The plan: what is to be achieved and for whom, why these areas, what else was looked at, what was said against it, and when the board
 * looks again. The form's controls have the names of the service's fields.
 */

import { make } from './dom.js';
import { clearErrors, showErrors } from './error-summary.js';
import { formatCount } from './format.js';
import { MOST_PRIORITIES, fieldInForm } from './targets-plan.js';

const NO_PRIORITY = Object.freeze({ title: '', group: '', actions: '', outcomeMeasures: '' });

/** What can be done next, by the state of what was opened; nothing where it is not saved yet. */
const ACTIONS = Object.freeze({
  '': ['draft', 'proposed'],
  draft: ['draft', 'proposed'],
  proposed: ['agreed', 'proposed', 'draft'],
});

const ACTION_WORDS = Object.freeze({ draft: 'Save as a draft', proposed: 'Propose to the board', agreed: 'Record that the board agreed' });

export class TargetsForm {
  /**
   * @param {HTMLElement} root
   * @param {{onSave: (state: string) => Promise<void>, onChange: () => void, onRemove: (code: string) => void, nameOf: (code: string) => string, tell: (text: string) => void}} does
   */
  constructor(root, does) {
    Object.assign(this, { root, does, priorities: [], alternatives: [], reasons: new Map() });
    this.errors = make('div');
    this.form = make('form', { class: 'ns-form ns-targets__form', 'aria-label': 'Plan', novalidate: true, on: { submit: (event) => event.preventDefault(), input: () => does.onChange() } });
    this.title = input('title', { 'aria-required': 'true', maxlength: '120' });
    this.areas = input('areas', { readonly: true });
    this.dissent = area('dissent', 3);
    this.review = input('review', { type: 'date' });
    this.savedBy = input('savedBy', { 'aria-required': 'true', maxlength: '120', autocomplete: 'name' });
    this.priorityList = make('div', { class: 'ns-targets__items' });
    this.reasonList = make('div', { class: 'ns-targets__items' });
    this.alternativeList = make('div', { class: 'ns-targets__items' });
    this.addPriority = make('button', { type: 'button', class: 'ns-button', on: { click: () => this.addPriorityByHand() } }, 'Add a priority');
    this.addAlternative = make('button', { type: 'button', class: 'ns-button', on: { click: () => this.noteAlternative([], true) } }, 'Add a choice that was looked at');
    this.actions = make('div', { class: 'ns-form__actions ns-targets__steps' });
    root.replaceChildren(make('h2', { class: 'ns-data__heading', id: 'plan-title' }, 'The plan, and why'), this.errors, this.form);
    this.form.replaceChildren(
      field(this.title, 'Name of the set', 'Such as \u201cEarlier help in Alder Valley, 2026\u201d'),
      group('Priorities', 'Three to five things that are to be achieved. A draft may have fewer.', this.priorityList, this.addPriority),
      group('Areas and reasons', 'An area that others of the district have more need than needs a reason.', field(this.areas, 'Chosen areas', ''), this.reasonList),
      group('What else was looked at', 'Other choices, and why they were not taken.', this.alternativeList, this.addAlternative),
      field(this.dissent, 'What was said against it', 'By whom, and why. Empty where nothing was.'),
      field(this.review, 'Review on', 'When the board looks at its choice again: usually in a year.'),
      field(this.savedBy, 'Saved by', 'A name or a role; it stays with this revision.'),
      this.actions,
      make('p', { class: 'ns-field__hint' }, 'Every saved revision stays as it is, with the figures as they were shown then. Write nothing about single children or families.'),
    );
  }

  /** @param {import('./targets-plan.js').PlanFields} plan @param {string} state of what was opened, or empty */
  fill(plan, state) {
    clearErrors(this.errors, this.form);
    this.title.value = plan.title;
    this.dissent.value = plan.dissent;
    this.review.value = plan.review;
    this.savedBy.value = '';
    this.written = { ...plan.reasons };
    // What was written for another set is not carried into this one.
    this.reasons = new Map();
    this.priorities = plan.priorities.map((fields) => this.priority(fields));
    this.alternatives = plan.alternatives.map((fields) => this.alternative(fields));
    this.stand();
    this.actions.replaceChildren(...(ACTIONS[state] ?? []).map((next, place) =>
      make('button', { type: 'button', class: `ns-button${place === 0 ? ' ns-button--strong' : ''}`, on: { click: () => this.send(next) } }, ACTION_WORDS[next])));
  }

  /** @param {readonly string[]} codes chosen ones @param {readonly string[]} against those that others have more need than */
  setAreas(codes, against) {
    this.keepReasons();
    const rows = codes.map((code) => {
      const control = area(`reason-${code}`, 2);
      control.value = this.written[code] ?? '';
      return [code, control];
    });
    this.reasons = new Map(rows);
    this.areas.value = codes.length === 0 ? 'None' : `${formatCount(codes.length, 'area', 'areas')}: ${codes.map(this.does.nameOf).join(', ')}`;
    this.reasonList.replaceChildren(...rows.map(([code, control], place) => {
      control.name = `areas[${place}].reason`;
      const name = this.does.nameOf(code);
      const item = field(control, `Why ${name}`, against.includes(code) ? 'Others of the district have more need: say why this one is chosen.' : 'Its rank says it; a reason may be added.');
      item.append(make('button', { type: 'button', class: 'ns-link', on: { click: () => this.does.onRemove(code) } }, `Take ${name} out`));
      return item;
    }));
  }

  keepReasons() {
    this.reasons.forEach((control, code) => (this.written[code] = control.value));
  }

  /** @returns {import('./targets-plan.js').PlanFields} */
  plan() {
    this.keepReasons();
    const values = (controls) => Object.fromEntries(Object.entries(controls).map(([name, { value }]) => [name, value]));
    return {
      title: this.title.value,
      savedBy: this.savedBy.value,
      priorities: this.priorities.map(({ controls }) => values(controls)),
      reasons: { ...this.written },
      alternatives: this.alternatives.map(({ controls }) => values(controls)),
      dissent: this.dissent.value,
      review: this.review.value,
    };
  }

  /** @param {string[]} codes of a choice that was looked at @param {boolean} isFocused whether somebody is to write why not at once */
  noteAlternative(codes, isFocused) {
    const item = this.alternative({ areas: codes.join(' '), whyNot: '' });
    this.alternatives.push(item);
    this.stand();
    this.does.onChange();
    if (isFocused) {
      (codes.length === 0 ? item.controls.areas : item.controls.whyNot).focus();
    }
  }

  addPriorityByHand() {
    const item = this.priority({ ...NO_PRIORITY });
    this.priorities.push(item);
    this.stand();
    item.controls.title.focus();
  }

  priority(fields) {
    const controls = { title: input('priority-title', { maxlength: '2000' }), group: input('priority-group', { maxlength: '2000' }), actions: area('priority-actions', 2), outcomeMeasures: area('priority-measures', 2) };
    return this.item('priorities', 'priority', controls, fields, [
      [controls.title, 'What is to be achieved', ''],
      [controls.group, 'For whom', ''],
      [controls.actions, 'What will be done', 'One on each line'],
      [controls.outcomeMeasures, 'How you will see whether it helped', 'One measure on each line'],
    ]);
  }

  alternative(fields) {
    const controls = { areas: input('alternative-areas', {}), whyNot: area('alternative-why-not', 2) };
    return this.item('alternatives', 'choice', controls, fields, [
      [controls.areas, 'Codes of its areas', 'With spaces between them; may be empty'],
      [controls.whyNot, 'Why it was not taken', ''],
    ]);
  }

  item(list, word, controls, fields, rows) {
    Object.entries(controls).forEach(([name, control]) => (control.value = fields[name] ?? ''));
    const legend = make('legend', { class: 'ns-field__label' });
    const item = { list, word, controls, legend };
    item.remove = make('button', { type: 'button', class: 'ns-link', on: { click: () => this.removeItem(item) } });
    item.element = make('fieldset', { class: 'ns-targets__item' }, legend, ...rows.map(([control, label, hint]) => field(control, label, hint)), item.remove);
    return item;
  }

  removeItem(item) {
    this[item.list] = this[item.list].filter((one) => one !== item);
    this.stand();
    this.does.onChange();
    (item.list === 'priorities' ? this.addPriority : this.addAlternative).focus();
    this.does.tell(`The ${item.word} was removed.`);
  }

  /** Names and numbers follow the places in the list. */
  stand() {
    for (const [list, root] of [['priorities', this.priorityList], ['alternatives', this.alternativeList]]) {
      this[list].forEach(({ word, controls, legend, remove }, place) => {
        legend.textContent = `${word === 'priority' ? 'Priority' : 'Choice'} ${place + 1}`;
        remove.textContent = `Remove ${word} ${place + 1}`;
        Object.entries(controls).forEach(([name, control]) => (control.name = `${list}[${place}].${name}`));
      });
      const shown = this[list].map(({ element }) => element);
      if (shown.some((element, place) => root.children[place] !== element) || root.children.length !== shown.length) {
        root.replaceChildren(...shown);
      }
    }
    this.addPriority.hidden = this.priorities.length >= MOST_PRIORITIES;
  }

  async send(state) {
    if (this.isBusy) {
      return;
    }
    clearErrors(this.errors, this.form);
    this.isBusy = true;
    this.form.setAttribute('aria-busy', 'true');
    try {
      await this.does.onSave(state);
    } catch (error) {
      this.showProblem(error);
    } finally {
      this.isBusy = false;
      this.form.removeAttribute('aria-busy');
    }
  }

  /** The service knows areas by code, a board by name. */
  withNames(message) {
    return message.replace(/\b[A-Z]\d{8}\b/g, (code) => (this.does.nameOf(code) === code ? code : `${this.does.nameOf(code)} (${code})`));
  }

  /** What must be put right stands beside its field. */
  showProblem(problem) {
    const { title, detail, message, errors = [] } = problem;
    const plan = this.plan();
    const plain = errors.map((error) => ({ ...error, message: this.withNames(error.message), field: fieldInForm(error.field ?? '', plan).replace(/^(areas\[\d+\])\.code$/, '$1.reason').replace(/^(alternatives\[\d+\]\.areas)\[\d+\]$/, '$1').replace(/^priorities$/, 'priorities[0].title') }));
    showErrors(this.errors, this.form, plain.length > 0 ? { title: problem.isSaved ? title : 'Something must be put right first', errors: plain } : { title, detail, message });
    if (problem.name !== 'ProblemError') {
      throw problem;
    }
  }
}

let made = 0;

function input(name, attributes) {
  made += 1;
  return make('input', { class: 'ns-field__input', type: 'text', id: `plan-${name}-${made}`, name, autocomplete: 'off', ...attributes });
}

function area(name, rows) {
  made += 1;
  return make('textarea', { class: 'ns-field__input', id: `plan-${name}-${made}`, name, rows: String(rows), maxlength: '2000' });
}

function field(control, label, hint) {
  const id = `${control.id}-hint`;
  if (hint !== '') {
    control.setAttribute('aria-describedby', id);
  }
  return make('div', { class: 'ns-field' }, make('label', { class: 'ns-field__label', for: control.id }, label), hint !== '' && make('p', { class: 'ns-field__hint', id }, hint), control);
}

function group(legend, hint, ...children) {
  return make('fieldset', { class: 'ns-targets__group' }, make('legend', { class: 'ns-targets__legend-title' }, legend), make('p', { class: 'ns-field__hint' }, hint), ...children);
}
