/** What the pointer rests on: its outline and a label. The table and the profile say the same to those without a pointer. */

import * as L from '/webjars/leaflet/1.9.4/dist/leaflet-src.esm.js';
import { INK } from './colours.js';

export class MapHover {
  /**
   * @param {L.Map} map
   * @param {(code: string) => string[]} describe lines of the label, the first of them strong
   * @param {(code: string) => [number, number][][]} outline
   */
  constructor(map, describe, outline) {
    Object.assign(this, { map, describe, outline });
    this.label = L.tooltip({ className: 'ns-map__tip', direction: 'top', offset: [0, -8], opacity: 1 });
  }

  /** @param {string} code of the area @param {L.LatLng} place of the pointer */
  enter(code, place) {
    if (code !== this.code) {
      this.mark(code);
      this.code = code;
      this.label.setContent(this.lines(code));
    }
    this.label.setLatLng(place);
    if (!this.map.hasLayer(this.label)) {
      this.label.addTo(this.map);
    }
  }

  /** @param {string} code of an area to outline without a label, or empty for none */
  mark(code) {
    this.leave();
    if (code !== '') {
      this.line = L.polyline(this.outline(code), { interactive: false, smoothFactor: 0.6, color: INK, weight: 1.8 });
      this.line.addTo(this.map);
    }
  }

  leave() {
    this.code = undefined;
    this.label.remove();
    this.line?.remove();
  }

  lines(code) {
    const box = document.createElement('span');
    this.describe(code).forEach((text, index) => {
      const line = document.createElement(index === 0 ? 'strong' : 'span');
      line.className = 'ns-map__tip-line';
      line.textContent = text;
      box.append(line);
    });
    return box;
  }
}
