/** Somebody else saved the set meanwhile: what both changed is laid side by side, and saved as one revision after it was decided. */

import { make } from './dom.js';
import { mergeDecisions, settleMerge } from './targets-merge.js';
import { headingText } from './targets-words.js';

/**
 * @param {HTMLElement} root
 * @param {object} about
 * @param {object} about.base decision that both began with
 * @param {object} about.mine decision that was not saved
 * @param {{decision: object, revision: number}} about.theirs the latest revision
 * @param {(code: string) => string} about.nameOf
 * @param {{onTake: (decision: object, picked: string[]) => void, onKeep: () => void, onLeave: () => void}} does
 */
export function showMerge(root, { base, mine, theirs, nameOf }, { onTake, onKeep, onLeave }) {
  if (['agreed', 'superseded'].includes(theirs.state)) {
    showClosed(root, theirs, onKeep, onLeave);
    return;
  }
  const merged = mergeDecisions(base, mine, theirs.decision);
  const boxes = new Map();
  const form = make(
    'form',
    { 'aria-label': 'Put both together', on: { submit: (event) => take(event) } },
    merged.fromThem.length > 0 && make('p', {}, `Taken from them, since you did not change it: ${merged.fromThem.join(', ')}.`),
    merged.areas.length > 0 && areaChoices(merged, boxes, nameOf),
    ...merged.conflicts.map((conflict) => conflictChoice(conflict, nameOf)),
    make('div', { class: 'ns-targets__steps' }, make('button', { type: 'submit', class: 'ns-button ns-button--strong' }, 'Put both together in the form'), make('button', { type: 'button', class: 'ns-button', on: { click: onLeave } }, 'Leave mine, open theirs')),
  );
  function take(event) {
    event.preventDefault();
    const chosen = new FormData(form);
    const settled = settleMerge(merged, Object.fromEntries(merged.conflicts.map(({ field }) => [field, chosen.get(field)])));
    const picked = pickedOf(settled.areas.map(({ code }) => code), boxes);
    onTake(settled, picked);
  }
  root.hidden = false;
  root.replaceChildren(
    make('h2', { class: 'ns-data__heading', id: 'merge-title', tabindex: '-1' }, 'Somebody else has saved since'),
    make('p', {}, `You began with an earlier revision. ${headingText(theirs)} Nothing of yours was lost, and nothing was saved yet: decide what goes together, look at it in the form, and save it.`),
    form,
  );
  root.querySelector('h2').focus();
}

/** What was agreed is not changed any more: what somebody wrote meanwhile can go on as a set of its own. */
function showClosed(root, theirs, onKeep, onLeave) {
  const button = (text, kind, click) => make('button', { type: 'button', class: `ns-button${kind}`, on: { click } }, text);
  root.hidden = false;
  root.replaceChildren(
    make('h2', { class: 'ns-data__heading', id: 'merge-title', tabindex: '-1' }, 'The set was settled meanwhile'),
    make('p', {}, `${headingText(theirs)} It is not changed any more. Nothing of yours was lost, and nothing was saved yet.`),
    make('div', { class: 'ns-targets__steps' }, button('Keep mine as a new set', ' ns-button--strong', onKeep), button('Leave mine, open theirs', '', onLeave)),
  );
  root.querySelector('h2').focus();
}

function pickedOf(codes, boxes) {
  const out = new Set([...boxes].filter(([, box]) => !box.checked).map(([code]) => code));
  const added = [...boxes].filter(([code, box]) => box.checked && !codes.includes(code)).map(([code]) => code);
  return [...codes.filter((code) => !out.has(code)), ...added];
}

function areaChoices({ areas, decision }, boxes, nameOf) {
  const isIn = new Set(decision.areas.map(({ code }) => code));
  const line = ({ code, isMine, was }) => {
    const box = make('input', { class: 'ns-check__box', type: 'checkbox', name: `area ${code}`, checked: isIn.has(code) });
    boxes.set(code, box);
    const who = isMine ? (was ? 'they took it out' : 'you put it in') : was ? 'you took it out' : 'they put it in';
    return make('label', { class: 'ns-check' }, box, `${nameOf(code)} (${who})`);
  };
  return make('fieldset', { class: 'ns-targets__group' }, make('legend', { class: 'ns-targets__legend-title' }, 'Areas that one of you changed: tick those that are to be chosen'), ...areas.map(line));
}

function conflictChoice({ field, label, mine, theirs }, nameOf) {
  const [, code] = /^reason (.+)$/.exec(field) ?? [];
  const choice = (value, who, content) =>
    make('label', { class: 'ns-targets__side' }, make('span', { class: 'ns-check' }, make('input', { class: 'ns-check__box', type: 'radio', name: field, value, checked: value === 'mine' }), who), make('span', { class: 'ns-targets__quote' }, textOf(content)));
  return make('fieldset', { class: 'ns-targets__group' }, make('legend', { class: 'ns-targets__legend-title' }, code === undefined ? label : `Reason for ${nameOf(code)}`), make('div', { class: 'ns-targets__sides' }, choice('mine', 'Take yours', mine), choice('theirs', 'Take theirs', theirs)));
}

/** @param {*} content of a field @returns {string} as somebody reads it */
function textOf(content) {
  if (typeof content === 'string') {
    return content === '' ? '(nothing)' : content;
  }
  const lines = content.map((item) => Object.values(item).flat().filter((text) => text !== '').join('; '));
  return lines.length === 0 ? '(nothing)' : lines.map((line, place) => `${place + 1}. ${line}`).join('\n');
}
