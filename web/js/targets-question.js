/** The question for the best set, read from the fields of the form as somebody wrote them. */

const WHOLE = Object.freeze(['areasFrom', 'areasTo', 'piecesMost', 'pieceAreasLeast']);
const AMOUNTS = Object.freeze(['limits.money', 'limits.caseload', 'limits.children', 'costs.money.perArea', 'costs.money.perChild', 'costs.caseload.perArea', 'costs.caseload.perChild']);

/** @param {string} text @returns {?number} `£12,500` is 12500; null for what is no amount */
export function readAmount(text) {
  const bare = text.replace(/[£,\s]/g, '');
  return /^\d{1,12}(\.\d{1,6})?$/.test(bare) ? Number(bare) : null;
}

/**
 * @param {Record<string, string>} fields by name, as the form has them
 * @param {{district: string, districts: readonly string[], codes: readonly string[], locks: readonly string[]}} about
 * @returns {{question: object, errors: {field: string, message: string}[]}} what is empty is left out
 */
export function questionOf(fields, { district, districts, codes, locks }) {
  const errors = [];
  const isCounty = fields.scope === 'county';
  const question = { ...(isCounty ? {} : { district }), need: fields.need, method: fields.method };
  for (const name of WHOLE) {
    const text = (fields[name] ?? '').trim();
    if (text !== '' && !/^\d{1,4}$/.test(text)) {
      errors.push({ field: name, message: 'Give a whole number, or leave it empty.' });
    } else if (text !== '') {
      question[name] = Number(text);
    }
  }
  for (const name of AMOUNTS) {
    const text = (fields[name] ?? '').trim();
    const amount = readAmount(text);
    if (name.startsWith('limits') && amount === 0) {
      errors.push({ field: name, message: 'A budget of 0 reaches nothing: give more, or leave it empty.' });
    } else if (text !== '' && amount === null) {
      errors.push({ field: name, message: 'Give an amount such as 12,500, or leave it empty.' });
    } else if (text !== '') {
      put(question, name.split('.'), amount);
    }
  }
  if (question.areasFrom > question.areasTo) {
    errors.push({ field: 'areasTo', message: `Give at least ${question.areasFrom}, the fewest areas, or fewer there.` });
  }
  const floor = isCounty ? (fields.floors ?? '').trim() : '';
  if (floor !== '' && !/^\d{1,3}$/.test(floor)) {
    errors.push({ field: 'floors', message: 'Give a whole number, or leave it empty.' });
  } else if (floor !== '') {
    question.floors = districts.map((code) => ({ district: code, leastAreas: Number(floor), leastNeedSharePercent: 0 }));
  }
  if (fields.method !== 'best') {
    question.resource = fields.resource;
    const budgets = budgetsOf(fields.budgets ?? '');
    if (budgets === null) {
      errors.push({ field: 'budgets', message: 'Give amounts with spaces or semicolons between them, such as 50,000 100,000 150,000.' });
    } else {
      question.budgets = budgets;
    }
  }
  const kept = (isChosen) => locks.filter((code) => codes.includes(code) === isChosen);
  question.mustHave = kept(true);
  question.mustNot = kept(false);
  question.robustness = fields.robustness === 'on';
  return { question, errors };
}

/**
 * Some of what the service refuses is a part of what the form asks for as a whole.
 *
 * @param {string} field as the service names it
 * @returns {string} as the form names it
 */
export function fieldInQuestion(field) {
  return field.replace(/^(budgets|floors)\[.*$/, '$1').replace(/^costs\.(money|caseload)$/, 'costs.$1.perArea');
}

/** Amounts may have commas within; with a comma and a space after it, the comma stands between two. */
function budgetsOf(text) {
  const amounts = text.split(/,\s+|[;\s]+/).filter((part) => part !== '').map(readAmount);
  return amounts.length === 0 || amounts.includes(null) ? null : amounts;
}

function put(node, [name, ...rest], value) {
  if (rest.length === 0) {
    node[name] = value;
  } else {
    node[name] = node[name] ?? {};
    put(node[name], rest, value);
  }
}
