/** Picking: map, table, tools and tallies, all about one choice, which every step can be taken back of. */

import { fetchTallies } from './api.js';
import { getModule } from './dom.js';
import { formatCount } from './format.js';
import { showProblem } from './frame.js';
import { showLegend } from './legend-view.js';
import { bindMapButtons } from './map-buttons.js';
import { MapView } from './map-view.js';
import { keepDistrict } from './ordering.js';
import { pick, redo, startChoice, toggle, toggleLock, undo } from './targets-choice.js';
import { TargetsTable } from './targets-table.js';
import { TargetsTallies } from './targets-tallies.js';
import { TargetsTools } from './targets-tools.js';
import { chanceText, choiceSentence } from './targets-words.js';

export class TargetsPicker {
  /**
   * @param {Document} root
   * @param {{onPick: (picked: import('./targets-choice.js').Picked, against: string[]) => void}} does
   */
  constructor(root, { onPick }) {
    this.part = (name) => getModule(root, name);
    this.onPick = onPick;
    this.choice = startChoice();
    this.asked = 0;
    this.budget = {};
    const press = (code) => this.toggle(code);
    this.map = new MapView(this.part('drawing'), {
      onSelect: press,
      onToggle: press,
      onMove: (centre) => this.part('map').classList.toggle('ns-show__map--near', centre !== null),
      onDescribe: (code) => this.describe(code),
    });
    this.table = new TargetsTable(this.part('table'), {
      onToggle: press,
      onLock: (code) => this.change(toggleLock(this.choice, code), `${this.ground.nameOf(code)}: ${this.choice.now.locks.includes(code) ? 'free again' : 'kept as it is'}`),
      onPoint: (code) => this.map.point(code),
    });
    this.tallies = new TargetsTallies(this.part('tallies'), { onAdd: (code) => this.add([code], this.ground.nameOf(code)) });
    this.tools = new TargetsTools(this.part('tools'), {
      onAdd: (codes, words) => this.add(codes, words),
      onRemove: (codes, words) => this.change(pick(this.choice, { remove: codes }), `Took out ${words}`),
      onUndo: () => this.change(undo(this.choice), 'Taken back'),
      onRedo: () => this.change(redo(this.choice), 'Done again'),
      onClear: () => this.change(pick(this.choice, { remove: this.choice.now.codes }), 'Took all out that are not kept'),
      onBrush: (brush) => this.setBrush(brush),
    });
    bindMapButtons(root, this.map, () => {});
  }

  /** @param {{extent: string, ground: import('./targets-ground.js').TargetGround, district: string, choice: import('./targets-choice.js').Choice, isFixed: boolean}} about */
  open({ extent, ground, district, choice, isFixed }) {
    Object.assign(this, { extent, ground, district, isFixed, choice, budget: {} });
    this.size = ground.inDistrict(district).length;
    this.table.setDistrict(ground, district, isFixed);
    this.part('tools').hidden = isFixed;
    this.tools.setOffers({
      hotspots: () => ground.hotspots(district),
      mostNeed: (count) => ground.mostNeed(district, count, this.choice.now.codes),
      wholes: ground.answer.wholes.map(({ level, title }) => ({ title, items: ground.wholes(district, level) })).filter(({ items }) => items.length > 0),
    });
    this.show();
  }

  /** @param {GeoJSON.FeatureCollection} areas @param {?GeoJSON.FeatureCollection} outlines @param {import('./types.js').LayerData} data of the need layer */
  draw(areas, outlines, data) {
    this.part('map').hidden = false;
    if (this.drawn !== areas) {
      this.drawn = areas;
      this.map.setAreas(areas);
      this.map.setDistricts(outlines);
    }
    this.map.paint(data, this.district);
    this.map.outline(this.ground.hotspots(this.district));
    this.map.fit(this.district);
    showLegend(this.part('legend'), data.layer, keepDistrict(data.areas, this.district));
    this.showOnMap();
  }

  /** @param {{limits?: object, costs?: object}} budget what areas take and how much there is, for the tallies */
  setBudget(budget) {
    this.budget = budget;
    this.count();
  }

