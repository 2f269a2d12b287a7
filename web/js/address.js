/**
 * The address of the page: it names the page state. More chosen areas than an address should carry stay in the browser's history
 * entry, so that reloading and going back show them too, and only a copied link does not.
 */

import { NONE_CHOSEN, countLeftOut, fitsAddress, formatChosen, isSameChosen } from './chosen.js';
import { formatState, parseState } from './state.js';

/**
 * Reads the address, and gives a history entry that a link inside the page made what the others have: it may be left or reloaded before
 * anything else is done.
 *
 * @param {import('./chosen.js').Chosen} [held] what the page holds; a link inside the page makes a history entry without it
 * @returns {{state: import('./state.js').PageState, ignored: string[], leftOut: number}} the state, the names of parts that could
 *     not be read, and how many chosen areas the address counts without anybody knowing which
 */
export function readAddress(held = NONE_CHOSEN) {
  const { state, ignored } = parseState(location.search);
  const text = new URLSearchParams(location.search).get('chosen') ?? '';
  const leftOut = countLeftOut(text);
  const kept = history.state?.chosen ?? held;
  if (leftOut === 0 || formatChosen(kept) !== text) {
    return { state, ignored, leftOut };
  }
  if (history.state === null) {
    history.replaceState({ chosen: kept }, '');
  }
  return { state: { ...state, chosen: kept }, ignored, leftOut: 0 };
}

/**
 * @param {import('./state.js').PageState} state
 * @param {{isSmall?: boolean}} [options] small changes replace the address, others can be gone back from
 */
export function writeAddress(state, { isSmall = false } = {}) {
  const kept = fitsAddress(state.chosen) ? null : { chosen: state.chosen };
  const address = formatState(state) || location.pathname;
  if (isSmall) {
    history.replaceState(kept, '', address);
  } else {
    history.pushState(kept, '', address);
  }
}

/**
 * @param {import('./state.js').PageState} a
 * @param {import('./state.js').PageState} b
 */
export function isSameState(a, b) {
  return formatState(a) === formatState(b) && isSameChosen(a.chosen, b.chosen);
}
