/** The gradient: how a rate falls from the most to the least deprived tenth, as a chart drawn by the service and as a table. */

import { fetchGradient } from './api.js';
import { make } from './dom.js';
import { formatInterval, formatNumber, formatValue } from './format.js';
import { DEFAULT_GRADIENT_STATE, formatGradientState, openingOf } from './gradient-state.js';
import { measureName } from './gradient-words.js';

export class GradientView {
  /**
   * @param {HTMLElement} root
   * @param {(id: string) => void} onChoose
   */
  constructor(root, onChoose) {
    this.root = root;
    this.onChoose = onChoose;
    /** @type {{id: string, title: string, measure: string, period: string, links: {json: string, svg: string}}[]} */
    this.gradients = [];
    this.measure = make('select', { class: 'ns-field__input', id: 'gradient-measure', on: { change: () => this.choose() } });
    this.period = make('select', { class: 'ns-field__input', id: 'gradient-period', on: { change: () => this.choose() } });
    this.result = make('div', { class: 'ns-gradient__result' });
    this.form = make('div', { class: 'ns-gradient__choices' }, field('Measure', this.measure), field('Period', this.period));
  }

  /** @param {object[]} gradients @param {string} extent name of the county; empty for the first */
  setGradients(gradients, extent) {
    this.gradients = gradients;
    this.extent = extent;
    const measures = [...new Set(gradients.map(({ measure }) => measure))];
    this.measure.replaceChildren(...measures.map((measure) => make('option', { value: measure }, measureName({ measure }))));
    const title = make('h2', { class: 'ns-gradient__title' }, 'Gradient: does help follow deprivation?');
    if (gradients.length === 0) {
      const why = 'There is no gradient yet: import deprivation, population and the counts of a measure, and it is computed.';
      this.root.replaceChildren(title, make('p', {}, why));
    } else {
      this.root.replaceChildren(title, this.form, this.result);
    }
  }

  /** @returns {object|undefined} the entry with this id, or the one with most to say */
  find(id) {
    return this.gradients.find((gradient) => gradient.id === id) ?? (this.gradients.length > 0 ? openingOf(this.gradients) : undefined);
  }

  choose() {
    const measure = this.measure.value;
    const same = this.gradients.find((entry) => entry.measure === measure && entry.period === this.period.value);
    this.onChoose((same ?? this.newest(measure)).id);
  }

  newest(measure) {
    return this.gradients.filter((entry) => entry.measure === measure).sort((a, b) => b.period.localeCompare(a.period))[0];
  }

  /** @param {string} id of the gradient to show; the one with most to say where there is none of that id */
  async open(id) {
    const entry = this.find(id);
    this.entry = entry;
    if (entry === undefined) {
      return;
    }
    this.showChoice(entry);
    try {
      const answer = await fetchGradient(entry);
      if (this.entry === entry) {
        this.show(answer, entry.links.svg);
      }
    } catch (error) {
      this.result.replaceChildren(make('p', {}, error.detail || error.message));
    }
  }

  /** Marks a choice before its numbers arrive. */
  showChoice({ measure, period }) {
    this.measure.value = measure;
    const periods = this.gradients.filter((entry) => entry.measure === measure).map((entry) => entry.period);
    this.period.replaceChildren(...periods.map((text) => make('option', { value: text }, text)));
    this.period.value = period;
  }

  /** @param {object} gradient as the service answers @param {string} chartLink */
  show(gradient, chartLink) {
    const chart = make('img', {
      class: 'ns-gradient__chart',
      src: chartLink,
      alt: `Chart of the rate in each tenth of areas, from the most to the least deprived: ${gradient.title}. The table below has the same numbers.`,
    });
    this.result.replaceChildren(
      make('p', { class: 'ns-gradient__sentence' }, gradient.sentence),
      make('figure', { class: 'ns-gradient__figure' }, chart),
      ...indices(gradient),
      table(gradient),
      list('Notes', gradient.notes),
      list('Read with care', gradient.cautions),
      make('p', {}, make('a', { class: 'ns-link', href: `/gradient.html${formatGradientState({ ...DEFAULT_GRADIENT_STATE, extent: this.extent, gradient: gradient.id })}` }, 'Compare places, see how sure this is, and how it changed')),
      make('p', {}, make('a', { class: 'ns-link', href: chartLink, download: `${gradient.id}.svg` }, 'Download this chart (SVG)')),
      list('Sources', gradient.sources),
    );
  }
}

function field(label, select) {
  return make('div', { class: 'ns-field' }, make('label', { class: 'ns-field__label', for: select.id }, label), select);
}

function indices({ sii, rii, timesHigher }) {
  const facts = [
    typeof timesHigher === 'number' && ['Most against least deprived end', `${formatNumber(timesHigher, 1)} times the rate`],
    sii && ['Slope index: from the most to the least deprived end', `${formatNumber(sii.estimate, 1)} per 10,000 (${formatInterval(sii.lower, sii.upper, 1)})`],
    rii && ['Relative index: least to most deprived end', `${formatNumber(rii.estimate, 2)} (${formatInterval(rii.lower, rii.upper, 2)})`],
  ].filter(Boolean);
  return facts.length === 0 ? [] : [make('dl', { class: 'ns-facts' }, ...facts.map(([term, text]) => make('div', { class: 'ns-facts__row' }, make('dt', {}, term), make('dd', {}, text))))];
}

function table({ title, deciles }) {
  const heads = ['Tenth of areas', 'Children', 'Number', 'Rate per 10,000', '95\u00a0% limits'];
  const rows = deciles.map(({ decile, label, population, count, ratePer10000, lower, upper, state }) =>
    make(
      'tr',
      { class: 'ns-table__row' },
      make('th', { scope: 'row', class: 'ns-table__name' }, tenthLabel(decile, label)),
      cell(formatValue(population, typeof population === 'number' ? 'known' : state)),
      cell(formatValue(count, state)),
      cell(formatValue(ratePer10000, state, { decimals: 1 })),
      cell(state === 'known' ? formatInterval(lower, upper, 1) : formatValue(null, state)),
    ),
  );
  return make(
    'div',
    { class: 'ns-table__scroller ns-table__scroller--short', role: 'region', tabindex: '0', 'aria-label': `Table: ${title}` },
    make(
      'table',
      { class: 'ns-table' },
      make('caption', { class: 'ns-table__caption' }, make('strong', {}, title)),
      make('thead', {}, make('tr', {}, ...heads.map((text, index) => make('th', { scope: 'col', class: index === 0 ? 'ns-table__head' : 'ns-table__head ns-table__head--number' }, text)))),
      make('tbody', {}, ...rows),
    ),
  );
}

function tenthLabel(decile, label) {
  const words = { 1: '1, most deprived', 10: '10, least deprived' };
  return label === String(decile) ? words[decile] ?? label : label;
}

function cell(text) {
  return make('td', { class: 'ns-table__cell ns-table__cell--number' }, text);
}

function list(heading, lines) {
  if (!lines || lines.length === 0) {
    return '';
  }
  return make('div', {}, make('h3', { class: 'ns-profile__heading' }, heading), make('ul', { class: 'ns-gradient__notes' }, ...lines.map((line) => make('li', {}, line))));
}
