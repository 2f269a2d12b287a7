import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesBetween } from '../js/recipes-changes.js';
import { controlOf, documentOf, domainsOf, emptyFields, fieldsOf, isShowable, plainError } from '../js/recipes-document.js';
import { groupMeasures, measureFacts, periodsOf } from '../js/recipes-measures.js';
import { formatRecipesState, parseRecipesState } from '../js/recipes-state.js';
import { aggregationSentence, coverageSentence, periodWords, shareTexts, shrinkageWords, standardisationTerm, termsOf, weightText } from '../js/recipes-words.js';

const LABELS = { neet_pct: 'NEET', overcrowding_pct: 'Overcrowding', lone_parents_pct: 'Lone parents' };
const labelOf = (column) => LABELS[column] ?? column;
const NEET = { column: 'neet_pct', polarity: 'higher' };
const LONE = { column: 'lone_parents_pct', polarity: 'higher' };
const CROWDED = { column: 'overcrowding_pct', polarity: 'higher', weight: 3 };
const BOARD = { name: 'Board', factors: [LONE, NEET] };

const changes = (after) => changesBetween(BOARD, { ...BOARD, ...after }, labelOf);

test('a weight that changed is said with what it was', () => {
  assert.deepEqual(changes({ factors: [LONE, { ...NEET, weight: 2 }] }), ['NEET counts 2 instead of 1']);
  assert.deepEqual(changes({ factors: [LONE, { ...NEET, weight: 0.225 }] }), ['NEET counts 0.225 instead of 1']);
});

test('what was added and removed is named', () => {
  assert.deepEqual(changes({ factors: [LONE, NEET, CROWDED] }), ['Overcrowding was added, counting 3']);
  assert.deepEqual(changes({ factors: [LONE] }), ['NEET was removed']);
  assert.deepEqual(changes({ factors: [LONE, NEET, { column: 'unheard_of', polarity: 'lower' }] }), ['unheard_of was added']);
});

test('what changed about the method stands before what changed about its circumstances', () => {
  assert.deepEqual(changes({ name: 'Valley', minimumCoverage: 0.6, aggregation: 'maximum', factors: [NEET] }), [
    'It is called Valley instead of Board',
    'The score is the maximum instead of the weighted mean',
    'Minimum coverage is 60\u00a0% instead of 75\u00a0%',
    'Lone parents was removed',
  ]);
  assert.deepEqual(changes({ description: 'Agreed in May', referenceSize: 33_755 }), ['The description was changed', 'Ranks are among 33,755 areas instead of the areas that are scored']);
});

test('every member of a circumstance that changed is said', () => {
  const is = { ...NEET, polarity: 'lower', standardisation: 'min-max', goalposts: [0, 40], domain: 'Work', shrinkage: 'local', period: '2023' };
  assert.deepEqual(changes({ domains: [{ name: 'Work', weight: 1 }], factors: [LONE, is] }), [
    'The domain Work was added, counting 1',
    'Of NEET, lower values mean more need instead of higher ones',
    'NEET is made comparable by min-max instead of z-score',
    'NEET is measured between 0 and 40 instead of its least and greatest value',
    'NEET belongs to Work instead of no domain',
    'Small numbers of NEET: drawn toward the rate of the neighbourhood instead of as usual',
    'NEET is of 2023 instead of the latest period',
  ]);
});

test('what is written out and what is left as usual are the same', () => {
  const written = { ...BOARD, aggregation: 'weighted-mean', minimumCoverage: 0.75, factors: [{ ...LONE, weight: 1, standardisation: 'z' }, NEET] };
  assert.deepEqual(changesBetween(BOARD, written, labelOf), ['Nothing changed in how areas are scored']);
  assert.deepEqual(changes({ factors: [NEET, LONE] }), ['Only the order of the circumstances changed']);
});

