/** Starts the page of authorities: how rates follow deprivation over all of them, and one of them by year. */

import { fetchAuthorities, fetchAuthoritiesGradient, fetchAuthority } from './api.js';
import { authoritiesFunnelSection, authorityCompositionSection, authoritySection, gradientSection } from './authorities-sections.js';
import { formatAuthoritiesState, parseAuthoritiesState, settleAuthoritiesState, sortAuthoritiesAfter } from './authorities-state.js';
import { AuthoritiesTable } from './authorities-table.js';
import { getModule, make } from './dom.js';
import { showMessages, showProblem } from './frame.js';
import { bindPrinting } from './printing.js';

const part = (name) => getModule(document, name);
const [measure, period, authority, adjusted] = ['#measure', '#period', '#authority', '#adjusted'].map((id) => document.querySelector(id));
const item = (text) => make('li', {}, text);
const page = { state: parseAuthoritiesState(location.search), opening: 0, gradient: null };

const table = new AuthoritiesTable(part('table'), {
  onSort: (key) => change({ sort: sortAuthoritiesAfter(page.state.sort, key) }, { isSmall: true }),
  onChoose: async (code) => {
    await change({ authority: code });
    table.focus(code);
  },
});

async function open() {
  page.opening += 1;
  const opening = page.opening;
  // Something else may have been chosen while the figures were on their way.
  const isStale = () => opening !== page.opening;
  const messages = part('messages');
  try {
    const known = await fetchAuthorities();
    if (known.measures.length === 0) {
      part('sentence').replaceChildren('No figures of authorities are loaded. ', make('a', { href: '/data.html#import' }, 'Import data'));
      return;
    }
    const settled = settleAuthoritiesState(parseAuthoritiesState(location.search), known.measures);
    page.state = settled.state;
    showChoices(known, settled);
    const query = new URLSearchParams({ measure: settled.measure.measure, period: settled.period });
    const [gradient, chosen] = await Promise.all([
      fetchAuthoritiesGradient(query),
      page.state.authority === '' ? null : fetchAuthority(page.state.authority),
    ]);
    if (isStale()) {
      return;
    }
    showMessages(messages, settled.messages);
    show(gradient, chosen, query, settled.measure.measure);
  } catch (error) {
    if (isStale()) {
      return;
    }
    part('sentence').textContent = '';
    showProblem(messages, error, open);
    if (error.name !== 'ProblemError') {
      throw error;
    }
  }
}

function showChoices({ measures, authorities }, settled) {
  fill(measure, measures.map((one) => [one.measure, one.label]), settled.measure.measure);
  fill(period, [...settled.measure.periods].sort((a, b) => b.localeCompare(a)).map((text) => [text, text]), settled.period);
  const places = authorities.filter(({ level }) => level === 'authority').sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  fill(authority, [['', 'None'], ...places.map(({ code, name, fictional }) => [code, fictional ? `${name} (fictional)` : name])], page.state.authority);
  adjusted.checked = page.state.funnel === 'adjusted';
  part('controls').hidden = false;
}

function show(gradient, chosen, query, key) {
  const { state } = page;
  page.gradient = gradient;
  const root = '/api/v1/authorities';
  const ofAll = new URLSearchParams([...query, ...(state.authority === '' ? [] : [['chosen', state.authority]]), ...(state.funnel === '' ? [] : [['funnel', state.funnel]])]);
  const links = { chart: (name) => `${root}/gradient/charts/${name}.svg?${ofAll}`, csv: `${root}/gradient.csv?${query}`, file: `authorities-${key}-${gradient.period}` };
  const ofOne = { ...links, chart: (name) => `${root}/${state.authority}/charts/${name}.svg?measure=${key}`, file: `authority-${state.authority}-${key}` };
  part('sentence').textContent = gradient.sentence;
  part('facts').textContent = `${gradient.title}${chosen === null ? '' : ` \u00b7 chosen: ${chosen.name}`}${gradient.fictional ? ' \u00b7 fictional data' : ''}`;
  part('chips').replaceChildren(
    make('span', { class: 'ns-banner__chip' }, 'Authorities, not people'),
    ...(gradient.fictional ? [make('span', { class: 'ns-banner__chip' }, 'Fictional data')] : []),
  );
  document.title = `Authorities${gradient.fictional ? ' (fictional data)' : ''} \u2013 Needscape`;
  part('download').href = links.csv;
  part('download').download = `${links.file}.csv`;
  table.show(gradient, state);
  part('cautions').replaceChildren(...gradient.cautions.map(item));
  part('sources').replaceChildren(...gradient.sources.map(item));
  // The last to be filled: whoever waits for the page waits for this.
  part('report').replaceChildren(
    ...[gradientSection(gradient, links), chosen !== null && authoritySection(chosen, key, ofOne), chosen !== null && authorityCompositionSection(chosen, key, gradient.period), authoritiesFunnelSection(gradient, state.funnel, links)].filter(Boolean),
  );
}

/** @param {HTMLSelectElement} select @param {[string, string][]} options */
function fill(select, options, value) {
  select.replaceChildren(...options.map(([code, text]) => make('option', { value: code }, text)));
  select.value = value;
}

/**
 * @param {Partial<import('./authorities-state.js').AuthoritiesState>} patch
 * @param {{isSmall?: boolean}} [options] small changes replace the address, others can be gone back from
 */
function change(patch, { isSmall = false } = {}) {
  page.state = { ...page.state, ...patch };
  history[isSmall ? 'replaceState' : 'pushState'](null, '', location.pathname + formatAuthoritiesState(page.state));
  if (isSmall && page.gradient !== null) {
    table.show(page.gradient, page.state);
    return undefined;
  }
  return open();
}

measure.addEventListener('change', () => change({ measure: measure.value }));
period.addEventListener('change', () => change({ period: period.value }));
authority.addEventListener('change', () => change({ authority: authority.value }));
adjusted.addEventListener('change', () => change({ funnel: adjusted.checked ? 'adjusted' : '' }));
addEventListener('popstate', open);
bindPrinting(part('print'), { resize: () => {} });
open();
