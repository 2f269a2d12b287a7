/** What the shades, marks and patterns of the matrix mean. */

import { inkOn } from './colours.js';
import { make } from './dom.js';
import { STATE_WORDS } from './format.js';
import { SHADES } from './matrix-words.js';

/** Where the steps of the shade begin, darkest first. */
const STEPS = Object.freeze(['2 +', '1.5', '1', '0.5', '0', '\u22120.5', '\u22121', '\u22121.5', '\u22122', 'less']);

/** @param {HTMLElement} root @param {import('./types.js').Matrix} matrix */
export function showMatrixLegend(root, { factors }) {
  const states = [
    ['suppressed', 'suppressed'],
    ['notAvailable', 'not-available'],
    ['notApplicable', 'not-applicable'],
    ['low', 'low'],
  ].filter(([field]) => factors.some((factor) => factor[field] > 0));
  root.replaceChildren(
    make('p', {}, 'Shade: standard deviations from the mean of the county\u2019s areas, darker is more need. Small: the value itself; under the rank the ranks between which 90 of 100 cases lie; under the tenth in how many cases the area is in the highest-need tenth. Cases: other weights, and chance in counts where they are known.'),
    make('ol', { class: 'ns-matrix__ramp' }, ...STEPS.map(step)),
    make(
      'ul',
      { class: 'ns-matrix__marks' },
      make('li', {}, '\u25b2 1 or more above, \u25b2\u25b2 2 or more above'),
      make('li', {}, '\u25bc 1 or more below, \u25bc\u25bc 2 or more below'),
      ...states.map(([, state]) => make('li', {}, make('span', { class: `ns-table__swatch ns-pattern ns-pattern--${state}`, 'aria-hidden': 'true' }), stateWords(state))),
    ),
  );
}

function step(text, index) {
  const item = make('li', { class: 'ns-matrix__step' }, text);
  item.style.backgroundColor = SHADES[index];
  item.style.color = inkOn(SHADES[index]);
  return item;
}

function stateWords(state) {
  return state === 'suppressed' ? `${STATE_WORDS[state]}, which never means none` : STATE_WORDS[state];
}
