/** What the page of provision shows of services: ages against levels, the list, and who lives near. */

import { make } from './dom.js';
import { formatCount } from './format.js';
import { barCell, cell, mostOf, number, numberCell, paragraph, row, section, table, valueCell } from './provision-parts.js';
import { LEVEL_NAMES, budgetText, distanceText, gapTexts, listText } from './provision-words.js';

const FEW_NAMES = 2;

/** @param {object} provision */
export function matrixSection({ matrix, services }) {
  const gaps = gapTexts(matrix);
  const heads = ['Age', ...LEVEL_NAMES.map((name, k) => `Level ${k + 1}: ${name}`)];
  const rows = matrix.bands.map(({ ages, levels }) => row(ages, ...levels.map((level) => levelCell(level, services))));
  return section(
    'matrix',
    'Ages and levels of need',
    paragraph(
      gaps.length === 0
        ? `By the list, there is a service for every age from ${matrix.firstAge} to ${matrix.lastAge} at every level.`
        : `By the list, there is no service for ${listText(gaps)}.`,
    ),
    table(
      `Services by age in completed years and level of need; ages are grouped by the services' own limits, and both ends count. ${formatCount(matrix.gaps, 'cell has', 'cells have')} no service.`,
      heads,
      rows,
      ' ns-provision__matrix',
    ),
  );
}

/** A gap is told by its words, its frame and its pattern; a single service by its words and its frame. */
function levelCell({ state, services: places }, services) {
  const names = places.map((place) => services[place].name);
  if (state === 'none') {
    return make('td', { class: 'ns-table__cell ns-provision__gap' }, make('strong', { class: 'ns-provision__gap-word' }, 'No service'));
  }
  const list = make('ul', { class: 'ns-provision__names' }, ...names.map((name) => make('li', {}, name)));
  const count = state === 'one' ? '1 service alone' : formatCount(names.length, 'service', 'services');
  return make(
    'td',
    { class: `ns-table__cell${state === 'one' ? ' ns-provision__alone' : ''}` },
    names.length <= FEW_NAMES
      ? make('div', {}, make('span', { class: 'ns-provision__count' }, count), list)
      : make('details', { 'data-print': 'open' }, make('summary', { class: 'ns-provision__count' }, count), list),
  );
}

/** @param {object} provision */
export function servicesSection({ services, totals }) {
  const rows = services.map((service) =>
    row(
      service.name,
      cell(service.ages),
      cell(service.levels.join(', ')),
      valueCell(service.annualBudgetPounds, budgetText),
      service.places.state === 'known' ? valueCell(service.places) : valueCell(service.places, () => 'not known'),
      numberCell(String(service.sites)),
    ));
  const unknown = totals.budgetsNotKnown > 0 ? ` ${formatCount(totals.budgetsNotKnown, 'budget is', 'budgets are')} not known and not in the sum.` : '';
  return section(
    'services',
    'Services',
    table(
      `Services as the county lists them, with budgets in pounds a year.${unknown}`,
      ['Service', 'Ages', 'Levels of need', number('Budget a year'), number('Places'), number('Sites')],
      rows,
    ),
  );
}

/** @param {object} provision @returns {HTMLElement|false} nothing where no service has a site */
export function reachSection({ reach, services, districts }) {
  if (reach.services.length === 0) {
    return section('reach', 'Who lives near a site', paragraph('The list names no sites, so nobody can say who lives near one.'));
  }
  const all = districts.every(({ children }) => children.state === 'known') ? districts.reduce((sum, { children }) => sum + children.number, 0) : 0;
  const most = all > 0 ? all : mostOf(reach.services, ({ within }) => within.at(-1).children);
  const rows = reach.services.map(({ service, sites, within }) =>
    row(
      services[service].name,
      cell(siteList(sites)),
      ...within.map(({ children }) => valueCell(children)),
      barCell(within[1].children, most),
    ));
  return section(
    'reach',
    'Who lives near a site',
    paragraph('Children aged 0 to 17 of areas whose centre is near any site of the service, in a straight line. Children by single year of age are not kept, so all of them count, also where a service is for some ages only.'),
    table(
      `Children aged 0 to 17 near the sites of each service${reach.childrenPeriod === '' ? '' : `, ${reach.childrenPeriod}`}; the bar is of those within ${distanceText(reach.distancesMetres[1])}, of all children of the county`,
      ['Service', 'Sites', ...reach.distancesMetres.map((metres) => number(`Within ${distanceText(metres)}`)), 'Share'],
      rows,
    ),
  );
}

function siteList(sites) {
  const texts = sites.map(({ site, name, found }) => (found ? name || site : `${site} (its area is not loaded any more)`));
  const list = make('ul', { class: 'ns-provision__names' }, ...texts.map((text) => make('li', {}, text)));
  return sites.length <= FEW_NAMES
    ? list
    : make('details', { 'data-print': 'open' }, make('summary', {}, formatCount(sites.length, 'site', 'sites')), list);
}
