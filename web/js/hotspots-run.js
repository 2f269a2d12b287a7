/** Asks for hotspots and follows the work until the answer is there: how far it is in words and as a bar, and a way to stop it. */

import { ProblemError, cancelJob, fetchHotspots, fetchJob, startHotspots } from './api.js';
import { make } from './dom.js';

const FIRST_PAUSE_MILLISECONDS = 200;
const LONGEST_PAUSE_MILLISECONDS = 1500;

export class HotspotsRun {
  /** @param {HTMLElement} root hidden while nothing runs */
  constructor(root) {
    this.root = root;
    this.words = make('p', { role: 'status' });
    this.bar = make('progress', { class: 'ns-job__bar', max: '1', 'aria-label': 'Progress of the search' });
    this.cancel = make('button', { type: 'button', class: 'ns-button', on: { click: () => this.stop() } }, 'Cancel the search');
    root.replaceChildren(this.words, this.bar, this.cancel);
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
      const isDone = links.job === undefined || (await this.follow(links.job, isStale));
      if (!isDone) {
        return null;
      }
      this.answered = { question, result: await fetchHotspots(links.result) };
    } else {
      onAccept();
    }
    return this.answered.result;
  }

  /** @returns {Promise<boolean>} false when it was cancelled */
  async follow(link, isStale) {
    this.link = link;
    this.show({ progress: 0, message: '' });
    this.cancel.setAttribute('aria-disabled', 'false');
    try {
      for (let pause = FIRST_PAUSE_MILLISECONDS; ; pause = Math.min(pause * 1.5, LONGEST_PAUSE_MILLISECONDS)) {
        const job = await fetchJob(link);
        if (isStale() || job.state === 'cancelled') {
          return false;
        }
        if (job.state === 'failed') {
          throw new ProblemError({ title: 'The hotspots could not be found', detail: job.message || 'Nothing was changed. Try again.' });
        }
        if (job.state === 'done') {
          return true;
        }
        this.show(job);
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    } finally {
      if (this.link === link) {
        this.root.hidden = true;
      }
    }
  }

  show({ progress, message }) {
    this.root.hidden = false;
    this.bar.value = progress;
    const text = `${message || 'Looking for hotspots\u2026'} ${Math.floor(progress * 100)}\u00a0%`;
    // A live region that says the same again is read again.
    if (this.words.textContent !== text) {
      this.words.textContent = text;
    }
  }

  async stop() {
    if (this.cancel.getAttribute('aria-disabled') === 'true') {
      return;
    }
    this.cancel.setAttribute('aria-disabled', 'true');
    try {
      await cancelJob(this.link);
    } catch (error) {
      this.words.textContent = error.detail || error.message;
    }
  }
}
