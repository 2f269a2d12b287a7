/** Starts the gradient page: how the rate of a measure follows deprivation, in a county and in places compared with it. */

import { fetchGradientReport, fetchGradients, fetchLoaded } from './api.js';
import { getModule, make } from './dom.js';
import { showBanner, showMessages, showProblem } from './frame.js';
import { GradientChoices } from './gradient-choices.js';
import { compositionSection, funnelSection, methodSection, trendSection, whatIfSection } from './gradient-more.js';
import { comparatorsSection, decilesSection, fifthsSection, placesSection, sureSection } from './gradient-sections.js';
import { DEFAULT_GRADIENT_STATE, formatGradientState, parseGradientState, reportQuery, settleGradient } from './gradient-state.js';
import { chosenWords } from './gradient-words.js';
import { awaitLoaded } from './loading.js';
import { bindPrinting } from './printing.js';
import { markingSentences } from './release.js';

const part = (name) => getModule(document, name);
const field = (id) => document.querySelector(`#${id}`);
const county = field('county');
const item = (text) => make('li', {}, text);

const page = { state: parseGradientState(location.search), opening: 0, said: [] };

const choices = new GradientChoices(
  {
    measure: field('measure'),
    period: field('period'),
    tenths: field('tenths'),
    tenthsField: part('tenths-field'),
    places: part('places'),
    placesNote: part('places-note'),
    unaccompanied: field('unaccompanied'),
    unaccompaniedField: part('unaccompanied-field'),
    adjusted: field('adjusted'),
  },
  change,
);

async function open() {
  const messages = part('messages');
  page.opening += 1;
  const opening = page.opening;
  // Something else may have been chosen while the figures were on their way.
  const isStale = () => opening !== page.opening;
  part('report').setAttribute('aria-busy', 'true');
  part('facts').textContent = 'Loading\u2026';
  showFieldErrors([]);
  try {
    const extents = await awaitLoaded(fetchLoaded, (text) => (part('sentence').textContent = text));
    const wanted = parseGradientState(location.search);
    const extent = extents.find(({ name }) => name === wanted.extent) ?? extents[0];
    if (extent === undefined) {
      showNothing('Nothing is loaded yet. ', 'Import data');
      return;
    }
    const entries = await fetchGradients(extent.name);
    if (isStale()) {
      return;
    }
    showCounties(extents, extent);
    const isElsewhere = wanted.extent !== '' && wanted.extent !== extent.name;
    const said = [...page.said, ...(isElsewhere ? [`There is no county called ${wanted.extent} here, so ${extent.title} is shown.`] : [])];
    if (entries.length === 0) {
      showMessages(messages, said);
      showNothing(`${extent.title} has no gradient yet: it takes deprivation, population and the counts of a measure. `, 'Import counts');
      return;
    }
    const settled = settleGradient({ ...wanted, extent: extent === extents[0] ? '' : extent.name }, entries);
    page.state = settled.state;
    choices.setEntries(entries, settled.entry);
    part('controls').hidden = false;
    const query = reportQuery(page.state);
    const report = await fetchGradientReport(settled.entry, query);
    if (isStale()) {
      return;
    }
    showMessages(messages, [...said, ...settled.messages]);
    choices.setReport(report);
    showReport(report, linksOf(settled.entry, query, extent));
  } catch (error) {
    if (isStale()) {
      return;
    }
    part('sentence').textContent = '';
    part('facts').textContent = '';
    showProblem(messages, error, open);
    showFieldErrors(error.errors ?? []);
    if (error.name !== 'ProblemError') {
      throw error;
    }
  } finally {
    if (!isStale()) {
      part('report').removeAttribute('aria-busy');
    }
  }
}

/** What the service refuses stands beside its field too; what is chosen stays there to be chosen anew. */
function showFieldErrors(errors) {
  for (const name of ['tenths', 'places']) {
    part(`${name}-error`).textContent = errors.find((one) => one.field === name)?.message ?? '';
  }
  if (errors.length > 0) {
    part('tenths-field').hidden = false;
    field('tenths').value = page.state.tenths;
    part('report').replaceChildren();
  }
}

function showCounties(extents, extent) {
  county.replaceChildren(...extents.map(({ name, title }) => make('option', { value: name }, title)));
  county.value = extent.name;
  part('county-field').hidden = extents.length < 2;
  showBanner(part('banner'), extent, '');
  document.title = `Gradient \u2013 ${extent.title}${extent.fictional ? ' (fictional data)' : ''} \u2013 Needscape`;
}

function showNothing(text, link) {
  part('sentence').replaceChildren(text, make('a', { href: '/data.html#import' }, link));
  part('controls').hidden = true;
  ['facts', 'report', 'marking', 'cautions', 'sources'].forEach((name) => part(name).replaceChildren());
}

/** @returns {import('./gradient-sections.js').Links} */
function linksOf({ id, links }, query, { name }) {
  return { chart: (one) => `${links.json}/charts/${one}.svg${query}`, csv: `${links.json}/report.csv${query}`, file: `gradient-${id}-${name}` };
}

function showReport(report, links) {
  part('sentence').textContent = report.sentence;
  part('facts').textContent = chosenWords(report);
  part('map').href = `/?${new URLSearchParams({ ...(page.state.extent === '' ? {} : { extent: page.state.extent }), view: 'gradient', gradient: report.id })}`;
  part('download').href = links.csv;
  part('download').download = `${links.file}.csv`;
  const sections = [
    decilesSection(report, links),
    fifthsSection(report),
    sureSection(report),
    placesSection(report, links),
    comparatorsSection(report),
    funnelSection(report, links),
    whatIfSection(report, links),
    trendSection(report, links),
    compositionSection(report),
    methodSection(report),
  ];
  part('marking').replaceChildren(...markingSentences(report).map(item));
  part('cautions').replaceChildren(...report.cautions.map(item));
  part('sources').replaceChildren(...report.sources.map(item));
  // The last to be filled: whoever waits for the page waits for this.
  part('report').replaceChildren(...sections.filter(Boolean));
}

/** @param {Partial<import('./gradient-state.js').GradientState>} patch */
function change(patch) {
  const address = location.pathname + formatGradientState({ ...page.state, ...patch });
  page.said = patch.places?.length === 0 && patch.tenths === undefined ? ['No place was chosen, so the usual ones are shown.'] : [];
  if (address !== location.pathname + location.search) {
    history.pushState(null, '', address);
  }
  open();
}

county.addEventListener('change', () => change({ ...DEFAULT_GRADIENT_STATE, extent: county.value }));
addEventListener('popstate', () => {
  page.said = [];
  open();
});
bindPrinting(part('print'), { resize: () => {} });
open();
