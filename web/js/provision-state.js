/**
 * The state of the page of provision, written to the address.
 *
 * @typedef {object} ProvisionState
 * @property {string} extent name of the county shown; empty for the first
 * @property {string} key what budgets are shared out by; empty for children
 */

/** @type {Readonly<ProvisionState>} */
export const DEFAULT_PROVISION_STATE = Object.freeze({ extent: '', key: '' });

const SHAPES = Object.freeze({ extent: /^[A-Za-z0-9_.-]{1,250}$/, key: /^(children-in-need|need)$/ });

/**
 * @param {string} search the query part of an address
 * @returns {ProvisionState} what cannot be read is as usual
 */
export function parseProvisionState(search) {
  const query = new URLSearchParams(search);
  const state = { ...DEFAULT_PROVISION_STATE };
  for (const [name, shape] of Object.entries(SHAPES)) {
    const text = query.get(name) ?? '';
    if (shape.test(text)) {
      state[name] = text;
    }
  }
  return state;
}

/** @param {ProvisionState} state @returns {string} the query part of the address, empty or with its question mark */
export function formatProvisionState(state) {
  const query = new URLSearchParams(Object.entries(state).filter(([name, text]) => text !== DEFAULT_PROVISION_STATE[name]));
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
