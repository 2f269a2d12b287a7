/**
 * What stands around a choice and may come later, or not at all: the map, a suggestion, and what was agreed beside similar areas. Picking
 * from the table and writing work without each of them. What belongs to something that is not shown any more is not shown.
 */

import { fetchGeometry, fetchReview, fetchSuggestionOptions, fetchValues } from './api.js';
import { make } from './dom.js';
import { showReview } from './targets-review.js';

/** @typedef {{part: (name: string) => HTMLElement, isStale: () => boolean}} Shown */

/** @param {Shown} shown @param {{extent: object, ground: import('./targets-ground.js').TargetGround, picker: import('./targets-picker.js').TargetsPicker}} about */
export async function drawMap({ part, isStale }, { extent, ground, picker }) {
  const districts = extent.geographies.find((one) => one.startsWith('lad-'));
  const root = `/api/v1/layers/${encodeURIComponent(ground.answer.need.layer)}/values`;
  try {
    const [areas, outlines, data] = await Promise.all([
      fetchGeometry(extent.name, ground.answer.geography),
      districts === undefined ? null : fetchGeometry(extent.name, districts),
      fetchValues({ links: { values: root } }),
    ]);
    if (!isStale()) {
      picker.draw(areas, outlines, data);
    }
  } catch (error) {
    if (!isStale()) {
      part('map').hidden = true;
      part('messages').append(make('p', { class: 'ns-message' }, 'The map cannot be drawn, because the boundaries did not arrive. The table has the same areas.'));
    }
    throwUnlessProblem(error);
  }
}

/** @param {Shown} shown @param {import('./targets-suggestion.js').TargetsSuggestion} suggestion @param {string} extent */
export async function offerSuggestion({ part, isStale }, suggestion, extent) {
  try {
    const options = await fetchSuggestionOptions(extent);
    if (!isStale()) {
      suggestion.setOptions(extent, options);
    }
  } catch (error) {
    if (!isStale()) {
      part('suggestion').hidden = true;
    }
    throwUnlessProblem(error);
  }
}

/** @param {Shown} shown @param {string} extent @param {{id: string, revision: number}} set */
export async function showReviewOf({ part, isStale }, extent, { id, revision }) {
  try {
    const review = await fetchReview(extent, id, revision);
    if (!isStale()) {
      showReview(part('review'), review);
    }
  } catch (error) {
    if (!isStale()) {
      part('review').textContent = `It cannot be set beside similar areas: ${error.detail || error.message}`;
    }
    throwUnlessProblem(error);
  }
}

function throwUnlessProblem(error) {
  if (error.name !== 'ProblemError') {
    throw error;
  }
}
