/** What the gradient page says of one measure and period: tenths, how sure they are, places compared, and who they are like. */

import { make } from './dom.js';
import { formatInterval, formatNumber } from './format.js';
import { chart, estimateCell, facts, line, list, nameCell, numberCell, paragraph, textCell } from './gradient-parts.js';
import { comparatorWords, estimateText, fifthName, findingWords, modelsFacts, probabilityText, tenthName, tenthsHeading } from './gradient-words.js';
import { section, table } from './together-parts.js';

/** @typedef {{chart: (name: string) => string, csv: string, file: string}} Links of the files of what is shown */

const number = (text) => ({ text, isNumber: true });
const LIMITS = '95\u00a0% limits';
const LOCAL_WARNING =
  'The small areas of this county are ranked among themselves, and each tenth has a tenth of them. This says how help follows deprivation inside this county. It cannot be compared with any other place, nor with national tenths.';

/** The tenths of the county. @param {object} report @param {Links} links */
export function decilesSection(report, links) {
  const { title, deciles, unit, label, tenths } = report;
  const isLocal = tenths === 'local';
  return section(
    'deciles-title',
    isLocal ? 'By tenth of deprivation inside this county' : 'By tenth of deprivation',
    isLocal && paragraph(LOCAL_WARNING),
    chart({ name: 'deciles', title, about: `${label} in each ${isLocal ? 'tenth of this county, not national,' : 'national tenth of deprivation,'} with the fitted line.`, links }),
    table(
      `${title}, ${unit}`,
      [tenthsHeading(tenths), number('Children'), number('Number'), number('Rate per 10,000'), number(LIMITS), number('Fitted rate')],
      deciles.map((tenth) => decileLine(nameCell(tenthName(tenth)), tenth)),
    ),
  );
}

/** The same by fifths. @param {object} report @returns {HTMLElement|false} */
export function fifthsSection({ title, fifths = [], unit, tenths }) {
  return (
    fifths.length > 0 &&
    section(
      'fifths-title',
      tenths === 'local' ? 'By fifth of deprivation inside this county' : 'By fifth of deprivation',
      table(
        `${title}, ${unit}, in ${tenths === 'local' ? 'fifths of this county' : 'national fifths'}: two tenths each`,
        [tenthsHeading(tenths, 'fifth'), number('Children'), number('Number'), number('Rate per 10,000'), number(LIMITS)],
        fifths.map(({ fifth, lastFifth, label, population, count, state, ratePer10000, lower, upper }) =>
          line(
            nameCell(fifthName(fifth, lastFifth, label)),
            numberCell(population),
            numberCell(count, state),
            numberCell(ratePer10000, state, 1),
            state === 'known' ? limitsCell(lower, upper) : numberCell(null, state),
          ),
        ),
      ),
    )
  );
}

function decileLine(name, { population, count, state, ratePer10000, lower, upper, fittedPer10000 }) {
  return line(
    name,
    numberCell(population),
    numberCell(count, state),
    numberCell(ratePer10000, state, 1),
    state === 'known' ? limitsCell(lower, upper) : numberCell(null, state),
    numberCell(fittedPer10000 ?? null, 'known', 1),
  );
}

function limitsCell(lower, upper) {
  return make('td', { class: 'ns-table__cell ns-table__cell--number' }, formatInterval(lower, upper, 1));
}

/** How sure the gradient is, and by which model. @param {object} report */
export function sureSection({ sii, rii, timesHigher, timesHigherLimits, siiUntransformed, simulated, models, unit }) {
  const times = typeof timesHigher === 'number' ? { estimate: timesHigher, ...timesHigherLimits } : null;
  return section(
    'sure-title',
    'How sure is it?',
    facts([
      ['Most against least deprived end: times the rate', estimateText(times)],
      [`Slope index, ${unit}: least minus most deprived end`, estimateText(sii)],
      ['Relative index: least divided by most deprived end', estimateText(rii, 2)],
      ['Slope index without logarithms, for comparison', estimateText(siiUntransformed?.value) || siiUntransformed?.reason],
      ['The same by simulation, as a check', simulatedText(simulated)],
    ]),
    paragraph('In brackets: 95\u00a0% limits. Chance alone would put the true number outside them in 1 of 20 such figures.'),
    models && make('h3', { class: 'ns-data__group' }, models.areas > 0 ? 'Models over small areas' : 'Models over tenths'),
    models && paragraph(models.statement),
    models && paragraph(modelsFacts(models)),
    models?.rows?.length > 0 &&
      table(
        models.areas > 0 ? 'Models of the number of children in each small area' : 'Models of the number of children in each tenth',
        ['Model', number(`Rate ratio per tenth (${LIMITS})`), number('Slope'), number('Standard error'), 'Limits by'],
        models.rows.map((row) =>
          line(nameCell(row.model), estimateCell(row.ratioPerDecile, 'known', 3), numberCell(row.slope, 'known', 4), numberCell(row.standardError, 'known', 4), textCell(row.limits ?? '')),
        ),
      ),
  );
}

function simulatedText(simulated) {
  if (!simulated) {
    return '';
  }
  const { sii, rii, draws, seed } = simulated;
  return `slope ${estimateText(sii)}, relative ${estimateText(rii, 2)}; ${formatNumber(draws)} draws, seed ${seed}`;
}

