/** The views of the map page, and what happens when someone uses them. */

import { AreaPanel } from './area-panel.js';
import { AreaSearch } from './area-search.js';
import { AreaTable } from './area-table.js';
import { Chooser } from './chooser.js';
import { getModule } from './dom.js';
import { closeWhenLeft } from './downloads.js';
import { GradientView } from './gradient-view.js';
import { chooseLayer } from './layer-choice.js';
import { LayerPicker } from './layer-picker.js';
import { bindMapButtons } from './map-buttons.js';
import { MapView } from './map-view.js';
import { bindPrinting } from './printing.js';

/**
 * @param {Document} root
 * @param {import('./map-page.js').MapPage} page
 */
export function makeViews(root, page) {
  const onSelect = (area) => page.change({ area });
  const onToggle = (code) => page.chooser.toggle(code);
  const searchElements = {
    input: root.querySelector('#search'),
    list: root.querySelector('#search-list'),
    status: getModule(root, 'search-status'),
  };
  return {
    map: new MapView(getModule(root, 'drawing'), {
      onSelect,
      onToggle,
      onMove: (centre) => page.noteCentre(centre),
      onDescribe: (code) => page.describe(code),
    }),
    table: new AreaTable(getModule(root, 'table'), {
      onSelect,
      onToggle,
      onSort: (sort) => page.change({ sort }, { isSmall: true }),
    }),
    panel: new AreaPanel(getModule(root, 'panel'), {
      onSelect,
      onToggle,
      onZoom: (area) => page.zoomTo(area),
      onClear: () => page.clearArea(),
    }),
    chooser: new Chooser(page, getModule(root, 'count')),
    gradient: new GradientView(getModule(root, 'gradient'), (gradient) => page.change({ gradient })),
    picker: new LayerPicker(root.querySelector('#layer'), getModule(root, 'groups'), (layer) => chooseLayer(page, layer)),
    search: new AreaSearch(searchElements, {
      extent: () => page.extent.name,
      accepts: (area) => area.geography === page.entry.geography || page.isDistrict(area.code),
      onChoose: (area) => page.choose(area),
      onProblem: (error) => page.report(error),
    }),
  };
}

/**
 * Connects what stands in the document itself.
 *
 * @param {Document} root
 * @param {import('./map-page.js').MapPage} page whose views are made
 */
export function bindControls(root, page) {
  const on = (selector, event, listener) =>
    root.querySelectorAll(selector).forEach((element) => element.addEventListener(event, () => listener(element)));
  on('#county', 'change', ({ value }) => page.changeExtent(value));
  on('#district', 'change', ({ value }) => page.change({ district: value, centre: null }));
  on('#outline', 'change', ({ checked }) => page.change({ outline: checked }));
  on('[data-view-button]', 'click', ({ dataset }) => page.change({ view: dataset.viewButton }));
  on('[data-module="skip-to-table"]', 'click', () => page.change({ view: 'table' }));
  bindMapButtons(root, page.map, () => page.change({ centre: null }, { isSmall: true }));
  bindPrinting(getModule(root, 'print'), page.map);
  closeWhenLeft(getModule(root, 'download-menu'));
}
