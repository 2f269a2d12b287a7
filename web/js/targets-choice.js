/**
 * What a board has picked, and the steps that led there. Nothing here is changed in place, so that every step can be taken back. A lock
 * keeps an area as it is, in or out, whatever tool is used after it.
 *
 * @typedef {{codes: readonly string[], locks: readonly string[]}} Picked codes of chosen areas in the order of choosing, and of locked ones
 * @typedef {{now: Picked, past: readonly Picked[], future: readonly Picked[]}} Choice
 */

/** Steps further back than these are forgotten. */
export const MOST_STEPS = 200;

/** @param {readonly string[]} [codes] @param {readonly string[]} [locks] @returns {Choice} with nothing to take back */
export function startChoice(codes = [], locks = []) {
  return { now: { codes: [...new Set(codes)], locks: [...new Set(locks)] }, past: [], future: [] };
}

/**
 * @param {Choice} choice
 * @param {{add?: readonly string[], remove?: readonly string[]}} what locked areas stay as they are
 * @returns {Choice} the same where nothing changes
 */
export function pick(choice, { add = [], remove = [] }) {
  const { codes, locks } = choice.now;
  const isFree = (code) => !locks.includes(code);
  const gone = new Set(remove.filter(isFree));
  const left = codes.filter((code) => !gone.has(code));
  const next = [...new Set([...left, ...add.filter((code) => isFree(code) && !gone.has(code))])];
  return next.length === codes.length && next.every((code, index) => code === codes[index]) ? choice : step(choice, { codes: next, locks });
}

/** @param {Choice} choice @param {readonly string[]} codes all that are to be chosen; locked areas stay as they are */
export function pickExactly(choice, codes) {
  const wanted = new Set(codes);
  return pick(choice, { add: codes, remove: choice.now.codes.filter((code) => !wanted.has(code)) });
}

/** @param {Choice} choice @param {string} code in when it was out, out when it was in */
export function toggle(choice, code) {
  return choice.now.codes.includes(code) ? pick(choice, { remove: [code] }) : pick(choice, { add: [code] });
}

/** @param {Choice} choice @param {string} code keeps it as it is, or sets it free again */
export function toggleLock(choice, code) {
  const { codes, locks } = choice.now;
  return step(choice, { codes, locks: locks.includes(code) ? locks.filter((one) => one !== code) : [...locks, code] });
}

/** @param {Choice} choice @returns {Choice} */
export function undo(choice) {
  const { now, past, future } = choice;
  return past.length === 0 ? choice : { now: past[past.length - 1], past: past.slice(0, -1), future: [now, ...future] };
}

/** @param {Choice} choice @returns {Choice} */
export function redo(choice) {
  const { now, past, future } = choice;
  return future.length === 0 ? choice : { now: future[0], past: [...past, now], future: future.slice(1) };
}

function step({ now, past }, next) {
  return { now: next, past: [...past, now].slice(-MOST_STEPS), future: [] };
}