test('a domain that counts more is said', () => {
  const domains = (weight) => ({ ...BOARD, domains: [{ name: 'Work', weight }] });
  assert.deepEqual(changesBetween(domains(0.4), domains(0.6), labelOf), ['The domain Work counts 0.6 instead of 0.4']);
});

test('shares are of the total, through domains where there are some', () => {
  assert.deepEqual(shareTexts({ factors: [LONE, NEET, { ...CROWDED, weight: 2 }] }), ['25.0\u00a0%', '25.0\u00a0%', '50.0\u00a0%']);
  // NEET is 1 of 4 of a domain that counts 0.6 of 1: 15 %.
  const domains = [{ name: 'a', weight: 0.4 }, { name: 'b', weight: 0.6 }];
  assert.deepEqual(shareTexts({ domains, factors: [{ ...LONE, domain: 'a' }, { ...NEET, domain: 'b' }, { ...CROWDED, domain: 'b' }] }), ['40.0\u00a0%', '15.0\u00a0%', '45.0\u00a0%']);
});

test('how a score is made is said in words, with the term', () => {
  assert.match(aggregationSentence({}), /weighted mean of its circumstances/);
  assert.match(aggregationSentence({ aggregation: 'maximum' }), /highest circumstance/);
  assert.match(coverageSentence({}), /at least 75\u00a0% of the total weight/);
  assert.match(coverageSentence({ minimumCoverage: 0 }), /as soon as one/);
  assert.match(coverageSentence({ minimumCoverage: 1 }), /only where all/);
  assert.equal(standardisationTerm({ standardisation: 'min-max', goalposts: [0, 1_200] }), 'min-max, 0 to 1,200');
  assert.equal(standardisationTerm({ standardisation: 'threshold', benchmark: 0 }), 'threshold, benchmark 0');
  assert.equal(shrinkageWords({}), 'as usual');
  assert.equal(shrinkageWords({ shrinkage: 'district' }), 'the share of the district');
  assert.equal(periodWords({}, '2024'), 'latest: 2024');
  assert.equal(periodWords({ period: '2023' }, '2023'), '2023');
  assert.equal(weightText(0.1 + 0.2), '0.3');
  assert.deepEqual(termsOf([NEET, LONE]).map(([term]) => term), ['Z-score', 'Small numbers']);
});

test('a form gives back the document that filled it, with what the form does not show', () => {
  const recipe = {
    $schema: 'recipe.schema.json',
    schemaVersion: 1,
    name: 'Everything',
    description: 'All members',
    factors: [
      { column: 'a', polarity: 'higher', standardisation: 'min-max', weight: 0.1, domain: 'x', shrinkage: 'none', period: '2023', goalposts: [0, 40.5], count: 'n', population: 'of' },
      { column: 'b', polarity: 'lower', standardisation: 'threshold', weight: 2, domain: 'y', benchmark: -1.5 },
      { column: 'c', polarity: 'lower', standardisation: 'exponential', weight: 1, domain: 'y' },
    ],
    domains: [{ name: 'x', weight: 0.35 }, { name: 'y', weight: 0.65 }],
    aggregation: 'weighted-sum',
    minimumCoverage: 0.29,
    referenceSize: 33_755,
  };
  assert.deepEqual(documentOf(fieldsOf(recipe)), recipe);
  assert.deepEqual(documentOf(fieldsOf(BOARD)), { ...BOARD, factors: BOARD.factors.map((factor) => ({ ...factor, standardisation: 'z', weight: 1 })), aggregation: 'weighted-mean', minimumCoverage: 0.75 });
});

test('what is no number goes to the service as it was written, and never as a number', () => {
  const fields = emptyFields();
  const [factor] = fields.factors;
  const weightOf = (weight) => documentOf({ ...fields, factors: [{ ...factor, weight }] }).factors[0].weight;
  assert.equal(weightOf(' 2.5 '), 2.5);
  assert.equal(weightOf('\u22121'), -1);
  assert.equal(weightOf('much'), 'much');
  assert.equal(weightOf(''), '');
  assert.equal(weightOf('1e999'), '1e999');
});

