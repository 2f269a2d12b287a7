/** The answer on the page: map, legend, table, area and the sections under them, all about one state. */

import { showChosenArea } from './choices-view.js';
import { getModule, make } from './dom.js';
import { formatValue, shortLabel } from './format.js';
import { agreementSection, clustersSection, districtsSection, filesOf, joinsSection, logSection, methodSection, scanSection, stabilitySection } from './hotspots-sections.js';
import { HotspotsArea } from './hotspots-area.js';
import { HotspotsPaint, showHotspotsLegend } from './hotspots-map.js';
import { orderAreas } from './hotspots-order.js';
import { HotspotsTable } from './hotspots-table.js';
import { KINDS, capital, chosenWords, findingText, kindOf, kindWords } from './hotspots-words.js';
import { bindMapButtons } from './map-buttons.js';
import { MapView } from './map-view.js';
import { markingSentences } from './release.js';

const FIRST_AREAS = 5;

export class HotspotsView {
  /**
   * @param {Document} root
   * @param {(patch: Partial<import('./hotspots-state.js').HotspotsState>, options?: {isSmall?: boolean}) => void} change
   */
  constructor(root, change) {
    this.part = (name) => getModule(root, name);
    this.change = change;
    const onSelect = (area) => change({ area });
    this.district = root.querySelector('#district');
    this.kind = root.querySelector('#kind');
    this.map = new MapView(this.part('drawing'), {
      onSelect,
      onToggle: onSelect,
      onMove: (centre) => this.part('map').classList.toggle('ns-show__map--near', centre !== null),
      onDescribe: (code) => this.describe(code),
    });
    this.paint = new HotspotsPaint(this.map);
    this.table = new HotspotsTable(this.part('table'), {
      onSelect,
      onSort: (sort) => change({ sort }, { isSmall: true }),
      onPoint: (code) => this.map.point(code),
    });
    this.area = new HotspotsArea(this.part('panel'), {
      onSelect,
      onAround: (around) => change({ around }, { isSmall: true }),
      onNeighbours: (codes) => this.map.choose(codes),
      onZoom: (code) => {
        this.part('map').scrollIntoView({ block: 'nearest' });
        this.map.zoomTo(code);
      },
      onClear: () => change({ area: '' }),
    });
    this.link = (code) => make('button', { type: 'button', class: 'ns-link', on: { click: () => this.choose(code) } }, this.nameOf(code));
    this.district.addEventListener('change', () => change({ district: this.district.value }));
    this.kind.addEventListener('change', () => change({ kind: this.kind.value }));
    bindMapButtons(root, this.map, () => this.district.value !== '' && change({ district: '' }));
  }

  /** From a list far below: the area is shown where its place on the map is seen. */
  choose(code) {
    this.change({ area: code });
    this.part('panel').focus({ preventScroll: true });
    this.part('panel').scrollIntoView({ block: 'nearest' });
  }

  /** Nothing is shown any more. */
  clear() {
    this.result = null;
    this.setHere(false);
    ['facts', 'report', 'legend', 'marking', 'cautions', 'sources'].forEach((name) => this.part(name).replaceChildren());
  }

  setHere(isHere) {
    ['result', 'skips'].forEach((name) => (this.part(name).hidden = !isHere));
  }

  /**
   * @param {object} result as the service answers
   * @param {{options: object, extent: import('./types.js').Extent, areas: ?GeoJSON.FeatureCollection, outlines: ?GeoJSON.FeatureCollection}} around
   * @returns {string[]} what could not be shown
   */
  setResult(result, { options, extent, areas, outlines }) {
    if (this.result === result) {
      return [];
    }
    this.result = result;
    this.extent = extent;
    this.byCode = new Map(result.areas.map((area) => [area.code, area]));
    this.setHere(true);
    this.part('map').hidden = areas === null;
    if (areas !== null && this.drawn !== areas) {
      this.drawn = areas;
      this.map.setAreas(areas);
      this.map.setDistricts(outlines);
    }
    const districtName = (code) => this.districtName(code);
    this.table.setResult(result, districtName);
    this.area.setResult(result, options, extent.name, districtName);
    this.fillFilters();
    this.showReport(options);
    return areas === null ? ['The map cannot be drawn, because the boundaries did not arrive. The table has the same areas.'] : [];
  }

