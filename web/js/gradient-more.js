/** What the gradient page says beside the gradient: funnel, what if, trend, what the counts consist of, and how it was made. */

import { make } from './dom.js';
import { formatNumber } from './format.js';
import { chart, estimateCell, line, list, nameCell, numberCell, paragraph, textCell } from './gradient-parts.js';
import { funnelWords } from './gradient-words.js';
import { section, table } from './together-parts.js';

const number = (text) => ({ text, isNumber: true });
const LIMITS = '95\u00a0% limits';

/** @param {object} report @param {import('./gradient-sections.js').Links} links @returns {HTMLElement|false} */
export function funnelSection({ funnel, funnelLimits, label }, links) {
  if (!funnel) {
    return false;
  }
  const { points, baselinePer10000, dispersion, sentence } = funnel;
  const limits = funnelLimits === 'adjusted' && typeof dispersion === 'number'
    ? `The limits are widened for variation beyond chance (dispersion ${formatNumber(dispersion, 2)}).`
    : `The limits are for chance alone${typeof dispersion === 'number' ? `; districts vary ${formatNumber(dispersion, 1)} times as much as chance would make them` : ''}.`;
  return section(
    'funnel-title',
    'Is it more than chance?',
    paragraph(sentence),
    paragraph(limits),
    chart({ name: 'funnel', title: 'funnel', about: `${label}: the rate of each place against the number of its children, with the limits of chance.`, links }),
    table(
      `${label}: places against ${formatNumber(baselinePer10000, 1)} per 10,000, the rate of all together`,
      ['Place', number('Children'), number('Number'), number('Expected number'), number('Rate per 10,000'), 'Against the limits'],
      points.map((point) => {
        const { state } = point;
        return line(
          nameCell(point.name),
          numberCell(point.children),
          numberCell(point.count, state),
          numberCell(point.expected, state, 1),
          numberCell(point.ratePer10000, state, 1),
          textCell(state === 'known' ? funnelWords(point.class) : 'not compared'),
        );
      }),
    ),
  );
}

/** @param {object} report @param {import('./gradient-sections.js').Links} links @returns {HTMLElement|false} */
export function whatIfSection({ whatIf, label }, links) {
  if (!whatIf) {
    return false;
  }
  return section(
    'what-if-title',
    'What if the gradient were flatter?',
    paragraph(whatIf.sentence),
    whatIf.rows.length > 0 && chart({ name: 'what-if', title: 'what if', about: `How many fewer children (${label}) there would be with a flatter gradient.`, links }),
    whatIf.rows.length > 0 &&
      table(
        `${label}: expected with a flatter gradient`,
        ['If', number('Expected number'), number(`Fewer than now (${LIMITS})`)],
        whatIf.rows.map((row) => line(nameCell(row.label, row.reason), numberCell(row.expected), estimateCell(row.avoided, 'known', 0))),
      ),
  );
}

/** @param {object} report @param {import('./gradient-sections.js').Links} links @returns {HTMLElement|false} */
export function trendSection({ trend, label }, links) {
  if (!trend) {
    return false;
  }
  const broken = trend.rows.filter(({ breakBefore }) => breakBefore).map(({ period }) => period);
  return section(
    'trend-title',
    'How has it changed?',
    paragraph([trend.sentence, trend.caution].filter(Boolean).join(' ')),
    broken.length > 0 && paragraph(`Break in the series before ${broken.join(' and ')}: figures from then on cannot be compared with earlier ones.`),
    chart({ name: 'trend', title: 'trend of the gradient', about: `${label} by period: how many times higher the rate is at the most deprived end.`, links }),
    chart({ name: 'trend-rate', title: 'trend of the rate', about: `${label} by period: the rate of all children, per 10,000 aged 0 to 17.`, links }),
    chart({ name: 'trend-count', title: 'trend of the number', about: `${label} by period: their number, which is not a rate.`, links }),
    table(
      `${label} by period: a change of the number is not a change of the rate`,
      ['Period', number('Number'), number('Children'), number(`Rate per 10,000 (${LIMITS})`), number('Most against least deprived end: times the rate'), number('Slope index'), 'Notes'],
      trend.rows.map((row) => {
        const { state } = row;
        return line(
          nameCell(row.period),
          numberCell(row.count, state),
          numberCell(row.children),
          estimateCell(row.ratePer10000, state),
          estimateCell(row.timesHigher, state),
          estimateCell(row.sii, state),
          textCell([row.breakBefore && 'Break in the series before this period.', row.note].filter(Boolean).join(' ')),
        );
      }),
    ),
  );
}

/** What the counts consist of. @param {object} report @returns {HTMLElement|false} */
export function compositionSection({ composition = [], label }) {
  return (
    composition.length > 0 &&
    section(
      'composition-title',
      'Who they are',
      ...composition.flatMap(({ breakdown, rows, notes }) => [
        table(
          `${label} by ${breakdown.toLowerCase()}`,
          [breakdown, number('Number'), number(`Share, % (${LIMITS})`)],
          rows.map(({ category, count, state, share }) => line(nameCell(category), numberCell(count, state), estimateCell(percent(share), state))),
        ),
        list(notes),
      ]),
    )
  );
}

/** @param {?import('./gradient-words.js').Estimate} share 0 to 1 */
function percent(share) {
  return share && { estimate: share.estimate * 100, lower: typeof share.lower === 'number' ? share.lower * 100 : null, upper: typeof share.upper === 'number' ? share.upper * 100 : null };
}

/** @param {object} report */
export function methodSection({ notes = [], cautions = [], sources = [], resultHash, fictional }) {
  const group = (title, lines) => (lines.length > 0 ? [make('h3', { class: 'ns-data__group' }, title), list(lines)] : []);
  return section(
    'method-title',
    'Notes, cautions and sources',
    ...group('Notes', notes),
    ...group('Read with care', fictional ? ['These are fictional data: no place and no child in them is real.', ...cautions] : cautions),
    ...group('Sources', sources),
    resultHash && make('p', { class: 'ns-gradient__text' }, 'Result ', make('span', { class: 'ns-layer__hash' }, resultHash)),
  );
}
