/**
 * The state of the page of hotspots, written to the address: what was asked, and what of the answer is looked at.
 *
 * @typedef {object} HotspotsState
 * @property {string} extent name of the county shown; empty for the first
 * @property {Partial<HotspotSettings>} asked the settings that differ from the usual ones
 * @property {boolean} run whether hotspots were looked for; without it nothing is computed by opening the page
 * @property {string} district code of the district kept; empty for the whole county
 * @property {string} kind the areas that are listed, as in `kindOf`; empty for all
 * @property {string} area code of the chosen area, or empty
 * @property {string} around the kind of neighbours that are shown of it; empty for the first that was asked for
 * @property {string} sort a column; a leading minus turns the order round
 *
 * @typedef {object} HotspotSettings what the service is asked
 * @property {string} subject id of what hotspots are looked for in
 * @property {boolean} beyondDeprivation
 * @property {readonly string[]} methods
 * @property {readonly string[]} neighbours kinds of them
 * @property {number} permutations
 * @property {number} seed
 * @property {string} alternative
 * @property {string} correction
 * @property {number} falseDiscoveryRate
 * @property {number} maxPopulationShare
 * @property {readonly (readonly string[])[]} links pairs of area codes
 * @property {readonly string[]} with ids of further measures that must be high too
 * @property {string} high from where on an area counts as high
 * @property {string} [neighbourList] the text of a file of neighbours
 */

/** @type {Readonly<HotspotsState>} */
export const DEFAULT_HOTSPOTS_STATE = Object.freeze({
  extent: '', asked: Object.freeze({}), run: false, district: '', kind: '', area: '', around: '', sort: 'finding',
});

/** The kind of neighbours that a file lists. */
export const LISTED = 'list';

/** More pairs than these make an address that mail programs break. */
export const MOST_LINKS_IN_ADDRESS = 30;

const WORD = /^[A-Za-z0-9@_.-]{1,250}$/;
const CODE = '[A-Za-z0-9]{1,32}';
const PAIRS = new RegExp(`^${CODE}-${CODE}(,${CODE}-${CODE}){0,${MOST_LINKS_IN_ADDRESS - 1}}$`);
const COUNT_ONLY = /^([1-9]\d{0,5})-pairs$/;
const ROWS_ONLY = /^[1-9]\d{0,6}-rows$/;
const SORT = /^-?(area|district|finding|found|value|z|q|years)$/;

const isWord = (text) => WORD.test(text);
const isWhole = (text) => /^\d{1,9}$/.test(text);
const isShare = (text) => /^(0|1|0?\.\d{1,9}|1\.0{1,9})$/.test(text);
const words = { isValid: (text) => text.split(',').every(isWord), read: (text) => text.split(','), write: (list) => list.join(',') };
const word = { isValid: isWord, read: (text) => text, write: (text) => text };
const whole = { isValid: isWhole, read: Number, write: String };
const share = { isValid: isShare, read: Number, write: String };

/** How settings stand in the address, in its order. */
const SETTINGS = Object.freeze({
  subject: { name: 'subject', ...word },
  with: { name: 'with', ...words },
  high: { name: 'high', ...word },
  beyondDeprivation: { name: 'beyond', isValid: (text) => /^[01]$/.test(text), read: (text) => text === '1', write: (is) => (is ? '1' : '0') },
  methods: { name: 'methods', ...words },
  neighbours: { name: 'neighbours', ...words },
  permutations: { name: 'permutations', ...whole },
  seed: { name: 'seed', ...whole },
  alternative: { name: 'alternative', ...word },
  correction: { name: 'correction', ...word },
  falseDiscoveryRate: { name: 'rate', ...share },
  maxPopulationShare: { name: 'share', ...share },
  links: {
    name: 'links',
    isValid: (text) => PAIRS.test(text) && !COUNT_ONLY.test(text),
    read: (text) => text.split(',').map((pair) => pair.split('-')),
    write: (pairs) => (fitsAddress(pairs) ? pairs.map((pair) => pair.join('-')).join(',') : `${pairs.length}-pairs`),
  },
  // A file is too long for an address, which says how long it is.
  neighbourList: { name: 'list', isValid: (text) => ROWS_ONLY.test(text), read: () => undefined, write: rowsText },
});

const SHOWN = Object.freeze({ district: isWord, kind: isWord, area: isWord, around: isWord, sort: (text) => SORT.test(text) });

function rowsText(text) {
  return `${Math.max(1, text.trim().split('\n').length - 1)}-rows`;
}

/** @param {readonly (readonly string[])[]} pairs @returns {boolean} whether an address can name all of them */
export function fitsAddress(pairs) {
  return pairs.length <= MOST_LINKS_IN_ADDRESS;
}

/**
 * @param {string} search the query part of an address
 * @param {?readonly (readonly string[])[]} [kept] pairs that the browser's history keeps because an address cannot name them
 * @param {?string} [keptList] the text of a file of neighbours that the browser's history keeps
 * @returns {{state: HotspotsState, ignored: string[]}} what cannot be read is as usual, and its names
 */
