/** Keeps the weights as a scoring method. Until then nothing is stored. */

import { fetchMatrixOf, fetchMatrices, saveRecipe, saveRecipeVersion } from './api.js';
import { make } from './dom.js';
import { clearErrors, showErrors } from './error-summary.js';
import { DEFAULT_MATRIX_STATE, formatMatrixState } from './matrix-state.js';
import { DEFAULT_STATE, formatState } from './state.js';
import { recipeWith } from './weights-score.js';
import { DEFAULT_WEIGHTS_STATE, formatWeightsState } from './weights-state.js';

export class KeepForm {
  /**
   * @param {HTMLFormElement} form
   * @param {HTMLElement} errors
   * @param {HTMLElement} answer a live region
   * @param {() => {recipe: object, id: ?string, times: import('./weights-score.js').Times, extent: string, problem: ?string}} now
   *     what is to be kept; `id` of the saved method that it started from, `problem` why it cannot be kept
   */
  constructor(form, errors, answer, now) {
    Object.assign(this, { form, errors, answer, now });
    this.name = field('keep-name', 'name', 'Name', 'input', 'For people, such as Board of May 2026');
    this.description = field('keep-description', 'description', 'Why these weights', 'textarea', 'Who chose them, and for what');
    this.version = make('button', { type: 'button', class: 'ns-button', hidden: true, on: { click: () => this.send(true) } });
    form.replaceChildren(
      this.name,
      this.description,
      make('div', { class: 'ns-form__actions ns-weights__actions' }, make('button', { type: 'submit', class: 'ns-button ns-button--strong' }, 'Keep as a scoring method'), this.version),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.send(false);
    });
  }

  /** Another method is started from. */
  reset() {
    const { id, recipe } = this.now();
    this.version.hidden = id === null;
    this.version.textContent = `New version of ${recipe.name}`;
    clearErrors(this.errors, this.form);
    this.answer.replaceChildren();
  }

  async send(isVersion) {
    clearErrors(this.errors, this.form);
    this.answer.replaceChildren();
    const { recipe, id, times, extent, problem } = this.now();
    const [name, description] = ['name', 'description'].map((each) => this.form.elements.namedItem(each).value.trim());
    if (problem !== null) {
      showErrors(this.errors, this.form, { title: 'These weights cannot be kept', detail: problem });
      return;
    }
    if (name === '' && !isVersion) {
      showErrors(this.errors, this.form, { title: 'Something is missing', errors: [{ field: 'name', row: 0, message: 'Give the scoring method a name.' }] });
      return;
    }
    const document = recipeWith(recipe, times, { name: isVersion && name === '' ? recipe.name : name, description: description || (isVersion ? recipe.description ?? '' : '') });
    try {
      const kept = await (isVersion ? saveRecipeVersion(id, document) : saveRecipe(document));
      await this.showKept(kept, document, extent);
    } catch (error) {
      showErrors(this.errors, this.form, { ...error, message: error.message, errors: (error.errors ?? []).map((each) => named(each, document)) });
    }
  }

  async showKept({ id, version }, { name }, extent) {
    const entry = (await fetchMatrices(extent)).find((each) => each.id === id);
    const layer = entry && (await fetchMatrixOf(entry)).layer;
    const links = [
      entry && ['/matrix.html' + formatMatrixState({ ...DEFAULT_MATRIX_STATE, extent, matrix: id }), 'Its need matrix'],
      layer && [`/${formatState({ ...DEFAULT_STATE, extent, layer })}`, 'Its score on the map'],
      entry && ['/weights.html' + formatWeightsState({ ...DEFAULT_WEIGHTS_STATE, extent, matrix: id }), 'Try other weights from it'],
    ].filter(Boolean);
    this.answer.replaceChildren(
      make('p', {}, make('strong', {}, `${name} is kept`), version > 1 ? ` as version ${version}.` : '.'),
      make('ul', { class: 'ns-weights__tips' }, ...links.map(([href, text]) => make('li', {}, make('a', { href }, text)))),
    );
  }
}

/** `factors[2].weight` says nothing to a person; the name of the circumstance's column does. */
function named(error, { factors }) {
  const at = /^factors\[(\d+)\]/.exec(error.field ?? '')?.[1];
  return at === undefined ? error : { ...error, field: '', message: `${factors[Number(at)]?.column ?? 'A circumstance'}: ${error.message}` };
}

function field(id, name, label, element, hint) {
  return make(
    'div',
    { class: 'ns-field' },
    make('label', { class: 'ns-field__label', for: id }, label),
    make('p', { class: 'ns-field__hint', id: `${id}-hint` }, hint),
    make(element, { class: 'ns-field__input', id, name, autocomplete: 'off', 'aria-describedby': `${id}-hint` }),
  );
}
