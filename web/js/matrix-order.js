/** In which order the rows of the matrix stand. What is not known comes last, whichever way round they are. */

/**
 * @param {import('./types.js').Matrix} matrix
 * @returns {{code: string, name: string}[]} the districts of its areas, by name
 */
export function districtsOf({ rows }) {
  const names = new Map(rows.filter(({ district }) => district !== '').map(({ district, districtName }) => [district, districtName || district]));
  return [...names].map(([code, name]) => ({ code, name })).sort((a, b) => compareText(a.name, b.name));
}

/**
 * @param {import('./types.js').Matrix} matrix
 * @param {string} sort as in the page state
 * @param {string} district code, or empty for all
 * @returns {number[]} places of the rows to be shown, in order
 */
export function orderRows({ rows, factors }, sort, district) {
  const { key, turn } = split(sort);
  const text = { area: ({ name }) => name, district: ({ districtName }) => districtName }[key];
  const number = text === undefined ? numberOf(key, factors) : null;
  // Rank and tenth count from most need, all other numbers rise with need.
  const up = key === 'rank' || key === 'decile' ? 1 : -1;
  const compare = (a, b) => (text === undefined ? compareNumbers(number(a), number(b), turn * up) : turn * compareText(text(a), text(b)));
  const places = rows.map((_, place) => place).filter((place) => district === '' || rows[place].district === district);
  return places.sort(
    (a, b) => compare(rows[a], rows[b]) || compareNumbers(rows[a].rank, rows[b].rank, 1) || compareText(rows[a].name, rows[b].name) || a - b,
  );
}

/**
 * @param {string} sort
 * @param {string} key of a column
 * @returns {'ascending'|'descending'|'none'} what stands in `aria-sort` of that column
 */
export function directionOf(sort, key) {
  const now = split(sort);
  if (now.key !== key) {
    return 'none';
  }
  const startsUp = ['area', 'district', 'rank', 'decile'].includes(key);
  return startsUp === now.turn > 0 ? 'ascending' : 'descending';
}

/** @param {string} sort the order now @param {string} key the column whose button is pressed @returns {string} */
export function sortAfter(sort, key) {
  return sort === key ? `-${key}` : key;
}

/**
 * @param {string} sort
 * @param {import('./types.js').MatrixFactor[]} factors
 * @returns {string} the order in words
 */
export function orderWords(sort, factors) {
  const { key, turn } = split(sort);
  if (key === 'area' || key === 'district') {
    return `by ${key}, ${turn > 0 ? 'A to Z' : 'Z to A'}`;
  }
  const names = { score: 'need score', rank: 'rank', decile: 'tenth' };
  const name = names[key] ?? factors.find(({ id }) => `f.${id}` === key)?.label ?? key;
  return `by ${name}, ${turn > 0 ? 'most' : 'least'} need first`;
}

function split(sort) {
  return sort.startsWith('-') ? { key: sort.slice(1), turn: -1 } : { key: sort, turn: 1 };
}

function numberOf(key, factors) {
  const index = factors.findIndex(({ id }) => `f.${id}` === key);
  return index < 0 ? (row) => row[key] : (row) => row.values[index].standardised;
}

function compareNumbers(a, b, turn) {
  const isKnownA = typeof a === 'number';
  const isKnownB = typeof b === 'number';
  return isKnownA && isKnownB ? turn * (a - b) : Number(isKnownB) - Number(isKnownA);
}

const collator = new Intl.Collator('en-GB', { numeric: true });

function compareText(a, b) {
  return collator.compare(a, b);
}