export function parseHotspotsState(search, kept = null, keptList = null) {
  const query = new URLSearchParams(search);
  const state = { ...DEFAULT_HOTSPOTS_STATE, asked: {} };
  const ignored = [];
  const take = (name, isValid, set) => {
    const text = query.get(name) ?? '';
    if (text !== '') {
      if (isValid(text)) {
        set(text);
      } else {
        ignored.push(name);
      }
    }
  };
  take('extent', isWord, (text) => (state.extent = text));
  for (const [field, { name, isValid, read }] of Object.entries(SETTINGS)) {
    const isKept = field === 'links' && kept !== null && COUNT_ONLY.exec(query.get(name) ?? '')?.[1] === String(kept.length);
    take(name, (text) => isKept || isValid(text), (text) => (state.asked[field] = isKept ? kept : read(text)));
  }
  delete state.asked.neighbourList;
  if (keptList !== null && query.get('list') === rowsText(keptList)) {
    state.asked.neighbourList = keptList;
  }
  take('run', (text) => text === '1', () => (state.run = true));
  for (const [name, isValid] of Object.entries(SHOWN)) {
    take(name, isValid, (text) => (state[name] = text));
  }
  return { state, ignored };
}

/**
 * @param {HotspotsState} state
 * @returns {string} the query part of the address, empty or with its question mark; what is usual is left out
 */
export function formatHotspotsState({ extent, asked, run, ...shown }) {
  const query = new URLSearchParams();
  const put = (name, text) => text !== '' && query.set(name, text);
  put('extent', extent);
  for (const [field, { name, write }] of Object.entries(SETTINGS)) {
    if (asked[field] !== undefined) {
      put(name, write(asked[field]));
    }
  }
  put('run', run ? '1' : '');
  for (const name of Object.keys(SHOWN)) {
    put(name, shown[name] === DEFAULT_HOTSPOTS_STATE[name] ? '' : shown[name]);
  }
  const text = query.toString().replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}

/** @param {HotspotSettings} usual @param {Partial<HotspotSettings>} asked @returns {HotspotSettings} all that the service is asked */
export function settingsOf(usual, asked) {
  return { ...usual, ...asked };
}

/** @param {HotspotSettings} usual @param {HotspotSettings} settings @returns {Partial<HotspotSettings>} what differs from the usual */
export function askedOf(usual, settings) {
  return Object.fromEntries(Object.keys(SETTINGS).filter((field) => !isSame(usual[field], settings[field])).map((field) => [field, settings[field]]));
}

/** Methods and kinds of neighbours are the same in any order; pairs are kept as they were written. */
function isSame(a, b) {
  const sorted = (value) => JSON.stringify(Array.isArray(value) && value.every((each) => typeof each === 'string') ? [...value].sort() : value);
  return sorted(a) === sorted(b);
}

/**
 * Replaces what the service does not know by what is usual, and says so. Then nothing is looked for unasked.
 *
 * @param {HotspotsState} state
 * @param {HotspotOptions} options
 * @returns {{state: HotspotsState, messages: string[]}}
 *
 * @typedef {{subjects: {id: string, beyondDeprivation: boolean}[], methods: {id: string}[], neighbours: {id: string}[], usual: HotspotSettings}} HotspotOptions
 */
export function settleHotspots(state, options) {
  const messages = [];
  const asked = { ...state.asked };
  const knows = (name, id) => options[name].some((one) => one.id === id);
  if (asked.subject !== undefined && !knows('subjects', asked.subject)) {
    messages.push(`There is nothing called ${asked.subject} here to look for hotspots in, so the usual is chosen.`);
    delete asked.subject;
  }
  const others = asked.with ?? [];
  if (others.some((id) => !knows('subjects', id))) {
    messages.push(`There is nothing called ${others.filter((id) => !knows('subjects', id)).join(' or ')} here that could be high too, so it is left out.`);
    asked.with = others.filter((id) => knows('subjects', id));
  }
  if (asked.neighbours?.includes(LISTED) && asked.neighbourList === undefined) {
    messages.push('This link uses neighbours of a file, which it cannot carry: choose the file again.');
    asked.neighbours = asked.neighbours.filter((id) => id !== LISTED);
  }
  if (asked.neighbours?.length === 0) {
    delete asked.neighbours;
  }
  for (const name of ['methods', 'neighbours']) {
    const unknown = (asked[name] ?? []).filter((id) => id !== LISTED && !knows(name, id));
    if (unknown.length > 0) {
      messages.push(`There is no setting called ${unknown.join(' or ')} here, so the usual ones are chosen.`);
      delete asked[name];
    }
  }
  return { state: { ...state, asked, run: state.run && messages.length === 0 }, messages };
}

/**
 * @param {{extent: {name: string}, manifest: import('./types.js').Manifest}} layer that answers a question
 * @returns {string} the address of the page of hotspots with the same question
 */
export function questionAddress({ extent, manifest: { parameters } }) {
  const read = (text) => (/^(\[|true$|false$|\d)/.test(text) ? JSON.parse(text) : text);
  const fields = Object.keys(SETTINGS).filter((field) => field in parameters && field !== 'neighbourList');
  const asked = Object.fromEntries(fields.map((field) => [field, read(parameters[field])]).filter(([, value]) => value.length !== 0));
  return `/hotspots.html${formatHotspotsState({ ...DEFAULT_HOTSPOTS_STATE, extent: extent.name, asked, run: true })}`;
}

/** @param {string} name of a part of the address @param {string} search the query part @returns {string} what is said of a part that cannot be read */
export function ignoredWords(name, search) {
  const [, pairs] = name === 'links' ? COUNT_ONLY.exec(new URLSearchParams(search).get(name) ?? '') ?? [] : [];
  return pairs === undefined
    ? `What this address says of \u201c${name}\u201d cannot be read and was left out.`
    : `This link is about ${pairs} pairs of areas that count as neighbours, too many to be named in it: enter them again.`;
}
