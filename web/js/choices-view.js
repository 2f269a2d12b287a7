/** The left side: the sentence, and the choices that are not modules of their own. */

import { districtSentence } from './classes.js';
import { getModule, make } from './dom.js';
import { formatGeography, splitAtKeyNumber } from './format.js';
import { gapSentence, isGap } from './gap.js';
import { hotspotsAddress, questionFor } from './words.js';

/**
 * @param {Document} root
 * @param {import('./types.js').Extent[]} extents
 * @param {import('./types.js').Extent} extent the one on the page
 */
export function fillChoices(root, extents, extent) {
  const county = root.querySelector('#county');
  county.replaceChildren(...extents.map(({ name, title }) => make('option', { value: name }, title)));
  county.value = extent.name;
  getModule(root, 'county-field').hidden = extents.length < 2;
  root.querySelector('#district').replaceChildren(
    make('option', { value: '' }, 'Whole county'),
    ...extent.districts.map(({ code, name }) => make('option', { value: code }, name)),
  );
}

/**
 * @param {Document} root
 * @param {import('./types.js').LayerData} data
 * @param {import('./types.js').AreaRow[]} areas those of the district, or all
 * @param {string} place
 */
export function showSentence(root, data, areas, place) {
  getModule(root, 'question').textContent = questionFor(data.layer.kind);
  const { before, key, after } = splitAtKeyNumber(data.layer.sentence);
  getModule(root, 'sentence').replaceChildren(before, key && make('strong', { class: 'ns-key-number' }, key), after);
  const { title, period, geography, marking } = data.layer;
  const isDated = period === '' || title.includes(period);
  getModule(root, 'caption').textContent = [title, isDated ? '' : period, place, formatGeography(geography), marking].filter(Boolean).join(' \u00b7 ');
  const isHotspots = data.layer.kind === 'hotspot';
  getModule(root, 'hotspots').hidden = !isHotspots;
  getModule(root, 'hotspots-link').href = isHotspots ? hotspotsAddress(data.layer) : '/hotspots.html';
  const isFiltered = areas.length !== data.areas.length;
  getModule(root, 'district-sentence').textContent = isFiltered ? sentenceOf(data, areas, place) : '';
}

/**
 * @param {Document} root
 * @param {import('./types.js').LayerEntry|undefined} hotspots the layer whose hotspots can be outlined
 * @param {import('./types.js').LayerEntry} current
 * @param {boolean} isOn
 */
export function showOutlineChoice(root, hotspots, current, isOn) {
  getModule(root, 'also').hidden = hotspots === undefined || hotspots === current;
  root.querySelector('#outline').checked = isOn;
  getModule(root, 'outline-label').textContent = hotspots === undefined ? '' : hotspots.title;
}

/** Under the search field: what is selected, and the way to its profile for those who do not see it beside them. */
export function showChosenArea(root, name, onClear) {
  root.hidden = name === '';
  root.replaceChildren(
    'Selected: ',
    make('a', { class: 'ns-link', href: '#panel' }, `read about ${name}`),
    ' ',
    make('button', { type: 'button', class: 'ns-link', on: { click: onClear } }, 'Clear'),
  );
}

function sentenceOf(data, areas, place) {
  return isGap(data.layer) ? gapSentence(data.layer, areas, place) : districtSentence(data, areas, place);
}
