/** Names of districts on the map, where there is room for them. */

import { ringsOf } from './map-outline.js';

const CHARACTER_PIXELS = 7;
const LINE_PIXELS = 16;

/**
 * @param {GeoJSON.Feature[]} districts
 * @returns {{name: string, latitude: number, longitude: number, size: number}[]} the largest first
 */
export function labelPlaces(districts) {
  return districts
    .map((feature) => ({ name: feature.properties.name, ...middleOfLargestRing(feature.geometry) }))
    .sort((a, b) => b.size - a.size);
}

/**
 * @param {{name: string, x: number, y: number}[]} labels in pixels, the most important first
 * @param {number} width of the map in pixels
 * @returns {boolean[]} which of them can be shown without touching another
 */
export function pickLabels(labels, width) {
  if (width < 420) {
    return labels.map(() => false);
  }
  const taken = [];
  return labels.map(({ name, x, y }) => {
    const half = (name.length * CHARACTER_PIXELS) / 2 + 4;
    const box = { left: x - half, right: x + half, top: y - LINE_PIXELS / 2, bottom: y + LINE_PIXELS / 2 };
    const isFree = !taken.some((other) => overlap(box, other));
    if (isFree) {
      taken.push(box);
    }
    return isFree;
  });
}

function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Centroid by the shoelace formula, in degrees: good enough for a label. */
export function middleOfLargestRing(geometry) {
  let best = { size: -1, latitude: 0, longitude: 0 };
  for (const ring of ringsOf(geometry)) {
    let twice = 0;
    let x = 0;
    let y = 0;
    for (let i = 1; i < ring.length; i += 1) {
      const cross = ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
      twice += cross;
      x += (ring[i - 1][0] + ring[i][0]) * cross;
      y += (ring[i - 1][1] + ring[i][1]) * cross;
    }
    const size = Math.abs(twice) / 2;
    if (size > best.size && twice !== 0) {
      best = { size, longitude: x / (3 * twice), latitude: y / (3 * twice) };
    }
  }
  return best;
}
