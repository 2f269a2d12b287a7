/** A saved decision: how far it has come, what was written, what its areas reached then and reach now, and every revision of it. */

import { make } from './dom.js';
import { clearErrors, showErrors } from './error-summary.js';
import { formatCount, formatDate, formatNumber } from './format.js';
import { plainTable } from './plain-table.js';
import { basisTexts, notShownTexts, shareText, STATES, headingText, isDue } from './targets-words.js';

const FILES = Object.freeze([['areas.gpkg', 'Areas as GeoPackage'], ['areas.zip', 'Areas as shapefile'], ['areas.csv', 'Areas as CSV']]);

/**
 * @param {HTMLElement} root
 * @param {object} set a revision as the service gives it
 * @param {object} about
 * @param {(revision: number) => string} about.addressOf a revision
 * @param {(name: string) => string} about.linkTo `pack`, `review` or `areas.gpkg` of this revision
 * @param {boolean} about.isLatest
 * @param {(code: string) => string} about.nameOf
 * @param {{onSupersede: (savedBy: string) => Promise<void>, onStartFrom: () => void, onCompare: (revision: number) => void}} does
 */
export function showRecord(root, set, { addressOf, linkTo, isLatest, nameOf }, does) {
  root.hidden = false;
  const today = new Date().toISOString().slice(0, 10);
  const isFixed = !isLatest || ['agreed', 'superseded'].includes(set.state);
  root.replaceChildren(...[
    make('h2', { class: 'ns-data__heading', id: 'record-title', tabindex: '-1' }, set.title),
    make('p', {}, make('span', { class: `ns-targets__state ns-targets__state--${set.state}` }, STATES[set.state]), ' ', headingText(set)),
    isLatest && isDue(set, today) && make('p', { class: 'ns-message' }, 'This decision is due for review.'),
    !isLatest && make('p', { class: 'ns-message' }, 'This is an earlier revision, as it was saved. ', make('a', { href: addressOf(0) }, 'Open the latest')),
    make(
      'p',
      { class: 'ns-targets__steps' },
      make('a', { class: 'ns-button', href: linkTo('pack'), target: '_blank', rel: 'noopener' }, 'Board pack, to print or keep (new tab)'),
      make('a', { class: 'ns-button', href: addressOf(set.revision) }, 'Link to exactly this revision'),
      ...FILES.map(([name, text]) => make('a', { class: 'ns-button', href: linkTo(name), download: true }, text)),
      isFixed && make('button', { type: 'button', class: 'ns-button', on: { click: does.onStartFrom } }, 'Start a new set with these areas'),
    ),
    isLatest && set.state === 'agreed' && superseding(does.onSupersede),
    isFixed && written(set.decision, nameOf),
    thenAndNow(set),
    revisions(set, addressOf, does.onCompare),
    make('div', { 'data-module': 'review' }),
  ].filter(Boolean));
}

/** Another decision has taken its place: who says so stands with that revision. */
function superseding(onSupersede) {
  const errors = make('div');
  const who = make('input', { class: 'ns-field__input', type: 'text', id: 'superseded-by', name: 'savedBy', maxlength: '120', autocomplete: 'name', 'aria-required': 'true', 'aria-describedby': 'superseded-by-hint' });
  let isBusy = false;
  const send = async (event) => {
    event.preventDefault();
    if (isBusy) {
      return;
    }
    isBusy = true;
    clearErrors(errors, form);
    try {
      await onSupersede(who.value.trim());
    } catch (problem) {
      showErrors(errors, form, problem);
    } finally {
      isBusy = false;
    }
  };
  const form = make(
    'form',
    { class: 'ns-form', 'aria-label': 'Mark as superseded', novalidate: true, on: { submit: send } },
    make('div', { class: 'ns-field' }, make('label', { class: 'ns-field__label', for: who.id }, 'Marked by'), make('p', { class: 'ns-field__hint', id: 'superseded-by-hint' }, 'A name or a role; it stays with this revision.'), who),
    make('p', { class: 'ns-form__actions' }, make('button', { type: 'submit', class: 'ns-button' }, 'Mark as superseded')),
  );
  return make('details', { class: 'ns-details' }, make('summary', {}, 'Another decision has taken its place'), errors, form);
}

