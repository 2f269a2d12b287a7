/** The buttons beside the map: all that a hand on the map can do, without dragging. */

const STEP = 0.35;
const MOVES = Object.freeze({ up: [0, -STEP], down: [0, STEP], left: [-STEP, 0], right: [STEP, 0] });

/**
 * @param {ParentNode} root
 * @param {import('./map-view.js').MapView} map
 * @param {() => void} onShowAll
 */
export function bindMapButtons(root, map, onShowAll) {
  for (const button of root.querySelectorAll('[data-map-action]')) {
    button.addEventListener('click', () => act(button.dataset.mapAction, map, onShowAll));
  }
}

function act(action, map, onShowAll) {
  if (action === 'in') {
    map.zoomBy(1);
  } else if (action === 'out') {
    map.zoomBy(-1);
  } else if (action === 'all') {
    map.fit('');
    onShowAll();
  } else {
    map.panBy(...MOVES[action]);
  }
}
