/**
 * The choropleth. It repeats the table: everything it tells can be read there, so the drawing is hidden from screen readers and
 * only its buttons are in the page's order. No other module but map-hover.js and map-overlays.js knows Leaflet.
 */

import * as L from '/webjars/leaflet/1.9.4/dist/leaflet-src.esm.js';
import { classFinder } from './classes.js';
import { GREY, PAPER, contrast } from './colours.js';
import { unsureFinder } from './gap.js';
import { MapBrush, contains } from './map-brush.js';
import { MapHover } from './map-hover.js';
import { MapOverlays } from './map-overlays.js';
import { labelPlaces, middleOfLargestRing, pickLabels } from './map-labels.js';
import { outlineOf } from './map-outline.js';
import { dotted, patternFor } from './map-patterns.js';
import { isInDistrict } from './ordering.js';

const BORDER = Object.freeze({ color: PAPER, weight: 0.6, opacity: 0.9, fillOpacity: 1, smoothFactor: 0.6 });

export class MapView {
  /**
   * @param {HTMLElement} drawing the element that Leaflet fills
   * @param {{onSelect: (code: string) => void, onToggle: (code: string) => void, onMove: (centre: ?import('./state.js').Centre) => void, onDescribe: (code: string) => string[]}} listeners
   *     `onToggle` hears of an area pressed with a key held, `onDescribe` answers the lines of the label under the pointer
   */
  constructor(drawing, { onSelect, onToggle, onMove, onDescribe }) {
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.map = L.map(drawing, {
      renderer: L.canvas({ padding: 0.3 }),
      keyboard: false,
      boxZoom: false,
      zoomControl: false,
      attributionControl: false,
      zoomSnap: 0.25,
      wheelPxPerZoomLevel: 110,
      maxZoom: 17,
      zoomAnimation: !isCalm,
      fadeAnimation: !isCalm,
      inertia: !isCalm,
    });
    this.map.setView([52.8, -1.5], 7);
    /** @type {Map<string, L.Polygon>} */
    this.shapes = new Map();
    /** @type {Map<string, GeoJSON.Feature>} */
    this.features = new Map();
    this.districtFeatures = new Map();
    this.overlays = new MapOverlays(this.map);
    this.brush = new MapBrush(drawing, (x, y) => this.codeAt(x, y));
    this.onPress = ({ layer, originalEvent: { ctrlKey, metaKey, shiftKey } }) =>
      !this.brush.isOn && (ctrlKey || metaKey || shiftKey ? onToggle : onSelect)(String(layer.feature.id));
    this.labels = [];
    this.hover = new MapHover(this.map, onDescribe, (code) => this.outlineOfCodes([code]));
    this.isMovedByHand = false;
    this.map.on('dragstart', () => this.takeHand());
    for (const event of ['wheel', 'touchmove', 'dblclick']) {
      drawing.addEventListener(event, () => this.takeHand(), { passive: true });
    }
    this.map.on('moveend', () => {
      this.placeLabels();
      onMove(this.centre());
    });
    this.map.on('mouseout', () => this.hover.leave());
    // The drawing changes size with the window, the panel and the view, not only with the window.
    new ResizeObserver(() => this.resize()).observe(drawing);
  }

  /** @param {GeoJSON.FeatureCollection} areas replaces all shapes */
  setAreas(areas) {
    this.areas?.remove();
    this.shapes.clear();
    this.features = new Map(areas.features.map((feature) => [String(feature.id), feature]));
    this.areas = L.geoJSON(areas, {
      style: { ...BORDER, fillColor: PAPER },
      onEachFeature: (feature, shape) => this.shapes.set(String(feature.id), shape),
    });
    this.areas.on('mousemove', ({ layer, latlng }) => this.hover.enter(String(layer.feature.id), latlng));
    this.areas.on('mouseout', () => this.hover.leave());
    this.areas.on('click', this.onPress);
    this.areas.addTo(this.map);
    this.overlays.draw();
  }

  /** @param {?GeoJSON.FeatureCollection} districts outlines and names, or null where none are loaded */
  setDistricts(districts) {
    this.districtFeatures = new Map((districts?.features ?? []).map((feature) => [String(feature.id), feature]));
    this.labels.forEach(({ tooltip }) => tooltip.remove());
    this.labels = labelPlaces(districts?.features ?? []).map((place) => {
      const tooltip = L.tooltip({ permanent: true, direction: 'center', className: 'ns-map__label', opacity: 1 });
      const text = document.createElement('span');
      text.textContent = place.name;
      tooltip.setLatLng([place.latitude, place.longitude]).setContent(text).addTo(this.map);
      return { ...place, tooltip };
    });
    this.overlays.set({ districts: [...this.districtFeatures.values()].flatMap((feature) => outlineOf([feature])) });
    this.placeLabels();
  }

  /**
   * Colours the shapes anew; the geometry stays.
   *
   * @param {import('./types.js').LayerData} data
   * @param {string} district code; areas elsewhere fade
   */
  paint({ layer, areas }, district) {
    const find = classFinder(layer.legend);
    const isUnsure = unsureFinder(layer);
    for (const area of areas) {
      const isShown = isInDistrict(area, district);
      const unclassed = area.state === 'known' ? PAPER : patternFor(area.state);
      const colour = find(area)?.colour ?? unclassed;
      const fillColor = isUnsure(area) ? dotted(colour) : colour;
      const color = isPale(colour) ? GREY : PAPER;
      this.shapes.get(area.code)?.setStyle({ fillColor, color, fillOpacity: isShown ? 1 : 0.18 });
    }
  }

