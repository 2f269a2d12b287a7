/** Starts the page of target areas: it holds the one state, writes it to the address, and tells each part what to show. */

import { createTargetSet, fetchGeometry, fetchLoaded, fetchReview, fetchSuggestionOptions, fetchTargetAreas, fetchTargetSet, fetchTargetSets, fetchValues, reviseTargetSet, targetSetAddress } from './api.js';
import { getModule, make } from './dom.js';
import { showBanner, showMessages, showProblem } from './frame.js';
import { awaitLoaded } from './loading.js';
import { markingSentences } from './release.js';
import { pick, pickExactly, startChoice } from './targets-choice.js';
import { TargetsForm } from './targets-form.js';
import { TargetGround } from './targets-ground.js';
import { showMerge } from './targets-merge-view.js';
import { TargetsPicker } from './targets-picker.js';
import { decisionOf, emptyPlan, planOf } from './targets-plan.js';
import { comparison, showRecord, showSets } from './targets-record.js';
import { showReview } from './targets-review.js';
import { DEFAULT_TARGETS_STATE, formatTargetsState, parseBeside, parseTargetsState } from './targets-state.js';
import { TargetsSuggestion } from './targets-suggestion.js';

const part = (name) => getModule(document, name);
const county = document.querySelector('#county');
const district = document.querySelector('#district');
const page = { state: DEFAULT_TARGETS_STATE, opening: 0, extent: null, first: null, ground: null, sets: [], set: null, latest: 0, isChanged: false };

const picker = new TargetsPicker(document, { onPick: showPicked });
const form = new TargetsForm(part('plan'), {
  onSave: save,
  onChange: () => (page.isChanged = true),
  onRemove: (code) => {
    picker.change(pick(picker.choice, { remove: [code] }), `${page.ground.nameOf(code)} taken out`);
    form.areas.focus();
  },
  nameOf: (code) => page.ground.nameOf(code),
  tell,
});
const suggestion = new TargetsSuggestion(part('suggestion'), {
  onTake: (codes) => {
    const own = codes.filter((code) => picker.isOwn(code));
    picker.change(pickExactly(picker.choice, own), own.length < codes.length ? 'Of the suggested set the areas of this district are chosen' : 'The suggested set is chosen');
    part('sentence').scrollIntoView({ block: 'nearest' });
  },
  onNote: (codes) => form.noteAlternative(codes, true),
  onBudget: (budget) => picker.setBudget(budget),
  told: () => page.ground.answer.cautions,
  nameOf: (code) => page.ground.nameOf(code),
});

async function open() {
  page.opening += 1;
  page.shown = location.search;
  const opening = page.opening;
  const messages = part('messages');
  try {
    const extents = await awaitLoaded(fetchLoaded, (text) => (part('sentence').textContent = text));
    const { state: wanted, ignored } = parseTargetsState(location.search);
    const extent = extents.find(({ name }) => name === wanted.extent) ?? extents[0];
    if (extent === undefined) {
      part('sentence').replaceChildren('Nothing is loaded yet. ', make('a', { href: '/data.html#import' }, 'Import data'));
      return;
    }
    const [answer, sets, set] = await Promise.all([
      fetchTargetAreas(extent.name),
      fetchTargetSets(extent.name),
      wanted.set === '' ? null : fetchTargetSet(extent.name, wanted.set, wanted.revision),
    ]);
    // Something else may have been opened meanwhile.
    if (opening !== page.opening) {
      return;
    }
    Object.assign(page, { extent, first: extents[0], ground: new TargetGround(answer), sets, set, state: { ...wanted, extent: extent === extents[0] ? '' : extent.name }, isChanged: false });
    showMessages(messages, [
      ...(wanted.extent !== '' && wanted.extent !== extent.name ? [`There is no county called ${wanted.extent} here, so ${extent.title} is shown.`] : []),
      ...ignored.map((name) => `What this address says of \u201c${name}\u201d cannot be read and was left out.`),
    ]);
    showCounty(extents);
    await show();
  } catch (error) {
    if (opening === page.opening) {
      part('sentence').textContent = '';
      showProblem(messages, error, open);
    }
    if (error.name !== 'ProblemError') {
      throw error;
    }
  }
}

