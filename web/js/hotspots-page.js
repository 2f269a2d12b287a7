/** Starts the page of hotspots: it holds the one state, writes it to the address, and tells each part what to show. */

import { fetchGeometry, fetchHotspotOptions, fetchLoaded } from './api.js';
import { getModule, make } from './dom.js';
import { showBanner, showMessages, showProblem } from './frame.js';
import { HotspotsForm } from './hotspots-form.js';
import { HotspotsRun } from './hotspots-run.js';
import { DEFAULT_HOTSPOTS_STATE, askedOf, fitsAddress, formatHotspotsState, ignoredWords, parseHotspotsState, settingsOf, settleHotspots } from './hotspots-state.js';
import { HotspotsView } from './hotspots-view.js';
import { awaitLoaded } from './loading.js';
import { bindPrinting } from './printing.js';

const INVITATION = 'Press \u201cFind hotspots\u201d to learn where high values gather more than chance would give. The usual settings are chosen already.';
const CANCELLED = 'The search was cancelled, and nothing was kept.';

const part = (name) => getModule(document, name);
const county = document.querySelector('#county');
const page = { state: DEFAULT_HOTSPOTS_STATE, opening: 0, extent: null, first: null, options: null };

const view = new HotspotsView(document, change);
const run = new HotspotsRun(part('job'));
const form = new HotspotsForm(part('form'), part('errors'), (settings) => search(settings, { isPressed: true }));

