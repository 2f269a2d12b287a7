/**
 * A decision as the form holds it and as the service takes it. Names of fields are those of the service, so that what it refuses stands
 * beside its field.
 */

/** A plan has three to five priorities; a new one shows three. */
export const FEWEST_PRIORITIES = 3;
export const MOST_PRIORITIES = 5;

const NO_PRIORITY = Object.freeze({ title: '', group: '', actions: '', outcomeMeasures: '' });

/** @param {string} text one thing on each line @returns {string[]} */
export function linesOf(text) {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
}

/** @param {string} text codes with commas or spaces between them @returns {string[]} */
export function codesOf(text) {
  return text.split(/[\s,;]+/).filter((code) => code !== '');
}

/**
 * @typedef {object} PlanFields
 * @property {string} title
 * @property {string} savedBy
 * @property {{title: string, group: string, actions: string, outcomeMeasures: string}[]} priorities
 * @property {Readonly<Record<string, string>>} reasons by code
 * @property {{areas: string, whyNot: string}[]} alternatives
 * @property {string} dissent
 * @property {string} review
 */

/** @returns {PlanFields} */
export function emptyPlan() {
  return { title: '', savedBy: '', priorities: Array.from({ length: FEWEST_PRIORITIES }, () => ({ ...NO_PRIORITY })), reasons: {}, alternatives: [], dissent: '', review: '' };
}

/** @param {object} decision as the service gives it @returns {PlanFields} with room for the fewest priorities */
export function planOf(decision) {
  const priorities = decision.priorities.map(({ title, group, actions, outcomeMeasures }) => ({ title, group, actions: actions.join('\n'), outcomeMeasures: outcomeMeasures.join('\n') }));
  while (priorities.length < FEWEST_PRIORITIES) {
    priorities.push({ ...NO_PRIORITY });
  }
  return {
    title: decision.title,
    savedBy: decision.savedBy,
    priorities,
    reasons: Object.fromEntries(decision.areas.map(({ code, reason }) => [code, reason])),
    alternatives: decision.alternatives.map(({ areas, whyNot }) => ({ areas: areas.join(' '), whyNot })),
    dissent: decision.dissent,
    review: decision.review,
  };
}

/** @param {{title: string}} fields @returns {boolean} whether nothing was written */
function isBlank(fields) {
  return Object.values(fields).every((text) => text.trim() === '');
}

/**
 * @param {PlanFields} plan
 * @param {{district: string, state: string, codes: readonly string[]}} about
 * @returns {object} for the service; priorities and alternatives without a word are left out
 */
export function decisionOf(plan, { district, state, codes }) {
  return {
    title: plan.title.trim(),
    district,
    state,
    savedBy: plan.savedBy.trim(),
    priorities: plan.priorities
      .filter((priority) => !isBlank(priority))
      .map(({ title, group, actions, outcomeMeasures }) => ({ title: title.trim(), group: group.trim(), actions: linesOf(actions), outcomeMeasures: linesOf(outcomeMeasures) })),
    areas: codes.map((code) => ({ code, reason: (plan.reasons[code] ?? '').trim() })),
    alternatives: plan.alternatives.filter((one) => !isBlank(one)).map(({ areas, whyNot }) => ({ areas: codesOf(areas), whyNot: whyNot.trim() })),
    dissent: plan.dissent.trim(),
    review: plan.review.trim(),
  };
}

/**
 * Priorities and alternatives without a word are not sent, so that the service counts others than the form does.
 *
 * @param {string} field as the service names it
 * @param {PlanFields} plan that was sent
 * @returns {string} as the form names it
 */
export function fieldInForm(field, plan) {
  return field.replace(/^(priorities|alternatives)\[(\d+)\]/, (all, name, number) => {
    const sent = plan[name].map((fields, place) => [fields, place]).filter(([fields]) => !isBlank(fields));
    return sent[number] === undefined ? all : `${name}[${sent[number][1]}]`;
  });
}
