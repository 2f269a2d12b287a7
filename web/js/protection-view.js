/** The parts of the data protection page. Each fills its element, and says so where there is nothing to say. */

import { make } from './dom.js';
import { measureTable } from './protection-tables.js';
import { auditWords, datasetFacts, decisionSentence, exactUseSentence } from './protection-words.js';

const FEW_DATASETS = 3;

/** @param {HTMLElement} root @param {import('./types.js').Protection} protection */
export function showAudit(root, { audit }) {
  const { title, sentence, facts } = auditWords(audit);
  root.replaceChildren(
    make('p', { class: 'ns-protection__finding' }, make('strong', {}, `${title}. `), sentence),
    facts.length === 0 ? '' : make('dl', { class: 'ns-layer__facts ns-protection__facts' }, ...facts.flatMap(([term, text]) => fact(term, [text]))),
  );
}

/** @param {HTMLElement} root @param {import('./types.js').Protection} protection */
export function showDatasets(root, { datasets }) {
  const all = datasets ?? [];
  root.replaceChildren(
    ...(all.length === 0
      ? [make('p', {}, 'No counts of children are loaded for this county. Open data needs no approval.')]
      : all.map((dataset) => datasetDetails(dataset, all.length <= FEW_DATASETS))),
  );
}

/** @param {HTMLElement} root @param {import('./types.js').Protection} protection @param {string} extent @param {Map<string, string>} titles of layers by id */
export function showMeasures(root, { measures }, extent, titles) {
  const all = measures ?? [];
  root.replaceChildren(
    ...(all.length === 0 ? [make('p', {}, 'No measure of this county has counts of children.')] : all.map((measure) => measureTable(measure, extent, titles))),
  );
}

/** @param {HTMLElement} root @param {import('./types.js').Protection} protection */
export function showReasons(root, { reasons }) {
  const all = reasons ?? [];
  root.replaceChildren(all.length === 0 ? make('p', {}, 'No reasons were given. The tables below say how many areas are hidden.') : list(all));
}

/** @param {HTMLElement} root @param {import('./types.js').Protection} protection */
export function showExactUses(root, { exactUses }) {
  root.replaceChildren(make('p', {}, exactUseSentence(exactUses)));
}

function datasetDetails(dataset, isOpen) {
  const decisions = dataset.decisions ?? [];
  const summary = make(
    'summary',
    { class: 'ns-layer__summary' },
    dataset.title,
    make('span', { class: 'ns-protection__state' }, ` \u00b7 ${dataset.stateWords || dataset.state}`),
  );
  return make(
    'details',
    { class: 'ns-layer', 'data-print': 'open', open: isOpen },
    summary,
    make(
      'div',
      { class: 'ns-layer__body' },
      make(
        'dl',
        { class: 'ns-layer__facts' },
        ...datasetFacts(dataset).flatMap(([term, lines]) => fact(term, lines)),
        ...fact('Decisions', decisions.length === 0 ? ['nobody has decided anything yet'] : decisions.map(decisionSentence)),
      ),
    ),
  );
}

function fact(term, lines) {
  return [make('dt', {}, term), make('dd', {}, lines.length === 1 ? lines[0] : list(lines))];
}

function list(lines) {
  return make('ul', { class: 'ns-data__list' }, ...lines.map((line) => make('li', {}, line)));
}
