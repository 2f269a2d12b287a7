/** Drawing over areas with the pointer: every area that the line crosses is told, however fast the hand is. */

import { ringsOf } from './map-outline.js';

const STEP_PIXELS = 3;

export class MapBrush {
  /**
   * @param {HTMLElement} drawing
   * @param {(x: number, y: number) => string} codeAt the area at a point of the drawing in pixels, or empty
   */
  constructor(drawing, codeAt) {
    this.drawing = drawing;
    this.codeAt = codeAt;
    this.tell = null;
    this.last = null;
    drawing.addEventListener('pointerdown', (event) => this.begin(event), { capture: true });
    drawing.addEventListener('pointermove', (event) => this.go(event), { capture: true });
    for (const event of ['pointerup', 'pointercancel']) {
      addEventListener(event, () => (this.last = null));
    }
  }

  /** @param {?(code: string) => void} tell null for no brush */
  set(tell) {
    this.tell = tell;
    this.last = null;
    // With a finger too the page must not move while somebody draws.
    this.drawing.classList.toggle('ns-map--brush', tell !== null);
  }

  get isOn() {
    return this.tell !== null;
  }

  begin(event) {
    if (this.isOn && event.button === 0) {
      this.last = this.pointOf(event);
      this.touch(this.last);
    }
  }

  go(event) {
    if (!this.isOn || this.last === null) {
      return;
    }
    const to = this.pointOf(event);
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - this.last.x, to.y - this.last.y) / STEP_PIXELS));
    for (let step = 1; step <= steps; step += 1) {
      this.touch({ x: this.last.x + ((to.x - this.last.x) * step) / steps, y: this.last.y + ((to.y - this.last.y) * step) / steps });
    }
    this.last = to;
  }

  touch({ x, y }) {
    const code = this.codeAt(x, y);
    if (code !== '') {
      this.tell(code);
    }
  }

  pointOf({ clientX, clientY }) {
    const { left, top } = this.drawing.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }
}

/**
 * @param {GeoJSON.Geometry} geometry polygons
 * @param {number} longitude
 * @param {number} latitude
 * @returns {boolean} whether a point is inside, by how many borders a ray crosses: holes are outside
 */
export function contains(geometry, longitude, latitude) {
  let isInside = false;
  for (const ring of ringsOf(geometry)) {
    for (let i = 1; i < ring.length; i += 1) {
      const [x1, y1] = ring[i - 1];
      const [x2, y2] = ring[i];
      if (y1 > latitude !== y2 > latitude && longitude < x1 + ((latitude - y1) / (y2 - y1)) * (x2 - x1)) {
        isInside = !isInside;
      }
    }
  }
  return isInside;
}
