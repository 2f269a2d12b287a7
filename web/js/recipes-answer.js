/** What the form of a scoring method answers: what a trial gives, and what there is of a method once it is saved. */

import { awaitJob, fetchJob, fetchLayers, fetchMatrices } from './api.js';
import { make } from './dom.js';
import { formatCount, formatGeography, formatNumber } from './format.js';
import { sureText } from './matrix-words.js';
import { linksOf } from './recipes-list.js';
import { formatRecipesState } from './recipes-state.js';
import { cell, numberCell, row, table } from './together-parts.js';

const SHOWN = 10;

/**
 * @param {HTMLElement} root
 * @param {import('./types.js').Matrix} matrix
 */
export function showTrial(root, matrix) {
  const { rows, notices, geography, fictional } = matrix;
  const ranked = rows.filter(({ rank }) => rank !== null).sort((a, b) => a.rank - b.rank);
  const most = ranked.filter(({ rank }) => rank <= SHOWN);
  const said = trialWords(ranked.length, rows.length);
  root.replaceChildren(
    make('h2', { class: 'ns-data__heading', id: 'trial-title', tabindex: '-1' }, 'What it would give'),
    make('p', { class: 'ns-recipes__key' }, said, fictional ? ' Fictional data.' : ''),
    notices.length > 0 && make('ul', { class: 'ns-data__list' }, ...notices.map((text) => make('li', {}, text))),
    table(
      `The ${formatCount(most.length, 'area', 'areas')} with most need (${formatGeography(geography)})`,
      ['Area', 'District', { text: 'Rank', isNumber: true }, { text: '90 % range of the rank', isNumber: true }, { text: 'Score', isNumber: true }],
      most.map((area) =>
        row(area.name, cell(area.districtName), numberCell(formatNumber(area.rank)), numberCell(sureText(area).interval || 'not known'), numberCell(formatNumber(area.score, 2))),
      ),
    ),
    make('p', { class: 'ns-field__hint' }, 'Nothing was saved. These figures describe areas, not people.'),
  );
  root.hidden = false;
  return said;
}

/** @param {number} scored @param {number} all @returns {string} */
export function trialWords(scored, all) {
  return scored === all ? `All ${formatCount(all, 'area gets', 'areas get')} a score.` : `${formatNumber(scored)} of ${formatCount(all, 'area gets', 'areas get')} a score.`;
}

/**
 * A method is saved whatever becomes of its matrix and layer, which are there once its job is done.
 *
 * @param {HTMLElement} root
 * @param {import('./types.js').RecipeVersion & {links: {job: string}}} saved
 * @param {{name: string, title: string}} extent
 * @param {string} address of the county, empty for the first
 */
export async function showSaved(root, saved, extent, address) {
  const { id, name, version, links } = saved;
  const head = make('h2', { class: 'ns-data__heading', id: 'trial-title', tabindex: '-1' }, `${name} is saved${version > 1 ? ` as version ${version}` : ''}`);
  const about = make('p', {}, make('a', { href: formatRecipesState({ extent: address, id }) }, 'How its score is made'));
  const wait = make('p', {}, 'Its layer on the map is being computed\u2026');
  root.replaceChildren(head, about, wait);
  root.hidden = false;
  head.focus();
  head.scrollIntoView({ block: 'nearest' });
  try {
    await awaitJob(links.job);
    const [job, matrices, layers] = await Promise.all([fetchJob(links.job), fetchMatrices(extent.name), fetchLayers(extent.name)]);
    const isHere = matrices.some((matrix) => matrix.id === id);
    const said = job.state !== 'done' ? `Its layer could not be computed. ${job.message}` : isHere ? 'Its layer is there.' : `It is saved, but ${extent.title} lacks figures for it.`;
    wait.replaceChildren(said);
    root.append(linksOf(saved, { extent: address, title: extent.title, matrices, layers }, () => saved.recipe));
  } catch (error) {
    wait.replaceChildren(`Whether its matrix and its layer are there could not be asked. ${error.detail ?? error.message}`);
  }
}
