/** Asks for the best set within limits, shows the first answer while the search goes on, and what came out of it. */

import { fetchSuggestion, startSuggestion } from './api.js';
import { make } from './dom.js';
import { JobFollower } from './job-follower.js';
import { showAnswer } from './targets-answer.js';
import { SuggestForm } from './targets-suggest.js';

export class TargetsSuggestion {
  /**
   * @param {HTMLElement} root
   * @param {{onTake: (codes: string[]) => void, onNote: (codes: string[]) => void, onBudget: (budget: object) => void, nameOf: (code: string) => string, told: () => string[], tell: (text: string) => void}} does
   */
  constructor(root, does) {
    this.does = does;
    this.root = root;
    this.opening = 0;
    const errors = make('div');
    const form = make('form', { class: 'ns-form', 'aria-label': 'Suggestion', novalidate: true });
    const job = make('div', { class: 'ns-job', hidden: true });
    this.answer = make('div', { class: 'ns-targets__answer', 'aria-live': 'off', hidden: true });
    root.replaceChildren(
      make('h2', { class: 'ns-data__heading', id: 'suggestion-title' }, 'A suggestion to start from'),
      make('p', { class: 'ns-field__hint' }, 'The set that reaches most need within your limits. It is a start, not a decision: change it as the board sees fit.'),
      errors,
      form,
      job,
      this.answer,
    );
    this.form = new SuggestForm(form, errors, { onAsk: (question) => this.ask(question), onBudget: does.onBudget });
    this.follower = new JobFollower(job, { waiting: 'Looking for the best set\u2026', bar: 'Progress of the search', cancel: 'Cancel the search', failed: 'No set could be suggested' });
  }

  /** @param {string} extent @param {object} options of the service */
  setOptions(extent, options) {
    this.opening += 1;
    this.extent = extent;
    this.answer.hidden = true;
    this.follower.root.hidden = true;
    this.form.setOptions(options);
  }

  /** @param {{district: string, codes: readonly string[], locks: readonly string[]}} picked */
  setPicked(picked) {
    this.form.setPicked(picked);
  }

  async ask(question) {
    this.opening += 1;
    const opening = this.opening;
    const isStale = () => opening !== this.opening;
    const { links } = await startSuggestion(this.extent, question);
    const showSoFar = async () => {
      const answer = await fetchSuggestion(links.result).catch(() => null);
      if (!isStale() && answer?.suggestion) {
        showAnswer(this.answer, answer, this.does);
      }
    };
    const isDone = links.job === undefined || (await this.follower.follow(links.job, { isStale, onStep: showSoFar }));
    if (isStale()) {
      return;
    }
    if (!isDone) {
      this.answer.hidden = true;
      return;
    }
    const answer = await fetchSuggestion(links.result);
    if (answer.conflict) {
      this.answer.hidden = true;
      this.form.showProblem({ title: 'These limits cannot all be kept', detail: answer.conflict.sentence ?? '', errors: answer.conflict.parts.map(({ field, sentence }) => ({ field, message: sentence })) });
      return;
    }
    showAnswer(this.answer, answer, this.does);
    // Whoever has gone on to something else is told, and stays there.
    if (this.root.contains(document.activeElement) || document.activeElement === document.body) {
      this.answer.querySelector('h3').focus();
    } else {
      this.does.tell('The suggestion is there.');
    }
  }
}
