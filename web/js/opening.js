/**
 * Which layer opens: a measure that is hidden in most areas gives way to one that says more, such as its districts, unless
 * someone asks for it all the same.
 */

import { make } from './dom.js';

/**
 * @typedef {object} Opening
 * @property {string} layer id of the layer that opens; empty for the first
 * @property {boolean} anyway whether a mostly hidden layer is shown because someone asked for it
 * @property {?{why: string, layer: string, title: string}} replaced the layer that gave way, or null
 */

/**
 * @param {import('./types.js').LayerEntry[]} layers
 * @param {string} wanted id; empty for the first
 * @param {boolean} isAnyway whether to show it although most of it is hidden
 * @returns {Opening}
 */
export function openingOf(layers, wanted, isAnyway) {
  const entry = layers.find(({ id }) => id === wanted) ?? (wanted === '' ? layers[0] : undefined);
  const other = entry?.opensAs && layers.find(({ id }) => id === entry.opensAs.id && id !== entry.id);
  if (!other) {
    return { layer: wanted, anyway: false, replaced: null };
  }
  if (isAnyway) {
    return { layer: wanted, anyway: true, replaced: null };
  }
  return { layer: other.id, anyway: false, replaced: { why: entry.opensAs.why, layer: entry.id, title: entry.title } };
}

/**
 * Says why another layer is shown than the one asked for, and offers that one.
 *
 * @param {HTMLElement} root a live region; what stands in it stays
 * @param {Opening} opening
 * @param {(layer: string) => void} onAnyway
 */
export function showOpening(root, { replaced }, onAnyway) {
  if (replaced !== null) {
    const { why, layer, title } = replaced;
    root.append(
      make(
        'div',
        { class: 'ns-message' },
        make('p', {}, why),
        make('button', { type: 'button', class: 'ns-button', on: { click: () => onAnyway(layer) } }, `Show ${title} anyway`),
      ),
    );
  }
}
