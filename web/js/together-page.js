/** Starts the page of what comes together: a county's cases of a period, of one district or all, and its places. */

import { fetchCases, fetchCasesOf, fetchLoaded, fetchPlaces } from './api.js';
import { bindCohortForm } from './cohort-form.js';
import { getModule, make } from './dom.js';
import { showBanner, showMessages, showProblem } from './frame.js';
import { awaitLoaded } from './loading.js';
import { bindPrinting } from './printing.js';
import { markingSentences } from './release.js';
import { showChildren } from './together-children.js';
import { showPlaces } from './together-places.js';
import { DEFAULT_TOGETHER_STATE, formatTogetherState, parseTogetherState, settleTogetherState } from './together-state.js';
import { countText } from './together-words.js';

const part = (name) => getModule(document, name);
const [county, district, period] = ['#county', '#district', '#period'].map((id) => document.querySelector(id));
const item = (text) => make('li', {}, text);

let state = parseTogetherState(location.search);

async function open() {
  const messages = part('messages');
  try {
    const extents = await awaitLoaded(fetchLoaded, (text) => (part('lead').textContent = text));
    const wanted = parseTogetherState(location.search);
    const extent = extents.find(({ name }) => name === wanted.extent) ?? extents[0];
    if (extent === undefined) {
      part('lead').replaceChildren('Nothing is loaded yet. ', make('a', { href: '/data.html#import' }, 'Import data'));
      return;
    }
    showCounties(extents, extent);
    const [cases, places] = await Promise.all([fetchCases(extent.name), fetchPlaces(extent.name)]);
    const isElsewhere = wanted.extent !== '' && wanted.extent !== extent.name;
    const said = isElsewhere ? [`There is no county called ${wanted.extent} here, so ${extent.title} is shown.`] : [];
    showPlaces(part('places'), places);
    state = { ...wanted, extent: extent === extents[0] ? '' : extent.name };
    if (cases.length === 0) {
      showMessages(messages, said);
      showNone(extent, places);
      return;
    }
    const settled = settleTogetherState(state, cases);
    state = settled.state;
    showMessages(messages, [...said, ...settled.messages]);
    await showCases(cases, settled.chosen);
  } catch (error) {
    showProblem(messages, error, open);
    if (error.name !== 'ProblemError') {
      throw error;
    }
  }
}

function showCounties(extents, extent) {
  county.replaceChildren(...extents.map(({ name, title }) => make('option', { value: name }, title)));
  county.value = extent.name;
  part('county-field').hidden = extents.length < 2;
  showBanner(part('banner'), extent, '', 'Cases, not all children');
  document.title = `What comes together \u2013 ${extent.title}${extent.fictional ? ' (fictional data)' : ''} \u2013 Needscape`;
}

async function showCases(list, chosen) {
  const cases = await fetchCasesOf(chosen.links.json, state.district);
  const query = state.district === '' ? '' : `?district=${encodeURIComponent(state.district)}`;
  part('download').href = chosen.links.csv + query;
  part('download').download = `what-comes-together-${[cases.extent.name, cases.period, state.district].filter(Boolean).join('-').replaceAll(/[^A-Za-z0-9-]+/g, '-')}.csv`;
  period.replaceChildren(...list.map((one) => make('option', { value: one.period }, one.period)));
  period.value = chosen.period;
  district.replaceChildren(
    make('option', { value: '' }, 'All districts'),
    ...cases.districts.map(({ code, name, shown }) => make('option', { value: code, disabled: !shown }, shown ? name : `${name} (too few cases)`)),
  );
  district.value = state.district;
  part('controls').hidden = false;
  part('lead').textContent = `${countText(cases.cases)} counted cases of children in ${cases.place.name}, ${cases.period}${
    cases.fictional ? ' (fictional data)' : ''}: nine in ten of the case file, rounded. Cases are children who were helped, not all children.`;
  part('marking').replaceChildren(...markingSentences(cases).map(item));
  part('cautions').replaceChildren(...cases.cautions.map(item));
  part('sources').replaceChildren(...cases.sources.map(item), make('li', {}, `${cases.manifest.method}. ${cases.manifest.software}. `, make('span', { class: 'ns-together__hash' }, cases.manifest.resultHash)));
  showChildren(part('children'), cases);
}

function showNone(extent, places) {
  part('lead').replaceChildren(
    `${extent.title} has no case file yet, so that nothing can be said of children here. `,
    make('a', { href: '/data.html#import' }, 'Import a case file'),
  );
  part('controls').hidden = true;
  part('children').replaceChildren();
  part('marking').replaceChildren();
  part('cautions').replaceChildren(...(places?.cautions ?? []).map(item));
  part('sources').replaceChildren(...(places?.sources ?? []).map(item));
}

/** @param {Partial<import('./together-state.js').TogetherState>} patch */
function change(patch) {
  history.pushState(null, '', location.pathname + formatTogetherState({ ...state, ...patch }));
  open();
}

county.addEventListener('change', () => change({ ...DEFAULT_TOGETHER_STATE, extent: county.value }));
district.addEventListener('change', () => change({ district: district.value }));
period.addEventListener('change', () => change({ period: period.value }));
addEventListener('popstate', open);
bindPrinting(part('print'), { resize: () => {} });
bindCohortForm({ form: part('cohort-form'), errors: part('cohort-errors'), answer: part('cohort-answer') });
open();
