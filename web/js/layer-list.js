/** Every layer with what it is, its sources, cautions and manifest. The details are fetched when they are opened. */

import { fetchValues } from './api.js';
import { make } from './dom.js';
import { formatGeography } from './format.js';
import { groupLayers, shelfOf } from './layer-picker.js';
import { fact, list, manifestFacts } from './manifest-view.js';
import { markingSentences } from './release.js';

/**
 * @param {HTMLElement} root
 * @param {import('./types.js').LayerEntry[]} layers
 * @param {import('./types.js').Extent[]} extents
 */
export function showLayers(root, layers, extents) {
  if (layers.length === 0) {
    root.replaceChildren(make('p', {}, 'Nothing is loaded yet. Import boundaries first, then the Indices of Deprivation.'));
    return;
  }
  root.replaceChildren(
    ...extents.map(({ name, title }) =>
      make(
        'div',
        {},
        make('h3', { class: 'ns-data__group' }, title),
        ...[...groupLayers(layers.filter(({ extent }) => extent === name), shelfOf)].map(shelf),
      ),
    ),
  );
}

function shelf([label, members]) {
  return make(
    'details',
    { class: 'ns-shelf' },
    make('summary', { class: 'ns-shelf__summary' }, `${label} (${members.length})`),
    ...members.map(layerDetails),
  );
}

/** @param {string} hash `#layer-ID` opens that layer */
export function openLayerOf(hash) {
  const id = decodeURIComponent(hash.slice(1));
  const details = id.startsWith('layer-') ? document.getElementById(id) : null;
  if (details) {
    details.closest('.ns-shelf').open = true;
    details.open = true;
    details.scrollIntoView({ block: 'start' });
    details.querySelector('summary').focus();
  }
}

function layerDetails(entry) {
  const body = make('div', { class: 'ns-layer__body' }, 'Loading\u2026');
  const summary = make('summary', { class: 'ns-layer__summary' }, entry.title);
  const details = make('details', { class: 'ns-layer', id: `layer-${entry.id}` }, summary, body);
  details.addEventListener('toggle', async () => {
    if (!details.open) {
      return;
    }
    try {
      const { layer } = await fetchValues(entry);
      body.replaceChildren(make('p', {}, layer.sentence), facts(entry, layer));
    } catch (error) {
      body.replaceChildren(make('p', {}, error.message));
    }
  });
  return details;
}

function facts(entry, layer) {
  const { manifest } = layer;
  const marking = markingSentences(layer);
  return make(
    'dl',
    { class: 'ns-layer__facts' },
    ...fact('Shows', layer.valueLabel + (layer.unit === '' ? '' : ` (${layer.unit})`)),
    ...fact('Period', layer.period),
    ...fact('Areas', formatGeography(layer.geography)),
    ...(marking.length === 0 ? [] : fact('Marking', marking.join(' '))),
    ...fact('Read with care', list(layer.cautions)),
    ...fact('Sources', list(layer.sources)),
    ...manifestFacts(manifest),
    ...fact('Files', files(entry)),
  );
}

function files({ links }) {
  const formats = [['CSV', links.csv], ['GeoJSON', links.geojson], ['Shapefile', links.shapefile], ['GeoPackage', links.geopackage]].filter(([, link]) => link);
  return make('span', {}, ...formats.flatMap(([label, link], index) => [index === 0 ? '' : ' \u00b7 ', make('a', { href: `${link}?download=1`, download: true }, label)]));
}
