/** Every scoring method: those of the county, those that somebody saved, and those that come with the program. */

import { fetchRecipe } from './api.js';
import { make } from './dom.js';
import { formatCount, formatMoment } from './format.js';
import { DEFAULT_MATRIX_STATE, formatMatrixState } from './matrix-state.js';
import { formatRecipesState } from './recipes-state.js';
import { DEFAULT_STATE, formatState } from './state.js';
import { section } from './together-parts.js';
import { DEFAULT_WEIGHTS_STATE, formatWeightsState } from './weights-state.js';

/** The id of the method that follows from what is loaded. */
export const DEFAULT_ID = 'default';

/**
 * @typedef {object} County
 * @property {string} extent as in addresses; empty for the first
 * @property {string} title
 * @property {import('./types.js').MatrixEntry[]} matrices of the methods that it has figures for
 * @property {import('./types.js').LayerEntry[]} layers
 */

/**
 * @param {HTMLElement} root
 * @param {import('./types.js').RecipeEntry[]} recipes
 * @param {County & {standard: ?object}} county `standard` is the document of the default method; null where there is none
 */
export function showList(root, recipes, county) {
  const saved = recipes.filter(({ shipped }) => !shipped);
  const shipped = recipes.filter((recipe) => recipe.shipped);
  root.replaceChildren(
    make('p', { class: 'ns-recipes__actions' }, make('a', { class: 'ns-button ns-button--strong', href: formatRecipesState({ extent: county.extent, define: 'new' }) }, 'Define a scoring method')),
    section('saved-title', 'Saved', ...(saved.length === 0
      ? [make('p', {}, 'Nobody has saved a scoring method here yet. Define one, or keep one that you found on the page ', make('a', { href: '/weights.html' }, 'Weights'), '.')]
      : saved.map((recipe) => methodCard(recipe, county)))),
    section('default-title', 'Follows from what is loaded', ...(county.standard === null
      ? [make('p', {}, `${county.title} has no need score yet: it takes at least three measures of which it is stated which end means more need. `, make('a', { href: '/data.html#import' }, 'Import measures'))]
      : [methodCard(defaultEntry(county.standard.factors.length), county, () => county.standard)])),
    section('shipped-title', 'Come with the program', ...shipped.map((recipe) => methodCard(recipe, county))),
  );
}

/** The default method as one of a list. @param {number} factors */
export function defaultEntry(factors) {
  return {
    id: DEFAULT_ID,
    name: 'Default scoring method',
    version: null,
    created: null,
    shipped: false,
    description: 'Every loaded circumstance of which it is stated which end means more need, with equal weight. It changes with what is loaded and is not saved.',
    factors,
  };
}

function methodCard(recipe, county, documentOf = async () => (await fetchRecipe(recipe.id, recipe.version)).recipe) {
  const { id, name, description, factors } = recipe;
  const facts = [versionWords(recipe), formatCount(factors, 'circumstance', 'circumstances')].filter(Boolean);
  const isHere = county.matrices.some((matrix) => matrix.id === id);
  return make(
    'article',
    { class: 'ns-recipe', 'data-recipe': id },
    make('h3', { class: 'ns-recipe__name' }, make('a', { href: formatRecipesState({ extent: county.extent, id }) }, name)),
    make('p', { class: 'ns-recipe__facts' }, facts.join(' \u00b7 ')),
    description !== '' && make('p', {}, description),
    isHere ? null : make('p', { class: 'ns-recipe__not' }, `${county.title} lacks figures for it. `, make('a', { href: formatRecipesState({ extent: county.extent, id }) }, `What ${name} is missing`)),
    linksOf(recipe, county, documentOf),
  );
}

/** @param {import('./types.js').RecipeEntry} recipe */
export function versionWords({ version, created, shipped }) {
  if (shipped) {
    return 'Published method';
  }
  return version === null ? '' : `Version ${version}, saved ${formatMoment(created)}`;
}

/**
 * What there is of a method in a county, and its document as a file.
 *
 * @param {import('./types.js').RecipeEntry} recipe
 * @param {County} county
 * @param {() => object|Promise<object>} documentOf
 */
export function linksOf({ id, name, version }, county, documentOf) {
  const entry = county.matrices.find((matrix) => matrix.id === id);
  const layer = county.layers.find((each) => each.id === `need-score-${id}` || each.id.startsWith(`need-score-${id}@`));
  const { extent } = county;
  const found = [
    entry && [`/matrix.html${formatMatrixState({ ...DEFAULT_MATRIX_STATE, extent, matrix: id })}`, 'Need matrix'],
    layer && [`/${formatState({ ...DEFAULT_STATE, extent, layer: layer.id })}`, 'Map'],
    entry?.links.sensitivity && [`/weights.html${formatWeightsState({ ...DEFAULT_WEIGHTS_STATE, extent, matrix: id })}`, 'Try other weights'],
  ].filter(Boolean);
  const file = `scoring-method-${id}${version === null ? '' : `-version-${version}`}.json`;
  const keep = async () => saveAs(file, await documentOf());
  return make(
    'ul',
    { class: 'ns-recipe__links' },
    ...found.map(([href, text]) => make('li', {}, make('a', { href, 'aria-label': `${text}: ${name}` }, text))),
    make('li', {}, make('button', { type: 'button', class: 'ns-link', 'aria-label': `Download JSON: ${name}`, on: { click: keep } }, 'Download JSON')),
  );
}

/** Made here, because the service answers a document within what it knows about it. */
function saveAs(name, recipe) {
  const address = URL.createObjectURL(new Blob([`${JSON.stringify(recipe, null, 2)}\n`], { type: 'application/json' }));
  make('a', { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}
