/** One area: what was found, which settings say so and which do not, its numbers, and who its neighbours are. */

import { fetchNeighbours } from './api.js';
import { make } from './dom.js';
import { formatNumber, formatValue, shortLabel } from './format.js';
import { facts, list } from './gradient-parts.js';
import { LISTED } from './hotspots-state.js';
import { capital, chanceText, findingText, foundText, kindOf, scoreText, settingsSplit, yearsText } from './hotspots-words.js';

export class HotspotsArea {
  /**
   * @param {HTMLElement} root
   * @param {{onSelect: (code: string) => void, onAround: (kind: string) => void, onNeighbours: (codes: string[]) => void, onZoom: (code: string) => void, onClear: () => void}} listeners
   *     `onNeighbours` hears whom to mark on the map
   */
  constructor(root, listeners) {
    this.root = root;
    this.listeners = listeners;
  }

  /** @param {object} result @param {object} options @param {string} extent @param {(code: string) => string} districtName */
  setResult(result, options, extent, districtName) {
    const asked = result.settings.neighbours;
    const rest = options.neighbours.map(({ id }) => id).filter((id) => !asked.includes(id));
    const titles = new Map(options.neighbours.map(({ id, title }) => [id, title]));
    titles.set(LISTED, 'Those of the file');
    const kinds = [...asked, ...rest].map((id) => [id, titles.get(id) ?? id]);
    Object.assign(this, { result, extent, districtName, kinds });
  }

  /** @param {string[]} first names of the areas to begin with, by code */
  showInvitation(first) {
    this.shown = '';
    this.listeners.onNeighbours([]);
    this.replace(
      make('h2', { class: 'ns-panel__title', tabindex: '-1' }, 'Pick an area'),
      make('p', {}, 'Press an area on the map or its name in the table to read which settings find it, and to see its neighbours.'),
      first.length > 0 && make('h3', { class: 'ns-profile__heading' }, 'First in the table'),
      first.length > 0 && make('ul', { class: 'ns-panel__first' }, ...first.map((area) => make('li', {}, this.link(area), make('span', { class: 'ns-profile__small' }, findingText(area))))),
    );
  }

  /** @param {import('./hotspots-words.js').HotspotArea} area @param {string} around the kind of neighbours, or empty for the first */
  show(area, around) {
    const [kind] = this.kinds.find(([id]) => id === around) ?? this.kinds[0];
    if (this.shown !== area.code) {
      this.shown = area.code;
      this.showArea(area);
    }
    this.around.value = kind;
    this.showNeighbours(area, kind);
  }

  showArea(area) {
    const { result, listeners } = this;
    const { found, missed } = settingsSplit(area, result.runs);
    const isParted = found.length > 0 && missed.length > 0;
    const place = [this.districtName(area.district), result.extent.title].filter(Boolean).join(' \u00b7 ');
    const finding = { hot: ' ns-finding--hot', cold: ' ns-finding--cold' }[kindOf(area)] ?? '';
    this.around = make(
      'select',
      { class: 'ns-field__input', id: 'around', on: { change: () => listeners.onAround(this.around.value) } },
      ...this.kinds.map(([id, title]) => make('option', { value: id }, title)),
    );
    this.neighbours = make('div', { 'aria-live': 'polite' });
    this.replace(
      make('p', { class: 'ns-panel__place' }, place),
      make('h2', { class: 'ns-panel__title', tabindex: '-1' }, area.name),
      make('p', { class: 'ns-panel__code' }, result.extent.fictional ? `${area.code} \u00b7 fictional area` : area.code),
      // The lists under it say what the note says of settings.
      make('div', { class: `ns-finding${finding}` }, make('p', {}, make('strong', {}, `${findingText(area)}.`), found.length === 0 && ` ${area.note}`)),
      found.length > 0 && heading('Found by'),
      list(found),
      isParted && heading('Not found by'),
      isParted && list(missed),
      facts([
        [capital(shortLabel(result.valueLabel)), formatValue(area.value, area.state, { unit: /\bper\b/.test(result.valueLabel) ? '' : result.unit, decimals: result.decimals })],
        ['Settings that find it', foundText(area)],
        ['Neighbours that are high too', typeof area.joins === 'number' ? formatNumber(area.joins, Number.isInteger(area.joins) ? 0 : 2) : ''],
        ['z-score, in standard deviations', scoreText(area.z)],
        ['p-value', chanceText(area.p)],
        ['q-value (false discovery rate)', chanceText(area.q)],
        ['Years in which it is a hotspot', yearsText(area)],
      ]),
      make(
        'div',
        { class: 'ns-panel__actions' },
        this.button('Zoom to it', () => listeners.onZoom(area.code)),
        this.button('Clear', listeners.onClear),
      ),
      heading('Its neighbours'),
      make('div', { class: 'ns-field' }, make('label', { class: 'ns-field__label', for: 'around' }, 'Neighbours are'), this.around),
      this.neighbours,
      make('p', { class: 'ns-panel__caution' }, 'These figures describe areas, not the people in them.'),
    );
  }

  async showNeighbours({ code, listed = [] }, kind) {
    const wanted = `${code} ${kind}`;
    if (this.wanted === wanted) {
      return;
    }
    this.wanted = wanted;
    try {
      const { neighbours } = kind === LISTED ? { neighbours: listed } : await fetchNeighbours(this.extent, this.result.geography, kind, code);
      if (this.wanted === wanted) {
        this.listeners.onNeighbours(neighbours.map((one) => one.code));
        this.neighbours.replaceChildren(...this.namesOf(neighbours));
      }
    } catch (error) {
      if (this.wanted === wanted) {
        this.wanted = '';
        this.listeners.onNeighbours([]);
        this.neighbours.replaceChildren(make('p', {}, error.detail || error.message));
      }
    }
  }

  namesOf(neighbours) {
    if (neighbours.length === 0) {
      return [make('p', {}, 'It has no neighbours of this kind.')];
    }
    const isWeighted = neighbours.some(({ weight }) => weight !== neighbours[0].weight);
    const byCode = new Map(this.result.areas.map((area) => [area.code, area]));
    return [
      make('p', { class: 'ns-profile__small' }, `${formatNumber(neighbours.length)}, with a dashed line around them and dots on the map:`),
      make(
        'ul',
        { class: 'ns-panel__neighbours' },
        ...neighbours.map((one) => {
          const area = byCode.get(one.code);
          const words = [area && findingText(area), isWeighted && `weight ${formatNumber(one.weight, 3)}`].filter(Boolean).join(', ');
          return make('li', {}, this.link(one), words !== '' && make('span', { class: 'ns-profile__small' }, ` ${words}`));
        }),
      ),
    ];
  }

  /** Someone who went on from inside the panel goes on reading at its new title. */
  replace(...children) {
    const hadFocus = this.root !== document.activeElement && this.root.contains(document.activeElement);
    this.wanted = '';
    this.root.replaceChildren(...children.filter(Boolean));
    if (hadFocus) {
      this.root.querySelector('.ns-panel__title').focus();
    }
  }

  link({ code, name }) {
    return make('button', { type: 'button', class: 'ns-link', on: { click: () => this.listeners.onSelect(code) } }, name);
  }

  button(label, onClick) {
    return make('button', { type: 'button', class: 'ns-button', on: { click: onClick } }, label);
  }
}

function heading(text) {
  return make('h3', { class: 'ns-profile__heading' }, text);
}