function written({ priorities, areas, alternatives, dissent, review }, nameOf) {
  const line = (label, items) => items.length > 0 && make('p', {}, make('strong', {}, `${label}: `), items.join('; '));
  return make(
    'div',
    { class: 'ns-targets__written' },
    make('h3', {}, 'What the board wrote'),
    make('ol', {}, ...priorities.map(({ title, group, actions, outcomeMeasures }) => make('li', {}, make('strong', {}, title), group !== '' && ` \u2013 for ${group}`, line('Actions', actions), line('Measures', outcomeMeasures)))),
    make('h3', {}, 'Areas and reasons'),
    make('ul', {}, ...areas.map(({ code, reason }) => make('li', {}, `${nameOf(code)} (${code})`, reason !== '' && `: ${reason}`))),
    alternatives.length > 0 && make('h3', {}, 'What else was looked at'),
    alternatives.length > 0 && make('ul', {}, ...alternatives.map((one) => make('li', {}, one.areas.length > 0 ? `${one.areas.map(nameOf).join(', ')}: ` : '', one.whyNot))),
    make('h3', {}, 'What was said against it'),
    make('p', {}, dissent === '' ? 'Nothing was recorded.' : dissent),
    review !== '' && make('p', {}, `Review on ${formatDate(review)}.`),
  );
}

/** The figures as they were shown when the revision was saved, and those of now beside them. */
function thenAndNow({ talliesThen, talliesNow, dataChanged, saved, changes, recordThen, recordNow }) {
  const number = (value, decimals = 0) => (typeof value === 'number' ? formatNumber(value, decimals) : 'not given');
  const rows = [
    ['Areas', ({ areas }) => number(areas)],
    ['Areas that are not there any more', ({ areasGone }) => number(areasGone)],
    ['Children aged 0 to 17', ({ children }) => (children.number === null ? 'not available' : `${number(children.number)} (${children.period})`)],
    ['Share of the district\u2019s children', ({ children }) => shareText(children.shareOfDistrict)],
    ['Share of the district\u2019s need reached', ({ need }) => shareText(need.childrenInHighestNeed?.shareOfDistrict)],
    ['Chosen areas in the highest-need tenth', ({ need }) => number(need.highestNeedTenthIn)],
    ['Areas of the district left out that are in it', ({ need }) => number(need.highestNeedTenthLeftOut)],
    ['Hotspots chosen', ({ hotspots }) => (hotspots === undefined ? 'not available' : number(hotspots.in))],
    ...talliesThen.help.map(({ measure, title }) => [title, ({ help }) => helpOf(help, measure)]),
  ];
  const cells = (row) => [talliesThen, talliesNow].map((tallies) => (tallies === null ? 'not available' : row(tallies)));
  return make(
    'div',
    {},
    make('h3', {}, 'Then and now'),
    make('p', {}, dataChanged ? 'Data have changed since this revision was saved.' : 'The figures rest on the same data as when this revision was saved.'),
    ...notShownTexts(talliesThen).map((text) => make('p', { class: 'ns-message' }, text)),
    changes && make('p', {}, changes.sentence),
    recordThen && basis(recordThen, recordNow),
    plainTable(
      'What the areas reached as it was shown then, and by the data of now',
      ['Figure', `When saved, ${formatDate(saved)}`, 'Now'],
      rows.map(([label, row]) => [label, ...cells(row)]),
    ),
  );
}

/** What the figures rested on, and what they rest on now where that is something else. */
function basis(then, now) {
  const lists = basisTexts(then, now).flatMap(({ heading, lines }) => [make('h4', {}, heading), make('ul', {}, ...lines.map((text) => make('li', {}, text)))]);
  return make('details', { class: 'ns-details' }, make('summary', {}, 'What the figures rest on'), ...lists);
}

