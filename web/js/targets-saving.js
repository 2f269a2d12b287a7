/** Saving: a draft, what goes before the board, what it agreed, what took its place, and what to do when somebody else saved meanwhile. */

import { createTargetSet, fetchTargetSet, reviseTargetSet } from './api.js';
import { pickExactly } from './targets-choice.js';
import { showMerge } from './targets-merge-view.js';
import { decisionOf, planOf } from './targets-plan.js';
import { DEFAULT_TARGETS_STATE } from './targets-state.js';

export class TargetsSaving {
  /**
   * @param {object} page the one state of the page
   * @param {object} does
   * @param {(name: string) => HTMLElement} does.part
   * @param {import('./targets-form.js').TargetsForm} does.form
   * @param {import('./targets-picker.js').TargetsPicker} does.picker
   * @param {(state: import('./targets-state.js').TargetsState) => Promise<void>} does.go
   * @param {() => void} does.keepAddress writes what is shown to the address
   * @param {(set: ?object) => void} does.showRecordOf
   * @param {(text: string) => void} does.tell
   */
  constructor(page, does) {
    Object.assign(this, { page, ...does });
  }

  /** @param {string} state that the set is to have */
  async save(state) {
    const { page } = this;
    const decision = decisionOf(this.form.plan(), { district: page.district, state, codes: this.picker.choice.now.codes });
    // Only a draft begins a set; what is proposed at once has a draft before it.
    const isFirst = page.set === null && state === 'proposed';
    if (isFirst) {
      page.set = await createTargetSet(page.extent.name, { ...decision, state: 'draft' });
      page.latest = page.set.revision;
      this.keepAddress();
    }
    try {
      await this.settle(decision);
    } catch (problem) {
      if (isFirst) {
        this.showRecordOf(page.set);
        Object.assign(problem, { isSaved: true, title: 'It is saved as a draft. Something must be put right before it is proposed' });
      }
      throw problem;
    }
  }

  /** What took the place of a set is another decision; who says so stands with it. @param {string} savedBy */
  supersede(savedBy) {
    return this.settle({ ...this.page.set.decision, state: 'superseded', savedBy });
  }

  async settle(decision) {
    const { page } = this;
    const { extent, set } = page;
    let saved;
    try {
      saved = set === null ? await createTargetSet(extent.name, decision) : await reviseTargetSet(extent.name, set, decision);
    } catch (problem) {
      if (problem.status !== 409) {
        throw problem;
      }
      await this.mergeWithLatest(set, decision);
      return;
    }
    page.isChanged = false;
    await this.showSaved(saved);
  }

  async showSaved({ id, revision }) {
    await this.go({ ...DEFAULT_TARGETS_STATE, extent: this.page.state.extent, set: id });
    this.tell(`Saved as revision ${revision}.`);
    const title = document.querySelector('#record-title');
    title?.focus();
    title?.scrollIntoView({ block: 'start' });
  }

  /** Somebody else has saved since: both are put together, and nothing is saved until that was looked at. */
  async mergeWithLatest(set, mine) {
    const { page, part, picker } = this;
    const theirs = await fetchTargetSet(page.extent.name, set.id);
    showMerge(part('merge'), { base: set.decision, mine, theirs, nameOf: (code) => page.ground.nameOf(code) }, {
      onTake: (decision, picked) => {
        picker.change(pickExactly(picker.choice, picked), 'Both are put together');
        this.goOnWith(theirs, decision, mine.savedBy);
      },
      onKeep: () => this.goOnWith(null, mine, mine.savedBy),
      onLeave: () => {
        page.isChanged = false;
        this.go({ ...DEFAULT_TARGETS_STATE, extent: page.state.extent, set: set.id });
      },
    });
    part('merge').scrollIntoView({ block: 'start' });
  }

  /** Lays a decision into the form, as a change of a set that is saved or, where there is none, as a new one. */
  goOnWith(set, decision, savedBy) {
    const { page, part, form, picker } = this;
    page.set = set;
    page.latest = set?.revision ?? 0;
    page.state = { ...DEFAULT_TARGETS_STATE, extent: page.state.extent, district: page.district, set: set?.id ?? '', areas: picker.choice.now.codes };
    this.keepAddress();
    part('merge').hidden = true;
    this.showRecordOf(set);
    form.fill({ ...planOf(decision), savedBy }, set?.state ?? '');
    form.setAreas(picker.choice.now.codes, picker.against());
    form.savedBy.value = savedBy;
    page.isChanged = true;
    part('plan').focus();
    part('plan').scrollIntoView({ block: 'start' });
    this.tell(set === null ? 'Yours is in the form as a new set. Save it to keep it.' : 'Both are put together in the form. Save it to keep it.');
  }
}
