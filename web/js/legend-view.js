/** The legend, which is also a histogram: each class with its colour and how many areas fall in it. */

import { countClasses } from './classes.js';
import { inkOn } from './colours.js';
import { aside, make } from './dom.js';
import { STATE_WORDS, formatCount, formatNumber, shortLabel } from './format.js';
import { gapLegend } from './gap-legend.js';
import { countGaps, isGap } from './gap.js';

const MANY_CLASSES = 8;

/**
 * @param {HTMLElement} root emptied first
 * @param {import('./types.js').Layer} layer
 * @param {import('./types.js').AreaRow[]} areas those of the district
 */
export function showLegend(root, layer, areas) {
  const { classes, states } = countClasses(layer.legend, areas);
  const most = Math.max(1, ...classes.map(({ count }) => count));
  const isTall = hasTallBars(classes);
  root.replaceChildren(
    make('h2', { class: 'ns-legend__title' }, `${isTall ? shortLabel(layer.valueLabel) : layer.valueLabel}: areas in each class`),
    bars(layer, areas, classes, most),
    ...[...states].sort(([a], [b]) => stateOrder(a) - stateOrder(b)).map(([state, count]) => stateLine(state, count)),
  );
}

function hasTallBars(classes) {
  return classes.length >= MANY_CLASSES && classes.every(({ code }) => code.length <= 2);
}

function bars(layer, areas, classes, most) {
  if (isGap(layer)) {
    return gapLegend(countGaps(layer, areas).classes);
  }
  return hasTallBars(classes) ? tallBars(classes, most) : levelBars(classes, most);
}

/** Ten or so narrow bars side by side. */
function tallBars(classes, most) {
  const bars = classes.map(({ code, label, colour, count }) => {
    const bar = make('span', { class: 'ns-legend__tall-bar', 'aria-hidden': 'true' });
    bar.style.height = `${Math.round((count / most) * 50)}px`;
    bar.style.backgroundColor = colour;
    const swatch = make('span', { class: 'ns-legend__tall-swatch', 'aria-hidden': 'true' }, code);
    swatch.style.backgroundColor = colour;
    swatch.style.color = inkOn(colour);
    const number = make('span', { class: 'ns-legend__tall-count', 'aria-hidden': 'true' }, formatNumber(count));
    return make('li', { class: 'ns-legend__tall' }, number, bar, swatch, aside(`${label}: ${formatCount(count, 'area', 'areas')}`));
  });
  const ends = [classes[0], classes[classes.length - 1]].map(({ code, label }) =>
    make('span', {}, label.startsWith(code) ? endLabel(code, label) : `${code} = ${label}`),
  );
  return make(
    'div',
    {},
    make('ol', { class: 'ns-legend__tall-list' }, ...bars),
    make('p', { class: 'ns-legend__ends', 'aria-hidden': 'true' }, ...ends),
  );
}

/** `1 (most deprived tenth)` becomes `1 = most deprived tenth`. */
function endLabel(code, label) {
  const rest = label.slice(code.length).replace(/^[\s:,=(\u2013-]+|\)$/g, '');
  return rest === '' ? code : `${code} = ${rest}`;
}

/** One line for each class, for few classes with long names. */
function levelBars(classes, most) {
  const lines = classes.map(({ label, colour, count }) => {
    const swatch = make('span', { class: 'ns-legend__swatch', 'aria-hidden': 'true' });
    swatch.style.backgroundColor = colour;
    const bar = make('span', { class: 'ns-legend__level-bar', 'aria-hidden': 'true' });
    bar.style.width = `${Math.round((count / most) * 100)}%`;
    bar.style.backgroundColor = colour;
    return make(
      'li',
      { class: 'ns-legend__level' },
      swatch,
      make('span', { class: 'ns-legend__label' }, label),
      make('span', { class: 'ns-legend__count' }, formatNumber(count), aside(count === 1 ? ' area' : ' areas')),
      make('span', { class: 'ns-legend__level-track', 'aria-hidden': 'true' }, bar),
    );
  });
  return make('ol', { class: 'ns-legend__level-list' }, ...lines);
}

/** What a pattern is most easily taken for, and is not. */
const STATE_NOTES = Object.freeze({ suppressed: 'which never means none' });

function stateOrder(state) {
  return Object.keys(STATE_WORDS).indexOf(state);
}

function stateLine(state, count) {
  const note = STATE_NOTES[state];
  return make(
    'p',
    { class: 'ns-legend__state' },
    make('span', { class: `ns-legend__swatch ns-pattern ns-pattern--${state}`, 'aria-hidden': 'true' }),
    make('span', { class: 'ns-legend__label' }, STATE_WORDS[state] ?? state, note && make('span', { class: 'ns-legend__note' }, `, ${note}`)),
    make('span', { class: 'ns-legend__count' }, formatNumber(count), aside(count === 1 ? ' area' : ' areas')),
  );
}