function helpOf(help, measure) {
  const one = help.find((each) => each.measure === measure);
  if (one === undefined) {
    return 'not available';
  }
  const hidden = one.hiddenAreas + one.unknownAreas;
  const shown = typeof one.shownSum === 'number' ? `${formatNumber(one.shownSum)} shown` : 'nothing shown';
  return `${shown} (${one.period})${hidden > 0 ? `, ${formatNumber(hidden)} of its areas without a figure` : ''}`;
}

function revisions({ revisions: list, revision }, addressOf, onCompare) {
  const item = (one) =>
    make(
      'li',
      {},
      one.revision === revision ? make('strong', { 'aria-current': 'true' }, `Revision ${formatNumber(one.revision)}`) : make('a', { href: addressOf(one.revision) }, `Revision ${formatNumber(one.revision)}`),
      `: ${STATES[one.state].toLowerCase()}, by ${one.savedBy}, ${formatDate(one.saved)} `,
      one.revision !== revision && make('button', { type: 'button', class: 'ns-link', on: { click: () => onCompare(one.revision) } }, `Compare with revision ${formatNumber(one.revision)}`),
    );
  return make('div', {}, make('h3', {}, 'Revisions'), make('ul', { class: 'ns-targets__revisions' }, ...list.map(item)));
}

/**
 * @param {HTMLElement} root
 * @param {object[]} sets latest revision of each
 * @param {{district: string, districtName: (code: string) => string, addressOf: (id: string) => string, current: string}} about
 */
export function showSets(root, sets, { district, districtName, addressOf, current, onCompare }) {
  const own = sets.filter((one) => district === '' || one.district === district);
  const today = new Date().toISOString().slice(0, 10);
  root.hidden = false;
  root.replaceChildren(...[
    make('h2', { class: 'ns-data__heading', id: 'sets-title' }, district === '' ? 'Decision records of the county' : `Decision records of ${districtName(district)}`),
    own.length === 0 && make('p', {}, 'None is saved yet.'),
    make('ul', { class: 'ns-targets__revisions' }, ...own.map((one) => make(
      'li',
      {},
      one.id === current ? make('strong', {}, one.title) : make('a', { href: addressOf(one.id) }, one.title),
      ` \u2013 ${districtName(one.district)}. `,
      headingText(one, today),
      ' ',
      one.id !== current && onCompare !== null && make('button', { type: 'button', class: 'ns-link', on: { click: () => onCompare(one.id, one.revision) } }, `Compare with ${one.title}`),
    ))),
  ].filter(Boolean));
}

/**
 * Two choices beside each other, as a table; the map outlines what differs.
 *
 * @param {{title: string, codes: readonly string[], tallies: object}} first
 * @param {{title: string, codes: readonly string[], tallies: object}} second
 * @param {(code: string) => string} nameOf
 * @param {() => void} onEnd
 * @returns {HTMLElement}
 */
export function comparison(first, second, nameOf, onEnd) {
  const codes = [...new Set([...first.codes, ...second.codes])].sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'en-GB', { numeric: true }));
  const cell = (isIn) => (isIn ? 'chosen' : '\u2013');
  const both = codes.filter((code) => first.codes.includes(code) && second.codes.includes(code)).length;
  return make(
    'div',
    { class: 'ns-targets__comparison', tabindex: '-1' },
    make('h3', {}, 'Compared'),
    make('p', {}, `${formatCount(both, 'area is', 'areas are')} in both; ${formatNumber(first.codes.length - both)} only in ${first.title} (solid outline on the map), ${formatNumber(second.codes.length - both)} only in ${second.title} (dashes). `, make('button', { type: 'button', class: 'ns-link', on: { click: onEnd } }, 'End the comparison')),
    plainTable(`Areas of ${first.title} and of ${second.title}`, ['Area', first.title, second.title], codes.map((code) => [nameOf(code), cell(first.codes.includes(code)), cell(second.codes.includes(code))])),
  );
}
