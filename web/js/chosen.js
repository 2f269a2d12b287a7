/**
 * The areas that somebody gathers to have them counted together: codes of one geography, in the order of choosing. The codes of
 * one boundary year mean other areas in another, so the geography always goes with them.
 *
 * @typedef {{geography: string, codes: readonly string[]}} Chosen
 */

/** @type {Chosen} */
export const NONE_CHOSEN = Object.freeze({ geography: '', codes: Object.freeze([]) });

/** More codes than these make an address that mail programs break. */
export const MOST_IN_ADDRESS = 60;

const GEOGRAPHY = /^[a-z]+-\d{4}$/;
const CODE = /^[A-Za-z0-9]{1,32}$/;
const COUNT_ONLY = /^([1-9]\d{0,5})-areas$/;

/**
 * @param {Chosen} chosen
 * @param {string} geography
 * @returns {readonly string[]} what is chosen of this geography
 */
export function codesIn(chosen, geography) {
  return chosen.geography === geography ? chosen.codes : [];
}

/**
 * @param {Chosen} chosen
 * @param {string} geography of the codes; what was chosen of another is given up
 * @param {readonly string[]} codes
 * @returns {Chosen}
 */
export function withAreas(chosen, geography, codes) {
  return { geography, codes: [...new Set([...codesIn(chosen, geography), ...codes])] };
}

/**
 * @param {Chosen} chosen
 * @param {readonly string[]} codes
 * @returns {Chosen}
 */
export function withoutAreas(chosen, codes) {
  const gone = new Set(codes);
  const left = chosen.codes.filter((code) => !gone.has(code));
  return left.length === 0 ? NONE_CHOSEN : { geography: chosen.geography, codes: left };
}

/** @param {Chosen} a @param {Chosen} b */
export function isSameChosen(a, b) {
  return a === b || (a.geography === b.geography && a.codes.join() === b.codes.join());
}

/** @param {Chosen} chosen @returns {boolean} whether an address can name all of them */
export function fitsAddress({ codes }) {
  return codes.length <= MOST_IN_ADDRESS;
}

/**
 * @param {Chosen} chosen
 * @returns {string} for the address, empty for none: `lsoa-2021_E01000001_E01000002`, or how many where they are too many
 */
export function formatChosen(chosen) {
  const { geography, codes } = chosen;
  if (codes.length === 0) {
    return '';
  }
  return [geography, ...(fitsAddress(chosen) ? codes : [`${codes.length}-areas`])].join('_');
}

/**
 * @param {string} text of an address
 * @returns {?Chosen} null when it cannot be read; none when the address says only how many
 */
export function parseChosen(text) {
  const [geography, ...codes] = text.split('_');
  if (!GEOGRAPHY.test(geography) || codes.length === 0 || codes.length > MOST_IN_ADDRESS) {
    return null;
  }
  if (codes.length === 1 && COUNT_ONLY.test(codes[0])) {
    return NONE_CHOSEN;
  }
  return codes.every((code) => CODE.test(code)) ? withAreas(NONE_CHOSEN, geography, codes) : null;
}

/**
 * @param {string} text of an address
 * @returns {number} how many areas it counts without naming them
 */
export function countLeftOut(text) {
  return Number(COUNT_ONLY.exec(text.split('_')[1] ?? '')?.[1] ?? 0);
}
