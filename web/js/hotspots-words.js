/** What the page of hotspots says: classes, how many settings agree, and what was chosen. */

import { STATE_WORDS, formatCount, formatGeography, formatNumber } from './format.js';
import { probabilityText } from './gradient-words.js';

/**
 * @typedef {object} HotspotArea
 * @property {string} code
 * @property {string} name
 * @property {string} district
 * @property {?number} value
 * @property {import('./types.js').ValueState} state
 * @property {'hot'|'cold'|'outlier'|'not-significant'|'not-computed'} class
 * @property {number} foundBy how many settings find a hotspot
 * @property {number} coldBy how many find a lower cluster
 * @property {number} of how many settings there are
 * @property {?number} z
 * @property {?number} p
 * @property {?number} q
 * @property {string} reason why it was not tested
 * @property {string[]} missedBy the settings that do not find what the others find
 * @property {?number} hotIn in how many years it is a hotspot
 * @property {?number} hotOf of how many
 * @property {number|null} [joins] of areas that are high on all measures, how many neighbours are; only where that was asked
 * @property {string} note
 */

/** The kinds of areas, in the order of the legend. */
export const KINDS = Object.freeze(['hot', 'some', 'apart', 'outlier', 'not-significant', 'cold', 'not-high', 'not-computed', ...Object.keys(STATE_WORDS)]);

const KIND_WORDS = Object.freeze({
  hot: 'hotspot',
  some: 'found by some settings, not by most',
  apart: 'high, but not among others that are',
  'not-high': 'not high on all measures',
  outlier: 'unlike its neighbours',
  'not-significant': 'no finding',
  cold: 'lower cluster',
  'not-computed': 'not tested',
  ...STATE_WORDS,
});

/**
 * An area without a value is of the kind of its state, whatever its class; one that some settings find and most do not is told from
 * one that none finds.
 *
 * @param {HotspotArea} area
 * @returns {string} one of {@link KINDS}
 */
export function kindOf({ state, class: found, foundBy, reason, joins }) {
  if (state !== 'known') {
    return state in STATE_WORDS ? state : 'not-available';
  }
  if (found === 'not-significant' && foundBy === 0 && typeof joins === 'number') {
    return 'apart';
  }
  if (found === 'not-computed' && reason === 'not-flagged') {
    return 'not-high';
  }
  return found === 'not-significant' && foundBy > 0 ? 'some' : found;
}

/** @param {string} kind */
export function kindWords(kind) {
  return KIND_WORDS[kind] ?? kind;
}

/** @param {string} text @returns {string} with a capital first */
export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** @param {HotspotArea} area @returns {boolean} whether any setting tested it */
export function isTested({ state, class: found, of }) {
  return state === 'known' && found !== 'not-computed' && of > 0;
}

/** @param {HotspotArea} area @returns {string} `5 of 6`; empty where nothing was tested */
export function foundText(area) {
  if (!isTested(area)) {
    return '';
  }
  const { class: found, foundBy, coldBy, of } = area;
  const isLower = found === 'cold' || (foundBy === 0 && coldBy > 0);
  return isLower ? `${formatNumber(coldBy)} of ${formatNumber(of)} (lower)` : `${formatNumber(foundBy)} of ${formatNumber(of)}`;
}

/** @param {HotspotArea} area @returns {string} the finding in a few words, as under the pointer */
export function findingText(area) {
  const kind = kindOf(area);
  const { foundBy, coldBy, of } = area;
  if (kind === 'hot' || kind === 'cold') {
    return `${capital(kindWords(kind))}, found by ${formatNumber(kind === 'hot' ? foundBy : coldBy)} of ${formatCount(of, 'setting', 'settings')}`;
  }
  if (kind === 'some') {
    return `No hotspot by most settings; found by ${formatNumber(foundBy)} of ${formatNumber(of)}`;
  }
  return capital(kindWords(kind));
}

/** @param {HotspotArea} area @returns {string} `2 of 3 years`; empty with one year only */
export function yearsText({ hotIn, hotOf }) {
  return typeof hotIn === 'number' && typeof hotOf === 'number' ? `${formatNumber(hotIn)} of ${formatNumber(hotOf)}` : '';
}

/**
 * @param {HotspotArea} area
 * @param {{setting: string, title: string}[]} runs
 * @returns {{found: string[], missed: string[]}} titles of the settings that find what most is found of it, and of the others
 */
export function settingsSplit({ foundBy, coldBy, missedBy = [] }, runs) {
  const isFound = foundBy > 0 || coldBy > 0;
  const missed = new Set(missedBy);
  const isMissed = ({ setting }) => !isFound || missed.has(setting);
  return { found: runs.filter((run) => !isMissed(run)).map(({ title }) => title), missed: runs.filter(isMissed).map(({ title }) => title) };
}

/** @param {?number} z @returns {string} */
export function scoreText(z) {
  return typeof z === 'number' ? formatNumber(z, 2) : '';
}

/** @param {?number} p @returns {string} never 0 */
export function chanceText(p) {
  return typeof p === 'number' ? probabilityText(p) : '';
}

/**
 * @param {object} result as the service answers
 * @param {{methods: {id: string, title: string}[], neighbours: {id: string, title: string}[]}} options
 * @returns {string} what was chosen, for readers of paper
 */
export function chosenWords({ subject, period, settings, geography, extent, joins }, { methods, neighbours, high = [] }) {
  const titles = (all, ids) => ids.map((id) => all.find((one) => one.id === id)?.title ?? id).join(', ');
  const { permutations, seed, links = [] } = settings;
  return [
    [subject.title, period.split(', ').some((part) => subject.title.includes(part)) ? '' : period].filter(Boolean).join(', '),
    ...(joins?.measures ?? []).slice(1).map(({ title }) => `and ${title}`),
    joins === undefined ? '' : `high: in the ${titles(high, [joins.high])}`,
    settings.beyondDeprivation ? 'beyond what deprivation lets expect' : '',
    formatGeography(geography),
    titles(methods, settings.methods),
    `neighbours: ${titles([...neighbours, { id: 'list', title: 'those of the file' }], settings.neighbours).toLowerCase()}`,
    links.length > 0 ? `${formatCount(links.length, 'pair', 'pairs')} of areas linked by hand` : '',
    permutations > 0 ? `${formatNumber(permutations)} permutations, seed ${seed}` : 'chances by formula, without permutations',
    extent.fictional ? 'fictional data' : '',
  ].filter(Boolean).join(' \u00b7 ');
}

const ORDERS = Object.freeze({
  area: ['by name, A to Z', 'by name, Z to A'],
  district: ['by district, A to Z', 'by district, Z to A'],
  finding: ['hotspots first', 'lower clusters first'],
  found: ['found by most settings first', 'found by fewest settings first'],
  value: ['highest value first', 'lowest value first'],
  z: ['highest z-score first', 'lowest z-score first'],
  q: ['smallest q-value first', 'largest q-value first'],
  years: ['hotspots in most years first', 'hotspots in fewest years first'],
});

/** @param {string} sort @returns {string} the order in words */
export function orderWords(sort) {
  return ORDERS[sort.replace(/^-/, '')][sort.startsWith('-') ? 1 : 0];
}
