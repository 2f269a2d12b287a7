/** What is said of cases of children. */

import { make } from './dom.js';
import { barCell, cell, hint, numberCell, row, section, table } from './together-parts.js';
import { capital, combinationText, countText, liftWords, numberText, oddsText, orderPairs, percentInterval, percentText, timesText } from './together-words.js';

/** What is about chance or less stands behind a fold. */
const PAIRS_SHOWN = 12;

const number = (text) => ({ text, isNumber: true });

/**
 * @param {HTMLElement} root
 * @param {object} cases the service's document
 */
export function showChildren(root, cases) {
  const where = `${cases.place.name}, ${cases.period}`;
  root.replaceChildren(
    factors(cases, where),
    pairs(cases, where),
    atHome(cases, where),
    numbers(cases, where),
    levels(cases, where),
    combinations(cases, where),
  );
}

function factors(cases, where) {
  const rows = cases.factors.map((factor) =>
    row(
      capital(factor.factor),
      numberCell(countText(factor.having), factor.notKnown.value === 0 ? '' : `not known of ${countText(factor.notKnown)}`),
      factor.share === null ? cell(`Not given, because ${factor.why}.`) : numberCell(percentText(factor.share.estimate), percentInterval(factor.share)),
      populationCell(factor),
    ),
  );
  return section(
    'factors-title',
    'How common each circumstance is',
    hint('Among cases, and among the people whom a measure of the same name is about. The two are counted differently, so look at what each counts.'),
    table(`Circumstances among cases, ${where}`, ['Circumstance', number('Cases'), number('Share of cases, with 95 % interval'), 'In the population'], rows),
  );
}

function populationCell({ population, whyNoPopulation }) {
  if (population === null) {
    return cell(`Not given: ${whyNoPopulation}.`);
  }
  return cell(
    percentText(population.share),
    `${population.counted}; of: ${population.among}. ${population.label}, ${population.period}. ${population.source}.`,
  );
}

function pairs(cases, where) {
  const heads = ['Circumstances', number('Cases with both'), 'Together, against chance', 'Odds ratio (95 % interval)', 'One where the other is'];
  const rows = orderPairs(cases.pairs).map((pair) =>
    row(
      `${capital(pair.first)} and ${pair.second}`,
      numberCell(countText(pair.both)),
      cell(liftWords(pair)),
      cell(oddsText(pair)),
      cell(givenText(pair)),
    ),
  );
  return section(
    'pairs-title',
    'Which circumstances come together',
    hint(
      'One time is what chance would give if two circumstances had nothing to do with each other. The odds ratio says how many times higher the odds of one are where the other is. '
        + `Of these ${rows.length} pairs about one in twenty seems to differ from chance by chance alone.`,
    ),
    make(
      'div',
      { 'data-module': 'pairs' },
      table(`Pairs of circumstances that come together most among cases, ${where}`, heads, rows.slice(0, PAIRS_SHOWN)),
    ),
    rows.length > PAIRS_SHOWN && make(
      'details',
      { class: 'ns-together__more', 'data-print': 'open' },
      make('summary', {}, `All other pairs (${rows.length - PAIRS_SHOWN})`),
      table(`All other pairs of circumstances among cases, ${where}`, heads, rows.slice(PAIRS_SHOWN)),
    ),
  );
}

function givenText({ first, second, secondGivenFirst, firstGivenSecond }) {
  const said = [
    secondGivenFirst && `${capital(second)} in ${percentText(secondGivenFirst.estimate)} of cases with ${first}`,
    firstGivenSecond && `${first} in ${percentText(firstGivenSecond.estimate)} of cases with ${second}`,
  ].filter(Boolean);
  return said.length === 0 ? 'not given' : `${said.join('; ')}.`;
}

function atHome(cases, where) {
  const title = 'Domestic abuse, parental mental ill-health and parental substance misuse';
  if (cases.atHome === null) {
    return section('home-title', title, make('p', {}, 'The case file does not say all three of these, so nothing can be said of them together.'));
  }
  const { oneOrMore, twoOrMore, liftOfAllThree, why, numbers: counts } = cases.atHome;
  const all = counts[3].share;
  const sentence = why === null
    ? `${percentText(oneOrMore.estimate)} of cases have one of the three or more, ${percentText(twoOrMore.estimate)} two or more, ${percentText(all.estimate)} all three${
      liftOfAllThree === null ? '' : `: ${timesText(liftOfAllThree)} times as many as chance would give`}.`
    : `Shares are not given, because ${why}.`;
  return section(
    'home-title',
    title,
    make('p', { class: 'ns-together__key', 'data-module': 'at-home' }, sentence),
    hint('The three together at home are sometimes called the \u201ctoxic trio\u201d. That they come together is no judgement of a parent.'),
    numberTable(cases.atHome, `How many of the three cases have, ${where}`, 'How many of the three'),
  );
}

function numbers(cases, where) {
  return section(
    'numbers-title',
    'How many circumstances cases have at once',
    hint(`Of ${cases.numbers.factors.length} recorded: ${cases.numbers.factors.join(', ')}. Cases of which all of them are known. More cases than expected with none and with many mean that circumstances gather.`),
    numberTable(cases.numbers, `How many circumstances cases have, ${where}`, 'How many'),
  );
}

function numberTable(numbers, caption, head) {
  const shares = numbers.numbers.flatMap(({ share, expectedShare }) => [share?.estimate ?? 0, expectedShare ?? 0]);
  const most = Math.max(...shares, 0.01);
  const rows = numbers.numbers.map((one) =>
    row(
      numberText(one),
      numberCell(countText(one.cases)),
      one.share === null ? cell('not given') : numberCell(percentText(one.share.estimate), percentInterval(one.share)),
      barCell(one.share?.estimate ?? null, most),
      one.expectedShare === null ? cell('not given') : numberCell(percentText(one.expectedShare)),
      barCell(one.expectedShare, most, true),
    ),
  );
  return table(
    caption,
    [head, number('Cases'), number('Share, with 95 % interval'), 'Share, drawn', number('Expected if unrelated'), 'Expected, drawn (striped)'],
    rows,
  );
}

function levels(cases, where) {
  const shareIn = (level, factor) => level.factors.find((one) => one.factor === factor);
  const rows = cases.factors.map(({ factor }) =>
    row(
      capital(factor),
      ...cases.levels.map((level) => {
        const { share } = shareIn(level, factor);
        return share === null ? cell('not given') : numberCell(percentText(share.estimate), percentInterval(share));
      }),
    ),
  );
  const counts = row('Cases', ...cases.levels.map((level) => numberCell(countText(level.cases))));
  return section(
    'levels-title',
    'How common each circumstance is by level of need',
    hint('Share of the cases of each level, with its 95 % interval. A share is not given where a count that it takes is hidden, or of too few cases.'),
    table(`Circumstances by level of need, ${where}`, ['Circumstance', ...cases.levels.map(({ level }) => number(capital(level)))], [counts, ...rows]),
  );
}

function combinations(cases, where) {
  const rows = cases.combinations.map((one) => row(combinationText(one.factors), numberCell(countText(one.cases))));
  return section(
    'combinations-title',
    'The most frequent combinations',
    hint('Cases with exactly these circumstances and none of the others. Combinations of few cases are not listed.'),
    rows.length === 0
      ? make('p', {}, 'No combination has enough cases to be shown.')
      : table(`Most frequent combinations, ${where}`, ['Circumstances', number('Cases')], rows),
  );
}
