/**
 * The address of the page of target areas: which county, which district's board, which set and which revision of it, what it is compared
 * with, and, as long as nothing is saved, what is picked. A link with a revision shows exactly that revision.
 *
 * @typedef {object} TargetsState
 * @property {string} extent empty for the first
 * @property {string} district code, or empty before one is opened
 * @property {string} set id of a saved set, or empty for a new one
 * @property {number} revision of the set; 0 for the latest
 * @property {string} beside a revision to compare with, as `id.number`, or empty
 * @property {readonly string[]} areas codes picked and not saved yet
 */

/** @type {Readonly<TargetsState>} */
export const DEFAULT_TARGETS_STATE = Object.freeze({ extent: '', district: '', set: '', revision: 0, beside: '', areas: Object.freeze([]) });

/** More codes than these make an address that mail programs break. */
export const MOST_AREAS_IN_ADDRESS = 60;

const NAME = /^[A-Za-z0-9@_.-]{1,80}$/;
const CODE = /^[A-Za-z0-9]{1,32}$/;
const SET = /^[a-z0-9-]{1,60}$/;
const NUMBER = /^[1-9]\d{0,5}$/;
const BESIDE = /^([a-z0-9-]{1,60})\.([1-9]\d{0,5})$/;

/**
 * @param {string} search the query part of an address
 * @returns {{state: TargetsState, ignored: string[]}} what cannot be read is as usual, and its names
 */
export function parseTargetsState(search) {
  const query = new URLSearchParams(search);
  const state = { ...DEFAULT_TARGETS_STATE };
  const ignored = [];
  const take = (name, isValid, read = (text) => text) => {
    const text = query.get(name) ?? '';
    if (text !== '' && isValid(text)) {
      state[name] = read(text);
    } else if (text !== '') {
      ignored.push(name);
    }
  };
  const codes = (text) => text.split(',');
  take('extent', (text) => NAME.test(text));
  take('district', (text) => CODE.test(text));
  take('set', (text) => SET.test(text));
  take('revision', (text) => NUMBER.test(text), Number);
  take('beside', (text) => BESIDE.test(text));
  take('areas', (text) => codes(text).length <= MOST_AREAS_IN_ADDRESS && codes(text).every((code) => CODE.test(code)), codes);
  return { state, ignored };
}

/** @param {TargetsState} state @returns {string} the query part, empty or with its question mark; what is usual is left out */
export function formatTargetsState({ extent, district, set, revision, beside, areas }) {
  const query = new URLSearchParams();
  const put = (name, text) => text !== '' && query.set(name, text);
  put('extent', extent);
  put('district', set === '' ? district : '');
  put('set', set);
  put('revision', set !== '' && revision > 0 ? String(revision) : '');
  put('beside', beside);
  put('areas', set === '' && areas.length <= MOST_AREAS_IN_ADDRESS ? areas.join(',') : '');
  const text = query.toString().replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}

/** @param {string} beside as in the address @returns {?{set: string, revision: number}} null for nothing */
export function parseBeside(beside) {
  const [, set, revision] = BESIDE.exec(beside) ?? [];
  return set === undefined ? null : { set, revision: Number(revision) };
}
