/** The chosen areas, and the count of them: the same by mouse, by keyboard and without the map. */

import { make } from './dom.js';
import { formatNumber } from './format.js';
import { markingSentences } from './release.js';
import { COUNTED_IS_RECORDED, answerSentences, reasonOf } from './selection-words.js';

const FIRST_AREAS = 10;

/**
 * @typedef {object} SelectionContent
 * @property {string} introduction
 * @property {string} heading how many are chosen, or empty
 * @property {{code: string, name: string}[]} areas chosen ones that are named
 * @property {string[]} notes
 * @property {{label: string, isDone: boolean}|null} addAll
 * @property {boolean} hasClear
 * @property {string} other title of the layer where areas can be chosen, or empty
 * @property {boolean} canCount
 */

export class SelectionView {
  /**
   * @param {HTMLElement} root
   * @param {{onAddAll: () => void, onRemove: (code: string) => void, onClear: () => void, onOther: () => void, onCount: () => void}} listeners
   */
  constructor(root, { onAddAll, onRemove, onClear, onOther, onCount }) {
    this.root = root;
    this.title = make('h2', { class: 'ns-count__title', tabindex: '-1', id: 'count-title' }, 'Count chosen areas');
    this.introduction = make('p', { class: 'ns-count__text' });
    this.heading = make('h3', { class: 'ns-count__heading' });
    this.list = make('ul', { class: 'ns-count__areas' });
    this.notes = make('div', { class: 'ns-count__notes' });
    this.addAll = this.button('', onAddAll);
    this.clear = this.button('Clear', onClear, { class: 'ns-button', 'aria-label': 'Clear the selection' });
    this.other = this.button('', onOther);
    this.recorded = make('p', { class: 'ns-count__notes', id: 'count-recorded' }, COUNTED_IS_RECORDED);
    this.count = this.button('Count these areas', onCount, { class: 'ns-button ns-button--strong', 'aria-describedby': 'count-recorded' });
    this.status = make('div', { class: 'ns-count__status', role: 'status' });
    const gather = make('div', { class: 'ns-count__actions' }, this.addAll, this.clear, this.other);
    root.replaceChildren(
      this.title,
      this.introduction,
      this.heading,
      this.list,
      this.notes,
      gather,
      this.recorded,
      make('div', { class: 'ns-count__actions' }, this.count),
      this.status,
    );
    this.list.addEventListener('click', ({ target }) => {
      const button = target.closest('button[data-code]');
      if (button) {
        onRemove(button.dataset.code);
      }
    });
  }

  /** @param {?SelectionContent} content null for nothing to choose and nothing chosen */
  show(content) {
    const focused = this.root.contains(document.activeElement) ? document.activeElement : null;
    const place = [...this.list.querySelectorAll('button')].indexOf(focused);
    this.root.hidden = content === null;
    if (content === null) {
      return;
    }
    const { introduction, heading, areas, notes, addAll, hasClear, other, canCount } = content;
    this.root.classList.toggle('ns-count--empty', areas.length === 0);
    setText(this.introduction, introduction);
    setText(this.heading, heading);
    this.list.replaceChildren(...areas.slice(0, FIRST_AREAS).map(chip), ...moreThan(areas));
    this.list.hidden = areas.length === 0;
    this.notes.replaceChildren(...notes.map((text) => make('p', {}, text)));
    setText(this.addAll, addAll?.label ?? '');
    this.addAll.setAttribute('aria-disabled', String(addAll?.isDone ?? false));
    this.clear.hidden = !hasClear;
    setText(this.other, other === '' ? '' : `Show ${other}`);
    this.recorded.hidden = !canCount;
    this.count.hidden = !canCount;
    this.keepFocus(focused, place);
  }

  /** A button that is gone hands its focus to the next one like it, or to the title. */
  keepFocus(focused, place) {
    if (focused === null || (focused.isConnected && !focused.hidden)) {
      return;
    }
    const buttons = [...this.list.querySelectorAll('button')];
    (place < 0 ? this.title : buttons[Math.min(place, buttons.length - 1)] ?? this.title).focus();
  }

  /** @param {boolean} isWaiting whether the service is counting */
  showWaiting(isWaiting) {
    this.count.setAttribute('aria-disabled', String(isWaiting));
    this.status.replaceChildren(isWaiting ? make('p', {}, 'Counting\u2026') : '');
  }

  /** @param {import('./types.js').SelectionCount} answer */
  showAnswer(answer) {
    this.showWaiting(false);
    const reason = reasonOf(answer);
    this.status.replaceChildren(reason === '' ? counted(answer) : notCounted(answer.state, reason));
    this.status.scrollIntoView({ block: 'nearest' });
  }

  button(label, onClick, attributes = { class: 'ns-button' }) {
    const press = (event) => event.currentTarget.getAttribute('aria-disabled') !== 'true' && onClick();
    return make('button', { type: 'button', ...attributes, on: { click: press } }, label);
  }
}

function chip({ code, name }) {
  const label = `Remove ${name} from selection`;
  const cross = make('span', { 'aria-hidden': 'true' }, '\u00d7');
  const remove = make('button', { type: 'button', class: 'ns-count__remove', 'data-code': code, 'aria-label': label, title: label }, cross);
  return make('li', { class: 'ns-count__area' }, name, remove);
}

function moreThan(areas) {
  const more = areas.length - FIRST_AREAS;
  return more > 0 ? [make('li', { class: 'ns-count__more' }, `and ${formatNumber(more)} more`)] : [];
}

function counted(answer) {
  const [first, ...rest] = answerSentences(answer).map(({ before, key, after }) =>
    make('p', {}, before, key && make('strong', {}, key), after),
  );
  first.className = 'ns-count__first';
  return make(
    'div',
    { class: 'ns-count__answer' },
    first,
    ...rest,
    small('Marking', markingSentences(answer)),
    small('Read with care', answer.cautions),
    small('Sources', [answer.source].filter(Boolean)),
  );
}

/** The same three that the footer has, for an answer that is copied or printed alone. */
function small(title, sentences) {
  return sentences.length > 0 && make('p', { class: 'ns-count__small' }, make('strong', {}, `${title}: `), sentences.join(' '));
}

function notCounted(state, reason) {
  const swatch = make('span', { class: `ns-count__pattern ns-pattern ns-pattern--${state}`, 'aria-hidden': 'true' });
  return make('div', { class: 'ns-count__answer ns-count__answer--none' }, swatch, make('p', {}, reason));
}

/** An element without text is out of the way. */
function setText(element, text) {
  element.textContent = text;
  element.hidden = text === '';
}
