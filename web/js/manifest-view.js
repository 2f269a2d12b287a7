/** How a result came to be, so that anybody can make it again: its manifest as terms and definitions. */

import { make } from './dom.js';

/** @param {import('./types.js').Manifest} manifest @returns {HTMLElement[]} what goes into a `dl` */
export function manifestFacts(manifest) {
  const parameters = Object.entries(manifest.parameters ?? {});
  return [
    ...fact('Method', manifest.method),
    ...fact('Parameters', parameters.length === 0 ? 'none' : list(parameters.map(([name, value]) => `${name}: ${value}`))),
    ...fact('Inputs', make('ul', {}, ...(manifest.inputs ?? []).map(input))),
    ...fact('Software', manifest.software),
    ...fact('Result', hash(manifest.resultHash)),
  ];
}

/** @param {string} term @param {string|Node} value */
export function fact(term, value) {
  return [make('dt', {}, term), make('dd', {}, value)];
}

/** @param {string[]} lines */
export function list(lines) {
  return make('ul', {}, ...lines.map((line) => make('li', {}, line)));
}

function input({ title, source, licence, sha256 }) {
  return make('li', {}, [title, source, licence].filter(Boolean).join(', '), hash(sha256));
}

/** A hash of restricted figures is keyed: only the store that made it can make it again. */
function hash(sha256) {
  const [, keyed] = /^hmac-sha256:(.*)$/.exec(sha256) ?? [];
  return make('span', { class: 'ns-layer__hash' }, keyed ? `Keyed SHA-256 ${keyed}` : `SHA-256 ${sha256}`);
}
