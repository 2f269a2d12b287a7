/** Starts the page of scoring methods: all of them, one of them, or the form that defines one, as the address says. */

import { fetchLayers, fetchLoaded, fetchMatrices, fetchMatrixOf, fetchMeasures, fetchRecipe, fetchRecipes, saveRecipe, saveRecipeVersion, tryRecipe } from './api.js';
import { getModule, make } from './dom.js';
import { showBanner, showMessages, showProblem } from './frame.js';
import { awaitLoaded } from './loading.js';
import { showSaved, showTrial } from './recipes-answer.js';
import { emptyFields, fieldsOf } from './recipes-document.js';
import { RecipeForm } from './recipes-form.js';
import { DEFAULT_ID, defaultEntry, showList } from './recipes-list.js';
import { labeller } from './recipes-measures.js';
import { backLink, showMethod, versionsSection } from './recipes-method.js';
import { formatRecipesState, parseRecipesState } from './recipes-state.js';

const part = (name) => getModule(document, name);
const county = document.querySelector('#county');

/** What changed is said of so many versions, the latest. */
const MOST_VERSIONS = 20;

async function open() {
  const messages = part('messages');
  try {
    const extents = await awaitLoaded(fetchLoaded, (text) => (part('lead').textContent = text));
    const wanted = parseRecipesState(location.search);
    const extent = extents.find(({ name }) => name === wanted.extent) ?? extents[0];
    if (extent === undefined) {
      part('lead').replaceChildren('Nothing is loaded yet. ', make('a', { href: '/data.html#import' }, 'Import data'));
      return;
    }
    showCounties(extents, extent);
    const isElsewhere = wanted.extent !== '' && wanted.extent !== extent.name;
    showMessages(messages, isElsewhere ? [`There is no county called ${wanted.extent} here, so ${extent.title} is shown.`] : []);
    const state = { ...wanted, extent: extent === extents[0] ? '' : extent.name };
    const [matrices, layers, measures] = await Promise.all([fetchMatrices(extent.name), fetchLayers(extent.name), fetchMeasures(extent.name)]);
    const here = { extent: state.extent, title: extent.title, matrices, layers, measures, name: extent.name, fictional: extent.fictional };
    await (state.define !== '' ? openForm(state, here) : state.id !== '' ? openMethod(state, here) : openList(here));
  } catch (error) {
    showProblem(messages, error, open);
    if (error.name !== 'ProblemError') {
      throw error;
    }
  }
}

function showCounties(extents, extent) {
  county.replaceChildren(...extents.map(({ name, title }) => make('option', { value: name }, title)));
  county.value = extent.name;
  part('county-field').hidden = extents.length < 2;
  showBanner(part('banner'), extent, '');
  part('cautions').replaceChildren(...['These figures describe areas, not people.', ...(extent.fictional ? [`${extent.title} is fictional, and so are its figures.`] : [])].map((text) => make('li', {}, text)));
}

/** @param {{title: string, fictional: boolean}} here @param {string} title @param {string} lead */
function head(here, title, lead) {
  part('title').textContent = title;
  part('lead').textContent = lead;
  document.title = `${title} \u2013 ${here.title}${here.fictional ? ' (fictional data)' : ''} \u2013 Needscape`;
}

async function openList(here) {
  const [recipes, standard] = await Promise.all([fetchRecipes(), defaultMatrix(here)]);
  head(here, 'Scoring methods', 'A scoring method says how circumstances become one need score. A saved method is never changed, and it holds no figures.');
  showList(part('recipes'), recipes, { ...here, standard: standard?.recipe.document ?? null });
}

async function defaultMatrix({ matrices }) {
  const entry = matrices.find(({ id }) => id === DEFAULT_ID);
  return entry === undefined ? null : fetchMatrixOf(entry);
}

