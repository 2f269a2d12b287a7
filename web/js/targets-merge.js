/**
 * Two people changed the same revision. What only one of them changed is taken; where both changed the same in different ways, somebody
 * must decide. Nothing of either is lost silently.
 */

const FIELDS = Object.freeze({
  title: 'Name',
  priorities: 'Priorities',
  alternatives: 'Other choices that were looked at',
  dissent: 'What was said against it',
  review: 'Review on',
});

/**
 * @typedef {object} Conflict
 * @property {string} field
 * @property {string} label
 * @property {*} mine
 * @property {*} theirs
 *
 * @typedef {object} Merged
 * @property {object} decision mine where there is a conflict
 * @property {Conflict[]} conflicts
 * @property {string[]} fromThem labels of what they changed and was taken
 * @property {{code: string, isMine: boolean, isTheirs: boolean, was: boolean}[]} areas that one of us put in or took out
 */

/** @param {object} base what both began with @param {object} mine @param {object} theirs @returns {Merged} */
export function mergeDecisions(base, mine, theirs) {
  const decision = { ...mine };
  const conflicts = [];
  const fromThem = [];
  for (const [field, label] of Object.entries(FIELDS)) {
    const [was, my, their] = [base, mine, theirs].map((one) => JSON.stringify(one[field]));
    if (their === was || their === my) {
      continue;
    }
    if (my === was) {
      decision[field] = theirs[field];
      fromThem.push(label);
    } else {
      conflicts.push({ field, label, mine: mine[field], theirs: theirs[field] });
    }
  }
  const { areas, changed } = mergeAreas(base.areas, mine.areas, theirs.areas, conflicts);
  decision.areas = areas;
  return { decision, conflicts, fromThem, areas: changed };
}

/** Each area by itself: what one of us put in is in, what one of us took out is out. */
function mergeAreas(base, mine, theirs, conflicts) {
  const [was, my, their] = [base, mine, theirs].map((list) => new Map(list.map(({ code, reason }) => [code, reason])));
  const changed = [];
  const areas = [];
  for (const code of new Set([...base, ...mine, ...theirs].map((area) => area.code))) {
    const isMine = my.has(code);
    const isTheirs = their.has(code);
    if (isMine !== isTheirs) {
      changed.push({ code, isMine, isTheirs, was: was.has(code) });
    }
    const isIn = isMine === isTheirs ? isMine : !was.has(code);
    if (isIn) {
      const old = was.get(code) ?? '';
      areas.push({ code, reason: mergeReason({ code, was: old, my: my.get(code) ?? old, their: their.get(code) ?? old }, conflicts) });
    }
  }
  return { areas, changed };
}

function mergeReason({ code, was, my, their }, conflicts) {
  if (my !== was && their !== was && my !== their) {
    conflicts.push({ field: `reason ${code}`, label: `Reason for ${code}`, mine: my, theirs: their });
    return my;
  }
  return my === was ? their : my;
}

/**
 * @param {Merged} merged
 * @param {Readonly<Record<string, 'mine'|'theirs'>>} taken what was decided, by the field of the conflict
 * @returns {object} the decision that is to be saved
 */
export function settleMerge({ decision, conflicts }, taken) {
  const settled = { ...decision, areas: decision.areas.map((area) => ({ ...area })) };
  for (const { field, theirs } of conflicts) {
    if (taken[field] === 'theirs') {
      const [, code] = /^reason (.+)$/.exec(field) ?? [];
      if (code === undefined) {
        settled[field] = theirs;
      } else {
        settled.areas.find((area) => area.code === code).reason = theirs;
      }
    }
  }
  return settled;
}
