/** The outline of a group of areas: the edges that belong to one of them only. Borders inside the group cancel out. */

/**
 * @param {GeoJSON.Feature[]} features polygons whose shared borders are the same point for point
 * @returns {[number, number][][]} lines as latitude and longitude
 */
export function outlineOf(features) {
  /** @type {Map<string, [number[], number[]]>} */
  const edges = new Map();
  for (const ring of features.flatMap((feature) => ringsOf(feature.geometry))) {
    for (let i = 1; i < ring.length; i += 1) {
      const start = ring[i - 1].join(' ');
      const end = ring[i].join(' ');
      const key = start < end ? `${start}|${end}` : `${end}|${start}`;
      if (!edges.delete(key)) {
        edges.set(key, [ring[i - 1], ring[i]]);
      }
    }
  }
  return chain([...edges.values()]);
}

/** @returns {number[][][]} every ring of a polygon or multipolygon */
export function ringsOf(geometry) {
  if (geometry?.type === 'Polygon') {
    return geometry.coordinates;
  }
  return geometry?.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
}

/** Joins edges end to end, so that corners are drawn as corners. */
function chain(edges) {
  const byStart = new Map();
  for (const edge of edges) {
    const key = edge[0].join(' ');
    byStart.set(key, [...(byStart.get(key) ?? []), edge]);
  }
  const used = new Set();
  const lines = [];
  for (const first of edges) {
    if (used.has(first)) {
      continue;
    }
    const line = [first[0]];
    for (let edge = first; edge !== undefined; edge = byStart.get(edge[1].join(' '))?.find((next) => !used.has(next))) {
      used.add(edge);
      line.push(edge[1]);
    }
    lines.push(line.map(([longitude, latitude]) => [latitude, longitude]));
  }
  return lines;
}
