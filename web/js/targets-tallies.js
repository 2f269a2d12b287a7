/** What a choice reaches, and, as visible as that, what it leaves out. */

import { make } from './dom.js';
import { formatCount, formatNumber, formatValue } from './format.js';
import { chanceText, helpText, shareText } from './targets-words.js';

export class TargetsTallies {
  /** @param {HTMLElement} root @param {{onAdd: (code: string) => void}} does */
  constructor(root, { onAdd }) {
    Object.assign(this, { root, onAdd });
  }

  /**
   * @param {object} tallies as the service answers
   * @param {{need: {title: string, period: string, areas: number}}} ground
   * @param {boolean} isFixed whether nothing can be added
   */
  show(tallies, { need }, isFixed) {
    const { areas, areasGone, pieces } = tallies;
    const place = this.addButtons().indexOf(document.activeElement);
    this.root.removeAttribute('aria-busy');
    this.root.replaceChildren(
      make('h2', { class: 'ns-data__heading' }, 'What the choice reaches'),
      make(
        'dl',
        { class: 'ns-targets__facts-list' },
        ...fact('Areas', piecesText(areas, pieces)),
        ...(areasGone > 0 ? fact('Not there any more', `${formatCount(areasGone, 'area', 'areas')}: boundaries have changed since`) : []),
        ...(areas > 0 ? childrenFacts(tallies.children) : []),
        ...needFacts(tallies.need, need, areas === 0),
        ...hotspotFacts(tallies.hotspots),
        ...budgetFacts(tallies.budget),
        ...(areas > 0 ? tallies.help.flatMap((help) => fact(`${help.title}, ${help.period}`, helpText(help))) : []),
      ),
      ...this.leftOut(tallies.leftOut, isFixed),
    );
    if (place >= 0) {
      // Whoever added an area goes on from where it stood.
      const buttons = this.addButtons();
      (buttons[Math.min(place, buttons.length - 1)] ?? this.root).focus();
    }
  }

  /** What an older choice reached is not left standing beside a newer one. */
  showNothing() {
    this.root.removeAttribute('aria-busy');
    this.root.replaceChildren(make('h2', { class: 'ns-data__heading' }, 'What the choice reaches'), make('p', {}, 'Not known: it could not be counted.'));
  }

  addButtons() {
    return [...this.root.querySelectorAll('.ns-targets__left-out button')];
  }

  leftOut(areas, isFixed) {
    const item = ({ area, name, rank, chanceOfHighestNeedTenth: chance }) =>
      make(
        'li',
        {},
        `${name}: rank ${formatNumber(rank)}${typeof chance === 'number' ? `, ${chanceText(chance)} to be in the highest-need tenth` : ''} `,
        !isFixed && make('button', { type: 'button', class: 'ns-link', 'aria-label': `Add ${name}`, on: { click: () => this.onAdd(area) } }, 'Add'),
      );
    return [
      make('h2', { class: 'ns-data__heading' }, 'What it leaves out'),
      areas.length === 0 ? make('p', {}, 'No area of the district whose need is known.') : make('p', {}, 'The areas of the district with most need that are not chosen:'),
      make('ol', { class: 'ns-targets__left-out' }, ...areas.map(item)),
    ];
  }
}

function fact(term, ...lines) {
  return [make('dt', {}, term), ...lines.map((line) => make('dd', {}, line))];
}

function piecesText(areas, pieces) {
  if (areas < 2) {
    return areas === 0 ? 'none yet' : '1';
  }
  return `${formatNumber(areas)}, ${pieces === 1 ? 'all in one piece' : `in ${formatNumber(pieces)} pieces that hang together`}`;
}

function childrenFacts({ period, state, number, shareOfDistrict, shareOfCounty }) {
  const label = `Children aged 0 to 17${period === '' ? '' : `, ${period}`}`;
  return number === null
    ? fact(label, formatValue(null, state))
    : fact(label, `${formatNumber(number)}: ${shareText(shareOfDistrict)} of the district\u2019s, ${shareText(shareOfCounty)} of the county\u2019s`);
}

function needFacts(need, { areas }, isEmpty) {
  const { highestNeedTenthIn: inside, highestNeedTenthLeftOut: outside, expectedHighestNeedTenthIn: expectedIn, expectedHighestNeedTenthLeftOut: expectedOut } = need;
  const lines = [`${formatCount(inside, 'area', 'areas')} chosen, ${formatNumber(outside)} left out in the district`];
  if (typeof expectedIn === 'number') {
    lines.push(`Since ranks are uncertain, ${formatNumber(expectedIn, 1)} areas are expected among those chosen and ${formatNumber(expectedOut, 1)} among those left out`);
  }
  if (typeof need.meanChanceLeftOut === 'number') {
    const mean = (value) => (typeof value === 'number' ? chanceText(value) : 'not known');
    lines.push(`Mean chance to be in it: ${isEmpty ? '' : `${mean(need.meanChanceIn)} for those chosen, `}${mean(need.meanChanceLeftOut)} for those left out`);
  }
  return [
    ...(isEmpty ? [] : reachedFacts(need.childrenInHighestNeed)),
    ...fact(`Highest-need tenth of the county\u2019s ${formatNumber(areas)} areas`, ...lines),
  ];
}

function reachedFacts({ title, number, shareOfDistrict, shareOfCounty, unknownAreas }) {
  if (number === null) {
    return fact('Need reached', 'not available, since a figure is missing of every chosen area', `${title}.`);
  }
  const unknown = unknownAreas > 0 ? ` ${formatCount(unknownAreas, 'chosen area is', 'chosen areas are')} not counted, since a figure is missing.` : '';
  return fact('Need reached', `${shareText(shareOfDistrict)} of the district\u2019s, ${shareText(shareOfCounty)} of the county\u2019s: ${formatNumber(number)} children.${unknown}`, `${title}.`);
}

function hotspotFacts(hotspots) {
  return hotspots === undefined ? [] : fact('Hotspots', `${formatNumber(hotspots.in)} chosen, ${formatNumber(hotspots.leftOut)} left out in the district`);
}

/** @param {object[]} [budget] what the choice takes of each resource that somebody gave a cost or a limit for */
function budgetFacts(budget = []) {
  return budget.flatMap(({ title, unit, limit, cost, left, within, reason }) => {
    const amount = (value) => (unit.startsWith('\u00a3') ? `\u00a3${formatNumber(value)}` : formatNumber(value));
    if (typeof cost !== 'number') {
      return fact(title, reason);
    }
    const rest = typeof limit !== 'number' ? '' : within ? ` of ${amount(limit)}; ${amount(left)} left` : ` of ${amount(limit)}: ${amount(-left)} too much`;
    return fact(`${title} (${unit})`, `${amount(cost)}${rest}`);
  });
}
