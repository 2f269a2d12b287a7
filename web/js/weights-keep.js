/** Keeps the weights as a scoring method. Until then nothing is stored. */

import { awaitJob, fetchMatrixOf, fetchMatrices, fetchRecipe, saveRecipe, saveRecipeVersion } from './api.js';
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
   * @param {() => {recipe: object, ids: string[], id: ?string, times: import('./weights-score.js').Times, extent: string, problem: ?string}} now
   *     what is to be kept; `ids` of the factors that the matrix uses, `id` of the saved method that it started from, `problem` why it cannot be kept
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

  /** Another method is started from: of one that somebody saved there may be a new version. */
  async reset() {
    const { id, recipe } = this.now();
    clearErrors(this.errors, this.form);
    this.answer.replaceChildren();
    this.version.hidden = true;
    this.version.textContent = `New version of ${recipe.name}`;
    const isSaved = id !== null && !(await fetchRecipe(id)).shipped;
    this.version.hidden = !isSaved || this.now().id !== id;
  }

  async send(isVersion) {
    clearErrors(this.errors, this.form);
    this.answer.replaceChildren();
    const { recipe, ids, id, times, extent, problem } = this.now();
    const [name, description] = ['name', 'description'].map((each) => this.form.elements.namedItem(each).value.trim());
    if (problem !== null) {
      showErrors(this.errors, this.form, { title: 'These weights cannot be kept', detail: problem });
      return;
    }
    if (name === '' && !isVersion) {
      showErrors(this.errors, this.form, { title: 'Something is missing', errors: [{ field: 'name', row: 0, message: 'Give the scoring method a name.' }] });
      return;
    }
    const document = recipeWith(recipe, ids, times, { name: isVersion && name === '' ? recipe.name : name, description: description || (isVersion ? recipe.description ?? '' : '') });
    if (this.isBusy) {
      return;
    }
    this.isBusy = true;
    this.answer.replaceChildren(make('p', {}, 'Keeping it\u2026'));
    try {
      const kept = await (isVersion ? saveRecipeVersion(id, document) : saveRecipe(document));
      await this.showKept(kept, document.name, extent);
    } catch (error) {
      this.answer.replaceChildren();
      const { title, detail, message, errors = [] } = error;
      showErrors(this.errors, this.form, { title, detail, message, errors: errors.map((each) => named(each, document)) });
    } finally {
      this.isBusy = false;
    }
  }

  /** It is kept whatever becomes of its matrix and layer, which are there once its job is done. */
  async showKept({ id, version, links }, name, extent) {
    const said = make('p', {}, make('strong', {}, `${name} is kept`), version > 1 ? ` as version ${version}.` : '.');
    this.answer.replaceChildren(said, make('p', {}, 'Its matrix and its layer are on their way\u2026'));
    try {
      await awaitJob(links.job);
      this.answer.replaceChildren(said, await this.links(id, extent));
    } catch (error) {
      this.answer.replaceChildren(said, make('p', {}, `Whether its matrix and its layer are there could not be asked. ${error.detail ?? error.message}`));
    }
  }

  /** What there is of a method. */
  async links(id, extent) {
    const entry = (await fetchMatrices(extent)).find((each) => each.id === id);
    const layer = entry && (await fetchMatrixOf(entry)).layer;
    const links = entry === undefined ? [] : [
      [`/matrix.html${formatMatrixState({ ...DEFAULT_MATRIX_STATE, extent, matrix: id })}`, 'Its need matrix'],
      [`/${formatState({ ...DEFAULT_STATE, extent, layer })}`, 'Its score on the map'],
      [`/weights.html${formatWeightsState({ ...DEFAULT_WEIGHTS_STATE, extent, matrix: id })}`, 'Try other weights from it'],
    ];
    return make('ul', { class: 'ns-weights__tips' }, ...links.map(([href, text]) => make('li', {}, make('a', { href }, text))));
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
