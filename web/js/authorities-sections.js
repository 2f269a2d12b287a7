/** What the page of authorities says of all of them, and of the one that is chosen. */

import { make } from './dom.js';
import { formatNumber } from './format.js';
import { chart, estimateCell, facts, line, list, nameCell, numberCell, paragraph, textCell } from './gradient-parts.js';
import { comparatorWords, estimateText } from './gradient-words.js';
import { section, table } from './together-parts.js';

const number = (text) => ({ text, isNumber: true });
const LIMITS = '95\u00a0% limits';

/** @param {object} gradient @param {import('./gradient-sections.js').Links} links */
export function gradientSection(gradient, links) {
  const { label, deprivation, ratioPerStandardDeviation, models, england, unit } = gradient;
  return section(
    'scatter-title',
    'Rates against deprivation',
    chart({ name: 'scatter', title: 'rates against deprivation', about: `${label}: the rate of every authority against its ${deprivation.label}.`, links }),
    facts([
      ['Times the rate for each standard deviation more deprived', estimateText(ratioPerStandardDeviation, 2)],
      [`England, ${unit}`, england === null ? '' : estimateText({ estimate: england.ratePer10000, lower: england.lower, upper: england.upper })],
      ['Deprivation', deprivation.label],
    ]),
    paragraph(models.statement),
    models.rows.length > 0 &&
      table(
        'Models of the number of children in each authority',
        ['Model', number(`Rate ratio per standard deviation (${LIMITS})`), number('Slope'), number('Standard error'), 'Limits by'],
        models.rows.map((row) =>
          line(nameCell(row.model), estimateCell(row.ratioPerStandardDeviation, 'known', 3), numberCell(row.slope, 'known', 4), numberCell(row.standardError, 'known', 4), textCell(row.limits)),
        ),
      ),
    gradient.deciles.length > 0 &&
      table(
        'Tenths of authorities by deprivation: of whole authorities, not national tenths of areas',
        ['Tenth of authorities', number('Authorities'), number('Children'), number('Number'), number(`Rate per 10,000 (${LIMITS})`)],
        gradient.deciles.map((tenth) =>
          line(
            nameCell({ 1: '1, most deprived', 10: '10, least deprived' }[tenth.decile] ?? String(tenth.decile)),
            numberCell(tenth.authorities),
            numberCell(tenth.children),
            numberCell(tenth.count),
            estimateCell({ estimate: tenth.ratePer10000, lower: tenth.lower, upper: tenth.upper }),
          ),
        ),
      ),
  );
}

/** @param {object} gradient @param {string} kind '' or adjusted @param {import('./gradient-sections.js').Links} links @returns {HTMLElement|false} */
export function authoritiesFunnelSection({ funnel, label }, kind, links) {
  if (funnel === null) {
    return false;
  }
  const spread = typeof funnel.dispersion === 'number' ? `Authorities vary ${formatNumber(funnel.dispersion, 1)} times as much as chance would make them. ` : '';
  return section(
    'funnel-title',
    'Is it more than chance?',
    paragraph(funnel.sentence),
    paragraph(`${spread}${kind === 'adjusted' ? 'The limits are widened for it.' : 'The limits are for chance alone.'} The table below says where each authority lies.`),
    chart({ name: 'funnel', title: 'funnel', about: `${label}: the rate of every authority against the number of its children, with the limits.`, links }),
  );
}

/** One authority by period. @param {object} authority @param {string} measure its key @param {import('./gradient-sections.js').Links} links @returns {HTMLElement|false} */
export function authoritySection(authority, measure, links) {
  const figures = authority.measures.find((one) => one.measure === measure);
  if (figures === undefined) {
    return section('authority-title', authority.name, paragraph(`${authority.name} has no figures of this measure.`));
  }
  return section(
    'authority-title',
    `${authority.name}: how has it changed?`,
    chart({ name: 'trend', title: 'trend of the rate', about: `${figures.label} in ${authority.name} by period, with its neighbours, its region and England.`, links }),
    chart({ name: 'trend-count', title: 'trend of the number', about: `${figures.label} in ${authority.name} by period: their number, which is not a rate.`, links }),
    table(
      `${figures.label}, ${authority.name}: a change of the number is not a change of the rate`,
      ['Period', number('Number'), number('Children'), number(`Rate per 10,000 (${LIMITS})`), 'Notes'],
      figures.rows.map((row) =>
        line(
          nameCell(row.period),
          numberCell(row.count, row.state),
          numberCell(row.children, typeof row.children === 'number' ? 'known' : 'not-available'),
          estimateCell(rateOf(row), row.state),
          textCell([row.breakBefore && 'Break in the series before this period.', row.note, ...row.flags].filter(Boolean).join(' ')),
        ),
      ),
    ),
    besideTable(figures, authority.name),
    authority.neighbours.length > 0 && paragraph(`Statistical neighbours, the nearest first: ${authority.neighbours.map(({ name }) => name).join(', ')}.`),
    list([...authority.changes, ...authority.cautions]),
  );
}

/**
 * What an authority's figure consists of: the chosen period where it is divided, else the latest that is.
 *
 * @param {object} authority @param {string} measure its key @param {string} period @returns {HTMLElement|false}
 */
export function authorityCompositionSection({ name, composition, sources }, measure, period) {
  const parts = compositionOf(composition, measure, period);
  return (
    parts.length > 0 &&
    section(
      'composition-title',
      `What do they consist of? ${name}, ${parts[0].when}`,
      parts[0].period !== period && paragraph(`${period} is not divided into parts here, so ${parts[0].period} is shown.`),
      ...parts.map(({ breakdown, counted, when, total, rows }) =>
        table(
          `${breakdown}: ${counted} ${when}${typeof total === 'number' ? `, of ${formatNumber(total)}` : ''}`,
          [breakdown, number(`Number of ${counted}`), number('Share')],
          rows.map((row) => line(nameCell(row.category), numberCell(row.count, row.state), shareCell(row))),
        ),
      ),
      list(sources.map((source) => `Source: ${source}`)),
    )
  );
}

/** @param {object[]} composition of all measures and periods */
export function compositionOf(composition, measure, period) {
  const all = composition.filter((one) => one.measure === measure);
  const latest = all.map((one) => one.period).sort().at(-1);
  const shown = all.some((one) => one.period === period) ? period : latest;
  return all.filter((one) => one.period === shown);
}

function shareCell({ share, state }) {
  return typeof share === 'number' ? make('td', { class: 'ns-table__cell ns-table__cell--number' }, `${formatNumber(share * 100, 1)}\u00a0%`) : numberCell(null, state === 'known' ? 'not-available' : state);
}

function besideTable({ rows, label }, name) {
  const beside = rows.flatMap((row) => row.comparators.map((one) => ({ ...one, period: row.period })));
  return (
    beside.length > 0 &&
    make(
      'details',
      { class: 'ns-details', 'data-print': 'open' },
      make('summary', {}, 'Table of the chart: neighbours, region and England'),
      table(
        `${label} beside ${name}`,
        ['Who and when', number(`Rate per 10,000 (${LIMITS})`), number('Authorities')],
        beside.map((one) => line(nameCell(`${one.name}, ${one.period}`, comparatorWords(one.kind)), estimateCell(rateOf(one), 'not-available'), numberCell(one.authorities))),
      ),
    )
  );
}

function rateOf({ ratePer10000, lower, upper }) {
  return typeof ratePer10000 === 'number' ? { estimate: ratePer10000, lower, upper } : null;
}
