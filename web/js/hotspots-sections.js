/** What the page of hotspots says under map and table: districts, clusters, agreement, stability, how it was decided, and how it was made. */

import { make } from './dom.js';
import { formatCount, formatNumber } from './format.js';
import { line, list, nameCell, numberCell, paragraph, textCell } from './gradient-parts.js';
import { probabilityText } from './gradient-words.js';
import { findingText } from './hotspots-words.js';
import { manifestFacts } from './manifest-view.js';
import { barCell, section, table } from './together-parts.js';

/** @typedef {(code: string) => HTMLElement} Link a button that chooses an area */

const number = (text) => ({ text, isNumber: true });

/** Where hotspots are, and where need hides in districts without one. @param {object} result @param {Link} link */
export function districtsSection({ districts, areas: all }, link) {
  const byCode = new Map(all.map((area) => [area.code, area]));
  // The first sentence says how high it stands; which settings find it is said in its panel.
  const words = ({ code, note }) => [note.split(/(?<=\.) /)[0], byCode.has(code) && `${findingText(byCode.get(code))}.`].filter(Boolean).join(' ');
  const pocket = (one) => make('li', {}, link(one.code), make('span', { class: 'ns-profile__small' }, ` ${words(one)}`));
  return (
    districts.length > 0 &&
    section(
      'districts-title',
      'By district',
      paragraph('Need also hides in affluent places: for a district without a hotspot its areas with most need are listed instead.'),
      make(
        'ul',
        { class: 'ns-hotspots__districts' },
        ...districts.map(({ name, areas, sentence, pockets }) =>
          make(
            'li',
            {},
            make('h3', { class: 'ns-hotspots__district' }, name, make('span', { class: 'ns-profile__small' }, ` ${formatCount(areas, 'area', 'areas')}`)),
            make('p', {}, sentence),
            pockets.length > 0 && make('ul', { class: 'ns-gradient__notes' }, ...pockets.map(pocket)),
          ),
        ),
      ),
    )
  );
}

/** Hotspots that touch. @param {object} result @param {Link} link */
export function clustersSection({ clusters }, link) {
  return section(
    'clusters-title',
    'Hotspots that touch one another',
    clusters.length === 0
      ? paragraph('There is no hotspot by most settings.')
      : make('ol', { class: 'ns-hotspots__clusters' }, ...clusters.map(({ sentence, areas }) => make('li', {}, sentence, areas.length > 1 && membersOf(areas, link)))),
  );
}

/** The circles of the scan. @param {object} result @param {Link} link */
export function scanSection({ scan, settings }, link) {
  if (!settings.methods.includes('scan')) {
    return false;
  }
  return section(
    'scan-title',
    'Circles of the scan',
    scan.length === 0
      ? paragraph('The scan finds no circle with more than chance would give.')
      : table(
          'Circles with more than chance would give, the clearest first',
          ['Circle', number('Counted'), number('Expected'), number('Times the rate outside'), number('Radius, km'), number('p-value'), 'Areas'],
          scan.map(({ number: place, observed, expected, relativeRisk, radiusMetres, p, areas }) =>
            line(
              nameCell(`Circle ${place}`),
              numberCell(observed),
              numberCell(expected, 'known', 1),
              numberCell(relativeRisk, 'known', 2),
              numberCell(radiusMetres / 1000, 'known', 1),
              make('td', { class: 'ns-table__cell ns-table__cell--number' }, probabilityText(p)),
              make('td', { class: 'ns-table__cell' }, membersOf(areas, link)),
            ),
          ),
        ),
  );
}

function membersOf(codes, link) {
  return make(
    'details',
    { class: 'ns-details ns-hotspots__members' },
    make('summary', {}, formatCount(codes.length, 'area', 'areas')),
    make('ul', { class: 'ns-hotspots__names' }, ...codes.map((code) => make('li', {}, link(code)))),
  );
}