/** Places at equal deprivation. @param {object} report @param {Links} links */
export function placesSection(report, links) {
  if (report.tenths === 'local') {
    return section('places-title', 'Places compared', paragraph(report.slopes?.sentence));
  }
  const { places, standard, slopes, comparisons = [], manyPairs = '', comparisonNotes = [], caveats = [], label, unit } = report;
  return section(
    'places-title',
    'Places compared',
    ...comparisons.map(({ finding, sentence }) =>
      make('p', { class: 'ns-gradient__finding', 'data-finding': finding }, make('strong', {}, `${findingWords(finding)}. `), sentence),
    ),
    (caveats.length > 0 || manyPairs !== '') && make('h3', { class: 'ns-data__group' }, 'Before you say so'),
    list([manyPairs, ...caveats]),
    chart({ name: 'places', title: 'places compared', about: `${label} by national tenth of deprivation in ${places.map(({ name }) => name).join(', ')}.`, links }),
    table(
      `Places compared: ${label}, ${unit}`,
      ['Place', number('Children'), number('Number'), number(`Rate (${LIMITS})`), number('In the most deprived tenth'), number('At equal deprivation (directly standardised)'), number('Against expected (indirectly)'), number('Rate ratio per tenth')],
      places.map((place) =>
        line(
          nameCell(place.name),
          numberCell(place.children),
          numberCell(place.count, place.state),
          estimateCell(place.crude, place.state),
          estimateCell(place.decile1, place.state),
          estimateCell(place.standardised, place.state),
          estimateCell(place.indirectRatio, place.state, 2),
          estimateCell(place.ratioPerDecile, place.state, 2),
        ),
      ),
    ),
    paragraph(standard),
    list(places.flatMap(({ name, notes = [] }) => notes.map((note) => `${name}: ${note}`))),
    tenthsOfPlaces(places, label),
    make('h3', { class: 'ns-data__group' }, 'Is the gradient as steep everywhere?'),
    paragraph(slopes?.sentence),
    facts([
      ['Common rate ratio per tenth', estimateText(slopes?.common, 3)],
      ['Test of equal slopes', interactionText(slopes?.interaction)],
    ]),
    comparisonTable(comparisons, places),
    list(comparisonNotes),
  );
}

/** The numbers of the chart. */
function tenthsOfPlaces(places, label) {
  const rows = places.flatMap(({ name, deciles = [] }) => deciles.map((tenth) => decileLine(nameCell(`${name}, ${tenthName(tenth)}`), tenth)));
  return (
    rows.length > 0 &&
    make(
      'details',
      { class: 'ns-details', 'data-print': 'open' },
      make('summary', {}, 'Table of the chart: every tenth of every place'),
      table(`${label} by place and national tenth`, ['Place and tenth', number('Children'), number('Number'), number('Rate per 10,000'), number(LIMITS), number('Fitted rate')], rows),
    )
  );
}

function interactionText(interaction) {
  if (!interaction) {
    return '';
  }
  const { chiSquare, degreesOfFreedom, p } = interaction;
  return `\u03c7\u00b2 ${formatNumber(chiSquare, 2)}, ${degreesOfFreedom} df, p ${probabilityText(p)}`;
}

function comparisonTable(comparisons, places) {
  const nameOf = (code) => places.find((place) => place.code === code)?.name ?? code;
  return (
    comparisons.length > 0 &&
    table(
      'Two places at equal deprivation: the first divided by the second',
      ['Places', 'Finding', number('In the most deprived tenth'), number('In the least deprived tenth'), number('Standardised'), number('Test of equal slopes, p')],
      comparisons.map(({ subject, against, finding, ratioAtDecile1, ratioAtDecile10, standardisedRatio, interactionP }) =>
        line(
          nameCell(`${nameOf(subject)} against ${nameOf(against)}`),
          textCell(findingWords(finding)),
          estimateCell(ratioAtDecile1, 'known', 2),
          estimateCell(ratioAtDecile10, 'known', 2),
          estimateCell(standardisedRatio, 'known', 2),
          typeof interactionP === 'number' ? make('td', { class: 'ns-table__cell ns-table__cell--number' }, probabilityText(interactionP)) : numberCell(null),
        ),
      ),
    )
  );
}

/** Statistical neighbours, region and England. @param {object} report @returns {HTMLElement|false} nothing without any */
export function comparatorsSection({ comparators = [], label }) {
  return (
    comparators.length > 0 &&
    section(
      'comparators-title',
      'Similar authorities, region and England',
      table(
        `${label}: published rates to stand beside`,
        ['Who', 'Period', number('Rate per 10,000'), number(LIMITS), 'Source'],
        comparators.map(({ name, kind, period, ratePer10000, lower, upper, source }) =>
          line(
            nameCell(name, comparatorWords(kind)),
            textCell(period),
            numberCell(ratePer10000, typeof ratePer10000 === 'number' ? 'known' : 'not-available', 1),
            typeof lower === 'number' ? limitsCell(lower, upper) : textCell('not published'),
            textCell(source ?? ''),
          ),
        ),
      ),
    )
  );
}
