/** What the map of other weights shows: the tenths as they are now, or by how many tenths areas have moved. Only what changed is painted. */

import { DECILE_COLOURS, GREY, PAPER, contrast, inkOn } from './colours.js';
import { aside, make } from './dom.js';
import { STATE_WORDS, formatNumber } from './format.js';
import { patternFor } from './map-patterns.js';

const FADED = 0.18;

/** From most risen to most fallen. Brown and blue-green are told apart by all eyes, and the steps by how dark they are. */
const MOVES = Object.freeze([
  { from: 2, colour: '#7a4a06', label: 'two or more tenths up, towards most need' },
  { from: 1, colour: '#d3a858', label: 'one tenth up' },
  { from: 0, colour: '#f1f1ee', label: 'same tenth' },
  { from: -1, colour: '#6bb5aa', label: 'one tenth down' },
  { from: -9, colour: '#0b5f58', label: 'two or more tenths down, towards least need' },
]);

export class WeightsPaint {
  /** @param {import('./map-view.js').MapView} map */
  constructor(map) {
    this.map = map;
    this.forget();
  }

  /** The shapes are new: nothing of them is painted. */
  forget() {
    this.painted = new Map();
    this.passing = '';
  }

  /**
   * @param {import('./types.js').MatrixRow[]} rows
   * @param {import('./weights-score.js').Ranking} ranking
   * @param {{entering: number[], leaving: number[]}} comparison
   * @param {{view: string, district: string}} options areas outside the district fade
   */
  show(rows, ranking, { entering, leaving }, { view, district }) {
    const fresh = new Map();
    rows.forEach(({ code, decile: before, district: own }, at) => {
      const fillColor = view === 'change' ? moveFill(before, ranking.deciles[at], ranking.states[at]) : tenthFill(ranking.deciles[at], ranking.states[at]);
      const fillOpacity = district === '' || district === own ? 1 : FADED;
      const now = this.painted.get(code);
      if (now?.fillColor !== fillColor || now.fillOpacity !== fillOpacity) {
        const style = { fillColor, fillOpacity, color: isPale(fillColor) ? GREY : PAPER };
        fresh.set(code, style);
        this.painted.set(code, style);
      }
    });
    this.map.fill(fresh);
    const codes = (places) => places.map((at) => rows[at].code);
    const passing = JSON.stringify([codes(entering), codes(leaving)]);
    if (passing !== this.passing) {
      this.passing = passing;
      this.map.showPassing(codes(entering), codes(leaving));
    }
  }
}

function tenthFill(decile, state) {
  return decile === null ? patternFor(state) : DECILE_COLOURS[decile - 1];
}

function moveFill(before, now, state) {
  if (now === null) {
    return patternFor(state);
  }
  return before === null ? patternFor('not-available') : moveOf(before - now).colour;
}

function moveOf(up) {
  return MOVES.find(({ from }) => up >= from) ?? MOVES[MOVES.length - 1];
}

function isPale(fillColor) {
  return typeof fillColor === 'string' && contrast(fillColor, PAPER) < 1.5;
}

/**
 * @param {HTMLElement} root
 * @param {import('./types.js').MatrixRow[]} rows
 * @param {import('./weights-score.js').Ranking} ranking
 * @param {{entering: number[], leaving: number[]}} comparison
 * @param {{view: string, district: string}} options
 */
export function showWeightsLegend(root, rows, ranking, { entering, leaving }, { view, district }) {
  const isShown = (at) => district === '' || rows[at].district === district;
  const count = (places) => places.filter(isShown).length;
  const all = rows.map((_, at) => at).filter(isShown);
  const states = Object.keys(STATE_WORDS).map((state) => [state, all.filter((at) => ranking.deciles[at] === null && ranking.states[at] === state).length]);
  root.replaceChildren(
    view === 'change' ? moveKey(all, rows, ranking) : tenthKey(),
    make(
      'ul',
      { class: 'ns-weights__marks' },
      mark('enters', 'enters the highest-need tenth', count(entering)),
      mark('leaves', 'leaves it', count(leaving)),
      ...states.filter(([, areas]) => areas > 0).map(([state, areas]) =>
        make('li', {}, make('span', { class: `ns-table__swatch ns-pattern ns-pattern--${state}`, 'aria-hidden': 'true' }), `no score: ${STATE_WORDS[state]} (${formatNumber(areas)})`)),
    ),
  );
}

function mark(name, words, areas) {
  return make('li', {}, make('span', { class: `ns-weights__mark ns-weights__mark--${name}`, 'aria-hidden': 'true' }), `${words} (${formatNumber(areas)})`);
}

function tenthKey() {
  const steps = DECILE_COLOURS.map((colour, at) => {
    const step = make('li', { class: 'ns-matrix__step' }, String(at + 1));
    step.style.backgroundColor = colour;
    step.style.color = inkOn(colour);
    return step;
  });
  return make('div', { class: 'ns-weights__tenths' }, make('span', {}, 'most need'), make('ol', { class: 'ns-matrix__ramp' }, ...steps), make('span', {}, 'least need'));
}

function moveKey(places, rows, { deciles }) {
  const counts = new Map(MOVES.map((move) => [move, 0]));
  for (const at of places) {
    if (rows[at].decile !== null && deciles[at] !== null) {
      const move = moveOf(rows[at].decile - deciles[at]);
      counts.set(move, counts.get(move) + 1);
    }
  }
  const items = MOVES.map((move) => {
    const swatch = make('span', { class: 'ns-table__swatch', 'aria-hidden': 'true' });
    swatch.style.backgroundColor = move.colour;
    return make('li', {}, swatch, `${move.label} (${formatNumber(counts.get(move))}`, aside(` ${counts.get(move) === 1 ? 'area' : 'areas'}`), ')');
  });
  return make('ul', { class: 'ns-weights__marks' }, ...items);
}