/** Whether areas that are high on all measures lie together over the whole map. @param {object} result */
export function joinsSection({ joins }) {
  if (joins === undefined) {
    return false;
  }
  const { measures, overall, highOnAll, known, expected, lift } = joins;
  const isOften = typeof lift === 'number';
  return section(
    'joins-title',
    'Do high areas lie together?',
    typeof highOnAll === 'number' && paragraph(`${formatCount(highOnAll, 'area is', 'areas are')} high on all, of ${formatNumber(known)} of which all are known${isOften ? `; ${formatNumber(expected, 1)} would be if the measures had nothing to do with each other (${formatNumber(lift, 1)} times as many)` : ''}. That is said of places, not of the families in them.`),
    table(
      'Areas that are high on each measure',
      ['Measure', number('Areas known'), number('High')],
      measures.map(({ title, known: all, high }) => line(nameCell(title), numberCell(all), numberCell(high))),
    ),
    overall.length === 0
      ? paragraph('There is no join count of the whole map: fewer than two areas are high on all.')
      : table(
          'Links that join two areas that are high on all (join count)',
          ['Neighbours', number('Links'), number('Expected by chance'), number('z-score'), number('p-value'), number('p-value by dealing out anew')],
          overall.map(({ title, bb, expectation, z, p, permutedP }) =>
            line(nameCell(title), numberCell(bb, 'known', Number.isInteger(bb) ? 0 : 1), numberCell(expectation, 'known', 1), numberCell(z, 'known', 2), ...[p, permutedP].map((one) => make('td', { class: 'ns-table__cell ns-table__cell--number' }, probabilityText(one)))),
          ),
        ),
  );
}

/** How many settings agree, and what each of them finds. @param {object} result */
export function agreementSection({ agreement, runs, joins }) {
  const most = Math.max(1, ...agreement.map(({ areas }) => areas));
  return section(
    'agreement-title',
    'How far settings agree',
    runs.length > 1 &&
      table(
        'Areas by how many settings find a hotspot',
        ['Found by', number('Areas'), 'Bar'],
        agreement.map(({ foundBy, of, areas }) => line(nameCell(`${formatNumber(foundBy)} of ${formatNumber(of)}`), numberCell(areas), barCell(areas / most, 1))),
      ),
    joins === undefined
      ? table(
          'What each setting finds',
          ['Setting', number('Areas tested'), number('Hotspots'), number('Lower clusters'), number('Unlike their neighbours')],
          runs.map(({ title, tested, hot, cold, outliers }) => line(nameCell(title), ...[tested, hot, cold, outliers].map((count) => numberCell(count)))),
        )
      : table(
          'What each setting finds',
          ['Setting', number('Areas tested'), number('Hotspots')],
          runs.map(({ title, tested, hot }) => line(nameCell(title), numberCell(tested), numberCell(hot))),
        ),
  );
}

/** Whether it was so in other years and is so by other scoring methods. @param {object} result */
export function stabilitySection({ stability }) {
  const { years = [], recipes = [], sentence } = stability ?? {};
  return (
    Boolean(sentence || years.length + recipes.length > 0) &&
    section('stability-title', 'Does it last?', paragraph(sentence), others('In other years', 'Year', years), others('By other scoring methods', 'Scoring method', recipes))
  );
}

function others(caption, head, rows) {
  return (
    rows.length > 0 &&
    table(
      caption,
      [head, number('Hotspots'), number('Also hotspots here'), 'In words'],
      rows.map((row) => line(nameCell(row.title, row.period && !row.title.includes(row.period) ? row.period : ''), numberCell(row.hot), numberCell(row.same), textCell(row.sentence ?? ''))),
    )
  );
}

/** @param {object} result */
export function logSection({ log }) {
  const topics = new Map();
  log.forEach(({ topic, sentence }) => topics.set(topic, [...(topics.get(topic) ?? []), sentence]));
  return section(
    'log-title',
    'How this was decided',
    make('dl', { class: 'ns-hotspots__log' }, ...[...topics].flatMap(([topic, sentences]) => [make('dt', {}, topic), ...sentences.map((sentence) => make('dd', {}, sentence))])),
  );
}

/** @param {object} result */
export function methodSection({ manifest, cautions }) {
  return section(
    'method-title',
    'Read with care, method and sources',
    list(cautions),
    make('details', { class: 'ns-details', 'data-print': 'open' }, make('summary', {}, 'Method and manifest'), make('dl', { class: 'ns-layer__facts' }, ...manifestFacts(manifest))),
  );
}

const FILES = Object.freeze([
  ['csv', 'Table (CSV)'],
  ['xlsx', 'Workbook (Excel)'],
  ['geojson', 'Map (GeoJSON)'],
  ['shapefile', 'Map (zipped shapefile)'],
  ['geopackage', 'Map (GeoPackage)'],
]);

/** @param {object} result @returns {HTMLElement[]} links to its files and to the map page */
export function filesOf({ links, extent }) {
  const [, layer] = /\/layers\/([^/]+)\/values$/.exec(links.values);
  return [
    ...FILES.filter(([format]) => links[format]).map(([format, label]) => make('a', { class: 'ns-button', href: `${links[format]}?download=1`, download: true }, label)),
    make('a', { class: 'ns-button', href: `/?${new URLSearchParams({ extent: extent.name, layer })}` }, 'Open on the map page'),
  ];
}
