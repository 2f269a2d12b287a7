/** Asks for the sizes of groups of children and says between what and what their number together lies. */

import { fetchCohortRange } from './api.js';
import { make } from './dom.js';
import { clearErrors, showErrors } from './error-summary.js';

const GROUPS = 4;

/** @param {{form: HTMLFormElement, errors: HTMLElement, answer: HTMLElement}} elements */
export function bindCohortForm({ form, errors, answer }) {
  const groups = Array.from({ length: GROUPS }, (_, at) => field(`count${at + 1}`, `Group ${at + 1}${at < 2 ? '' : ' (optional)'}`, 'Children in it, who may be in others too.'));
  form.replaceChildren(
    ...groups,
    field('unique', 'A group apart (optional)', 'Children who are in none of the others.'),
    field('population', 'All children (optional)', 'How many there are in the county.'),
    field('systems', 'Groups per child (optional)', 'On average, if you assume it: 2 or 2-3.'),
    make('div', { class: 'ns-form__actions' }, make('button', { type: 'submit', class: 'ns-button ns-button--strong' }, 'Work it out')),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send({ form, errors, answer });
  });
}

/**
 * @param {Map<string, string>} values of the fields
 * @returns {URLSearchParams} what the service is asked
 */
export function cohortQuery(values) {
  const query = new URLSearchParams();
  for (const [name, text] of values) {
    if (text.trim() !== '') {
      query.append(name.startsWith('count') ? 'count' : name, text.trim());
    }
  }
  return query;
}

async function send({ form, errors, answer }) {
  clearErrors(errors, form);
  answer.replaceChildren();
  const values = new Map([...form.querySelectorAll('input')].map((input) => [input.name, input.value]));
  try {
    const range = await fetchCohortRange(cohortQuery(values));
    answer.replaceChildren(...answerLines(range).map((text, at) => make('p', { class: at === 0 ? 'ns-together__answer' : '' }, text)));
  } catch (error) {
    // The service says count, of which the form has several.
    const wrong = [...values.keys()].find((name) => name.startsWith('count') && !/^[\d,\s]+$/.test(values.get(name))) ?? 'count1';
    const told = (error.errors ?? []).map((one) => (one.field === 'count' ? { ...one, field: wrong } : one));
    showErrors(errors, form, { title: error.title, detail: error.detail, errors: told });
  }
}

/**
 * @param {{certain: {words: string}, bySystems: ?{words: string, caution: ?string}}} range
 * @returns {string[]} the certain answer first
 */
export function answerLines({ certain, bySystems }) {
  return [
    `Certain: ${certain.words}.`,
    ...(bySystems === null ? [] : [`By the assumed groups per child: ${bySystems.words}. That is a rule of thumb.`]),
    ...(bySystems?.caution ? [bySystems.caution] : []),
  ];
}

function field(name, label, text) {
  const id = `cohort-${name}`;
  return make(
    'div',
    { class: 'ns-field' },
    make('label', { class: 'ns-field__label', for: id }, label),
    make('p', { class: 'ns-field__hint', id: `${id}-hint` }, text),
    make('input', { class: 'ns-field__input', id, name, type: 'text', inputmode: name === 'systems' ? 'text' : 'numeric', autocomplete: 'off', 'aria-describedby': `${id}-hint` }),
  );
}
