/** Making elements. Text always goes in as text, so nothing from a file can become markup. */

/**
 * @param {string} name
 * @param {Record<string, unknown>} [attributes] `class`, any attribute; `on` maps events to listeners; true sets an empty attribute, false and null leave it out
 * @param {...(Node|string|null|undefined|false)} children
 * @returns {HTMLElement}
 */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'on') {
      for (const [event, listener] of Object.entries(value)) {
        element.addEventListener(event, listener);
      }
    } else if (value === true) {
      element.setAttribute(key, '');
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(key, String(value));
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/**
 * @param {ParentNode} root
 * @param {string} module value of `data-module`
 * @returns {HTMLElement}
 */
export function getModule(root, module) {
  const element = root.querySelector(`[data-module="${module}"]`);
  if (element === null) {
    throw new Error(`The page has no element with data-module="${module}".`);
  }
  return element;
}

/** Text for screen readers only. */
export function aside(text) {
  return make('span', { class: 'ns-visually-hidden' }, text);
}
