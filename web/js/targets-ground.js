/** The areas that boards choose from, as the service lists them: who belongs to which district, who has most need, what is a whole. */

/**
 * @typedef {object} TargetArea
 * @property {string} code
 * @property {string} name
 * @property {string} district code
 * @property {?number} rank by need among the areas of the county, 1 for most
 * @property {?number} chance of being in the highest-need tenth, 0 to 1
 * @property {boolean} hotspot
 * @property {{state: string, number?: number}} children
 */

export class TargetGround {
  /** @param {{areas: TargetArea[], districts: {code: string, name: string}[], wholes: {level: string, title: string}[]}} answer */
  constructor(answer) {
    this.answer = answer;
    /** @type {Map<string, TargetArea>} */
    this.byCode = new Map(answer.areas.map((area) => [area.code, area]));
    this.districtNames = new Map(answer.districts.map(({ code, name }) => [code, name]));
  }

  /** @param {string} district code @returns {TargetArea[]} its areas, most need first, those without a rank last */
  inDistrict(district) {
    const last = Number.MAX_SAFE_INTEGER;
    return this.answer.areas
      .filter((area) => area.district === district)
      .sort((a, b) => (a.rank ?? last) - (b.rank ?? last) || a.code.localeCompare(b.code));
  }

  /** @param {string} district @param {number} count @param {readonly string[]} chosen @returns {string[]} as many with most need that are not chosen */
  mostNeed(district, count, chosen) {
    return this.inDistrict(district)
      .filter(({ code, rank }) => rank !== null && !chosen.includes(code))
      .slice(0, count)
      .map(({ code }) => code);
  }

  /** @param {string} district @returns {string[]} codes of its hotspots */
  hotspots(district) {
    return this.inDistrict(district).filter(({ hotspot }) => hotspot).map(({ code }) => code);
  }

  /** @param {string} district @param {string} level such as `msoa` @returns {{code: string, name: string, areas: string[]}[]} by name */
  wholes(district, level) {
    const wholes = new Map();
    for (const area of this.inDistrict(district)) {
      const whole = area[level];
      if (whole !== undefined) {
        wholes.set(whole.code, { ...whole, areas: [...(wholes.get(whole.code)?.areas ?? []), area.code] });
      }
    }
    return [...wholes.values()].sort((a, b) => a.name.localeCompare(b.name, 'en-GB', { numeric: true }));
  }

  /** @param {readonly string[]} codes @returns {{there: string[], gone: string[]}} those in the boundaries that are loaded, and those whose boundaries have changed since */
  split(codes) {
    return { there: codes.filter((code) => this.byCode.has(code)), gone: codes.filter((code) => !this.byCode.has(code)) };
  }

  /** @param {string} code @returns {string} its name, or the code of an area that is not there any more */
  nameOf(code) {
    return this.byCode.get(code)?.name ?? code;
  }
}
