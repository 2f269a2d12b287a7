/** The words of the gradient page. Numbers that there are not are said in words, and why where it is known. */

import { STATE_WORDS, formatCount, formatInterval, formatNumber } from './format.js';

const MEASURE_NAMES = Object.freeze({
  'early-help': 'Early help',
  referrals: 'Referrals',
  cin: 'Children in need',
  cpp: 'Child protection plans',
  cla: 'Children looked after',
});

const FUNNEL_CLASSES = Object.freeze({
  'high-998': 'above the 99.8\u00a0% limit',
  'high-95': 'above the 95\u00a0% limit',
  within: 'within the limits',
  'low-95': 'below the 95\u00a0% limit',
  'low-998': 'below the 99.8\u00a0% limit',
});

const FINDINGS = Object.freeze({
  present: 'More intervention at equal deprivation',
  opposite: 'Less intervention at equal deprivation',
  'no-evidence': 'No evidence of more intervention at equal deprivation',
  'not-computed': 'Cannot be compared',
});

const COMPARATOR_KINDS = Object.freeze({
  authority: 'this authority',
  'neighbours-weighted': 'statistical neighbours, weighted by their children',
  'neighbours-unweighted': 'statistical neighbours, each counting the same',
  region: 'region',
  england: 'country',
});

/** @param {{measure: string, label?: string}} gradient */
export function measureName({ measure, label }) {
  return label ?? MEASURE_NAMES[measure] ?? measure;
}

/** @typedef {{estimate: number, lower: ?number, upper: ?number}} Estimate with its 95 % limits */

/**
 * @param {?Estimate} estimate
 * @param {number} [decimals]
 * @returns {string} `12.3 (10.1 to 14.9)`, the number alone where it has no limits, empty where there is none
 */
export function estimateText(estimate, decimals = 1) {
  if (estimate === null || estimate === undefined || typeof estimate.estimate !== 'number') {
    return '';
  }
  const limits = formatInterval(estimate.lower, estimate.upper, decimals);
  const number = formatNumber(estimate.estimate, decimals);
  return limits === '' ? number : `${number} (${limits})`;
}

/**
 * What stands where a figure is missing: that it is hidden, not there, or could not be worked out from what is there.
 *
 * @param {string} state of the count behind it
 * @returns {{state: string, text: string}}
 */
export function absence(state) {
  return state === 'known' || state === undefined
    ? { state: 'not-applicable', text: 'not computed' }
    : { state, text: STATE_WORDS[state] ?? STATE_WORDS['not-available'] };
}

/** @param {string} [tenths] `local` where they are the county's own @param {string} [part] tenth or fifth */
export function tenthsHeading(tenths, part = 'tenth') {
  return tenths === 'local' ? `${part[0].toUpperCase()}${part.slice(1)} of this county, not national` : `National ${part}`;
}

/** @param {{decile: number, lastDecile?: number, label?: string}} tenth */
export function tenthName({ decile, lastDecile = decile, label }) {
  if (decile !== lastDecile) {
    return `${label ?? `${decile}\u2013${lastDecile}`} (taken together)`;
  }
  return { 1: '1, most deprived', 10: '10, least deprived' }[decile] ?? String(decile);
}

/** @param {number} fifth @param {number} lastFifth @param {string} label */
export function fifthName(fifth, lastFifth, label) {
  if (fifth !== lastFifth) {
    return `${label} (taken together)`;
  }
  return { 1: '1, most deprived', 5: '5, least deprived' }[fifth] ?? String(fifth);
}

/** @param {string} name of a funnel class */
export function funnelWords(name) {
  return FUNNEL_CLASSES[name] ?? name;
}

/** @param {string} finding */
export function findingWords(finding) {
  return FINDINGS[finding] ?? FINDINGS['not-computed'];
}

/** @param {string} kind of a comparator */
export function comparatorWords(kind) {
  return COMPARATOR_KINDS[kind] ?? kind;
}

/**
 * @param {?number} p
 * @returns {string} three decimals, never 0
 */
export function probabilityText(p) {
  if (typeof p !== 'number') {
    return '';
  }
  return p < 0.001 ? 'below 0.001' : formatNumber(p, 3);
}

/** @param {{areas: number, basis?: string, dispersion: ?number, theta: ?number}} models */
export function modelsFacts({ areas, basis, dispersion, theta }) {
  const facts = [basis || formatCount(areas, 'small area', 'small areas')];
  if (typeof dispersion === 'number') {
    facts.push(`dispersion ${formatNumber(dispersion, 2)} (1 is chance alone)`);
  }
  if (typeof theta === 'number') {
    facts.push(`negative binomial \u03b8 ${formatNumber(theta, 1)}`);
  }
  return facts.join(' \u00b7 ');
}

/**
 * What was chosen, for readers of paper.
 *
 * @param {object} report as the service answers
 */
export function chosenWords({ label, period, basis, tenths, unaccompanied, choices, funnelLimits, fictional }) {
  const places = choices.places.filter(({ chosen }) => chosen).map(({ name }) => name);
  return [
    `${label}, ${basis || period}`,
    tenths === 'local' ? 'tenths of this county, not national' : places.length > 0 && `compared: ${places.join(', ')}`,
    choices.unaccompanied && `unaccompanied asylum-seeking children ${unaccompanied === 'out' ? 'left out' : 'counted'}`,
    `funnel limits ${funnelLimits === 'adjusted' ? 'adjusted for variation beyond chance' : 'for chance alone'}`,
    fictional && 'fictional data',
  ]
    .filter(Boolean)
    .join(' \u00b7 ');
}