  fillFilters() {
    const { areas, districts } = this.result;
    const fill = (select, all, options) => select.replaceChildren(make('option', { value: '' }, all), ...options.map(([value, text]) => make('option', { value }, text)));
    const kinds = new Set(areas.map(kindOf));
    fill(this.district, 'Whole county', districts.map(({ code, name }) => [code, name]));
    fill(this.kind, 'All areas', KINDS.filter((kind) => kinds.has(kind)).map((kind) => [kind, capital(kindWords(kind))]));
  }

  showReport(options) {
    const { result, link, part } = this;
    const item = (text) => make('li', {}, text);
    part('facts').textContent = chosenWords(result, options);
    part('files').replaceChildren(...filesOf(result));
    part('marking').replaceChildren(...markingSentences(result).map(item));
    part('cautions').replaceChildren(...result.cautions.map(item));
    part('sources').replaceChildren(...(result.manifest.attributions ?? []).map(item));
    // The last to be filled but for the legend: whoever waits for the page waits for these.
    part('report').replaceChildren(
      ...[
        joinsSection(result),
        districtsSection(result, link),
        clustersSection(result, link),
        scanSection(result, link),
        agreementSection(result),
        stabilitySection(result),
        logSection(result),
        methodSection(result),
      ].filter(Boolean),
    );
  }

  /** What the address names and the result has not is left out, and said. @param {import('./hotspots-state.js').HotspotsState} state */
  settle(state) {
    const messages = [];
    const settled = { ...state };
    if (state.area !== '' && !this.byCode.has(state.area)) {
      messages.push(`There is no area ${state.area} here.`);
      settled.area = '';
    }
    if (state.district !== '' && !this.result.districts.some(({ code }) => code === state.district)) {
      messages.push(`There is no district ${state.district} here, so the whole county is shown.`);
      settled.district = '';
    }
    if (state.kind !== '' && ![...this.kind.options].some(({ value }) => value === state.kind)) {
      settled.kind = '';
    }
    return { state: settled, messages };
  }

  /**
   * @param {import('./hotspots-state.js').HotspotsState} state
   * @param {?import('./hotspots-state.js').HotspotsState} before what is shown now, if anything
   */
  show(state, before) {
    const changed = (...names) => before === null || names.some((name) => before[name] !== state[name]);
    if (this.result === null) {
      return;
    }
    if (changed('district', 'kind', 'sort')) {
      this.table.show(state, this.placeName(state.district));
    }
    if (changed('district', 'kind')) {
      this.district.value = state.district;
      this.kind.value = state.kind;
    }
    if (changed('district')) {
      this.paint.show(this.result, state.district);
      this.map.fit(state.district);
    }
    if (changed('area', 'around') || (changed('district', 'kind', 'sort') && state.area === '')) {
      this.showArea(state, changed('area') && before !== null);
    }
    if (changed('district')) {
      showHotspotsLegend(this.part('legend'), this.result, this.result.areas.filter((area) => state.district === '' || area.district === state.district));
    }
  }

  showArea(state, isAnnounced) {
    this.map.select(state.area);
    this.table.select(state.area);
    const area = this.byCode.get(state.area);
    showChosenArea(this.part('selected'), area?.name ?? '', () => this.change({ area: '' }));
    if (area === undefined) {
      const first = orderAreas(this.result.areas, state, (code) => this.districtName(code)).slice(0, FIRST_AREAS);
      this.area.showInvitation(first);
      return;
    }
    this.table.reveal();
    this.area.show(area, state.around);
    this.part('announcer').textContent = isAnnounced ? `Selected: ${this.describe(state.area).join(', ')}.` : '';
  }

  /** @returns {string[]} lines about an area, its name first */
  describe(code) {
    const area = this.byCode?.get(code);
    if (area === undefined) {
      return [code];
    }
    const { decimals, unit, valueLabel } = this.result;
    const value = formatValue(area.value, area.state, { unit: /\bper\b/.test(valueLabel) ? '' : unit, decimals });
    const district = this.districtName(area.district);
    return [area.name, ...(area.name.startsWith(district) ? [] : [district]), findingText(area), `${capital(shortLabel(valueLabel))}: ${value}`];
  }

  nameOf(code) {
    return this.byCode?.get(code)?.name ?? code;
  }

  districtName(code) {
    return this.result.districts.find((district) => district.code === code)?.name ?? code;
  }

  placeName(district) {
    return district === '' ? this.extent.title : this.districtName(district);
  }
}
