/** What the page of provision shows of places: budgets beside need, and what lies outside target areas. */

import { make } from './dom.js';
import { formatCount, formatNumber, formatValue } from './format.js';
import { barCell, cell, mostOf, number, numberCell, paragraph, row, section, table, valueCell } from './provision-parts.js';
import { inNeedText, notKnownText, outsideText, poundsText, shareText } from './provision-words.js';

/** @param {object} provision */
export function spendSection({ allocation, districts, services }) {
  const mostNeed = mostOf(districts, ({ needPer100Children }) => needPer100Children);
  const mostPounds = mostOf(districts, ({ poundsPerChild }) => poundsPerChild);
  const per100 = ({ state, number: shown }) => formatValue(shown, state, { decimals: 1 });
  const rows = districts.map((district) =>
    row(
      district.name,
      valueCell(district.children),
      valueCell(district.needPer100Children, per100, notKnownText(district.needNotKnownAreas)),
      barCell(district.needPer100Children, mostNeed),
      valueCell(district.shareOfNeed, shareText),
      valueCell(district.pounds, poundsText),
      valueCell(district.shareOfPounds, shareText),
      valueCell(district.poundsPerChild, (value) => poundsText(value, 2)),
      barCell(district.poundsPerChild, mostPounds, true),
    ));
  const left = allocation.leftPounds > 0 ? ` \u00a3${formatNumber(allocation.leftPounds)} is in no district's share.` : '';
  return section(
    'spend',
    'Budgets beside need',
    paragraph(
      `An estimate: \u00a3${formatNumber(allocation.budgetPounds)} a year shared out by ${allocation.key.title.toLowerCase()}${allocation.key.period === '' ? '' : `, ${allocation.key.period}`}. ${allocation.note}${left} ${
        allocation.key.code === 'children' ? 'By this key every child has the same, so that the table shows where need differs and such a budget would not.' : ''}`,
    ),
    table(
      'Need and the estimated share of budgets by district. Need is children times the chance that their area is in the county\u2019s highest-need tenth; areas whose need is not known take no part; striped bars are estimates.',
      [
        'District',
        number('Children 0 to 17'),
        number('Need per 100 children'),
        'Need',
        number('Share of need'),
        number('Estimated share of budgets'),
        number('Share of budgets'),
        number('Budget per child, estimated'),
        'Budget',
      ],
      rows,
    ),
    allocationDetails(allocation, districts, services),
  );
}

function allocationDetails(allocation, districts, services) {
  if (allocation.services.length === 0) {
    return paragraph('No budget is known, so that nothing can be shared out.');
  }
  const rows = allocation.services.map(({ service, pounds, leftPounds }) =>
    row(services[service].name, ...pounds.map((value) => valueCell(value, poundsText)), numberCell(`\u00a3${formatNumber(leftPounds)}`)));
  return make(
    'details',
    { class: 'ns-provision__more', 'data-print': 'open' },
    make('summary', {}, 'The estimate service by service'),
    table(
      `Estimated share of each budget by district, pounds a year, by ${allocation.key.title.toLowerCase()}`,
      ['Service', ...districts.map(({ name }) => number(name)), number('Left over')],
      rows,
    ),
  );
}

/** @param {object} provision @param {(district: string) => string} targets address of the page of a district's target areas */
export function outsideSection({ outside }, targets) {
  const rows = outside.districts.map((one) =>
    row(
      one.name,
      cell(/^[A-Z]\d{8}$/.test(one.district) ? make('a', { class: 'ns-link', href: targets(one.district) }, formatCount(one.areasInside, 'area', 'areas'), make('span', { class: 'ns-visually-hidden' }, ` of ${one.name}`)) : String(one.areasInside)),
      numberCell(formatNumber(one.areasOutside)),
      valueCell(one.children),
      valueCell(one.shareOfChildren, shareText),
      valueCell(one.shareOfNeed, shareText, notKnownText(one.needNotKnownAreas)),
      barCell(one.shareOfNeed, 1),
      cell(inNeedText(one.childrenInNeed)),
    ));
  return section(
    'outside',
    'Outside agreed target areas',
    paragraph(outsideText(outside)),
    table(
      'What of each district lies outside every agreed target area; shares are of the district',
      [
        'District',
        'In target areas',
        number('Areas outside'),
        number('Children outside'),
        number('Share of children'),
        number('Share of need'),
        'Need outside',
        'Children in need outside',
      ],
      rows,
    ),
    outside.mostNeed.length > 0
      && table(
        'The areas outside with most need',
        ['Area', 'District', number('Rank of need'), number('Children 0 to 17')],
        outside.mostNeed.map(({ area, name, districtName, rank, children }) =>
          row(name || area, cell(districtName), numberCell(formatNumber(rank)), valueCell(children))),
      ),
  );
}
