/** Follows a job until it has ended: how far it is in words and as a bar, and a way to stop it. */

import { ProblemError, cancelJob, fetchJob } from './api.js';
import { make } from './dom.js';

const FIRST_PAUSE_MILLISECONDS = 200;
const LONGEST_PAUSE_MILLISECONDS = 1500;

export class JobFollower {
  /**
   * @param {HTMLElement} root hidden while nothing runs
   * @param {{waiting: string, bar: string, cancel: string, failed: string}} words
   */
  constructor(root, words) {
    this.root = root;
    this.said = words;
    this.words = make('p', { role: 'status' });
    this.bar = make('progress', { class: 'ns-job__bar', max: '1', 'aria-label': words.bar });
    this.cancel = make('button', { type: 'button', class: 'ns-button', on: { click: () => this.stop() } }, words.cancel);
    root.replaceChildren(this.words, this.bar, this.cancel);
  }

  /**
   * @param {string} link of the job
   * @param {{isStale: () => boolean, onStep?: () => Promise<void>}} asker nothing is shown any more once its question is stale
   * @returns {Promise<boolean>} false when it was cancelled or is stale
   */
  async follow(link, { isStale, onStep = async () => {} }) {
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
          throw new ProblemError({ title: this.said.failed, detail: job.message || 'Nothing was changed. Try again.' });
        }
        if (job.state === 'done') {
          return true;
        }
        this.show(job);
        await onStep();
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
    const text = `${message || this.said.waiting} ${Math.floor(progress * 100)}\u00a0%`;
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
