/** What is said of places, kept apart from what is said of children. */

import { make } from './dom.js';
import { formatGeography, formatNumber } from './format.js';
import { cell, numberCell, row, table } from './together-parts.js';
import { orderPlaces } from './together-words.js';

const SHOWN = 12;

/**
 * @param {HTMLElement} root
 * @param {?object} places the service's document; null where there are no measures
 */
export function showPlaces(root, places) {
  if (places === null) {
    root.replaceChildren(make('p', {}, 'There are no measures of places here that could go together. ', make('a', { href: '/data.html#import' }, 'Import measures')));
    return;
  }
  const labels = new Map(places.factors.map(({ id, label, period }) => [id, `${label} (${period})`]));
  const ordered = orderPlaces(places.pairs);
  const heads = [
    'Circumstances',
    { text: 'How closely, \u22121 to 1', isNumber: true },
    { text: 'Areas high in both', isNumber: true },
    { text: 'Expected if unrelated', isNumber: true },
  ];
  const pair = (one) =>
    row(
      `${labels.get(one.first)} and ${labels.get(one.second)}`,
      one.correlation === null ? cell('not given') : numberCell(formatNumber(one.correlation, 2)),
      numberCell(formatNumber(one.areasHighInBoth), one.areasLeftOut > 0 ? `${formatNumber(one.areasLeftOut)} areas left out: not known` : ''),
      one.expectedAreasHighInBoth === null ? cell('not given') : numberCell(formatNumber(one.expectedAreasHighInBoth, 1)),
    );
  const rest = ordered.slice(SHOWN);
  root.replaceChildren(
    make('p', { class: 'ns-together__key' }, 'These figures compare areas. That two circumstances are high in the same places does not say that the same children have both.'),
    table(`The ${Math.min(SHOWN, ordered.length)} pairs that go together most closely over ${formatNumber(places.areas)} areas (${formatGeography(places.geography)})`, heads, ordered.slice(0, SHOWN).map(pair)),
    rest.length === 0
      ? ''
      : make('details', { class: 'ns-together__more', 'data-print': 'open' }, make('summary', {}, `All other pairs (${rest.length})`), table('All other pairs of circumstances over areas', heads, rest.map(pair))),
    make('ul', { class: 'ns-data__list' }, ...places.cautions.map((text) => make('li', {}, text))),
    make('p', { class: 'ns-together__hint' }, `Rank correlation (Spearman). \u201cHigh\u201d is the highest-need tenth of each. Sources: ${places.sources.join('; ')}.`),
  );
}
