/** Which areas are listed, and in which order. What is not known comes last, whichever way round. */

import { KINDS, foundText, kindOf } from './hotspots-words.js';

/** Columns whose numbers rise in their first order; those of words begin with A. */
const RISING = Object.freeze(['area', 'district', 'finding', 'q']);

const collator = new Intl.Collator('en-GB', { numeric: true });

/**
 * @param {import('./hotspots-words.js').HotspotArea[]} areas
 * @param {{sort: string, district: string, kind: string}} state
 * @param {(district: string) => string} districtName
 * @returns {import('./hotspots-words.js').HotspotArea[]} a new list
 */
export function orderAreas(areas, { sort, district, kind }, districtName) {
  const [key, turn] = sort.startsWith('-') ? [sort.slice(1), -1] : [sort, 1];
  const compare = comparatorOf(key, turn, districtName);
  return areas
    .filter((area) => (district === '' || area.district === district) && (kind === '' || kindOf(area) === kind))
    .sort((a, b) => compare(a, b) || byStrength(a, b, 1) || collator.compare(a.name, b.name) || collator.compare(a.code, b.code));
}

/** @param {string} sort @param {string} key of a column @returns {'ascending'|'descending'|'none'} what stands in its `aria-sort` */
export function directionOf(sort, key) {
  if (sort.replace(/^-/, '') !== key) {
    return 'none';
  }
  return RISING.includes(key) !== sort.startsWith('-') ? 'ascending' : 'descending';
}

/** @param {string} sort the order now @param {string} key the column whose button is pressed @returns {string} */
export function sortAfter(sort, key) {
  return sort === key ? `-${key}` : key;
}

function comparatorOf(key, turn, districtName) {
  switch (key) {
    case 'area':
      return (a, b) => turn * collator.compare(a.name, b.name);
    case 'district':
      return (a, b) => turn * collator.compare(districtName(a.district), districtName(b.district));
    case 'finding':
      return byFinding(turn);
    default:
      return (a, b) => compareKnown(NUMBERS[key](a), NUMBERS[key](b), RISING.includes(key) ? turn : -turn);
  }
}

const numberOrNull = (value) => (typeof value === 'number' ? value : null);

const NUMBERS = Object.freeze({
  found: (area) => (foundText(area) === '' ? null : (area.foundBy - area.coldBy) / area.of),
  value: ({ value, state }) => (state === 'known' ? numberOrNull(value) : null),
  z: ({ z }) => numberOrNull(z),
  q: ({ q }) => numberOrNull(q),
  years: ({ hotIn, hotOf }) => (typeof hotIn === 'number' && hotOf > 0 ? hotIn / hotOf : null),
});

/** Within a kind, what more settings find comes first. */
function byFinding(turn) {
  const tested = (kind) => kind < KINDS.indexOf('not-computed');
  return (a, b) => {
    const [x, y] = [KINDS.indexOf(kindOf(a)), KINDS.indexOf(kindOf(b))];
    if (!tested(x) || !tested(y)) {
      return x - y;
    }
    return turn * (x - y) || byStrength(a, b, turn);
  };
}

function byStrength(a, b, turn) {
  return compareKnown(NUMBERS.found(a), NUMBERS.found(b), -turn) || compareKnown(NUMBERS.z(a), NUMBERS.z(b), -turn);
}

function compareKnown(a, b, turn) {
  return a === null || b === null ? Number(a === null) - Number(b === null) : turn * (a - b);
}
