/** Starts the page of provision: what services there are, for whom, where, and beside how much need. */

import { fetchLoaded, fetchProvision } from './api.js';
import { getModule, make } from './dom.js';
import { showBanner, showMessages, showProblem } from './frame.js';
import { awaitLoaded } from './loading.js';
import { bindPrinting } from './printing.js';
import { outsideSection, spendSection } from './provision-places.js';
import { matrixSection, reachSection, servicesSection } from './provision-sections.js';
import { DEFAULT_PROVISION_STATE, formatProvisionState, parseProvisionState } from './provision-state.js';
import { leadText } from './provision-words.js';
import { markingSentences } from './release.js';

const part = (name) => getModule(document, name);
const [county, key] = ['#county', '#key'].map((id) => document.querySelector(id));
const item = (text) => make('li', {}, text);

const page = { state: parseProvisionState(location.search), opening: 0 };

async function open() {
  const messages = part('messages');
  page.opening += 1;
  const opening = page.opening;
  // Something else may have been chosen while the figures were on their way.
  const isStale = () => opening !== page.opening;
  part('report').setAttribute('aria-busy', 'true');
  try {
    const extents = await awaitLoaded(fetchLoaded, (text) => (part('lead').textContent = text));
    const wanted = parseProvisionState(location.search);
    const extent = extents.find(({ name }) => name === wanted.extent) ?? extents[0];
    if (extent === undefined) {
      part('lead').replaceChildren('Nothing is loaded yet. ', make('a', { href: '/data.html#import' }, 'Import data'));
      return;
    }
    const isElsewhere = wanted.extent !== '' && wanted.extent !== extent.name;
    page.state = { ...wanted, extent: extent === extents[0] ? '' : extent.name };
    const provision = await fetchProvision(extent.name, page.state.key);
    if (isStale()) {
      return;
    }
    showCounties(extents, extent);
    showMessages(messages, isElsewhere ? [`There is no county called ${wanted.extent} here, so ${extent.title} is shown.`] : []);
    show(provision, extent);
  } catch (error) {
    if (isStale()) {
      return;
    }
    part('lead').textContent = '';
    showProblem(messages, error, open);
    if (error.name !== 'ProblemError') {
      throw error;
    }
  } finally {
    if (!isStale()) {
      part('report').removeAttribute('aria-busy');
    }
  }
}

function showCounties(extents, extent) {
  county.replaceChildren(...extents.map(({ name, title }) => make('option', { value: name }, title)));
  county.value = extent.name;
  part('county-field').hidden = extents.length < 2;
  showBanner(part('banner'), extent, '');
  document.title = `Provision \u2013 ${extent.title}${extent.fictional ? ' (fictional data)' : ''} \u2013 Needscape`;
}

function show(provision, extent) {
  const hasServices = provision.services.length > 0;
  part('lead').replaceChildren(
    ...(hasServices
      ? [leadText(provision)]
      : [`${extent.title} has no list of services yet. `, make('a', { href: '/data.html#import' }, 'Import services')]),
  );
  key.replaceChildren(
    ...provision.allocation.keys.map(({ code, title, available }) =>
      make('option', { value: code, disabled: !available }, available ? title : `${title} (not available)`)),
  );
  key.value = provision.allocation.key.code;
  part('controls').hidden = false;
  part('key-field').hidden = !hasServices;
  const query = page.state.key === '' ? '' : `?key=${encodeURIComponent(page.state.key)}`;
  part('download').href = `/api/v1/extents/${encodeURIComponent(extent.name)}/provision.csv${query}`;
  part('download').download = `provision-${extent.name}.csv`;
  part('marking').replaceChildren(...markingSentences(provision).map(item));
  part('cautions').replaceChildren(...provision.cautions.map(item));
  part('sources').replaceChildren(...provision.sources.map(item));
  const targets = (district) => `/targets.html?${new URLSearchParams({ extent: extent.name, district })}`;
  const services = hasServices ? [matrixSection(provision), servicesSection(provision), reachSection(provision), spendSection(provision)] : [];
  // The last to be filled: whoever waits for the page waits for this.
  part('report').replaceChildren(...[...services, outsideSection(provision, targets)].filter(Boolean));
}

/** @param {Partial<import('./provision-state.js').ProvisionState>} patch */
function change(patch) {
  history.pushState(null, '', location.pathname + formatProvisionState({ ...page.state, ...patch }));
  open();
}

county.addEventListener('change', () => change({ ...DEFAULT_PROVISION_STATE, extent: county.value }));
key.addEventListener('change', () => change({ key: key.value === 'children' ? '' : key.value }));
addEventListener('popstate', open);
bindPrinting(part('print'), { resize: () => {} });
open();