test('a form holds what is shaped like a recipe only', () => {
  assert.equal(isShowable(BOARD), true);
  for (const other of [null, [], 'x', {}, { factors: [] }, { factors: [1] }, { factors: [NEET], domains: 'x' }]) {
    assert.equal(isShowable(other), false, JSON.stringify(other));
  }
});

test('domains come from the rows, and what each counts stays', () => {
  const factors = ['Work', '', ' Home ', 'Work'].map((domain) => ({ domain }));
  assert.deepEqual(domainsOf(factors, [{ name: 'Home', weight: '0.3' }, { name: 'Gone', weight: '9' }]), [{ name: 'Work', weight: '1' }, { name: 'Home', weight: '0.3' }]);
});

test('a problem stands beside its field and names the circumstance, not a place in a list', () => {
  const labelAt = (place) => ['Lone parents', 'NEET'][place] ?? '';
  assert.deepEqual(plainError({ field: 'factors[1].weight', message: 'factors[1].weight must be above 0, not -1.' }, labelAt), {
    field: 'factors[1].weight', row: 0, message: 'NEET: The weight must be above 0, not -1.',
  });
  assert.equal(plainError({ field: 'minimumCoverage', message: 'minimumCoverage must be at most 1, not 75.' }, labelAt).message, 'Minimum coverage is a number from 0 to 100 percent.');
  assert.equal(plainError({ field: 'minimumCoverage', message: 'Only 3 of 540 areas would get a score.' }, labelAt).message, 'Only 3 of 540 areas would get a score.');
  assert.equal(plainError({ field: 'name', message: 'name must not be blank.' }, labelAt).message, 'The name must not be blank.');
  assert.equal(plainError({ message: 'it is not valid JSON.' }, labelAt).message, 'it is not valid JSON.');
  assert.equal(controlOf('factors[0]'), 'factors[0].column');
  assert.equal(controlOf('factors[3].goalposts'), 'factors[3].goalposts[0]');
  assert.equal(controlOf('factors[3].goalposts[1]'), 'factors[3].goalposts[1]');
});

test('only measures of small areas that are no bare counts are offered, the Indices last', () => {
  const measure = (id, theme, more = {}) => ({ id, label: id, unit: 'percent', polarity: 'higher', theme, source: 'Somebody', bareCount: false, figures: [{ geography: 'lsoa-2021', periods: ['2024', '2023'] }], ...more });
  const measures = [
    measure('imd', 'Deprivation'),
    measure('children', 'Family', { bareCount: true }),
    measure('districts', 'Family', { figures: [{ geography: 'lad-2024', periods: ['2024'] }] }),
    measure('untold', 'not stated', { polarity: null }),
    measure('rent', 'Housing'),
  ];
  assert.deepEqual(groupMeasures(measures).map(({ theme, measures: list }) => [theme, ...list.map(({ id }) => id)]), [['Housing', 'rent'], ['Other', 'untold'], ['Deprivation', 'imd']]);
  assert.deepEqual(periodsOf(measures[4]), ['2024', '2023']);
  assert.equal(measureFacts(measures[3]), 'percent \u00b7 not stated which end means more need: choose it \u00b7 LSOA 2021 \u00b7 Somebody');
  assert.equal(measureFacts(undefined), '');
});

test('what is shown stands in the address, and what cannot be read is as usual', () => {
  const state = { extent: 'somewhere', id: 'board-of-may', version: '2', define: 'version' };
  assert.deepEqual(parseRecipesState(formatRecipesState(state)), state);
  assert.equal(formatRecipesState({ extent: '', id: '' }), '');
  assert.deepEqual(parseRecipesState('?id=%3Cscript%3E&version=0&define=yes'), { extent: '', id: '', version: '', define: '' });
});
