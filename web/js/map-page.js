/**
 * The map page. It holds the one page state, writes it to the address, and tells each view what changed. Views never speak to
 * one another.
 */

import { isSameState, writeAddress } from './address.js';
import { fetchGeometry, fetchGradients, fetchValues } from './api.js';
import { NONE_CHOSEN, codesIn } from './chosen.js';
import { fillChoices, showChosenArea, showOutlineChoice, showSentence } from './choices-view.js';
import { getModule } from './dom.js';
import { showDownloads } from './downloads.js';
import { editionOf, showBanner, showFooter, showMessages, showProblem } from './frame.js';
import { showLegend } from './legend-view.js';
import { bindControls, makeViews } from './map-page-views.js';
import { isInDistrict, keepDistrict, orderAreas, settleSort } from './ordering.js';
import { formatState } from './state.js';
import { describeArea, hotspotLayerFor } from './words.js';

const FIRST_AREAS = 5;

export class MapPage {
  /**
   * @param {Document} root
   * @param {{onChangeExtent: () => void}} listeners
   */
  constructor(root, { onChangeExtent }) {
    const part = (name) => getModule(root, name);
    this.root = root;
    this.part = part;
    this.onChangeExtent = onChangeExtent;
    Object.assign(this, makeViews(root, this));
    bindControls(root, this);
  }

  /** Makes ready for a county and its layers, which may be asked for again while that takes time. */
  async setCounty({ extents, extent, layers }) {
    const isNewExtent = this.extent?.name !== extent.name;
    this.extent = extent;
    this.layers = layers;
    this.districtNames = new Map(extent.districts.map(({ code, name }) => [code, name]));
    showBanner(this.part('banner'), extent, editionOf(layers));
    if (isNewExtent) {
      this.county = this.loadCounty(extents, extent);
    }
    await this.county;
  }

  async loadCounty(extents, extent) {
    fillChoices(this.root, extents, extent);
    this.picker.setLayers(this.layers);
    const districts = extent.geographies.find((geography) => geography.startsWith('lad-'));
    const [gradients, outlines] = await Promise.all([
      fetchGradients(extent.name).catch(() => []),
      districts === undefined ? null : fetchGeometry(extent.name, districts).catch(() => null),
    ]);
    if (this.extent.name === extent.name) {
      this.gradient.setGradients(gradients, extent === extents[0] ? '' : extent.name);
      this.map.setDistricts(outlines);
      this.shownGeography = undefined;
    }
  }

  /** Shows the county in a state that came with the address. */
  async open(state) {
    this.state = state;
    await this.render({});
  }

  /**
   * @param {Partial<import('./state.js').PageState>} patch
   * @param {{isSmall?: boolean}} [options] small changes replace the address, others can be gone back from
   */
  change(patch, { isSmall = false } = {}) {
    const previous = this.state;
    this.state = { ...previous, ...patch };
    if (isSmall || !isSameState(this.state, previous)) {
      writeAddress(this.state, { isSmall });
    }
    return this.render(previous).catch((error) => this.report(error));
  }

  async render(previous) {
    const asked = this.state;
    const changed = (...names) => names.some((name) => asked[name] !== previous[name]);
    this.showView();
    const isLoaded = changed('layer') ? await this.loadLayer() : this.data !== undefined;
    if (!isLoaded) {
      return;
    }
    this.chooser.settle();
    // Something else may have been chosen while the layer was on its way.
    const { state } = this;
    const areas = keepDistrict(this.data.areas, state.district);
    if (changed('layer', 'district')) {
      this.map.paint(this.data, state.district);
      showLegend(this.part('legend'), this.data.layer, areas);
      showSentence(this.root, this.data, areas, this.placeName());
    }
    if (changed('district') || (previous.layer === undefined && state.centre === null)) {
      this.root.querySelector('#district').value = state.district;
      this.map.fit(state.district);
    }
    if (previous.layer === undefined && state.centre !== null) {
      this.map.lookAt(state.centre);
    }
    await Promise.all([
      changed('layer', 'district', 'sort') && this.showTable(),
      changed('layer', 'outline', 'district') && this.showHotspots(),
      changed('chosen', 'layer', 'district') && this.chooser.show({ isNew: changed('chosen', 'layer') }),
      changed('area', 'layer', 'district') && this.showArea(changed('area')),
      changed('gradient') && this.gradient.open(state.gradient),
    ]);
  }

