/** The legend of the gap between need and response: two by two, each class in a solid and a dotted part, with how many areas each has. */

import { aside, make } from './dom.js';
import { formatNumber } from './format.js';

const NEEDS = Object.freeze([
  ['high', 'High need'],
  ['low', 'Low need'],
]);
const RESPONSES = Object.freeze([
  ['low', 'Low response: less help'],
  ['high', 'High response: more help'],
]);

/**
 * @param {import('./gap.js').GapCount[]} classes
 * @returns {HTMLElement}
 */
export function gapLegend(classes) {
  const byCode = new Map(classes.map((each) => [each.code, each]));
  return make(
    'div',
    {},
    make(
      'table',
      { class: 'ns-gap' },
      make('caption', { class: 'ns-visually-hidden' }, 'Areas by need and response'),
      make('thead', {}, make('tr', {}, make('td'), ...RESPONSES.map(([, words]) => make('th', { scope: 'col', class: 'ns-gap__head' }, words)))),
      make(
        'tbody',
        {},
        ...NEEDS.map(([need, words]) =>
          make(
            'tr',
            {},
            make('th', { scope: 'row', class: 'ns-gap__head' }, words),
            ...RESPONSES.map(([response]) => make('td', { class: 'ns-gap__cell' }, ...cell(byCode.get(`${need}-need-${response}-response`)))),
          ),
        ),
      ),
    ),
    make('p', { class: 'ns-legend__note' }, 'Less or more than in areas with similar deprivation and need score. Solid: beyond chance. Dotted: within chance, as the 95\u00a0% limits include what is expected.'),
  );
}

/** @param {import('./gap.js').GapCount|undefined} entry */
function cell(entry) {
  return entry === undefined ? ['0'] : [line(entry.colour, false, entry.beyond), line(entry.colour, true, entry.within)];
}

function line(colour, isUnsure, count) {
  const swatch = make('span', { class: `ns-legend__swatch${isUnsure ? ' ns-unsure' : ''}`, 'aria-hidden': 'true' });
  swatch.style.backgroundColor = colour;
  const what = `${count === 1 ? ' area' : ' areas'} ${isUnsure ? 'within' : 'beyond'} chance`;
  return make('span', { class: 'ns-gap__line' }, swatch, make('span', { class: 'ns-legend__count' }, formatNumber(count), aside(what)));
}
