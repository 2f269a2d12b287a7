/** One scoring method: how its score is made, in words and as a table, and what changed from version to version. */

import { make } from './dom.js';
import { formatCount, formatMoment } from './format.js';
import { changesBetween } from './recipes-changes.js';
import { linksOf, versionWords } from './recipes-list.js';
import { formatRecipesState } from './recipes-state.js';
import { aggregationSentence, coverageSentence, periodWords, polarityWords, shareTexts, shrinkageWords, standardisationTerm, termsOf, weightText } from './recipes-words.js';
import { cell, numberCell, row, section, table } from './together-parts.js';

/**
 * @param {HTMLElement} root
 * @param {object} shown
 * @param {import('./types.js').RecipeEntry & {versions?: object[]}} shown.entry
 * @param {object} shown.recipe the document
 * @param {import('./recipes-list.js').County} shown.county
 * @param {(column: string) => string} shown.labelOf
 * @param {(column: string) => string} shown.periodOf the period that is taken now; empty where the county has none
 * @param {string[]} shown.missing why there is no matrix of it here; empty where there is one
 */
export function showMethod(root, { entry, recipe, county, labelOf, periodOf, missing }) {
  const { extent } = county;
  const latest = entry.versions?.at(-1)?.version;
  const isOld = latest !== undefined && entry.version !== latest;
  const children = [
    backLink(extent),
    make('p', { class: 'ns-recipe__facts' }, [versionWords(entry), formatCount(recipe.factors.length, 'circumstance', 'circumstances')].filter(Boolean).join(' \u00b7 ')),
    isOld && make('p', { class: 'ns-recipe__not' }, `This is an earlier version. Maps and matrices show version ${latest}. `, make('a', { href: formatRecipesState({ extent, id: entry.id }) }, 'See the latest')),
    entry.description !== '' && make('p', { class: 'ns-recipes__description' }, entry.description),
    missing.length > 0 && make('div', { class: 'ns-recipe__not' }, make('p', {}, `${county.title} lacks figures for this method:`), make('ul', { class: 'ns-data__list' }, ...missing.map((text) => make('li', {}, text)))),
    linksOf(entry, county, () => recipe),
    make('p', { class: 'ns-recipes__actions' }, ...actions(entry, extent)),
    section('made-title', 'How the score is made', ...madeOf(recipe, labelOf, periodOf)),
  ];
  root.replaceChildren(...children.filter(Boolean));
}

export function backLink(extent) {
  return make('p', { class: 'ns-recipes__back' }, make('a', { href: formatRecipesState({ extent }) || '/recipes.html' }, 'All scoring methods'));
}

function actions({ id, version, created }, extent) {
  const at = { extent, id, version: version ?? '' };
  return [
    created && make('a', { class: 'ns-button ns-button--strong', href: formatRecipesState({ ...at, define: 'version' }) }, 'Make a new version'),
    make('a', { class: 'ns-button', href: formatRecipesState({ ...at, define: 'new' }) }, 'Start a new method from it'),
  ].filter(Boolean);
}

function madeOf(recipe, labelOf, periodOf) {
  const { factors, domains = [], referenceSize = 0 } = recipe;
  const shares = shareTexts(recipe);
  const heads = [
    'Circumstance',
    'More need',
    'Made comparable',
    { text: 'Weight', isNumber: true },
    { text: 'Share of the total', isNumber: true },
    ...(domains.length > 0 ? ['Domain'] : []),
    'Small numbers drawn toward',
    'Period',
  ];
  const rows = factors.map((factor, place) => {
    return row(
      labelOf(factor.column),
      cell(polarityWords(factor.polarity)),
      cell(standardisationTerm(factor)),
      numberCell(weightText(factor.weight ?? 1)),
      numberCell(shares[place]),
      ...(domains.length > 0 ? [cell(factor.domain ?? '')] : []),
      cell(shrinkageWords(factor)),
      cell(periodWords(factor, periodOf(factor.column))),
    );
  });
  return [
    make('p', {}, aggregationSentence(recipe)),
    make('p', {}, coverageSentence(recipe)),
    referenceSize > 0 && make('p', {}, `Ranks are among ${formatCount(referenceSize, 'area', 'areas')}, as published, not among the areas of the county.`),
    domains.length > 0 && make('p', {}, `Circumstances stand in domains, which count ${domains.map(({ name, weight }) => `${weightText(weight)} (${name})`).join(', ')}; a circumstance counts for its share of its domain.`),
    table(`What the score is made of: ${formatCount(factors.length, 'circumstance', 'circumstances')}`, heads, rows),
    make('h3', { class: 'ns-data__group' }, 'In plain words'),
    make('dl', { class: 'ns-layer__facts' }, ...termsOf(factors).flatMap(([term, words]) => [make('dt', {}, term), make('dd', {}, words)])),
  ].filter(Boolean);
}

/**
 * @param {import('./types.js').RecipeVersion[]} versions newest first, with their documents
 * @param {{extent: string, shown: number, labelOf: (column: string) => string}} about `shown` the version on the page
 */
export function versionsSection(versions, { extent, shown, labelOf }) {
  const items = versions.map(({ id, version, created, recipe }, place) => {
    const before = versions[place + 1];
    const when = `, saved ${formatMoment(created)}`;
    const changes = before === undefined ? (version === 1 ? ['The first version'] : []) : changesBetween(before.recipe, recipe, labelOf);
    return make(
      'li',
      { class: 'ns-recipes__version', 'data-version': version },
      version === shown
        ? make('p', {}, make('strong', {}, `Version ${version}`), `${when} (shown here)`)
        : make('p', {}, make('a', { href: formatRecipesState({ extent, id, version: String(version) }) }, `Version ${version}`), when),
      make('ul', { class: 'ns-data__list' }, ...changes.map((text) => make('li', {}, `${text}.`))),
    );
  });
  return section(
    'versions-title',
    'Versions',
    make('p', {}, 'A saved method is never changed: a change is a new version, and every version can be computed again.'),
    make('ol', { class: 'ns-recipes__versions' }, ...items),
  );
}
