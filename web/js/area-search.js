/** Find an area by name or code: a combobox whose list comes from the service. */

import { findAreas } from './api.js';
import { make } from './dom.js';
import { formatCount } from './format.js';

const PAUSE_MILLISECONDS = 180;
const SHORTEST = 2;

export class AreaSearch {
  /**
   * @param {{input: HTMLInputElement, list: HTMLElement, status: HTMLElement}} elements
   * @param {{extent: () => string, accepts: (area: import('./types.js').FoundArea) => boolean, onChoose: (area: import('./types.js').FoundArea) => void, onProblem: (error: Error) => void}} page
   */
  constructor({ input, list, status }, page) {
    Object.assign(this, { input, list, status, page });
    /** @type {import('./types.js').FoundArea[]} */
    this.areas = [];
    this.active = -1;
    input.addEventListener('input', () => this.searchSoon());
    input.addEventListener('keydown', (event) => this.press(event));
    input.addEventListener('blur', () => this.close());
    // Pressing the mouse on an option would take the focus away before the click arrives.
    list.addEventListener('mousedown', (event) => event.preventDefault());
  }

  searchSoon() {
    clearTimeout(this.timer);
    this.isStale = true;
    this.timer = setTimeout(() => this.search(), PAUSE_MILLISECONDS);
  }

  async search() {
    clearTimeout(this.timer);
    this.asked?.abort();
    const text = this.input.value.trim();
    if (text.length < SHORTEST) {
      this.show([]);
      this.status.textContent = '';
      return;
    }
    this.asked = new AbortController();
    try {
      const found = await findAreas(this.page.extent(), text, this.asked.signal);
      this.isStale = false;
      this.show(found.filter((area) => this.page.accepts(area)));
      this.status.textContent =
        this.areas.length === 0
          ? `No area with \u201c${text}\u201d in its name or code.`
          : `${formatCount(this.areas.length, 'area', 'areas')} found. Use the up and down arrows to choose.`;
    } catch (error) {
      if (error.name !== 'AbortError') {
        this.show([]);
        this.page.onProblem(error);
      }
    }
  }

  async press(event) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (this.areas.length === 0) {
        await this.search();
      }
      this.move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      await this.chooseByEnter();
    } else if (event.key === 'Escape') {
      this.close();
    }
  }

  /** Enter takes the marked area, or the only or exact one; with several it opens the list. */
  async chooseByEnter() {
    if (this.active < 0 && (this.isStale || this.areas.length === 0)) {
      await this.search();
    }
    const text = this.input.value.trim().toLowerCase();
    const exact = this.areas.find(({ name, code }) => name.toLowerCase() === text || code.toLowerCase() === text);
    const chosen = this.areas[this.active] ?? exact ?? (this.areas.length === 1 ? this.areas[0] : undefined);
    if (chosen) {
      this.choose(chosen);
    } else {
      this.move(1);
    }
  }

  choose(area) {
    this.input.value = area.name;
    this.close();
    this.status.textContent = `${area.name} selected.`;
    this.page.onChoose(area);
  }

  show(areas) {
    this.areas = areas;
    this.active = -1;
    this.list.replaceChildren(
      ...areas.map((area, index) =>
        make(
          'li',
          {
            class: 'ns-search__option',
            role: 'option',
            id: `${this.list.id}-${index}`,
            'aria-selected': 'false',
            on: { click: () => this.choose(area) },
          },
          make('span', { class: 'ns-search__name' }, area.name),
          make('span', { class: 'ns-search__detail' }, [area.code, area.districtName].filter(Boolean).join(' \u00b7 ')),
        ),
      ),
    );
    this.setOpen(areas.length > 0);
  }

  move(step) {
    if (this.areas.length === 0) {
      return;
    }
    this.setOpen(true);
    this.list.children[this.active]?.setAttribute('aria-selected', 'false');
    const count = this.areas.length;
    this.active = this.active < 0 && step < 0 ? count - 1 : (this.active + step + count) % count;
    const option = this.list.children[this.active];
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    this.input.setAttribute('aria-activedescendant', option.id);
  }

  close() {
    clearTimeout(this.timer);
    this.setOpen(false);
  }

  setOpen(isOpen) {
    this.list.hidden = !isOpen;
    this.input.setAttribute('aria-expanded', String(isOpen));
    if (!isOpen) {
      this.active = -1;
      this.input.removeAttribute('aria-activedescendant');
      for (const option of this.list.children) {
        option.setAttribute('aria-selected', 'false');
      }
    }
  }
}
