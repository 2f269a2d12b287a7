/**
 * The one place where numbers become text. A hidden value reads as words, never as a blank or a zero.
 */

/** @type {Record<string, string>} what a page says where no number stands */
export const STATE_WORDS = Object.freeze({
  suppressed: 'hidden to protect children',
  'not-available': 'not available',
  'not-applicable': 'does not apply',
  low: 'rounds to zero',
});

/** Units that the label beside the number already says, or that have no name. */
const SILENT_UNITS = new Set([
  '',
  'decile',
  'score',
  'rank',
  'proportion',
  'mean of z-scores',
  'standard deviations',
  'people',
  'children',
]);

/**
 * @param {number} value
 * @param {number} [decimals] kept even when zero, so that columns line up
 * @returns {string} with a comma between thousands and a real minus sign
 */
export function formatNumber(value, decimals = 0) {
  const text = Math.abs(value).toLocaleString('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  const isZero = !/[1-9]/.test(text);
  return value < 0 && !isZero ? `\u2212${text}` : text;
}

/**
 * @param {string} unit as the service names it
 * @returns {string} what follows the number, with its leading space; empty where the label says it
 */
export function unitSuffix(unit) {
  if (unit === 'percent') {
    return '\u00a0%';
  }
  return SILENT_UNITS.has(unit) ? '' : ` ${unit}`;
}

/**
 * A true zero, told from a hidden or missing number by its unit.
 *
 * @param {string} unit
 * @returns {string} `0 children`, `0 per 10,000`, `0 %`; empty for scores and ranks, whose zero is a number like others
 */
export function formatZero(unit) {
  if (unit === 'children' || unit === 'people') {
    return `0 ${unit}`;
  }
  const short = /^per [\d,]+/.exec(unit)?.[0] ?? unit;
  return SILENT_UNITS.has(unit) ? '' : `0${unitSuffix(short)}`;
}

/**
 * @param {?number} value
 * @param {string} state
 * @param {{unit?: string, decimals?: number}} [form]
 * @returns {string} the number with its unit, or the words of its state
 */
export function formatValue(value, state, { unit = '', decimals = 0 } = {}) {
  if (state !== 'known' || typeof value !== 'number') {
    return STATE_WORDS[state] ?? STATE_WORDS['not-available'];
  }
  return formatNumber(value, decimals) + unitSuffix(unit);
}

/**
 * @param {import('./types.js').AreaRow['cells'][number]} cell
 * @param {import('./types.js').LayerColumn} column
 * @returns {string} a cell of the table; its unit stands in the heading
 */
export function formatCell(cell, column) {
  if (cell === 0 && column.type === 'whole_number') {
    return formatZero(column.unit) || '0';
  }
  if (typeof cell === 'number') {
    return formatNumber(cell, column.decimals);
  }
  if (typeof cell === 'string') {
    return cell;
  }
  return STATE_WORDS[cell?.state] ?? STATE_WORDS['not-available'];
}

/**
 * @param {string} moment a day such as `2027-01-01`, or a moment with its zone
 * @returns {string} `1 January 2027` as the calendar says in England; the text itself where it is not a date
 */
export function formatDate(moment) {
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? moment : date.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });
}

/**
 * @param {string} moment with its zone
 * @returns {string} `1 November 2026 at 10:00` by the clock in England
 */
export function formatMoment(moment) {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) {
    return moment;
  }
  const time = date.toLocaleTimeString('en-GB', { timeStyle: 'short', timeZone: 'Europe/London' });
  return `${formatDate(moment)} at ${time}`;
}

/**
 * @param {?number} lower
 * @param {?number} upper
 * @param {number} [decimals]
 * @returns {string} `11.2 to 15.6`, or empty where there is no interval
 */
export function formatInterval(lower, upper, decimals = 0) {
  if (typeof lower !== 'number' || typeof upper !== 'number') {
    return '';
  }
  return `${formatNumber(lower, decimals)} to ${formatNumber(upper, decimals)}`;
}

/**
 * @param {number} count
 * @param {string} one
 * @param {string} many
 * @returns {string} `1 area`, `12 areas`
 */
export function formatCount(count, one, many) {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/**
 * Splits a sentence around its key number, the first `49 of 528` or `12 in 100` in it.
 *
 * @param {string} sentence
 * @returns {{before: string, key: string, after: string}}
 */
export function splitAtKeyNumber(sentence) {
  const found = /\d[\d,.]* (?:of|in) (?:the |its )?\d[\d,]*/.exec(sentence);
  if (!found) {
    return { before: sentence, key: '', after: '' };
  }
  const end = found.index + found[0].length;
  return { before: sentence.slice(0, found.index), key: found[0], after: sentence.slice(end) };
}

/**
 * @param {string} geography such as `lsoa-2011`
 * @returns {string} as people say it: `LSOA 2011`
 */
export function formatGeography(geography) {
  const [level, year = ''] = geography.split('-');
  const names = { ward: 'wards', ctyua: 'counties and unitary authorities', lad: 'districts' };
  return `${names[level] ?? level.toUpperCase()} ${year}`.trim();
}

/**
 * @param {string} label such as `Deprivation decile (1 = most deprived tenth)`
 * @returns {string} without its explanation, for places that explain in another way
 */
export function shortLabel(label) {
  return label.replace(/ \([^()]*\)$/, '');
}
