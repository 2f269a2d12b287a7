/** Waiting for the county that the service is loading. */

const ASK_EVERY_MILLISECONDS = 1000;

/**
 * Asks until nothing is being loaded any more.
 *
 * @param {() => Promise<{extents: import('./types.js').Extent[], loading: import('./types.js').Loading|null}>} ask
 * @param {(text: string) => void} tell hears how far it is
 * @param {number} [pauseMilliseconds]
 * @returns {Promise<import('./types.js').Extent[]>}
 */
export async function awaitLoaded(ask, tell, pauseMilliseconds = ASK_EVERY_MILLISECONDS) {
  let answer = await ask();
  while (answer.loading) {
    tell(describeLoading(answer.loading));
    await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
    answer = await ask();
  }
  return answer.extents;
}

/** @param {import('./types.js').Loading} loading */
export function describeLoading({ progress }) {
  return `Loading the county\u2026 ${Math.floor(progress * 100)} %`;
}
