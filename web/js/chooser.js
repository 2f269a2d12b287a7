/**
 * Gathers areas and has them counted together. What is chosen stands in the page state; the answer is kept here, and only until
 * something else is chosen.
 */

import { countSelection } from './api.js';
import { writeAddress } from './address.js';
import { NONE_CHOSEN, codesIn, withAreas, withoutAreas } from './chosen.js';
import { make } from './dom.js';
import { formatCount, formatNumber } from './format.js';
import { showMessages, showProblem } from './frame.js';
import { chooseLayer } from './layer-choice.js';
import { keepDistrict } from './ordering.js';
import { SelectionView } from './selection-view.js';
import {
  DISTRICTS_ONLY, HOW_TO_CHOOSE, NOT_COUNTED_HERE, chosenWords, elsewhereWords, linkWords, smallAreaLayer, unknownWords,
} from './selection-words.js';

export class Chooser {
  /**
   * @param {import('./map-page.js').MapPage} page
   * @param {HTMLElement} root
   */
  constructor(page, root) {
    this.page = page;
    this.root = root;
    this.view = new SelectionView(root, {
      onAddAll: () => this.addShown(),
      onRemove: (code) => this.toggle(code),
      onClear: () => this.change(NONE_CHOSEN, 'Cleared'),
      onOther: () => chooseLayer(page, this.other.id, true),
      onCount: () => this.count(),
    });
  }

  /** @returns {?readonly string[]} what is chosen on the layer, or null where nothing can be */
  codes() {
    const { entry, state } = this.page;
    return entry.selection ? codesIn(state.chosen, entry.geography) : null;
  }

  /** Adds an area or takes it out; where nothing can be chosen, it is only looked at. */
  toggle(code) {
    const { entry, state } = this.page;
    const isChosen = codesIn(state.chosen, entry.geography).includes(code);
    if (isChosen) {
      return this.change(withoutAreas(state.chosen, [code]), `${this.nameOf(code)} removed`);
    }
    return entry.selection
      ? this.change(withAreas(state.chosen, entry.geography, [code]), `${this.nameOf(code)} added`)
      : this.page.change({ area: code });
  }

  addShown() {
    const { entry, state } = this.page;
    return this.change(withAreas(state.chosen, entry.geography, this.shownCodes()), 'Added all areas shown');
  }

  change(chosen, said) {
    this.page.part('announcer').textContent = `${said}: ${chosenWords(chosen.codes.length)}.`;
    return this.page.change({ chosen });
  }

  /** Leaves out what the county does not have, as a link from elsewhere may name it. */
  settle() {
    const { page } = this;
    const unknown = codesIn(page.state.chosen, page.entry.geography).filter((code) => !page.rows.has(code));
    if (unknown.length > 0) {
      page.state = { ...page.state, chosen: withoutAreas(page.state.chosen, unknown) };
      writeAddress(page.state, { isSmall: true });
      page.part('messages').append(make('p', { class: 'ns-message' }, unknownWords(unknown.length, page.extent.title)));
    }
  }

  /** @param {{isNew: boolean}} what changed: an answer belongs to one choice and one measure */
  show({ isNew }) {
    const { page } = this;
    const { chosen } = page.state;
    const codes = codesIn(chosen, page.entry.geography);
    if (isNew) {
      this.asked = undefined;
      this.view.showWaiting(false);
    }
    this.offer = { selection: page.entry.selection, codes };
    page.map.choose(codes);
    page.table.choose(codes);
    page.panel.offerChoice(this.codes());
    const content = this.content(codes);
    this.view.show(content);
    page.part('skip-to-count').hidden = content === null;
    this.showLink(content?.heading ?? '');
  }

  /** Above the table and the map, for those who see the count far from where they choose. */
  showLink(heading) {
    const link = this.page.part('count-link');
    link.hidden = heading === '';
    link.replaceChildren(`${heading}: `, make('a', { class: 'ns-link', href: '#count' }, 'go to the count'));
  }

  /** @returns {?import('./selection-view.js').SelectionContent} */
  content(codes) {
    const { entry, layers, state } = this.page;
    const { chosen } = state;
    const isOffered = entry.selection !== undefined;
    this.other = !isOffered && entry.kind === 'rate' ? smallAreaLayer(layers, entry) : undefined;
    if (!isOffered && this.other === undefined && chosen.codes.length === 0) {
      return null;
    }
    const isElsewhere = chosen.codes.length > codes.length;
    return {
      introduction: this.other ? DISTRICTS_ONLY : codes.length === 0 && isOffered ? HOW_TO_CHOOSE : '',
      heading: codes.length === 0 ? '' : chosenWords(codes.length),
      areas: codes.map((code) => ({ code, name: this.nameOf(code) })),
      notes: [
        isElsewhere && !this.other ? elsewhereWords(chosen.codes.length, chosen.geography, isOffered) : '',
        isElsewhere && this.other ? `${chosenWords(chosen.codes.length)}.` : '',
        !isOffered && !this.other ? NOT_COUNTED_HERE : '',
        linkWords(chosen.codes.length),
      ].filter(Boolean),
      addAll: isOffered ? this.addAll(codes) : null,
      hasClear: chosen.codes.length > 0,
      other: this.other?.title ?? '',
      canCount: isOffered && codes.length > 0,
    };
  }

  addAll(codes) {
    const chosen = new Set(codes);
    const shown = this.shownCodes();
    const isDone = shown.every((code) => chosen.has(code));
    const count = formatNumber(shown.length);
    return { isDone, label: isDone ? `All ${formatCount(shown.length, 'area', 'areas')} shown are chosen` : `Add all areas shown (${count})` };
  }

  async count() {
    const { selection, codes } = this.offer;
    const asked = {};
    this.asked = asked;
    this.view.showWaiting(true);
    try {
      const answer = await countSelection(this.page.extent.name, { ...selection, codes });
      if (this.asked === asked) {
        this.view.showAnswer(answer);
      }
    } catch (error) {
      if (this.asked === asked) {
        this.view.showWaiting(false);
        this.reportProblem(error);
      }
    }
  }

  reportProblem(error) {
    const messages = this.page.part('messages');
    showProblem(messages, error, () => {
      showMessages(messages, []);
      return this.count();
    });
    messages.scrollIntoView({ block: 'nearest' });
  }

  shownCodes() {
    const { data, state } = this.page;
    return keepDistrict(data.areas, state.district).map(({ code }) => code);
  }

  nameOf(code) {
    return this.page.rows.get(code)?.name ?? code;
  }
}