async function open() {
  page.opening += 1;
  const opening = page.opening;
  const messages = part('messages');
  try {
    const extents = await awaitLoaded(fetchLoaded, (text) => (part('sentence').textContent = text));
    const { state: wanted, ignored } = parseHotspotsState(location.search, history.state?.links, history.state?.list);
    const extent = extents.find(({ name }) => name === wanted.extent) ?? extents[0];
    if (extent === undefined) {
      showNothing('Nothing is loaded yet. ', 'Import data');
      return;
    }
    const options = await fetchHotspotOptions(extent.name);
    // Something else may have been opened meanwhile.
    if (opening !== page.opening) {
      return;
    }
    Object.assign(page, { extent, first: extents[0], options });
    showCounties(extents, extent);
    if (options.subjects.length === 0) {
      showNothing(`${extent.title} has nothing yet that hotspots could be looked for in. `, 'Import data');
      return;
    }
    const settled = settleHotspots({ ...wanted, extent: extent === extents[0] ? '' : extent.name }, options);
    const isElsewhere = wanted.extent !== '' && wanted.extent !== extent.name;
    page.state = settled.state;
    showMessages(messages, [
      ...(isElsewhere ? [`There is no county called ${wanted.extent} here, so ${extent.title} is shown.`] : []),
      ...ignored.map((name) => ignoredWords(name, location.search)),
      ...settled.messages,
    ]);
    part('form').hidden = false;
    form.setOptions(options);
    form.fill(settingsOf(options.usual, page.state.asked));
    if (page.state.run) {
      await search(settingsOf(options.usual, page.state.asked), { isPressed: false });
    } else {
      setBusy(false);
      showInvitation(INVITATION);
    }
  } catch (error) {
    part('sentence').textContent = '';
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
  showBanner(part('banner'), extent, '');
  document.title = `Hotspots \u2013 ${extent.title}${extent.fictional ? ' (fictional data)' : ''} \u2013 Needscape`;
}

function showNothing(text, link) {
  part('form').hidden = true;
  showInvitation('');
  part('sentence').replaceChildren(text, make('a', { href: '/data.html#import' }, link));
}

function showInvitation(text) {
  view.clear();
  part('sentence').textContent = text;
  part('report').replaceChildren(
    make('p', { class: 'ns-gradient__text' }, 'A hotspot is an area whose own values and those of its neighbours are higher than chance would give. A lone high value is no hotspot: it is listed by district.'),
  );
}

/**
 * @param {import('./hotspots-state.js').HotspotSettings} settings
 * @param {{isPressed: boolean}} how whether somebody pressed the button, or opened an address
 */
async function search(settings, { isPressed }) {
  page.opening += 1;
  const asked = page.opening;
  const isStale = () => asked !== page.opening;
  const { extent, options } = page;
  form.clear();
  setBusy(true);
  let isAccepted = false;
  try {
    const result = await run.ask(extent.name, settings, {
      isStale,
      onAccept: () => {
        isAccepted = true;
        if (part('result').hidden) {
          part('sentence').textContent = '';
        }
        if (isPressed) {
          showMessages(part('messages'), []);
          change({ asked: askedOf(options.usual, settings), run: true }, { isShown: false });
        }
      },
    });
    const isHere = await (result && prepareMap(extent, result));
    if (isStale()) {
      return;
    }
    if (result === null) {
      change({ run: false }, { isSmall: true, isShown: false });
      showInvitation(CANCELLED);
    } else {
      show(result, isHere, isPressed);
    }
  } catch (error) {
    if (!isStale()) {
      showFailure(error, isAccepted);
    }
  } finally {
    if (!isStale()) {
      setBusy(false);
    }
  }
}

function setBusy(isBusy) {
  form.setBusy(isBusy);
  ['result', 'report'].forEach((name) => part(name).setAttribute('aria-busy', String(isBusy)));
}

/** The map is the last that a result needs; without it the rest of the page works. */
async function prepareMap(extent, { geography }) {
  const districts = extent.geographies.find((one) => one.startsWith('lad-'));
  const [areas, outlines] = await Promise.all([
    fetchGeometry(extent.name, geography).catch(() => null),
    districts === undefined ? null : fetchGeometry(extent.name, districts).catch(() => null),
  ]);
  return { areas, outlines };
}

function show(result, geometries, isPressed) {
  const hadFocus = document.activeElement === document.body || document.activeElement.closest('[data-module="job"], [data-module="form"]') !== null;
  const messages = view.setResult(result, { options: page.options, extent: page.extent, ...geometries });
  const settled = view.settle(page.state);
  page.state = settled.state;
  if (messages.length + settled.messages.length > 0) {
    showMessages(part('messages'), [...messages, ...settled.messages]);
  }
  part('sentence').textContent = result.sentence;
  view.show(page.state, null);
  if (isPressed && hadFocus) {
    part('result').focus({ preventScroll: true });
    part('result').scrollIntoView({ block: 'nearest' });
  }
}

/** What was refused leaves the page as it is; what was accepted and failed leaves nothing that could be taken for its result. */
function showFailure(error, isAccepted) {
  if (isAccepted) {
    showInvitation('');
    showProblem(part('messages'), error, open);
  } else {
    form.showProblem(error);
  }
  if (error.name !== 'ProblemError') {
    throw error;
  }
}

/**
 * @param {Partial<import('./hotspots-state.js').HotspotsState>} patch
 * @param {{isSmall?: boolean, isShown?: boolean}} [options] small changes replace the address; what is not shown follows by itself
 */
function change(patch, { isSmall = false, isShown = true } = {}) {
  const before = page.state;
  page.state = { ...before, ...patch };
  const { links = [], neighbourList: list } = page.state.asked;
  const kept = { ...(!fitsAddress(links) && { links }), ...(list !== undefined && { list }) };
  const address = location.pathname + formatHotspotsState(page.state);
  if (address !== location.pathname + location.search) {
    history[isSmall ? 'replaceState' : 'pushState'](Object.keys(kept).length === 0 ? null : kept, '', address);
  }
  if (isShown) {
    view.show(page.state, before);
  }
}

county.addEventListener('change', () => {
  history.pushState(null, '', location.pathname + formatHotspotsState({ ...DEFAULT_HOTSPOTS_STATE, extent: county.value }));
  open();
});
addEventListener('popstate', open);
bindPrinting(part('print'), { resize: () => view.map.resize() });
open();
