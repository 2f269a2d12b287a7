/** The ranking as a table. Rows are made once; a moved weight changes only the cells whose words change. */

import { inkOn } from './colours.js';
import { aside, make } from './dom.js';
import { STATE_WORDS, formatCount, formatNumber } from './format.js';
import { SHADES } from './matrix-words.js';
import { moveWords, passageOf } from './weights-words.js';

const SCORE_DECIMALS = 2;
const ROWS_ABOVE = 2;
const REST_MILLISECONDS = 250;
const ROWS_AROUND = 3;
const ARROWS = Object.freeze({ ascending: '\u25b2', descending: '\u25bc', none: '\u2195' });
const HEADS = Object.freeze([['area', 'Area'], ['rank', 'Rank now'], ['before', 'As saved'], ['change', 'Change'], ['score', 'Score'], ['decile', 'Tenth']]);
const PASSAGES = Object.freeze({ enters: '\u25cf enters', leaves: '\u25cb leaves', stays: '', '': '' });
const ORDERS = Object.freeze({
  area: ['by name, A to Z', 'by name, Z to A'],
  rank: ['most need first', 'least need first'],
  before: ['by rank as saved, most need first', 'by rank as saved, least need first'],
  change: ['most risen first', 'most fallen first'],
  score: ['highest score first', 'lowest score first'],
  decile: ['highest-need tenth first', 'lowest-need tenth first'],
});

export class WeightsTable {
  /**
   * @param {HTMLElement} root
   * @param {{onSelect: (code: string) => void, onSort: (key: string) => void, onPoint: (code: string) => void}} listeners
   */
  constructor(root, { onSelect, onSort, onPoint }) {
    this.caption = make('caption', { class: 'ns-table__caption' });
    this.heads = new Map(HEADS.map(([key, label]) => [key, head(key, label, onSort)]));
    this.body = make('tbody');
    const table = make(
      'table',
      { class: 'ns-table ns-weights__table' },
      this.caption,
      make('colgroup', {}, ...HEADS.map(([key]) => make('col', { class: `ns-weights__col ns-weights__col--${key}` }))),
      make('thead', {}, make('tr', {}, ...this.heads.values())),
      this.body,
    );
    this.scroller = make('div', { class: 'ns-table__scroller', role: 'region', tabindex: '0' }, table);
    root.replaceChildren(this.scroller);
    const codeOf = ({ target }) => target.closest('tr[data-code]')?.dataset.code ?? '';
    this.body.addEventListener('click', (event) => event.target.closest('button') && onSelect(codeOf(event)));
    this.body.addEventListener('mouseover', (event) => onPoint(codeOf(event)));
    this.body.addEventListener('mouseleave', () => onPoint(''));
    this.body.addEventListener('focusin', (event) => onPoint(codeOf(event)));
    this.body.addEventListener('focusout', () => onPoint(''));
  }

  /** @param {import('./types.js').Matrix} matrix */
  setMatrix({ rows }) {
    clearTimeout(this.rest);
    this.data = rows;
    this.rows = rows.map(makeRow);
    this.shown = [];
  }

  /**
   * @param {import('./weights-score.js').Ranking} ranking
   * @param {{sort: string, district: string, place: string}} options
   */
  show(ranking, options) {
    clearTimeout(this.rest);
    const { key, order } = this.prepare(ranking, options);
    this.rows.forEach((row, at) => update(row, this.data[at], ranking, at));
    if (order.length !== this.shown.length || order.some((at, k) => at !== this.shown[k])) {
      this.shown = order;
      this.body.replaceChildren(...order.map((at) => this.rows[at].element));
    }
    const said = `${formatCount(order.length, 'area', 'areas')}, ${ORDERS[key][options.sort.startsWith('-') ? 1 : 0]}`;
    this.caption.textContent = `${options.place} \u00b7 ${said}`;
    this.scroller.setAttribute('aria-label', `Ranking: ${options.place}`);
  }

  /** The same while a weight moves: rows in sight change at once, the others when the hand rests. */
  follow(ranking, options) {
    const { order } = this.prepare(ranking, options);
    const { scrollTop, clientHeight } = this.scroller;
    const rowPixels = Math.max(1, this.body.offsetHeight / this.shown.length);
    const first = Math.max(0, Math.floor(scrollTop / rowPixels) - ROWS_AROUND);
    const end = Math.min(order.length, Math.ceil((scrollTop + clientHeight) / rowPixels) + ROWS_AROUND);
    for (let k = first; k < end; k += 1) {
      update(this.rows[order[k]], this.data[order[k]], ranking, order[k]);
      this.swap(k, this.shown.indexOf(order[k]));
    }
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.show(ranking, options), REST_MILLISECONDS);
  }

  /** Puts two rows into each other's places. */
  swap(k, other) {
    if (k === other) {
      return;
    }
    const [a, b] = [this.rows[this.shown[k]].element, this.rows[this.shown[other]].element];
    const behind = b.nextSibling;
    a.before(b);
    this.body.insertBefore(a, behind);
    [this.shown[k], this.shown[other]] = [this.shown[other], this.shown[k]];
  }

  prepare(ranking, { sort, district }) {
    const [key, turn] = sort.startsWith('-') ? [sort.slice(1), -1] : [sort, 1];
    for (const [name, element] of this.heads) {
      const direction = name === key ? directionOf(key, turn) : 'none';
      if (element.getAttribute('aria-sort') !== direction) {
        element.setAttribute('aria-sort', direction);
        element.querySelector('.ns-table__arrow').textContent = ARROWS[direction];
      }
    }
    const order = orderPlaces(this.data, ranking, key, turn).filter((at) => district === '' || this.data[at].district === district);
    return { key, order };
  }

  /** @param {string} code of the chosen area, or empty */
  select(code) {
    this.body.querySelector('[aria-current]')?.removeAttribute('aria-current');
    const at = this.data.findIndex((row) => row.code === code);
    this.rows[at]?.element.setAttribute('aria-current', 'true');
  }

  /** Brings the chosen row into sight, without moving the page. */
  reveal() {
    const chosen = this.body.querySelector('[aria-current]');
    if (chosen !== null) {
      const first = this.body.rows[Math.max(0, chosen.sectionRowIndex - ROWS_ABOVE)];
      const top = this.heads.get('area').getBoundingClientRect().bottom;
      this.scroller.scrollTop += Math.round(first.getBoundingClientRect().top - top);
    }
  }
}

