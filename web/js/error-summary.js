/** What must be put right, in one box above the form; each line leads to its field. */

import { make } from './dom.js';

/**
 * @param {HTMLElement} root
 * @param {HTMLFormElement} form
 * @param {{title?: string, detail?: string, message?: string, errors?: import('./types.js').FieldError[]}} problem
 * @param {'h2'|'h3'} [heading] by the headings around it
 */
export function showErrors(root, form, { title = 'That did not work', detail = '', message = '', errors = [] }, heading = 'h3') {
  const lines = errors.map((error) => line(form, error));
  const isSaid = errors.some((error) => error.message === detail);
  const text = detail || (errors.length === 0 && message !== title ? message : '');
  const box = make(
    'div',
    { class: 'ns-errors', role: 'alert', tabindex: '-1', 'aria-labelledby': 'errors-title' },
    make(heading, { class: 'ns-errors__title', id: 'errors-title' }, title),
    text !== '' && !isSaid && make('p', {}, text),
    lines.length > 0 && make('ul', {}, ...lines),
  );
  root.replaceChildren(box);
  box.focus();
  box.scrollIntoView({ block: 'nearest' });
}

export function clearErrors(root, form) {
  root.replaceChildren();
  form.querySelectorAll('.ns-field__error').forEach((element) => element.remove());
  for (const field of form.querySelectorAll('.ns-field--wrong')) {
    field.classList.remove('ns-field--wrong');
    const control = field.querySelector('.ns-field__input');
    control.removeAttribute('aria-invalid');
    setDescription(control, (ids) => ids.filter((id) => !id.endsWith('-error')));
  }
}

function line(form, { field, row, message }) {
  const control = field ? form.elements.namedItem(field) : null;
  const text = row > 0 ? `Row ${row}: ${message}` : message;
  if (!(control instanceof HTMLElement)) {
    return make('li', {}, text);
  }
  mark(control, text);
  const go = (event) => {
    event.preventDefault();
    control.focus();
  };
  return make('li', {}, make('a', { href: `#${control.id}`, on: { click: go } }, text));
}

function mark(control, text) {
  const id = `${control.id}-error`;
  control.closest('.ns-field').classList.add('ns-field--wrong');
  control.setAttribute('aria-invalid', 'true');
  control.before(make('p', { class: 'ns-field__error', id }, text));
  setDescription(control, (ids) => [...ids, id]);
}

function setDescription(control, change) {
  const ids = change((control.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean));
  if (ids.length === 0) {
    control.removeAttribute('aria-describedby');
  } else {
    control.setAttribute('aria-describedby', ids.join(' '));
  }
}
