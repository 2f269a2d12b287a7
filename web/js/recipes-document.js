/**
 * A recipe as a form holds it, and back. Whatever a document has that the form does not show stays in it.
 *
 * @typedef {object} FactorFields each as text
 * @property {string} column
 * @property {string} polarity
 * @property {string} standardisation
 * @property {string} weight
 * @property {string} domain or empty
 * @property {string} shrinkage empty for the usual
 * @property {string} period empty for the latest
 * @property {string} low the smaller goalpost, or empty
 * @property {string} high
 * @property {string} benchmark or empty
 * @property {object} rest
 *
 * @typedef {object} RecipeFields
 * @property {string} name
 * @property {string} description
 * @property {string} aggregation
 * @property {string} minimumCoverage in percent
 * @property {string} referenceSize
 * @property {FactorFields[]} factors
 * @property {{name: string, weight: string}[]} domains
 * @property {object} rest
 */

import { USUAL_FACTOR, USUAL_RECIPE, capital } from './recipes-words.js';

/** @type {Readonly<FactorFields>} */
export const EMPTY_FACTOR = Object.freeze({
  column: '', polarity: 'higher', standardisation: USUAL_FACTOR.standardisation, weight: '1', domain: '', shrinkage: '', period: '', low: '', high: '', benchmark: '', rest: Object.freeze({}),
});

/** @returns {RecipeFields} a method that has nothing in it yet */
export function emptyFields() {
  return fieldsOf({ name: '', factors: [{ column: '', polarity: 'higher' }] });
}

/** @param {unknown} recipe @returns {boolean} whether a form can hold it; whether it is right is for the service to say */
export function isShowable(recipe) {
  const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
  const isList = (value) => Array.isArray(value) && value.every(isObject);
  return isObject(recipe) && isList(recipe.factors) && recipe.factors.length > 0 && (recipe.domains === undefined || isList(recipe.domains));
}

/** @param {object} recipe a document that {@link isShowable} @returns {RecipeFields} */
export function fieldsOf(recipe) {
  const { name, description, aggregation, minimumCoverage, referenceSize, factors, domains = [], ...rest } = { ...USUAL_RECIPE, ...recipe };
  return {
    name: text(name),
    description: text(description),
    aggregation: text(aggregation),
    minimumCoverage: typeof minimumCoverage === 'number' ? text(Number((minimumCoverage * 100).toPrecision(10))) : text(minimumCoverage),
    referenceSize: text(referenceSize),
    factors: factors.map(factorFields),
    domains: domains.map((domain) => ({ name: text(domain.name), weight: text(domain.weight) })),
    rest,
  };
}

function factorFields(factor) {
  const { column, polarity, standardisation, weight, domain, shrinkage, period, goalposts = [], benchmark, ...rest } = { ...USUAL_FACTOR, ...factor };
  return {
    column: text(column),
    polarity: text(polarity),
    standardisation: text(standardisation),
    weight: text(weight),
    domain: text(domain),
    shrinkage: text(shrinkage),
    period: text(period),
    low: text(goalposts[0]),
    high: text(goalposts[1]),
    benchmark: text(benchmark),
    rest,
  };
}

/** @param {RecipeFields} fields @returns {object} the document; what is no number is sent as it was written, for the service to refuse */
export function documentOf({ name, description, aggregation, minimumCoverage, referenceSize, factors, domains, rest }) {
  const coverage = numberOf(minimumCoverage);
  const isRanked = factors.some(({ standardisation }) => standardisation === 'exponential');
  return {
    ...rest,
    name: name.trim(),
    ...(description.trim() === '' ? {} : { description: description.trim() }),
    factors: factors.map(factorOf),
    ...(domains.length === 0 ? {} : { domains: domains.map((domain) => ({ name: domain.name, weight: numberOf(domain.weight) })) }),
    aggregation,
    minimumCoverage: typeof coverage === 'number' ? Number((coverage / 100).toPrecision(10)) : coverage,
    ...(isRanked && referenceSize.trim() !== '' && referenceSize.trim() !== '0' ? { referenceSize: numberOf(referenceSize) } : {}),
  };
}

function factorOf({ column, polarity, standardisation, weight, domain, shrinkage, period, low, high, benchmark, rest }) {
  const isBetween = standardisation === 'min-max' && low.trim() + high.trim() !== '';
  return {
    column,
    polarity,
    standardisation,
    weight: numberOf(weight),
    ...(domain.trim() === '' ? {} : { domain: domain.trim() }),
    ...(shrinkage === '' ? {} : { shrinkage }),
    ...(period === '' ? {} : { period }),
    ...(isBetween ? { goalposts: [numberOf(low), numberOf(high)] } : {}),
    ...(standardisation === 'threshold' && benchmark.trim() !== '' ? { benchmark: numberOf(benchmark) } : {}),
    ...rest,
  };
}

/**
 * The domains of a form's rows, in the order in which they come; what each counts stays.
 *
 * @param {FactorFields[]} factors
 * @param {{name: string, weight: string}[]} before
 */
export function domainsOf(factors, before) {
  const weights = new Map(before.map(({ name, weight }) => [name, weight]));
  const names = [...new Set(factors.map(({ domain }) => domain.trim()).filter((name) => name !== ''))];
  return names.map((name) => ({ name, weight: weights.get(name) ?? '1' }));
}

/** Where the service's field is in the form, which calls its controls by the service's words. */
export function controlOf(field) {
  const row = /^factors\[\d+\]$/.exec(field);
  return row !== null ? `${field}.column` : field.replace(/\.goalposts$/, '.goalposts[0]').replace(/^domains$/, 'domains[0].weight');
}

/** What a field is called, as in `factors[2].weight`. */
const FIELD_WORDS = Object.freeze({
  name: 'the name', description: 'the description', minimumCoverage: 'minimum coverage', aggregation: 'how it becomes one score', referenceSize: 'the number of ranked areas',
  column: 'the circumstance', polarity: 'which end means more need', standardisation: 'how it is made comparable', weight: 'the weight', domain: 'the domain', shrinkage: 'small numbers',
  period: 'the period', goalposts: 'the goalposts', benchmark: 'the benchmark',
});

/**
 * A problem as the service says it, with the name of the circumstance and of the field in place of `factors[2].weight`.
 *
 * @param {{field?: string, message: string}} error
 * @param {(place: number) => string} labelAt the circumstance of a row
 * @returns {{field: string, row: number, message: string}} for the control that it is about
 */
export function plainError({ field = '', message }, labelAt) {
  const place = /^factors\[(\d+)\]/.exec(field)?.[1];
  const word = FIELD_WORDS[/([A-Za-z]+)(\[\d+\])?$/.exec(field)?.[1]] ?? field;
  const isShare = field === 'minimumCoverage' && message.startsWith(field);
  const said = isShare
    ? 'Minimum coverage is a number from 0 to 100 percent.'
    : field !== '' && message.startsWith(field)
      ? capital(word + message.slice(field.length))
      : message;
  const label = place === undefined ? '' : labelAt(Number(place));
  return { field: controlOf(field), row: 0, message: label === '' || said.includes(label) ? said : `${label}: ${said}` };
}


function text(value) {
  return value === undefined || value === null ? '' : String(value);
}

function numberOf(written) {
  const plain = written.trim().replace(/^\u2212/, '-');
  return plain !== '' && Number.isFinite(Number(plain)) ? Number(plain) : plain;
}