function head(key, label, onSort) {
  const arrow = make('span', { class: 'ns-table__arrow', 'aria-hidden': 'true' }, ARROWS.none);
  const button = make('button', { type: 'button', class: 'ns-table__sort', 'data-key': key, on: { click: () => onSort(key) } }, label, '\u00a0', arrow);
  return make('th', { scope: 'col', class: 'ns-table__head', 'aria-sort': 'none' }, button);
}

function directionOf(key, turn) {
  const startsUp = key !== 'score' && key !== 'change';
  return startsUp === turn > 0 ? 'ascending' : 'descending';
}

function makeRow({ code, name, districtName, rank }) {
  const number = () => make('td', { class: 'ns-table__cell ns-table__cell--number' });
  const cells = { rank: number(), change: number(), score: number(), decile: number() };
  const before = number();
  before.textContent = rank === null ? '\u2013' : formatNumber(rank);
  const button = make('button', { type: 'button', class: 'ns-table__area' }, name);
  const under = make('span', { class: 'ns-table__code' }, [code, districtName].filter(Boolean).join(' \u00b7 '));
  const element = make(
    'tr',
    { class: 'ns-table__row', 'data-code': code },
    make('th', { scope: 'row', class: 'ns-table__name' }, button, under),
    cells.rank, before, cells.change, cells.score, cells.decile,
  );
  return { element, cells, said: {} };
}

/** @param {{said: Record<string, unknown>}} row with what its cells say, so that the same is not said again */
function update({ element, cells, said }, { rank: before, decile: decileBefore }, { ranks, scores, deciles, states }, at) {
  const [rank, score, decile] = [ranks[at], scores[at], deciles[at]];
  if (said.rank !== rank) {
    cells.rank.textContent = rank === null ? STATE_WORDS[states[at]] : formatNumber(rank);
    cells.rank.classList.toggle('ns-table__cell--unknown', rank === null);
    const { text, words } = moveWords(before, rank);
    cells.change.replaceChildren(make('span', { 'aria-hidden': 'true' }, text), aside(words));
    said.rank = rank;
  }
  const scoreText = score === null ? '\u2013' : formatNumber(score, SCORE_DECIMALS);
  if (said.score !== scoreText) {
    cells.score.textContent = scoreText;
    said.score = scoreText;
  }
  if (said.decile !== decile) {
    const passage = passageOf(decileBefore, decile);
    cells.decile.replaceChildren(decile === null ? '\u2013' : shaded(decile), passage === 'enters' || passage === 'leaves' ? make('span', { class: 'ns-weights__passage' }, PASSAGES[passage]) : '');
    element.classList.toggle('ns-weights__row--passes', passage === 'enters' || passage === 'leaves');
    said.decile = decile;
  }
}

function shaded(decile) {
  const box = make('span', { class: 'ns-weights__decile' }, String(decile));
  box.style.backgroundColor = SHADES[decile - 1];
  box.style.color = inkOn(SHADES[decile - 1]);
  return box;
}

const collator = new Intl.Collator('en-GB', { numeric: true });

/** What is not known comes last, whichever way round. */
export function orderPlaces(rows, { ranks, scores, deciles }, key, turn) {
  const numberOf = {
    rank: (at) => ranks[at],
    decile: (at) => deciles[at],
    before: (at) => rows[at].rank,
    score: (at) => negative(scores[at]),
    change: (at) => (rows[at].rank === null || ranks[at] === null ? null : ranks[at] - rows[at].rank),
  }[key];
  const compareNames = (a, b) => collator.compare(rows[a].name, rows[b].name);
  const byNumber = (number, direction) => (a, b) => {
    const [x, y] = [number(a), number(b)];
    return x === null || y === null ? Number(x === null) - Number(y === null) : direction * (x - y);
  };
  const byRank = byNumber((at) => ranks[at], 1);
  const compare = numberOf === undefined ? (a, b) => turn * compareNames(a, b) : byNumber(numberOf, turn);
  return rows.map((_, at) => at).sort((a, b) => compare(a, b) || byRank(a, b) || compareNames(a, b));
}

function negative(score) {
  return score === null ? null : -score;
}