function showCounty(extents) {
  const { extent, ground, set } = page;
  const item = (text) => make('li', {}, text);
  county.replaceChildren(...extents.map(({ name, title }) => make('option', { value: name }, title)));
  county.value = extent.name;
  part('county-field').hidden = extents.length < 2;
  district.replaceChildren(make('option', { value: '' }, 'Choose the district whose board decides'), ...ground.answer.districts.map(({ code, name }) => make('option', { value: code }, name)));
  part('district-field').hidden = false;
  showBanner(part('banner'), extent, '');
  document.title = `${set === null ? 'Target areas' : set.title} \u2013 ${extent.title}${extent.fictional ? ' (fictional data)' : ''} \u2013 Needscape`;
  part('marking').replaceChildren(...markingSentences(ground.answer).map(item));
  part('cautions').replaceChildren(...ground.answer.cautions.map(item));
  part('sources').replaceChildren(...ground.answer.sources.map(item));
}

/** Everything that follows from the address. */
async function show() {
  const { ground, extent, set } = page;
  const code = set?.district ?? page.state.district;
  const isThere = ground.districtNames.has(code);
  if (code !== '' && !isThere) {
    part('messages').append(make('p', { class: 'ns-message' }, `There is no district ${code} in ${extent.title}.`));
  }
  page.district = isThere ? code : '';
  district.value = page.district;
  page.latest = set === null ? 0 : Math.max(...set.revisions.map(({ revision }) => revision));
  const isFixed = set !== null && (set.revision !== page.latest || ['agreed', 'superseded'].includes(set.state));
  part('merge').hidden = true;
  ['work', 'skips'].forEach((name) => (part(name).hidden = page.district === ''));
  ['plan', 'suggestion', 'past'].forEach((name) => (part(name).hidden = isFixed || page.district === ''));
  showRecordOf(set);
  showSets(part('sets'), page.sets, { district: page.district, districtName: (one) => ground.districtNames.get(one) ?? one, addressOf: (id) => addressOf({ set: id }), current: set?.id ?? '', onCompare: page.district === '' ? null : (id, revision) => compareWith(id, revision) });
  part('facts').textContent = factsOf(ground.answer);
  if (page.district === '') {
    part('sentence').textContent = ground.answer.districts.length === 0
      ? 'No lookup says which district an area belongs to: import one, since target areas are chosen by the board of a district.'
      : 'Choose a district: its board picks its target areas here, sees what they reach and leave out, and writes down why.';
    return;
  }
  const codes = set === null ? page.state.areas.filter((one) => ground.byCode.get(one)?.district === page.district) : set.decision.areas.map((area) => area.code);
  form.fill(set === null ? emptyPlan() : planOf(set.decision), set?.state ?? '');
  picker.open({ extent: extent.name, ground, district: page.district, choice: startChoice(codes), isFixed });
  const isAgreed = ['agreed', 'superseded'].includes(set?.state);
  await Promise.all([drawMap(), isFixed ? null : offerSuggestion(), isAgreed ? showReviewOf(set) : null]);
  await showComparison();
}

function factsOf({ need, hotspots, fictional }) {
  return [`Need: ${need.title}, ${need.period}.`, hotspots === null ? '' : `${hotspots.title}.`, 'Ranks and tenths are among the areas of the county.', fictional ? 'These are fictional data.' : ''].filter(Boolean).join(' ');
}

