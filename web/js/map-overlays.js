/** Lines over the areas, from the quietest to the loudest. What they mean can be told without colour: by width, dashes and dots. */

import * as L from '/webjars/leaflet/1.9.4/dist/leaflet-src.esm.js';
import { AMBER, HOTSPOT, INK, PAPER } from './colours.js';

/** @typedef {[number, number]} Point latitude and longitude */

export class MapOverlays {
  /** @param {L.Map} map */
  constructor(map) {
    this.map = map;
    /**
     * @type {{districts: Point[][], hotspots: Point[][], entering: Point[][], enteringDots: Point[], leaving: Point[][],
     *     leavingDots: Point[], chosen: Point[][], dots: Point[], selection: Point[][]}}
     */
    this.lines = { districts: [], hotspots: [], entering: [], enteringDots: [], leaving: [], leavingDots: [], chosen: [], dots: [], selection: [] };
  }

  /** @param {Partial<MapOverlays['lines']>} lines those that are new */
  set(lines) {
    Object.assign(this.lines, lines);
    this.draw();
  }

  /** Anew, since the canvas draws in the order of adding. */
  draw() {
    this.group?.remove();
    const { districts, hotspots, entering, enteringDots, leaving, leavingDots, chosen, dots, selection } = this.lines;
    this.group = L.layerGroup([
      line(districts, { color: INK, weight: 1.1, opacity: 0.85 }),
      line(hotspots, { color: PAPER, weight: 3.2, opacity: 0.9 }),
      line(hotspots, { color: HOTSPOT, weight: 1.6 }),
      line(leaving, { color: PAPER, weight: 4.4 }),
      line(leaving, { color: INK, weight: 2, dashArray: '5 4', lineCap: 'butt' }),
      line(entering, { color: PAPER, weight: 4.4 }),
      line(entering, { color: INK, weight: 2 }),
      ...leavingDots.map((place) => dot(place, { radius: 3.5, color: INK, weight: 1.6, fillColor: PAPER })),
      ...enteringDots.map((place) => dot(place, { radius: 4, color: PAPER, weight: 1.4, fillColor: INK })),
      // Amber alone is too faint on the pale end of the scale: ink under it can be seen on every colour.
      line(chosen, { color: INK, weight: 3.6 }),
      line(chosen, { color: AMBER, weight: 2, dashArray: '6 5', lineCap: 'butt' }),
      ...dots.map((place) => dot(place, { radius: 2.5, color: INK, weight: 1, fillColor: AMBER })),
      line(selection, { color: INK, weight: 5.5 }),
      line(selection, { color: AMBER, weight: 2.6 }),
    ]).addTo(this.map);
  }
}

function line(lines, style) {
  return L.polyline(lines, { interactive: false, smoothFactor: 0.6, lineJoin: 'round', ...style });
}

function dot(place, style) {
  return L.circleMarker(place, { interactive: false, fillOpacity: 1, ...style });
}
