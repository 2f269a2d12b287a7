/** Starts the page of target areas: it holds the one state, writes it to the address, and tells each part what to show. */

import { fetchLoaded, fetchTargetAreas, fetchTargetSet, fetchTargetSets, targetSetAddress } from './api.js';
import { getModule, make } from './dom.js';
import { formatCount } from './format.js';
import { showBanner, showMessages, showProblem } from './frame.js';
import { awaitLoaded } from './loading.js';
import { markingSentences } from './release.js';
import { drawMap, offerSuggestion, showReviewOf } from './targets-around.js';
import { pick, pickExactly, startChoice } from './targets-choice.js';
import { TargetsForm } from './targets-form.js';
import { TargetGround } from './targets-ground.js';
import { TargetsPicker } from './targets-picker.js';
import { emptyPlan, planOf } from './targets-plan.js';
import { comparison, showRecord, showSets } from './targets-record.js';
import { TargetsSaving } from './targets-saving.js';
import { DEFAULT_TARGETS_STATE, formatTargetsState, parseBeside, parseTargetsState } from './targets-state.js';
import { TargetsSuggestion } from './targets-suggestion.js';

const LEAVE = 'What you have written is not saved. Leave it?';
const part = (name) => getModule(document, name);
const county = document.querySelector('#county');
const district = document.querySelector('#district');
const page = { state: DEFAULT_TARGETS_STATE, opening: 0, comparing: 0, extent: null, first: null, ground: null, sets: [], set: null, latest: 0, isChanged: false };

const picker = new TargetsPicker(document, { onPick: showPicked });
const form = new TargetsForm(part('plan'), {
  onSave: (state) => saving.save(state),
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
    part('tallies').focus({ preventScroll: true });
    part('tallies').scrollIntoView({ block: 'start' });
  },
  onNote: (codes) => form.noteAlternative(codes, true),
  onBudget: (budget) => picker.setBudget(budget),
  told: () => page.ground.answer.cautions,
  nameOf: (code) => page.ground.nameOf(code),
  tell,
});
const saving = new TargetsSaving(page, {
  part,
  form,
  picker,
  go,
  keepAddress: () => keepAddress(page.set === null ? location.pathname + formatTargetsState(page.state) : addressOf({ set: page.set.id })),
  showRecordOf,
  tell,
});

/** @param {readonly string[]} [carried] areas of a new set that are too many for the address */
async function open(carried = []) {
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
    Object.assign(page, { extent, first: extents[0], ground: new TargetGround(answer), sets, set, state: { ...wanted, extent: extent === extents[0] ? '' : extent.name, areas: carried.length > 0 ? carried : wanted.areas }, isChanged: false });
    showMessages(messages, [
      ...(wanted.extent !== '' && wanted.extent !== extent.name ? [`There is no county called ${wanted.extent} here, so ${extent.title} is shown.`] : []),
      ...ignored.map((name) => `What this address says of \u201c${name}\u201d cannot be read and was left out.`),
    ]);
    showCounty(extents);
    show();
  } catch (error) {
    if (opening === page.opening) {
      part('sentence').textContent = '';
      showProblem(messages, error, () => open(carried));
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
function show() {
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
  if (set === null && codes.length < page.state.areas.length) {
    const out = page.state.areas.length - codes.length;
    part('messages').append(make('p', { class: 'ns-message' }, `${formatCount(out, 'area of this address is', 'areas of this address are')} not in ${ground.districtNames.get(page.district)}, and left out: a board chooses areas of its own district.`));
  }
  form.fill(set === null ? emptyPlan() : planOf(set.decision), set?.state ?? '');
  picker.open({ extent: extent.name, ground, district: page.district, choice: startChoice(codes), isFixed });
  const isAgreed = ['agreed', 'superseded'].includes(set?.state);
  const opening = page.opening;
  const shown = { part, isStale: () => opening !== page.opening };
  // Nobody waits for these to go on.
  drawMap(shown, { extent, ground, picker });
  if (!isFixed) {
    offerSuggestion(shown, suggestion, extent.name);
  }
  if (isAgreed) {
    showReviewOf(shown, extent.name, set);
  }
  showComparison();
}

function factsOf({ need, hotspots, fictional }) {
  return [`Need: ${need.title}, ${need.period}.`, hotspots === null ? '' : `${hotspots.title}.`, 'Ranks and tenths are among the areas of the county.', fictional ? 'These are fictional data.' : ''].filter(Boolean).join(' ');
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
    onSupersede: (savedBy) => saving.supersede(savedBy),
    onStartFrom: () => go({ ...DEFAULT_TARGETS_STATE, extent: page.state.extent, district: page.district, areas: set.decision.areas.map(({ code }) => code) }),
    onCompare: (revision) => compareWith(set.id, revision),
  });
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
  return open(state.areas);
}

function compareWith(id, revision) {
  page.state = { ...page.state, beside: `${id}.${revision}` };
  keepAddress(location.pathname + formatTargetsState(page.state));
  return showComparison().then(() => document.querySelector('.ns-targets__comparison')?.focus());
}

async function showComparison() {
  page.comparing += 1;
  const { comparing, opening } = page;
  const beside = parseBeside(page.state.beside);
  document.querySelector('.ns-targets__comparison')?.remove();
  if (beside === null) {
    picker.compare([], []);
    return;
  }
  try {
    const other = await fetchTargetSet(page.extent.name, beside.set, beside.revision);
    if (comparing !== page.comparing || opening !== page.opening) {
      return;
    }
    const title = (set) => `${set.title}, revision ${set.revision}`;
    const first = { title: page.set === null || page.isChanged ? 'the choice on this page' : title(page.set), codes: picker.choice.now.codes };
    const second = { title: title(other), codes: other.decision.areas.map(({ code }) => code) };
    picker.compare(first.codes.filter((code) => !second.codes.includes(code)), second.codes.filter((code) => !first.codes.includes(code)));
    part('sets').before(comparison(first, second, (code) => page.ground.nameOf(code), () => {
      page.state = { ...page.state, beside: '' };
      keepAddress(location.pathname + formatTargetsState(page.state));
      showComparison();
      document.querySelector('#sets-title').focus();
    }));
  } catch (error) {
    showProblem(part('messages'), error);
    if (error.name !== 'ProblemError') {
      throw error;
    }
  }
}

function tell(text) {
  part('announcer').textContent = text;
}

/** What is written and not saved is not given up unasked. @param {HTMLSelectElement} choice @param {string} before what was chosen */
function leaveFor(choice, before, state) {
  if (page.isChanged && !confirm(LEAVE)) {
    choice.value = before;
    return;
  }
  go(state);
}

county.addEventListener('change', () => leaveFor(county, page.extent.name, { ...DEFAULT_TARGETS_STATE, extent: county.value }));
district.addEventListener('change', () => leaveFor(district, page.district, { ...DEFAULT_TARGETS_STATE, extent: page.state.extent, district: district.value }));
// A link within the page changes nothing that is shown, and takes nothing away that was written; going back asks first.
addEventListener('popstate', () => {
  if (location.search === page.shown) {
    return;
  }
  if (page.isChanged && !confirm(LEAVE)) {
    history.pushState(null, '', location.pathname + page.shown);
  } else {
    open();
  }
});
// What is written and not saved is not lost by a wrong press.
addEventListener('beforeunload', (event) => page.isChanged && event.preventDefault());
open();