/** The method that the address names, with its document and its matrix here; `problem` where there is none. */
async function find({ id, version }, here) {
  if (id === DEFAULT_ID) {
    const matrix = await defaultMatrix(here);
    return matrix && { entry: defaultEntry(matrix.factors.length), recipe: matrix.recipe.document, matrix, problem: null };
  }
  const entry = await fetchRecipe(id, version);
  const link = `/api/v1/extents/${encodeURIComponent(here.name)}/matrices/${encodeURIComponent(id)}?version=${entry.version}`;
  try {
    const matrix = await fetchMatrixOf({ links: { json: link } });
    return { entry, recipe: entry.recipe, matrix, problem: null };
  } catch (problem) {
    if (problem.name !== 'ProblemError') {
      throw problem;
    }
    return { entry, recipe: entry.recipe, matrix: null, problem };
  }
}

async function openMethod(state, here) {
  const found = await find(state, here);
  if (found === null) {
    await openList(here);
    return;
  }
  const { entry, recipe, matrix, problem } = found;
  head(here, entry.name, 'How the score of an area is made.');
  const factorOf = factorsByColumn(recipe, matrix);
  const labelOf = (column) => factorOf(column)?.label ?? labeller(here.measures)(column);
  const missing = problem === null ? [] : problem.errors.length > 0 ? problem.errors.map(({ message }) => message) : [problem.detail || problem.message];
  showMethod(part('recipes'), { entry, recipe, county: here, labelOf, periodOf: (column) => factorOf(column)?.period ?? '', missing });
  if (entry.created) {
    const versions = [...entry.versions].reverse().slice(0, MOST_VERSIONS);
    const full = await Promise.all(versions.map(({ version }) => fetchRecipe(state.id, version)));
    part('recipes').append(versionsSection(full, { extent: state.extent, shown: entry.version, labelOf }));
  }
}

/** A document may call a measure by its published heading; its matrix, in the same order, calls it by its id. */
function factorsByColumn({ factors }, matrix) {
  const ids = matrix?.recipe.document.factors.map(({ column }) => column) ?? [];
  const places = new Map(factors.map(({ column }, place) => [column, place]));
  return (column) => matrix?.factors.find(({ id }) => id === ids[places.get(column)]);
}

async function openForm(state, here) {
  const from = state.id === '' ? null : await find(state, here);
  const isVersion = state.define === 'version' && from !== null && from.entry.created !== null;
  head(
    here,
    isVersion ? `New version of ${from.entry.name}` : 'Define a scoring method',
    isVersion ? 'What was saved before stays as it is and can be computed again.' : 'Choose the circumstances that count as need, and how they become one score.',
  );
  const answer = part('answer');
  const form = new RecipeForm(part('define'), part('errors'), here.measures, {
    saveWords: isVersion ? 'Save as a new version' : 'Save',
    tell: (text) => (part('announcer').textContent = text),
    onTry: async (recipe) => {
      answer.hidden = true;
      // A trial needs no name.
      part('announcer').textContent = showTrial(answer, await tryRecipe(here.name, recipe.name === '' ? { ...recipe, name: 'Not named yet' } : recipe));
      answer.querySelector('h2').focus();
    },
    onSave: async (recipe) => {
      answer.hidden = true;
      const saved = await (isVersion ? saveRecipeVersion(state.id, recipe) : saveRecipe(recipe));
      await showSaved(answer, saved, { name: here.name, title: here.title }, here.extent);
    },
  });
  part('recipes').replaceChildren(backLink(state.extent));
  form.fill(fieldsToStartFrom(from, isVersion));
}

/**
 * A new method that starts from another one has its circumstances, not its name; from the default method, the latest of each. A
 * matrix calls measures by their ids where the document has published headings.
 */
function fieldsToStartFrom(from, isVersion) {
  if (from === null) {
    return emptyFields();
  }
  const fields = fieldsOf(from.matrix?.recipe.document ?? from.recipe);
  if (isVersion) {
    return fields;
  }
  const isDefault = from.entry.id === DEFAULT_ID;
  return { ...fields, name: '', description: '', factors: fields.factors.map((factor) => (isDefault ? { ...factor, period: '' } : factor)) };
}

county.addEventListener('change', () => location.assign(location.pathname + formatRecipesState({ ...parseRecipesState(location.search), extent: county.value })));
open();