/** The map is the last that a choice needs; without it the rest of the page works. */
async function drawMap() {
  const { extent, ground } = page;
  const districts = extent.geographies.find((one) => one.startsWith('lad-'));
  const root = `/api/v1/layers/${encodeURIComponent(ground.answer.need.layer)}/values`;
  try {
    const [areas, outlines, data] = await Promise.all([
      fetchGeometry(extent.name, ground.answer.geography),
      districts === undefined ? null : fetchGeometry(extent.name, districts),
      fetchValues({ links: { values: root } }),
    ]);
    picker.draw(areas, outlines, data);
  } catch (error) {
    part('map').hidden = true;
    part('messages').append(make('p', { class: 'ns-message' }, 'The map cannot be drawn, because the boundaries did not arrive. The table has the same areas.'));
    if (error.name !== 'ProblemError') {
      throw error;
    }
  }
}

/** Whoever picks by hand needs no suggestion: without one the rest of the page works. */
async function offerSuggestion() {
  try {
    suggestion.setOptions(page.extent.name, await fetchSuggestionOptions(page.extent.name));
  } catch (error) {
    part('suggestion').hidden = true;
    if (error.name !== 'ProblemError') {
      throw error;
    }
  }
}

function showPicked(picked, against) {
  form.setAreas(picked.codes, against);
  suggestion.setPicked({ ...picked, district: page.district });
  if (page.set === null) {
    page.state = { ...page.state, district: page.district, areas: picked.codes };
    keepAddress(location.pathname + formatTargetsState(page.state));
  } else if (picked.codes.join() !== page.set.decision.areas.map(({ code }) => code).join()) {
    page.isChanged = true;
  }
}

function showRecordOf(set) {
  const root = part('record');
  root.hidden = set === null;
  if (set === null) {
    root.replaceChildren();
    return;
  }
  const address = targetSetAddress(page.extent.name, set.id, set.revision);
  showRecord(root, set, {
    addressOf: (revision) => addressOf({ set: set.id, revision }),
    linkTo: (name) => `${address}/${name}`,
    isLatest: set.revision === page.latest,
    nameOf: (code) => page.ground.nameOf(code),
  }, {
    onSupersede: () => settle({ ...set.decision, state: 'superseded' }).catch((problem) => showProblem(part('messages'), problem)),
    onStartFrom: () => go({ ...DEFAULT_TARGETS_STATE, extent: page.state.extent, district: page.district, areas: set.decision.areas.map(({ code }) => code) }),
    onCompare: (revision) => compareWith(set.id, revision),
  });
}

/** What was agreed is looked at again beside similar areas. */
async function showReviewOf({ id, revision }) {
  try {
    const review = await fetchReview(page.extent.name, id, revision);
    if (page.set?.id === id && page.set.revision === revision) {
      showReview(part('review'), review);
    }
  } catch (error) {
    part('review').textContent = `It cannot be set beside similar areas: ${error.detail || error.message}`;
    if (error.name !== 'ProblemError') {
      throw error;
    }
  }
}

/** Writes the state to the address without another entry in the browser's history. */
function keepAddress(address) {
  history.replaceState(history.state, '', address);
  page.shown = location.search;
}

function addressOf(patch) {
  return location.pathname + formatTargetsState({ ...DEFAULT_TARGETS_STATE, extent: page.state.extent, ...patch });
}

/** @param {import('./targets-state.js').TargetsState} state */
function go(state) {
  history.pushState(null, '', location.pathname + formatTargetsState(state));
  return open();
}

function compareWith(id, revision) {
  page.state = { ...page.state, beside: `${id}.${revision}` };
  keepAddress(location.pathname + formatTargetsState(page.state));
  return showComparison().then(() => document.querySelector('.ns-targets__comparison')?.focus());
}

