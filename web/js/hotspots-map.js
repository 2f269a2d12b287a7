/** What the map of hotspots shows. How many settings agree can be seen without colour: by lightness, dots and outlines. */

import { GREY, PAPER, contrast } from './colours.js';
import { aside, make } from './dom.js';
import { STATE_WORDS, formatNumber } from './format.js';
import { KINDS, capital, kindOf, kindWords } from './hotspots-words.js';
import { dotted, patternFor } from './map-patterns.js';

const FADED = 0.18;

/** The colour of one found by no more than half of the settings is mixed with so much white. */
const PALEST = 0.55;
const SOME_PALER = 0.75;

/** High areas without others around them must be told from those that are not high. */
const APART_PALER = 0.35;

/**
 * @param {{class: string, colour: string}[]} legend of the result
 * @returns {(kind: string) => string} `#rrggbb`; white where the result has no such class
 */
export function colourFinder(legend) {
  const colours = new Map(legend.map(({ class: name, colour }) => [name, colour]));
  const own = { some: paler(colours.get('hot') ?? PAPER, SOME_PALER), apart: paler(GREY, APART_PALER) };
  return (kind) => own[kind] ?? colours.get(kind) ?? PAPER;
}

/**
 * @param {string} colour `#rrggbb`
 * @param {number} share of white, 0 to 1
 * @returns {string} `#rrggbb`
 */
export function paler(colour, share) {
  const mix = (from) => Math.round(from + (255 - from) * share).toString(16).padStart(2, '0');
  return `#${[1, 3, 5].map((at) => mix(parseInt(colour.slice(at, at + 2), 16))).join('')}`;
}

/** @param {number} foundBy @param {number} of @returns {number} how much white: none where all settings agree */
export function paleness(foundBy, of) {
  return of > 0 ? Math.min(PALEST, (1 - foundBy / of) * 2 * PALEST) : 0;
}

export class HotspotsPaint {
  /** @param {import('./map-view.js').MapView} map */
  constructor(map) {
    this.map = map;
  }

  /** @param {object} result @param {string} district its code, or empty; areas elsewhere fade */
  show({ areas, legend }, district) {
    const colourOf = colourFinder(legend);
    this.map.fill(
      new Map(
        areas.map((area) => {
          const fillColor = fillOf(area, colourOf);
          const isShown = district === '' || area.district === district;
          return [area.code, { fillColor, color: isPale(fillColor) ? GREY : PAPER, fillOpacity: isShown ? 1 : FADED }];
        }),
      ),
    );
    const isSure = ({ foundBy, of, ...area }) => kindOf({ ...area, foundBy }) === 'hot' && foundBy === of;
    this.map.outline(areas.filter((area) => isSure(area) && (district === '' || area.district === district)).map(({ code }) => code));
  }
}

function fillOf(area, colourOf) {
  const kind = kindOf(area);
  if (kind in STATE_WORDS) {
    return patternFor(kind);
  }
  const colour = colourOf(kind);
  if (kind === 'some') {
    return dotted(colour);
  }
  return kind === 'hot' || kind === 'cold' ? paler(colour, paleness(kind === 'hot' ? area.foundBy : area.coldBy, area.of)) : colour;
}

function isPale(fillColor) {
  return typeof fillColor === 'string' && contrast(fillColor, PAPER) < 1.5;
}

/**
 * A square in the colour or pattern of a kind, beside its words.
 *
 * @param {string} kind
 * @param {(kind: string) => string} colourOf
 * @param {string} style class of the square
 */
export function swatch(kind, colourOf, style) {
  const square = make('span', { class: style, 'aria-hidden': 'true' });
  if (kind in STATE_WORDS) {
    square.classList.add('ns-pattern', `ns-pattern--${kind}`);
  } else {
    square.style.backgroundColor = colourOf(kind);
    square.classList.toggle('ns-unsure', kind === 'some');
  }
  return square;
}

/**
 * @param {HTMLElement} root
 * @param {object} result
 * @param {import('./hotspots-words.js').HotspotArea[]} areas those of the district
 */
export function showHotspotsLegend(root, { legend, runs, joins }, areas) {
  const colourOf = colourFinder(legend);
  const counts = new Map(KINDS.map((kind) => [kind, 0]));
  areas.forEach((area) => counts.set(kindOf(area), counts.get(kindOf(area)) + 1));
  const isAlways = (kind) => (joins === undefined ? ['hot', 'not-significant', 'cold'] : ['hot']).includes(kind);
  root.replaceChildren(
    make(
      'ul',
      { class: 'ns-hotspots__key' },
      ...[...counts]
        .filter(([kind, count]) => count > 0 || isAlways(kind))
        .map(([kind, count]) =>
          make(
            'li',
            { class: 'ns-hotspots__key-line' },
            swatch(kind, colourOf, 'ns-legend__swatch'),
            make('span', {}, capital(kindWords(kind)), kind === 'suppressed' && ', which never means none'),
            make('span', { class: 'ns-legend__count' }, formatNumber(count), aside(count === 1 ? ' area' : ' areas')),
          ),
        ),
    ),
    runs.length > 1
      ? make(
          'p',
          { class: 'ns-legend__note' },
          make('span', { class: 'ns-legend__swatch ns-hotspots__sure', 'aria-hidden': 'true' }),
          `Outlined: hotspot by all ${formatNumber(runs.length)} settings. Darker: more settings agree.`,
        )
      : '',
  );
}
