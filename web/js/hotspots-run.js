/** Asks for hotspots and follows the work until the answer is there. */

import { fetchHotspots, startHotspots } from './api.js';
import { JobFollower } from './job-follower.js';

export class HotspotsRun {
  /** @param {HTMLElement} root hidden while nothing runs */
  constructor(root) {
    this.follower = new JobFollower(root, {
      waiting: 'Looking for hotspots\u2026',
      bar: 'Progress of the search',
      cancel: 'Cancel the search',
      failed: 'The hotspots could not be found',
    });
  }

  /**
   * @param {string} extent
   * @param {import('./hotspots-state.js').HotspotSettings} settings
   * @param {{isStale: () => boolean, onAccept: () => void}} asker nothing is shown any more once its question is stale
   * @returns {Promise<?object>} the result; null when the search was cancelled
   */
  async ask(extent, settings, { isStale, onAccept }) {
    const question = JSON.stringify([extent, settings]);
    if (this.answered?.question !== question) {
      const { links } = await startHotspots(extent, settings);
      if (!isStale()) {
        onAccept();
      }
      const isDone = links.job === undefined || (await this.follower.follow(links.job, { isStale }));
      if (!isDone) {
        return null;
      }
      this.answered = { question, result: await fetchHotspots(links.result) };
    } else {
      onAccept();
    }
    return this.answered.result;
  }
}
