/** Files of the current layer. */

import { make } from './dom.js';

const FORMATS = Object.freeze([
  ['csv', 'Table (CSV)', 'for a spreadsheet'],
  ['geojson', 'Map (GeoJSON)', 'for the web and for scripts'],
  ['shapefile', 'Map (zipped shapefile)', 'for QGIS and ArcGIS'],
  ['geopackage', 'Map (GeoPackage)', 'one file for QGIS and ArcGIS'],
]);

/**
 * @param {HTMLElement} list
 * @param {import('./types.js').LayerEntry} entry
 */
export function showDownloads(list, entry) {
  list.replaceChildren(
    ...FORMATS.filter(([format]) => entry.links[format]).map(([format, label, purpose]) =>
      make(
        'li',
        {},
        make(
          'a',
          { class: 'ns-menu__item', href: `${entry.links[format]}?download=1`, download: true },
          label,
          make('span', { class: 'ns-menu__purpose' }, purpose),
        ),
      ),
    ),
  );
}

/**
 * Makes a disclosure behave as people expect of a menu: Escape, leaving it or choosing from it closes it.
 *
 * @param {HTMLDetailsElement} menu
 */
export function closeWhenLeft(menu) {
  const close = () => (menu.open = false);
  menu.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && menu.open) {
      close();
      menu.querySelector('summary').focus();
    }
  });
  menu.addEventListener('focusout', (event) => {
    if (event.relatedTarget !== null && !menu.contains(event.relatedTarget)) {
      close();
    }
  });
  menu.addEventListener('click', (event) => {
    if (event.target.closest('a')) {
      close();
    }
  });
  document.addEventListener('click', (event) => {
    if (!menu.contains(event.target)) {
      close();
    }
  });
}
