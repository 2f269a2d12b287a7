/** Questions and labels of the map page that depend on what is shown. */

import { classFinder } from './classes.js';
import { formatInterval, formatValue, shortLabel } from './format.js';
import { certaintyFinder, isGap } from './gap.js';

const QUESTIONS = Object.freeze({
  deprivation: 'Where is deprivation in the county?',
  indicator: 'How do circumstances differ?',
  need: 'Where is need in the county?',
  rate: 'Where does help reach children?',
  gap: 'Does help reach where need is?',
  hotspot: 'Where does need gather?',
});

/** @param {string} kind of the layer */
export function questionFor(kind) {
  return QUESTIONS[kind] ?? QUESTIONS.need;
}

/**
 * What the map says about the area under the pointer; the table says the same.
 *
 * @param {import('./types.js').Layer} layer
 * @param {import('./types.js').AreaRow} area
 * @param {string} districtName
 * @returns {string[]} its lines, the name first
 */
export function describeArea(layer, area, districtName) {
  const label = classFinder(layer.legend)(area)?.label ?? '';
  const certainty = certaintyFinder(layer)(area);
  const isUnitSaid = /\bper\b/.test(layer.valueLabel);
  const value = formatValue(area.value, area.state, { unit: isUnitSaid ? '' : layer.unit, decimals: layer.decimals });
  const isNone = area.value === 0 && label.startsWith('0 (');
  const isSaidByLabel = label === '' || isNone || label.startsWith(value);
  return [
    area.name,
    ...(districtName === '' || area.name.startsWith(districtName) ? [] : [districtName]),
    `${shortLabel(layer.valueLabel)}: ${isSaidByLabel && label !== '' ? label : value}`,
    ...(isSaidByLabel || layer.kind === 'indicator' || layer.kind === 'rate' ? [] : [label]),
    ...(isGap(layer) && certainty !== '' ? [`95\u00a0% limits ${formatInterval(area.cells[0], area.cells[1], layer.decimals)}: ${certainty}`] : []),
  ];
}

/**
 * The layer whose hotspots are outlined: itself, or the one about the same subject, or the first.
 *
 * @param {import('./types.js').LayerEntry[]} layers
 * @param {import('./types.js').LayerEntry} current
 * @returns {import('./types.js').LayerEntry|undefined}
 */
export function hotspotLayerFor(layers, current) {
  if (current.kind === 'hotspot') {
    return current;
  }
  const hotspots = layers.filter(({ kind, geography }) => kind === 'hotspot' && geography === current.geography);
  return hotspots.find(({ id }) => id.split('@')[0] === `hotspot-${current.id.split('@')[0]}`) ?? hotspots[0];
}

/**
 * Where hotspots like those of a layer can be looked for by other settings.
 *
 * @param {import('./types.js').Layer} layer of hotspots
 * @returns {string} an address of the page of hotspots
 */
export function hotspotsAddress({ extent, manifest }) {
  return `/hotspots.html?${new URLSearchParams({ extent: extent.name, subject: manifest.parameters.subject })}`;
}