async function showComparison() {
  const beside = parseBeside(page.state.beside);
  document.querySelector('.ns-targets__comparison')?.remove();
  if (beside === null) {
    picker.compare([], []);
    return;
  }
  try {
    const other = await fetchTargetSet(page.extent.name, beside.set, beside.revision);
    const title = (set) => `${set.title}, revision ${set.revision}`;
    const first = { title: page.set === null || page.isChanged ? 'the choice on this page' : title(page.set), codes: picker.choice.now.codes };
    const second = { title: title(other), codes: other.decision.areas.map(({ code }) => code) };
    picker.compare(first.codes.filter((code) => !second.codes.includes(code)), second.codes.filter((code) => !first.codes.includes(code)));
    part('sets').before(comparison(first, second, (code) => page.ground.nameOf(code), () => {
      page.state = { ...page.state, beside: '' };
      keepAddress(location.pathname + formatTargetsState(page.state));
      showComparison();
    }));
  } catch (error) {
    showProblem(part('messages'), error);
    if (error.name !== 'ProblemError') {
      throw error;
    }
  }
}

/** @param {string} state that the set is to have */
async function save(state) {
  const decision = decisionOf(form.plan(), { district: page.district, state, codes: picker.choice.now.codes });
  // Only a draft begins a set; what is proposed at once has a draft before it.
  if (page.set === null && state === 'proposed') {
    await settle({ ...decision, state: 'draft' }, false);
  }
  await settle(decision);
}

/** Saves a decision, and opens what was saved. @param {boolean} [isLast] whether nothing is saved after it */
async function settle(decision, isLast = true) {
  const { extent, set } = page;
  try {
    const saved = set === null ? await createTargetSet(extent.name, decision) : await reviseTargetSet(extent.name, set, decision);
    page.set = saved;
    page.isChanged = false;
    if (isLast) {
      // What is saved is saved: nobody waits for the map to go on.
      showSaved(saved);
    } else {
      keepAddress(addressOf({ set: saved.id }));
    }
  } catch (problem) {
    if (problem.status !== 409) {
      throw problem;
    }
    await mergeWithLatest(set, decision);
  }
}

async function showSaved({ id, revision }) {
  await go({ ...DEFAULT_TARGETS_STATE, extent: page.state.extent, set: id });
  tell(`Saved as revision ${revision}.`);
  document.querySelector('#record-title')?.focus();
  document.querySelector('#record-title')?.scrollIntoView({ block: 'start' });
}

/** Somebody else has saved since: both are put together, and nothing is saved until that was looked at. */
async function mergeWithLatest(set, mine) {
  const theirs = await fetchTargetSet(page.extent.name, set.id);
  showMerge(part('merge'), { base: set.decision, mine, theirs, nameOf: (code) => page.ground.nameOf(code) }, {
    onTake: (decision, picked) => {
      page.set = theirs;
      page.latest = theirs.revision;
      part('merge').hidden = true;
      showRecordOf(theirs);
      form.fill({ ...planOf(decision), savedBy: mine.savedBy }, theirs.state);
      picker.change(pickExactly(picker.choice, picked), 'Both are put together');
      form.setAreas(picked, picker.against());
      form.savedBy.value = mine.savedBy;
      page.isChanged = true;
      part('plan').focus();
      part('plan').scrollIntoView({ block: 'start' });
    },
    onLeave: () => {
      page.isChanged = false;
      go({ ...DEFAULT_TARGETS_STATE, extent: page.state.extent, set: set.id });
    },
  });
  part('merge').scrollIntoView({ block: 'start' });
}

function tell(text) {
  part('announcer').textContent = text;
}

/** What is written and not saved is not given up unasked. @param {HTMLSelectElement} choice @param {string} before what was chosen */
function leaveFor(choice, before, state) {
  if (page.isChanged && !confirm('What you have written is not saved. Leave it?')) {
    choice.value = before;
    return;
  }
  go(state);
}

county.addEventListener('change', () => leaveFor(county, page.extent.name, { ...DEFAULT_TARGETS_STATE, extent: county.value }));
district.addEventListener('change', () => leaveFor(district, page.district, { ...DEFAULT_TARGETS_STATE, extent: page.state.extent, district: district.value }));
// A link within the page changes nothing that is shown, and takes nothing away that was written.
addEventListener('popstate', () => location.search !== page.shown && open());
// What is written and not saved is not lost by a wrong press.
addEventListener('beforeunload', (event) => page.isChanged && event.preventDefault());
open();
