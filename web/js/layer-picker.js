/** Choosing what is shown: a grouped list of layers, and one button for each group. */

import { make } from './dom.js';

export class LayerPicker {
  /**
   * @param {HTMLSelectElement} select
   * @param {HTMLElement} chips
   * @param {(id: string) => void} onChoose
   */
  constructor(select, chips, onChoose) {
    this.select = select;
    this.chips = chips;
    this.onChoose = onChoose;
    this.layers = [];
    select.addEventListener('change', () => onChoose(select.value));
  }

  /** @param {import('./types.js').LayerEntry[]} layers in the order of the service */
  setLayers(layers) {
    this.layers = layers;
    const groups = groupLayers(layers);
    this.select.replaceChildren(
      ...[...groupLayers(layers, shelfOf)].map(([shelf, members]) =>
        make('optgroup', { label: shelf }, ...members.map(({ id, title }) => make('option', { value: id }, title))),
      ),
    );
    this.chips.replaceChildren(
      ...[...groups].map(([group, members]) =>
        make(
          'button',
          {
            type: 'button',
            class: 'ns-chip',
            'data-group': group,
            'aria-pressed': 'false',
            on: { click: () => this.chooseGroup(group, members[0].id) },
          },
          group,
        ),
      ),
    );
  }

  /** @param {string} id of the layer on the page */
  show(id) {
    this.select.value = id;
    const group = this.layers.find((layer) => layer.id === id)?.group;
    for (const chip of this.chips.children) {
      chip.setAttribute('aria-pressed', String(chip.dataset.group === group));
    }
  }

  chooseGroup(group, firstId) {
    const current = this.layers.find((layer) => layer.id === this.select.value);
    if (current?.group !== group) {
      this.onChoose(firstId);
    }
  }
}

/**
 * @param {import('./types.js').LayerEntry[]} layers
 * @param {(layer: import('./types.js').LayerEntry) => string} [groupOf]
 * @returns {Map<string, import('./types.js').LayerEntry[]>} in the order of first appearance
 */
export function groupLayers(layers, groupOf = ({ group }) => group) {
  const groups = new Map();
  for (const layer of layers) {
    const group = groupOf(layer);
    groups.set(group, [...(groups.get(group) ?? []), layer]);
  }
  return groups;
}

/**
 * Where a layer stands in the list: a group of dozens is parted, deciles of deprivation from ranks and scores, circumstances by
 * their theme.
 *
 * @param {import('./types.js').LayerEntry} layer
 * @returns {string}
 */
export function shelfOf({ group, theme, unit, kind }) {
  if (kind === 'deprivation' || theme === 'Deprivation') {
    return { decile: group, rank: `${group}: ranks`, people: `${group}: people counted` }[unit] ?? `${group}: scores`;
  }
  return theme ? `${group}: ${theme}` : group;
}
