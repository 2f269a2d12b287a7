/** What stands around every page: chips in the banner, messages under it, cautions and sources in the footer. */

import { make } from './dom.js';
import { questionAddress } from './hotspots-state.js';
import { markingSentences } from './release.js';

/**
 * @param {HTMLElement} root
 * @param {?import('./types.js').Extent} extent
 * @param {string} edition of the data, such as `Indices of Deprivation 2019`
 * @param {string} [chip] what the page is about
 */
export function showBanner(root, extent, edition, chip = 'Areas, not people') {
  root.replaceChildren(
    ...(extent === null ? [] : [make('span', { class: 'ns-banner__county' }, [extent.title, edition].filter(Boolean).join(' \u00b7 '))]),
    make('span', { class: 'ns-banner__chip' }, chip),
    ...(extent?.fictional ? [make('span', { class: 'ns-banner__chip' }, 'Fictional county')] : []),
  );
}

/**
 * @param {import('./types.js').LayerEntry[]} layers
 * @returns {string} the editions that are loaded
 */
export function editionOf(layers) {
  const years = [...new Set(layers.filter(({ kind, unit }) => kind === 'deprivation' && unit === 'decile').map(({ period }) => period))];
  return years.length === 0 ? '' : `Indices of Deprivation ${years.sort().join(' and ')}`;
}

/** @param {HTMLElement} root a live region @param {string[]} messages */
export function showMessages(root, messages) {
  root.replaceChildren(...messages.map((text) => make('p', { class: 'ns-message' }, text)));
}

/**
 * Says what went wrong and offers to try again.
 *
 * @param {HTMLElement} root
 * @param {Error & {title?: string, detail?: string}} problem
 * @param {() => void} [onRetry]
 */
export function showProblem(root, problem, onRetry) {
  const retry = onRetry && make('button', { type: 'button', class: 'ns-button', on: { click: onRetry } }, 'Try again');
  root.replaceChildren(
    make(
      'div',
      { class: 'ns-message ns-message--problem', role: 'alert' },
      make('p', {}, make('strong', {}, problem.title ?? 'Something on this page went wrong'), '. ', problem.detail ?? problem.message),
      retry,
    ),
  );
}

const FEW_SOURCES = 3;

/** Answers about hotspots stand in no list of layers: the page that asked for them says how they were made. */
function methodLink(layer) {
  return layer.id.startsWith('hotspot-run-')
    ? make('a', { href: questionAddress(layer) }, 'Method and manifest, on the page of hotspots')
    : make('a', { href: `/data.html#layer-${layer.id}` }, 'Method and manifest of this layer');
}

/**
 * @param {(name: string) => HTMLElement} part finds a part of the footer
 * @param {import('./types.js').Layer} layer
 */
export function showFooter(part, layer) {
  const [cautions, sources, more, marking] = ['cautions', 'sources', 'more-sources', 'marking'].map(part);
  const item = (text) => make('li', {}, text);
  const isLong = layer.sources.length > FEW_SOURCES + 1;
  const first = isLong ? layer.sources.slice(0, FEW_SOURCES) : layer.sources;
  const rest = layer.sources.slice(first.length);
  marking.replaceChildren(...markingSentences(layer).map(item));
  cautions.replaceChildren(...layer.cautions.map(item));
  sources.replaceChildren(
    ...first.map(item),
    make('li', {}, methodLink(layer)),
  );
  const list = make('ul', { class: 'ns-footer__rest' }, ...rest.map(item));
  more.replaceChildren(
    rest.length === 0 ? '' : make('details', { 'data-print': 'open' }, make('summary', {}, `${rest.length} more sources`), list),
  );
}
