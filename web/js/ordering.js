/**
 * Which areas are listed, and in which order. Highest need first is the order of the legend; areas without a number come last
 * whichever way round the list is.
 */

/**
 * The service orders a legend from most to least need, so the direction of the value follows from its first and last classes.
 *
 * @param {import('./types.js').LayerData} data
 * @returns {boolean} whether the lower value is the higher need, as with deciles and ranks
 */
export function isLowMoreNeed({ layer, areas }) {
  const means = layer.legend
    .filter(({ code }) => code !== 'not-computed')
    .map(({ code }) => meanOfClass(areas, code))
    .filter((mean) => mean !== null);
  if (means.length >= 2 && means[0] !== means[means.length - 1]) {
    return means[0] < means[means.length - 1];
  }
  return /decile|rank/.test(layer.unit);
}

/**
 * @param {import('./types.js').AreaRow[]} areas
 * @param {string} district code, or empty for all
 * @returns {import('./types.js').AreaRow[]}
 */
export function keepDistrict(areas, district) {
  return district === '' ? areas : areas.filter((area) => isInDistrict(area, district));
}

/**
 * @param {import('./types.js').AreaRow} area which may be a district itself, in a layer of districts
 * @param {string} district code, or empty for all
 */
export function isInDistrict(area, district) {
  return district === '' || area.district === district || area.code === district;
}

/**
 * @param {import('./types.js').LayerData} data
 * @param {string} sort as in the page state
 * @param {(code: string) => string} districtName
 * @returns {import('./types.js').AreaRow[]} a new list
 */
export function orderAreas(data, sort, districtName) {
  const isReversed = sort.startsWith('-');
  const key = isReversed ? sort.slice(1) : sort;
  const turn = isReversed ? -1 : 1;
  const byName = (a, b) => compareText(a.name, b.name) || compareText(a.code, b.code);
  const compare = comparatorFor(key, data, districtName);
  return [...data.areas].sort((a, b) => compare(a, b, turn) || byName(a, b));
}

/**
 * @param {string} sort
 * @param {string} key
 * @param {import('./types.js').LayerData} data
 * @returns {'ascending'|'descending'|'none'} what stands in `aria-sort` of that column
 */
export function sortDirection(sort, key, data) {
  const isReversed = sort.startsWith('-');
  if ((isReversed ? sort.slice(1) : sort) !== key) {
    return 'none';
  }
  const isUp = key === 'need' ? isLowMoreNeed(data) : true;
  return isUp !== isReversed ? 'ascending' : 'descending';
}

/**
 * @param {string} sort the order now
 * @param {string} key the column whose button is pressed
 * @param {import('./types.js').LayerColumn} [column]
 * @returns {string} the order that follows
 */
export function nextSort(sort, key, column) {
  if (sort === key) {
    return `-${key}`;
  }
  if (sort === `-${key}`) {
    return key;
  }
  const startsHigh = column !== undefined && column.type !== 'text' && !/rank|decile|^[pq]$|_[pq]$/.test(column.name);
  return startsHigh ? `-${key}` : key;
}

/**
 * @param {string} sort
 * @param {import('./types.js').Layer} layer
 * @returns {string} the same order, or highest need first where the layer has no such column
 */
export function settleSort(sort, layer) {
  const key = sort.replace(/^-/, '');
  const isThere = !key.startsWith('c.') || layer.columns.some(({ name }) => `c.${name}` === key);
  return isThere ? sort : 'need';
}

function comparatorFor(key, data, districtName) {
  if (key === 'need') {
    return byNeed(data);
  }
  if (key === 'district') {
    return (a, b, turn) => turn * compareText(districtName(a.district), districtName(b.district));
  }
  if (key === 'class') {
    const rank = classRanks(data.layer);
    return (a, b, turn) => turn * (rank(a) - rank(b));
  }
  const index = data.layer.columns.findIndex((column) => `c.${column.name}` === key);
  if (index >= 0) {
    return (a, b, turn) => compareCells(a.cells[index], b.cells[index], turn);
  }
  return (a, b, turn) => turn * compareText(a.name, b.name);
}

function byNeed(data) {
  const rank = classRanks(data.layer);
  const up = isLowMoreNeed(data) ? 1 : -1;
  // Tenths have many ties: the published rank, where the layer carries one, decides between them.
  const tie = data.layer.columns.findIndex((column) => column.type !== 'text' && /rank/.test(column.name));
  return (a, b, turn) => {
    const known = compareKnown(a.state === 'known', b.state === 'known');
    if (known !== 0 || a.state !== 'known') {
      return known;
    }
    const need = rank(a) - rank(b) || up * (a.value - b.value);
    return turn * need || (tie < 0 ? 0 : compareCells(a.cells[tie], b.cells[tie], turn));
  };
}

function classRanks(layer) {
  const ranks = new Map(layer.legend.map(({ code }, index) => [code, index]));
  return (area) => ranks.get(area.class) ?? layer.legend.length;
}

function compareCells(a, b, turn) {
  if (typeof a === 'string' && typeof b === 'string') {
    // An empty text is the absence of one.
    return compareKnown(a !== '', b !== '') || turn * compareText(a, b);
  }
  const known = compareKnown(typeof a === 'number', typeof b === 'number');
  return known !== 0 || typeof a !== 'number' ? known : turn * (a - b);
}

function compareKnown(a, b) {
  return Number(b) - Number(a);
}

function compareText(a, b) {
  return a.localeCompare(b, 'en-GB', { numeric: true });
}

function meanOfClass(areas, code) {
  let sum = 0;
  let count = 0;
  for (const area of areas) {
    if (area.class === code && area.state === 'known') {
      sum += area.value;
      count += 1;
    }
  }
  return count === 0 ? null : sum / count;
}
