/** What is known about the selected area, in the order a reader asks: where, how deprived, a hotspot or not, why, what help, how sure. */

import { fetchProfile } from './api.js';
import { make } from './dom.js';
import { deprivationSection, gapSection, helpSection, hotspotSection, indicatorSection, needSection, neighbourSection } from './profile-sections.js';
import { DEFAULT_TARGETS_STATE, formatTargetsState } from './targets-state.js';

/** So much of a profile must be seen for somebody to notice that it is another one. */
const SEEN_PIXELS = 150;

export class AreaPanel {
  /**
   * @param {HTMLElement} root
   * @param {{onSelect: (code: string) => void, onToggle: (code: string) => void, onZoom: (code: string) => void, onClear: () => void}} listeners
   */
  constructor(root, listeners) {
    this.root = root;
    this.listeners = listeners;
    /** @type {?readonly string[]} */
    this.chosen = null;
    this.choice = this.button('', () => this.listeners.onToggle(this.shown));
  }

  /** @param {?readonly string[]} chosen codes of areas that are gathered, or null where none can be */
  offerChoice(chosen) {
    this.chosen = chosen;
    this.choice.hidden = chosen === null;
    this.choice.textContent = chosen?.includes(this.shown) ? 'Remove from selection' : 'Add to selection';
  }

  /**
   * @param {string} place the county's name
   * @param {{code: string, lines: string[]}[]} first areas to begin with
   */
  showInvitation(place, first) {
    this.wanted = undefined;
    this.shown = undefined;
    this.replace(
      make('h2', { class: 'ns-panel__title', tabindex: '-1' }, 'Pick an area'),
      make('p', {}, `Choose one of the areas of ${place} to read how deprived it is, whether it is a hotspot, what its circumstances are and which help reaches it.`),
      make(
        'ul',
        { class: 'ns-panel__ways' },
        make('li', {}, 'Press it on the map.'),
        make('li', {}, 'Or type its name or code under \u201cFind an area\u201d.'),
        make('li', {}, 'Or press its name in the table.'),
      ),
      make('h3', { class: 'ns-profile__heading' }, 'First in the table'),
      make(
        'ul',
        { class: 'ns-panel__first' },
        ...first.map(({ code, lines: [name, ...rest] }) =>
          make(
            'li',
            {},
            make('button', { type: 'button', class: 'ns-link', on: { click: () => this.listeners.onSelect(code) } }, name),
            make('span', { class: 'ns-profile__small' }, rest.join(' \u00b7 ')),
          ),
        ),
      ),
      caution(),
    );
  }

  /**
   * @param {import('./types.js').Extent} extent
   * @param {string} geography
   * @param {{code: string, name: string}} area
   */
  async open(extent, geography, { code, name }) {
    this.wanted = code;
    if (this.shown !== code) {
      this.showWaiting(name);
    }
    try {
      const profile = await fetchProfile(extent.name, geography, code);
      if (this.wanted === code) {
        this.show(profile, extent);
      }
    } catch (error) {
      this.showFailure(name, error.detail || error.message);
    }
  }

  /** Brings the profile into sight where it has a column of its own, without moving the page. */
  reveal() {
    const column = this.root.parentElement;
    const { top, bottom } = column.getBoundingClientRect();
    const at = this.root.getBoundingClientRect().top;
    if (at < top || at > bottom - SEEN_PIXELS) {
      column.scrollTop += at - top;
    }
  }

  showWaiting(name) {
    this.replace(
      make('h2', { class: 'ns-panel__title', tabindex: '-1' }, name),
      make('p', { class: 'ns-panel__quiet' }, 'Loading its profile\u2026'),
    );
  }

  showFailure(name, text) {
    this.shown = undefined;
    this.replace(
      make('h2', { class: 'ns-panel__title', tabindex: '-1' }, name),
      make('p', {}, text),
      this.button('Clear the selection', () => this.listeners.onClear()),
    );
  }

  /**
   * @param {object} profile as the service answers
   * @param {import('./types.js').Extent} extent
   */
  show(profile, extent) {
    const { onSelect, onZoom, onClear } = this.listeners;
    if (this.shown === profile.code) {
      return;
    }
    this.shown = profile.code;
    this.offerChoice(this.chosen);
    const place = [profile.district?.name, extent.title].filter(Boolean).join(' \u00b7 ');
    this.replace(
      make('p', { class: 'ns-panel__place' }, place),
      make('h2', { class: 'ns-panel__title', tabindex: '-1' }, profile.name),
      make('p', { class: 'ns-panel__code' }, profile.fictional ? `${profile.code} \u00b7 fictional area` : profile.code),
      make('div', { class: 'ns-panel__choice' }, this.choice),
      ...[
        deprivationSection(profile.deprivation ?? []),
        hotspotSection(profile.hotspots ?? []),
        indicatorSection(profile.indicators ?? []),
        helpSection(profile.rates ?? []),
        gapSection(profile.gaps ?? []),
        needSection(profile.need),
      ].filter((section) => section !== null),
      make(
        'div',
        { class: 'ns-panel__actions' },
        this.button('Zoom to it', () => onZoom(profile.code), 'ns-button--strong'),
        this.copyButton(),
        targetLink(profile, extent),
        this.button('Clear', onClear),
      ),
      neighbourSection(profile.neighbours ?? [], onSelect) ?? '',
      caution(),
    );
  }

  /** Someone who went on from inside the panel goes on reading at its new title. */
  replace(...children) {
    const hadFocus = this.root !== document.activeElement && this.root.contains(document.activeElement);
    this.root.replaceChildren(...children);
    if (hadFocus) {
      this.root.querySelector('.ns-panel__title').focus();
    }
  }

  button(label, onClick, style = '') {
    return make('button', { type: 'button', class: `ns-button ${style}`.trim(), on: { click: onClick } }, label);
  }

  copyButton() {
    const status = make('span', { class: 'ns-panel__copied', role: 'status' });
    const copy = async () => {
      try {
        await navigator.clipboard.writeText(location.href);
        status.textContent = 'Link copied.';
      } catch {
        // Without https the browser gives no clipboard: show the link, ready to be copied by hand.
        const field = make('input', { class: 'ns-field__input', readonly: true, 'aria-label': 'Link to this area', value: location.href });
        status.replaceChildren('Copy this link: ', field);
        field.select();
      }
    };
    return make('span', { class: 'ns-panel__copy' }, this.button('Copy link', copy), status);
  }
}

/** Boards choose among the areas that have a need score. */
function targetLink({ code, district, need }, { name }) {
  if (!need || !district) {
    return '';
  }
  return make('a', { class: 'ns-button', href: `/targets.html${formatTargetsState({ ...DEFAULT_TARGETS_STATE, extent: name, district: district.code, areas: [code] })}` }, 'Begin target areas with it');
}

function caution() {
  return make(
    'p',
    { class: 'ns-panel__caution' },
    'These figures describe areas. Not everyone in a deprived area is deprived, and not all deprived people live in deprived areas.',
  );
}
