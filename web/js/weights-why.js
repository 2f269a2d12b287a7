/** What would tip the chosen area in or out of the highest-need tenth, and which areas are near that edge, in words. */

import { aside, make } from './dom.js';
import { formatNumber } from './format.js';
import { nearTheEdge, orderTippings, roundTipping, tippingWords } from './weights-words.js';

const FEW = 5;
const FEW_AREAS = 12;

/**
 * @param {HTMLElement} root
 * @param {string} county its title
 */
export function showNoArea(root, county) {
  root.replaceChildren(
    make('h2', { class: 'ns-panel__title', tabindex: '-1' }, 'What would tip an area'),
    make('p', {}, `Choose an area of ${county} on the map or in the ranking to read which circumstance\u2019s weight would move it into the highest-need tenth or out of it.`),
  );
}

/**
 * @param {HTMLElement} root
 * @param {object} area
 * @param {string} area.name
 * @param {string[]} area.lines about it, with the weights now
 * @param {() => void} onClear
 * @returns {HTMLElement} where the tippings go
 */
export function showArea(root, { name, lines }, onClear) {
  const tippings = make('div', { class: 'ns-weights__tippings', role: 'status' });
  root.replaceChildren(
    make('h2', { class: 'ns-panel__title', tabindex: '-1' }, name),
    make('div', { 'data-module': 'area-now' }, ...lines.map((line) => make('p', {}, line))),
    tippings,
    make('p', {}, make('button', { type: 'button', class: 'ns-link', on: { click: onClear } }, 'Choose no area')),
  );
  return tippings;
}

/**
 * @param {HTMLElement} root
 * @param {?{inTenth: boolean, tippings: import('./weights-words.js').Tipping[]}} found of the area; null where nothing tips it
 * @param {{hasScore: boolean, isIn: boolean, canTry: boolean}} area with the weights as saved
 * @param {(factor: string, times: number) => void} onTry
 */
export function showTippings(root, found, { hasScore, isIn, canTry }, onTry) {
  const heading = make('h3', { class: 'ns-weights__heading' }, 'What would tip it, from the weights as saved');
  if (!hasScore) {
    root.replaceChildren(heading, make('p', {}, 'It has no score, because too little of it is known, so no weight can move it.'));
    return;
  }
  const side = isIn ? 'take it out of' : 'bring it into';
  if (found === null) {
    root.replaceChildren(heading, make('p', {}, `No single circumstance would ${side} the highest-need tenth, whether left out or counted up to ten times as much.`));
    return;
  }
  const all = orderTippings(found);
  const items = all.map((each) => tippingItem(each, canTry, onTry));
  const verb = isIn ? 'It would leave the highest-need tenth if' : 'It would enter the highest-need tenth if';
  root.replaceChildren(
    heading,
    make('p', {}, verb),
    make('ul', { class: 'ns-weights__tips' }, ...items.slice(0, FEW)),
    items.length <= FEW ? '' : make('details', { class: 'ns-details' }, make('summary', {}, `${items.length - FEW} more`), make('ul', { class: 'ns-weights__tips' }, ...items.slice(FEW))),
    make('p', { class: 'ns-weights__note' }, `Each by itself, the others as saved. Nothing else would ${side} it, left out or counted up to ten times as much.`),
  );
  root.querySelectorAll('li + li .ns-weights__or').forEach((word) => (word.hidden = false));
}

function tippingItem({ tipping, side }, canTry, onTry) {
  const words = tippingWords(tipping, side);
  const button = make('button', { type: 'button', class: 'ns-link', on: { click: () => onTry(tipping.factor, roundTipping(tipping, side)) } }, 'Try it', aside(`: ${words}`));
  return make('li', {}, make('span', { class: 'ns-weights__or', hidden: true }, 'or '), words, canTry && ' \u00b7 ', canTry && button);
}

/**
 * @param {HTMLElement} root
 * @param {{highestNeedTenth: number, areas: object[]}} sensitivity
 * @param {string} district code, or empty
 * @param {(code: string) => void} onSelect
 */
export function showEdge(root, { highestNeedTenth, areas }, district, onSelect) {
  const kept = nearTheEdge(areas.filter((area) => district === '' || area.district === district));
  const isIn = kept.filter(({ area }) => area.inTenth).length;
  const item = ({ area, tipping, side }) =>
    make(
      'li',
      {},
      make('button', { type: 'button', class: 'ns-link', on: { click: () => onSelect(area.code) } }, area.name),
      ` (rank ${formatNumber(area.rank)}) would ${area.inTenth ? 'leave' : 'enter'} if ${tippingWords(tipping, side)}`,
    );
  root.replaceChildren(
    make(
      'p',
      {},
      `${formatNumber(isIn)} of the ${formatNumber(highestNeedTenth)} areas of the highest-need tenth could leave it by one weight alone, and ${formatNumber(kept.length - isIn)} others could enter. Those that the least change tips:`,
    ),
    make('ol', { class: 'ns-weights__tips' }, ...kept.slice(0, FEW_AREAS).map(item)),
  );
}
