/** The suggestion on the page: the set, why each area is in or out, how sure it is, and what other budgets would reach. */

import { make } from './dom.js';
import { formatCount, formatNumber } from './format.js';
import { plainTable } from './plain-table.js';
import { shareText, waysText } from './targets-words.js';

/**
 * @param {HTMLElement} root
 * @param {object} answer of the service, or the best set so far
 * @param {{onTake: (codes: string[]) => void, onNote: (codes: string[]) => void, nameOf: (code: string) => string, told: () => string[]}} does
 *     `told` answers the cautions that stand at the foot of the page already
 */
export function showAnswer(root, answer, does) {
  const { suggestion, undecided, whyOut = [], nested, frontier, robustness, need, state, cautions = [] } = answer;
  const told = does.told();
  root.hidden = false;
  root.replaceChildren(
    make('h3', { tabindex: '-1' }, state === 'running' ? 'The best set so far' : 'The suggestion'),
    ...(undecided ? [make('p', {}, undecided)] : []),
    ...(suggestion ? setParts(suggestion, need, answer, does) : []),
    ...(suggestion && state !== 'running' ? [outPart(whyOut)] : []),
    ...rowParts(nested, frontier, answer, does),
    ...(robustness ? robustnessParts(robustness) : []),
    make('ul', { class: 'ns-targets__notes' }, ...[...(suggestion?.notes ?? []), ...cautions.filter((text) => !told.includes(text))].map((text) => make('li', {}, text))),
  );
}

function amount(value) {
  return formatNumber(value, value < 100 && !Number.isInteger(value) ? 1 : 0);
}

function setParts({ areas, need: reached, shareOfDistrictNeed, shareOfCountyNeed, gapPercent, proven, method }, need, { greedy, state }, { onTake, onNote }) {
  const codes = areas.map(({ code }) => code);
  const sure = proven ? `No set within these limits reaches more than ${formatNumber(gapPercent, 1)} % beyond it.` : `Whether a better set exists was not shown: at most ${formatNumber(gapPercent, 1)} % more could be reached.`;
  const shares = [typeof shareOfDistrictNeed === 'number' && `${shareText(shareOfDistrictNeed)} of the district\u2019s`, typeof shareOfCountyNeed === 'number' && `${shareText(shareOfCountyNeed)} of the county\u2019s`].filter(Boolean);
  return [
    make('p', {}, `${formatCount(areas.length, 'area reaches', 'areas reach')} ${amount(reached)} ${need.unit}${shares.length > 0 ? `: ${shares.join(', ')}` : ''} (${need.title}). ${method === 'greedy' ? 'Built step by step, each time by the area that brings most for its cost.' : ''} ${sure}`),
    greedy && state !== 'running' && make('p', {}, `Taking the best area for its cost, one after the other, reaches ${amount(greedy.need)} ${need.unit}.`),
    make('ol', { class: 'ns-targets__suggested' }, ...areas.map(({ name, why }) => make('li', {}, make('strong', {}, name), why ? `: ${why.sentence}` : ''))),
    state !== 'running' && make('p', { class: 'ns-targets__steps' },
      make('button', { type: 'button', class: 'ns-button ns-button--strong', on: { click: () => onTake(codes) } }, 'Start from this set'),
      make('button', { type: 'button', class: 'ns-button', on: { click: () => onNote(codes) } }, 'Note it as a choice that was looked at')),
  ].filter(Boolean);
}

function outPart(whyOut) {
  return make('details', { class: 'ns-details' }, make('summary', {}, 'Why other areas are out'), make('ul', {}, ...whyOut.map(({ name, sentence }) => make('li', {}, make('strong', {}, name), `: ${sentence}`))));
}

function rowParts(nested, frontier, { need, question }, { onTake, nameOf }) {
  const parts = [];
  if (nested?.length > 0) {
    const take = (codes) => make('button', { type: 'button', class: 'ns-link', on: { click: () => onTake(codes) } }, 'Start from this set');
    parts.push(plainTable(`Each budget keeps all areas of the one before; need reached in ${need.unit}`, ['Budget', 'Need reached', 'Areas added', ''], nested.map((one) => [
      amount(one.budget),
      typeof one.need === 'number' ? amount(one.need) : one.sentence ?? 'no set',
      (one.added ?? []).map(nameOf).join(', ') || 'none',
      one.areas?.length > 0 ? take(one.areas) : '',
    ])));
  }
  if (frontier?.length > 0) {
    const reached = (set) => (typeof set?.need === 'number' ? amount(set.need) : set?.sentence ?? 'no set');
    const price = (value) => (typeof value === 'number' ? amount(value) : 'not known');
    const rules = ['contiguous', 'nested', ...(question.floors?.length > 0 ? ['floor'] : [])].filter((rule) => frontier.some((point) => point[rule]));
    const names = { contiguous: 'hanging together', nested: 'each keeping the one before', floor: 'a floor for each district' };
    parts.push(plainTable(`What more budget would reach, and what each rule costs, in ${need.unit}`, ['Budget', 'Areas anywhere', ...rules.flatMap((rule) => [`With ${names[rule]}`, `Price of ${names[rule]}`])], frontier.map((point) => [
      amount(point.budget),
      reached(point.free),
      ...rules.flatMap((rule) => [reached(point[rule]), price(point.price?.[rule])]),
    ])));
  }
  return parts;
}

function robustnessParts({ sentence, ways = [], areas = [], goodSets }) {
  return [
    make('h3', {}, 'How it holds up'),
    make('p', {}, sentence),
    goodSets && make('p', {}, goodSets.sentence),
    ways.length > 0 && plainTable('The best set when need is measured otherwise', ['Need measured by', 'In common with this set'], waysText(ways)),
    areas.length > 0 && plainTable('Areas of the best sets', ['Area', 'In this set', 'In so many of the best sets', 'In words'], areas.map(({ name, chosen, sharePercent, word }) => [name, chosen ? 'yes' : 'no', `${formatNumber(sharePercent)}\u00a0%`, word])),
  ].filter(Boolean);
}