  /**
   * Gives some areas other fills; the geometry and all other areas stay.
   *
   * @param {Map<string, L.PathOptions>} styles by code
   */
  fill(styles) {
    for (const [code, style] of styles) {
      this.shapes.get(code)?.setStyle(style);
    }
  }

  /** @param {string[]} entering codes of areas that enter a group @param {string[]} leaving codes of areas that leave it */
  showPassing(entering, leaving) {
    this.overlays.set({
      entering: this.outlineOfCodes(entering),
      enteringDots: this.middlesOf(entering),
      leaving: this.outlineOfCodes(leaving),
      leavingDots: this.middlesOf(leaving),
    });
  }

  /** @param {string} code of the area that is pointed at elsewhere on the page, or empty */
  point(code) {
    this.hover.mark(code);
  }

  /** @param {string[]} codes areas to outline together in the colour of hotspots */
  outline(codes) {
    this.overlays.set({ hotspots: this.outlineOfCodes(codes) });
  }

  /** @param {string} code of the selected area, or empty */
  select(code) {
    this.overlays.set({ selection: this.outlineOfCodes([code]) });
  }

  /** @param {readonly string[]} codes of the areas that are gathered: dashes around them, a dot in each */
  choose(codes) {
    this.overlays.set({ chosen: this.outlineOfCodes(codes), dots: this.middlesOf(codes) });
  }

  /**
   * With a brush, the areas that the pointer is drawn over with its button down are told, and the map stays where it is.
   *
   * @param {?(code: string) => void} brush null for none
   */
  setBrush(brush) {
    this.brush.set(brush);
    this.map.dragging[brush === null ? 'enable' : 'disable']();
  }

  /** @param {number} x pixels from the left of the drawing @param {number} y from its top @returns {string} code of the area there, or empty */
  codeAt(x, y) {
    const place = this.map.containerPointToLatLng([x, y]);
    const found = [...this.shapes].find(([code, shape]) => shape.getBounds().contains(place) && contains(this.features.get(code).geometry, place.lng, place.lat));
    return found === undefined ? '' : found[0];
  }

  /** Shows an area in the middle, with its surroundings. */
  zoomTo(code) {
    const shape = this.shapes.get(code);
    if (shape) {
      this.takeHand();
      this.map.fitBounds(shape.getBounds().pad(1.2), { maxZoom: 15 });
    }
  }

  /** @param {string} district code, or empty for everything */
  fit(district) {
    this.isMovedByHand = false;
    this.wanted = null;
    this.fitted = district;
    const feature = this.districtFeatures.get(district);
    const bounds = feature ? L.geoJSON(feature).getBounds() : this.boundsOf(district);
    if (bounds?.isValid()) {
      this.map.fitBounds(bounds, { padding: [14, 14], animate: false });
      this.map.setMinZoom(Math.min(this.map.getMinZoom(), this.map.getZoom() - 1));
    }
  }

  /** @param {import('./state.js').Centre} centre */
  lookAt(centre) {
    this.takeHand();
    this.wanted = centre;
    this.map.setView([centre.latitude, centre.longitude], centre.zoom, { animate: false });
  }

  /** From now on the map is where someone put it, and no longer shows all by itself. */
  takeHand() {
    this.isMovedByHand = true;
    this.wanted = null;
  }

  zoomBy(steps) {
    this.takeHand();
    this.map.setZoom(this.map.getZoom() + steps);
  }

  /** @param {number} right in shares of the map's width @param {number} down in shares of its height */
  panBy(right, down) {
    this.takeHand();
    const { x, y } = this.map.getSize();
    this.map.panBy([right * x, down * y]);
  }

  /** Adapts to the size of its element; a map that shows all keeps showing all, another keeps its middle. */
  resize() {
    // Read before the size changes: rounding to pixels would let the middle creep at every change.
    const middle = this.centre();
    this.map.invalidateSize({ animate: false, pan: false });
    if (middle !== null) {
      this.lookAt(middle);
    } else if (this.areas) {
      this.fit(this.fitted ?? '');
    }
  }

  /** @returns {?import('./state.js').Centre} null while all of the county or district is shown */
  centre() {
    if (!this.isMovedByHand) {
      return null;
    }
    if (this.wanted) {
      return this.wanted;
    }
    const { lat, lng } = this.map.getCenter();
    return { latitude: lat, longitude: lng, zoom: this.map.getZoom() };
  }

  boundsOf(district) {
    return district === '' ? this.areas?.getBounds() : undefined;
  }

  outlineOfCodes(codes) {
    return outlineOf(codes.map((code) => this.features.get(code)).filter((feature) => feature !== undefined));
  }

  middlesOf(codes) {
    const places = codes.filter((code) => this.features.has(code)).map((code) => middleOfLargestRing(this.features.get(code).geometry));
    return places.map(({ latitude, longitude }) => [latitude, longitude]);
  }

  placeLabels() {
    const points = this.labels.map(({ name, latitude, longitude }) => {
      const { x, y } = this.map.latLngToContainerPoint([latitude, longitude]);
      return { name, x, y };
    });
    const shown = pickLabels(points, this.map.getSize().x);
    this.labels.forEach(({ tooltip }, index) => {
      tooltip.getElement()?.classList.toggle('ns-map__label--hidden', !shown[index]);
    });
  }
}

/** White borders would not be seen between pale areas. */
function isPale(fillColor) {
  return typeof fillColor === 'string' && contrast(fillColor, PAPER) < 1.5;
}