  setBrush(brush) {
    const isIn = (code) => this.choice.now.codes.includes(code);
    const paint = {
      none: null,
      add: (code) => !this.isFixed && this.isOwn(code) && !isIn(code) && this.change(pick(this.choice, { add: [code] }), `${this.ground.nameOf(code)} added`),
      remove: (code) => !this.isFixed && isIn(code) && this.change(pick(this.choice, { remove: [code] }), `${this.ground.nameOf(code)} taken out`),
    };
    this.map.setBrush(paint[brush]);
  }

  isOwn(code) {
    return this.ground.byCode.get(code)?.district === this.district;
  }

  toggle(code) {
    if (this.isFixed) {
      return;
    }
    const name = this.ground.nameOf(code);
    if (!this.isOwn(code)) {
      this.tell(`${name} is not in this district: a board chooses areas of its own district.`);
    } else if (this.choice.now.locks.includes(code)) {
      this.tell(`${name} is kept as it is: untick \u201cKeep\u201d in the table first.`);
    } else {
      this.change(toggle(this.choice, code), `${name} ${this.choice.now.codes.includes(code) ? 'taken out' : 'added'}`);
    }
  }

  add(codes, words) {
    this.change(pick(this.choice, { add: codes }), `Added ${words}`);
  }

  /** @param {import('./targets-choice.js').Choice} choice @param {string} said for those who do not see it */
  change(choice, said) {
    if (choice === this.choice) {
      this.tell('Nothing changed.');
      return;
    }
    this.choice = choice;
    this.show();
    this.tell(`${said}. ${formatCount(choice.now.codes.length, 'area is', 'areas are')} chosen.`);
  }

  show() {
    const { now } = this.choice;
    this.tools.show(this.choice);
    this.table.show(now);
    this.showOnMap();
    this.onPick(now, this.against());
    this.count();
  }

  showOnMap() {
    this.map.choose(this.choice.now.codes);
  }

  /** @param {string[]} only codes in the first choice alone @param {string[]} others codes in the second alone */
  compare(only, others) {
    this.map.showPassing(only, others);
  }

  /** @returns {string[]} chosen areas that a choice by need alone, of as many areas, would not have */
  against() {
    const { codes } = this.choice.now;
    const byNeed = this.ground.mostNeed(this.district, codes.length, []);
    return codes.filter((code) => !byNeed.includes(code));
  }

  /** What the choice reaches; the answer to an older choice is not shown, and none where it is not known. */
  async count() {
    this.asked += 1;
    const asked = this.asked;
    this.part('tallies').setAttribute('aria-busy', 'true');
    try {
      const { there, gone } = this.ground.split(this.choice.now.codes);
      const answer = await fetchTallies(this.extent, { district: this.district, areas: there, ...this.budget });
      if (asked === this.asked) {
        const tallies = { ...answer.tallies, areasGone: gone.length };
        this.clearProblem();
        this.part('sentence').textContent = choiceSentence(tallies, this.ground.districtNames.get(this.district) ?? this.district, this.size);
        this.tallies.show(tallies, this.ground.answer, this.isFixed);
      }
    } catch (error) {
      if (asked === this.asked) {
        this.part('sentence').textContent = `${formatCount(this.choice.now.codes.length, 'area is', 'areas are')} chosen; what that reaches is not known.`;
        this.tallies.showNothing();
        showProblem(this.part('messages'), error, () => this.count());
        this.problem = this.part('messages').firstElementChild;
      }
      if (error.name !== 'ProblemError') {
        throw error;
      }
    }
  }

  /** What stood in the way once does not stand there when it is counted again. */
  clearProblem() {
    if (this.problem?.contains(document.activeElement)) {
      this.part('tallies').focus();
    }
    this.problem?.remove();
    this.problem = null;
  }

  /** @returns {string[]} lines about an area, its name first */
  describe(code) {
    const area = this.ground?.byCode.get(code);
    if (area === undefined) {
      return [code];
    }
    const { codes, locks } = this.choice.now;
    return [
      area.name,
      area.rank === null ? 'Need not available' : `Rank ${area.rank} by need, ${chanceText(area.chance)} to be in the highest-need tenth`,
      ...(area.hotspot ? ['Hotspot'] : []),
      ...(codes.includes(code) ? ['Chosen'] : []),
      ...(locks.includes(code) ? ['Kept as it is'] : []),
      ...(this.isOwn(code) ? [] : ['Not in this district']),
    ];
  }

  tell(text) {
    this.part('announcer').textContent = text;
  }
}