  /** @returns {Promise<boolean>} false when another layer was chosen meanwhile */
  async loadLayer() {
    const wanted = this.state.layer;
    this.entry = this.layers.find(({ id }) => id === wanted) ?? this.layers[0];
    const { entry } = this;
    this.picker.show(entry.id);
    showDownloads(this.part('downloads'), entry);
    this.part('main').setAttribute('aria-busy', 'true');
    try {
      const [data, geometry] = await Promise.all([fetchValues(entry), fetchGeometry(this.extent.name, entry.geography)]);
      if (this.entry !== entry) {
        return false;
      }
      this.data = data;
      this.rows = new Map(data.areas.map((area) => [area.code, area]));
      if (this.shownGeography !== entry.geography) {
        this.map.setAreas(geometry);
        this.shownGeography = entry.geography;
      }
    } finally {
      this.part('main').removeAttribute('aria-busy');
    }
    showFooter(this.part, this.data.layer);
    this.root.title = `${this.data.layer.title} \u2013 ${this.extent.title} \u2013 Needscape`;
    this.state = { ...this.state, sort: settleSort(this.state.sort, this.data.layer) };
    return true;
  }

  /** The table is the longest to build, so the map may be seen first. */
  async showTable() {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const { district, sort, area } = this.state;
    const areas = keepDistrict(this.data.areas, district);
    this.table.show(
      { ...this.data, areas },
      { sort, districtName: (code) => this.districtName(code), place: this.placeName(), selected: area, chosen: this.chooser.codes() },
    );
    this.table.reveal();
  }

  async showHotspots() {
    const entry = hotspotLayerFor(this.layers, this.entry);
    showOutlineChoice(this.root, entry, this.entry, this.state.outline);
    const isOn = entry !== undefined && (this.state.outline || entry === this.entry);
    const { areas } = isOn ? await fetchValues(entry) : { areas: [] };
    const hot = keepDistrict(areas, this.state.district).filter((area) => area.class === 'hot');
    this.map.outline(hot.map((area) => area.code));
  }

  async showArea(isAnnounced) {
    const { area } = this.state;
    const row = this.rows.get(area);
    this.map.select(area);
    this.table.select(area);
    this.table.reveal();
    showChosenArea(this.part('selected'), area === '' ? '' : row?.name ?? area, () => this.clearArea());
    if (area === '') {
      this.panel.showInvitation(this.extent.title, this.firstAreas());
      return;
    }
    this.part('announcer').textContent = isAnnounced ? `Selected: ${this.describe(area).join(', ')}.` : '';
    await this.panel.open(this.extent, this.entry.geography, { code: area, name: row?.name ?? area });
    if (isAnnounced) {
      this.panel.reveal();
    }
  }

  /** The first of the table, as a way in for those who have no area in mind. */
  firstAreas() {
    const areas = keepDistrict(this.data.areas, this.state.district);
    return orderAreas({ ...this.data, areas }, 'need', (code) => code)
      .filter(({ state }) => state === 'known')
      .slice(0, FIRST_AREAS)
      .map(({ code }) => ({ code, lines: this.describe(code) }));
  }

  showView() {
    this.part('main').dataset.view = this.state.view;
    for (const button of this.root.querySelectorAll('[data-view-button]')) {
      button.setAttribute('aria-pressed', String(button.dataset.viewButton === this.state.view));
    }
  }

  choose({ code }) {
    if (this.isDistrict(code) && !this.rows.has(code)) {
      return this.change({ district: code, centre: null });
    }
    const isElsewhere = !isInDistrict(this.rows.get(code) ?? {}, this.state.district);
    return this.change({ area: code, ...(isElsewhere ? { district: '' } : {}) });
  }

  /** @param {string} name of another county */
  changeExtent(name) {
    const elsewhere = { extent: name, layer: '', anyway: false, district: '', area: '', gradient: '', chosen: NONE_CHOSEN, centre: null };
    writeAddress({ ...this.state, ...elsewhere });
    this.onChangeExtent();
  }

  zoomTo(code) {
    this.change({ view: 'map' });
    this.part('map').scrollIntoView({ block: 'nearest' });
    this.map.resize();
    this.map.zoomTo(code);
  }

  noteCentre(centre) {
    this.part('map').classList.toggle('ns-show__map--near', centre !== null);
    // The page opens by moving the map to where the address says; that is no news.
    if (this.data !== undefined && formatState({ ...this.state, centre }) !== formatState(this.state)) {
      this.change({ centre }, { isSmall: true });
    }
  }

  clearArea() {
    this.change({ area: '' });
    this.root.querySelector('#search').focus();
  }

  describe(code) {
    const area = this.rows.get(code);
    const isChosen = codesIn(this.state.chosen, this.entry.geography).includes(code);
    const lines = area === undefined ? [code] : describeArea(this.data.layer, area, this.districtName(area.district));
    return isChosen ? [...lines, 'In the selection'] : lines;
  }

  isDistrict(code) {
    return this.districtNames.has(code);
  }

  districtName(code) {
    return this.districtNames.get(code) ?? code;
  }

  placeName() {
    return this.state.district === '' ? this.extent.title : this.districtName(this.state.district);
  }

  report(error) {
    showProblem(this.part('messages'), error, () => {
      showMessages(this.part('messages'), []);
      return this.render({}).catch((again) => this.report(again));
    });
  }
}
