import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linksText, readLinks, readNumber } from '../js/hotspots-fields.js';
import { directionOf, orderAreas, sortAfter } from '../js/hotspots-order.js';
import { DEFAULT_HOTSPOTS_STATE, askedOf, fitsAddress, formatHotspotsState, ignoredWords, parseHotspotsState, questionAddress, settingsOf, settleHotspots } from '../js/hotspots-state.js';
import { KINDS, chosenWords, findingText, foundText, kindOf, kindWords, orderWords, settingsSplit, yearsText } from '../js/hotspots-words.js';
import { hotspotsAddress } from '../js/words.js';

/** What the service answers is usual. */
const USUAL = Object.freeze({
  subject: 'need-score-default',
  beyondDeprivation: false,
  methods: ['gi-star', 'local-moran'],
  neighbours: ['queen', 'rook', 'nearest-6'],
  permutations: 99999,
  seed: 1,
  alternative: 'two-sided',
  correction: 'bh',
  falseDiscoveryRate: 0.05,
  maxPopulationShare: 0.25,
  links: [],
});

const OPTIONS = Object.freeze({
  subjects: [{ id: 'need-score-default', beyondDeprivation: true }, { id: 'rate-cla-2024', beyondDeprivation: true }],
  methods: [{ id: 'gi-star', title: 'Getis-Ord Gi*' }, { id: 'local-moran', title: 'Local Moran' }, { id: 'scan', title: 'Circular scan' }],
  neighbours: [{ id: 'queen', title: 'Areas that touch' }, { id: 'rook', title: 'Areas with a common border' }, { id: 'nearest-6', title: 'Its 6 nearest areas' }],
  usual: USUAL,
});

const AREA = Object.freeze({
  code: 'E01999001', name: 'Millbrook 001A', district: 'E07999001', value: 1.5, state: 'known', class: 'not-significant',
  foundBy: 0, coldBy: 0, of: 6, z: 0.4, p: 0.7, q: 0.9, reason: '', missedBy: [], hotIn: null, hotOf: null, note: '',
});

const area = (name, patch) => ({ ...AREA, code: name, name, ...patch });

test('every setting and every choice stands in the address', () => {
  const state = {
    extent: 'somewhere',
    asked: {
      subject: 'rate-cla-2024', beyondDeprivation: true, methods: ['gi-star', 'scan'], neighbours: ['nearest-12'], permutations: 999, seed: 7,
      alternative: 'greater', correction: 'by', falseDiscoveryRate: 0.1, maxPopulationShare: 0.5, links: [['E01999001', 'E01999002'], ['E01999003', 'E01999004']],
    },
    run: true, district: 'E07999001', kind: 'hot', area: 'E01999001', around: 'queen', sort: '-value',
  };
  const address = formatHotspotsState(state);
  assert.equal(
    address,
    '?extent=somewhere&subject=rate-cla-2024&beyond=1&methods=gi-star,scan&neighbours=nearest-12&permutations=999&seed=7&alternative=greater&correction=by'
      + '&rate=0.1&share=0.5&links=E01999001-E01999002,E01999003-E01999004&run=1&district=E07999001&kind=hot&area=E01999001&around=queen&sort=-value',
  );
  assert.deepEqual(parseHotspotsState(address), { state, ignored: [] });
});

test('what is usual is left out of the address, and opening it computes nothing', () => {
  assert.equal(formatHotspotsState(DEFAULT_HOTSPOTS_STATE), '');
  assert.equal(parseHotspotsState('').state.run, false);
  assert.deepEqual(askedOf(USUAL, { ...USUAL, neighbours: ['nearest-6', 'queen', 'rook'] }), {});
  assert.deepEqual(askedOf(USUAL, { ...USUAL, seed: 2, methods: ['scan'] }), { methods: ['scan'], seed: 2 });
  assert.deepEqual(settingsOf(USUAL, { seed: 2 }), { ...USUAL, seed: 2 });
});

test('what cannot be read is as usual, and said', () => {
  const search = '?subject=%3Cb%3E&seed=-1&rate=2&share=0.25x&run=yes&sort=worst&area=a%20b&permutations=1e5&methods=gi-star,%20&seed=1';
  const { state, ignored } = parseHotspotsState(search);
  assert.deepEqual(state, { ...DEFAULT_HOTSPOTS_STATE, asked: {} });
  assert.deepEqual(ignored, ['subject', 'methods', 'permutations', 'seed', 'rate', 'share', 'run', 'area', 'sort']);
  assert.match(ignoredWords('seed', search), /\u201cseed\u201d cannot be read/);
});

test('more links than an address carries are counted in it, and kept by the history of the browser alone', () => {
  const links = Array.from({ length: 31 }, (_, at) => [`E0100${at}`, `E0200${at}`]);
  assert.equal(fitsAddress(links.slice(1)), true);
  assert.equal(fitsAddress(links), false);
  const address = formatHotspotsState({ ...DEFAULT_HOTSPOTS_STATE, asked: { links } });
  assert.equal(address, '?links=31-pairs');
  assert.deepEqual(parseHotspotsState(address, links).state.asked.links, links);
  assert.deepEqual(parseHotspotsState(address, links.slice(1)), { state: { ...DEFAULT_HOTSPOTS_STATE, asked: {} }, ignored: ['links'] });
  assert.match(ignoredWords('links', address), /^This link is about 31 pairs/);
});

test('what the service does not know is said and is not looked for', () => {
  const state = { ...DEFAULT_HOTSPOTS_STATE, run: true, asked: { subject: 'gone', methods: ['gi-star', 'tea-leaves'], seed: 3 } };
  const settled = settleHotspots(state, OPTIONS);
  assert.deepEqual(settled.state, { ...state, run: false, asked: { seed: 3 } });
  assert.deepEqual(settled.messages, [
    'There is nothing called gone here to look for hotspots in, so the usual is chosen.',
    'There is no setting called tea-leaves here, so the usual ones are chosen.',
  ]);
  assert.equal(settleHotspots({ ...state, asked: {} }, OPTIONS).state.run, true);
});

test('fields are read as people write them, and what is no number is left for the service to refuse', () => {
  assert.equal(readNumber(' 99,999 '), 99999);
  assert.equal(readNumber('.05'), 0.05);
  assert.equal(readNumber('-1'), -1);
  assert.equal(readNumber('many '), 'many');
  assert.equal(readNumber(''), '');
  assert.equal(readNumber('0,05'), '0,05');
  assert.deepEqual(readLinks('E01999001 E01999002\n\n E01999003,E01999004;\r\nE01999005'), [['E01999001', 'E01999002'], ['E01999003', 'E01999004'], ['E01999005']]);
  assert.equal(linksText([['A', 'B'], ['C', 'D']]), 'A B\nC D');
  assert.deepEqual(readLinks(linksText([['A', 'B'], ['C', 'D']])), [['A', 'B'], ['C', 'D']]);
});

test('hidden, not available, not tested and no finding are different kinds with different words', () => {
  const kinds = [
    area('a', { state: 'suppressed', value: null, class: 'not-computed' }),
    area('b', { state: 'not-available', value: null, class: 'not-computed' }),
    area('c', { class: 'not-computed', reason: 'isolate' }),
    area('d', {}),
    area('e', { foundBy: 2 }),
    area('f', { class: 'hot', foundBy: 5 }),
  ].map(kindOf);
  assert.deepEqual(kinds, ['suppressed', 'not-available', 'not-computed', 'not-significant', 'some', 'hot']);
  assert.equal(new Set(KINDS.map(kindWords)).size, KINDS.length);
  assert.equal(kindWords('outlier'), 'unlike its neighbours');
  assert.equal(kindWords('cold'), 'lower cluster');
});

test('how many settings agree is said, and nothing where nothing was tested', () => {
  assert.equal(foundText(area('a', { class: 'hot', foundBy: 5 })), '5 of 6');
  assert.equal(foundText(area('a', { class: 'cold', coldBy: 4 })), '4 of 6 (lower)');
  assert.equal(foundText(area('a', {})), '0 of 6');
  assert.equal(foundText(area('a', { class: 'not-computed' })), '');
  assert.equal(findingText(area('a', { class: 'hot', foundBy: 1, of: 1 })), 'Hotspot, found by 1 of 1 setting');
  assert.equal(findingText(area('a', { foundBy: 2 })), 'No hotspot by most settings; found by 2 of 6');
  assert.equal(findingText(area('a', { state: 'suppressed', class: 'not-computed' })), 'Hidden to protect children');
  assert.equal(yearsText(area('a', { hotIn: 2, hotOf: 3 })), '2 of 3');
  assert.equal(yearsText(AREA), '');
});

test('settings that find an area are told from those that do not', () => {
  const runs = [{ setting: 'gi-star queen', title: 'Gi*, touching' }, { setting: 'gi-star nearest-6', title: 'Gi*, nearest' }];
  assert.deepEqual(settingsSplit(area('a', { foundBy: 1, missedBy: ['gi-star nearest-6'] }), runs), { found: ['Gi*, touching'], missed: ['Gi*, nearest'] });
  assert.deepEqual(settingsSplit(area('a', { foundBy: 2 }), runs), { found: ['Gi*, touching', 'Gi*, nearest'], missed: [] });
  assert.deepEqual(settingsSplit(AREA, runs), { found: [], missed: ['Gi*, touching', 'Gi*, nearest'] });
});

test('areas stand hotspots first, those of most agreement before others, and what was not tested last either way', () => {
  const areas = [
    area('Untested', { class: 'not-computed', z: null, q: null }),
    area('Hidden', { class: 'not-computed', state: 'suppressed', value: null, z: null, q: null }),
    area('None', {}),
    area('Lower', { class: 'cold', coldBy: 6, z: -3 }),
    area('Weak', { class: 'hot', foundBy: 4, z: 3 }),
    area('Sure', { class: 'hot', foundBy: 6, z: 2.5 }),
    area('Stronger', { class: 'hot', foundBy: 6, z: 4 }),
    area('Some', { foundBy: 1, z: 2 }),
    area('Alone', { class: 'outlier', z: 1 }),
  ];
  const names = (state) => orderAreas(areas, { district: '', kind: '', ...state }, (code) => code).map(({ name }) => name);
  assert.deepEqual(names({ sort: 'finding' }), ['Stronger', 'Sure', 'Weak', 'Some', 'Alone', 'None', 'Lower', 'Untested', 'Hidden']);
  assert.deepEqual(names({ sort: '-finding' }), ['Lower', 'None', 'Alone', 'Some', 'Weak', 'Sure', 'Stronger', 'Untested', 'Hidden']);
  assert.deepEqual(names({ sort: 'found' }).slice(0, 4), ['Stronger', 'Sure', 'Weak', 'Some']);
  assert.deepEqual(names({ sort: '-z' }).slice(0, 2), ['Lower', 'None']);
  assert.deepEqual(names({ sort: '-z' }).slice(-2), ['Hidden', 'Untested']);
  assert.deepEqual(names({ sort: 'z', kind: 'hot' }), ['Stronger', 'Weak', 'Sure']);
  assert.deepEqual(names({ sort: 'area', district: 'E07999002' }), []);
  assert.equal(names({ sort: 'value' }).at(-1), 'Hidden');
});

test('headings say which way they are sorted, and a second press turns them round', () => {
  assert.equal(sortAfter('finding', 'z'), 'z');
  assert.equal(sortAfter('z', 'z'), '-z');
  assert.equal(sortAfter('-z', 'z'), 'z');
  assert.deepEqual(['z', '-z', 'q', 'area', '-area'].map((sort) => directionOf(sort, sort.replace('-', ''))), ['descending', 'ascending', 'ascending', 'ascending', 'descending']);
  assert.equal(directionOf('z', 'q'), 'none');
  assert.equal(orderWords('finding'), 'hotspots first');
  assert.equal(orderWords('-q'), 'largest q-value first');
});

test('readers of paper are told what was chosen, and that data are fictional', () => {
  const result = { subject: { title: 'Need score' }, period: '2024', geography: 'lsoa-2021', extent: { fictional: true }, settings: { ...USUAL, methods: ['gi-star'], neighbours: ['queen'], links: [['A', 'B']] } };
  assert.equal(
    chosenWords(result, OPTIONS),
    'Need score, 2024 \u00b7 LSOA 2021 \u00b7 Getis-Ord Gi* \u00b7 neighbours: areas that touch \u00b7 1 pair of areas linked by hand \u00b7 99,999 permutations, seed 1 \u00b7 fictional data',
  );
  const bare = { ...result, extent: { fictional: false }, settings: { ...USUAL, beyondDeprivation: true, permutations: 0 } };
  assert.match(chosenWords(bare, OPTIONS), /beyond what deprivation lets expect .* without permutations$/);
  const joint = { ...result, subject: { title: 'Deprivation, score, 2025' }, period: '2025, 2024', joins: { measures: [{}, { title: 'Children in need, 2024' }] } };
  assert.match(chosenWords(joint, OPTIONS), /^Deprivation, score, 2025 \u00b7 and Children in need, 2024 \u00b7/);
});

test('layers of hotspots lead to the page with their subject', () => {
  const layer = { extent: { name: 'north' }, manifest: { parameters: { subject: 'need-score-default' } } };
  assert.equal(hotspotsAddress(layer), '/hotspots.html?extent=north&subject=need-score-default');
});

test('further measures stand in the address, and a file of neighbours is counted in it and kept by the history of the browser alone', () => {
  const list = 'id,neighbour\nA,B\nB,A\n';
  const asked = { with: ['rate-cin-2024'], high: 'highest-tenth', neighbours: ['list'], neighbourList: list };
  const address = formatHotspotsState({ ...DEFAULT_HOTSPOTS_STATE, asked, run: true });
  assert.match(address, /with=rate-cin-2024&high=highest-tenth.*&list=2-rows/);
  assert.deepEqual(parseHotspotsState(address, null, list).state.asked, asked);
  const { state, ignored } = parseHotspotsState(address);
  assert.deepEqual(ignored, []);
  const options = { subjects: [{ id: 'rate-cin-2024' }], methods: [], neighbours: [{ id: 'queen' }] };
  const settled = settleHotspots(state, options);
  assert.deepEqual(settled.state.asked, { with: ['rate-cin-2024'], high: 'highest-tenth' });
  assert.equal(settled.state.run, false);
  assert.match(settled.messages[0], /choose the file again/);
});

test('an area that is high by itself is told from one that is not high', () => {
  const area = { state: 'known', class: 'not-significant', foundBy: 0, of: 3, reason: '', joins: 1 };
  assert.equal(kindOf(area), 'apart');
  assert.equal(kindOf({ ...area, class: 'not-computed', joins: null, reason: 'not-flagged' }), 'not-high');
  assert.equal(kindOf({ ...area, state: 'suppressed', class: 'not-computed' }), 'suppressed');
});

test('a layer that answers a question leads to the page that asked it, with the same question', () => {
  const parameters = {
    subject: 'rate-cin-2024', with: '[]', high: 'highest-fifth', beyondDeprivation: 'true', methods: '["gi-star","scan"]', neighbours: '["queen"]', permutations: '999', seed: '1',
    alternative: 'greater', correction: 'bh', falseDiscoveryRate: '0.05', maxPopulationShare: '0.25', links: '[["E01999001","E01999002"]]', extent: 'x', geography: 'lsoa-2021', subjectHash: '1d7e',
  };
  const layer = { extent: { name: 'fictional-county' }, manifest: { parameters } };
  const { state, ignored } = parseHotspotsState(questionAddress(layer).replace('/hotspots.html', ''));
  assert.deepEqual(ignored, []);
  assert.deepEqual(state.asked, {
    subject: 'rate-cin-2024', high: 'highest-fifth', beyondDeprivation: true, methods: ['gi-star', 'scan'], neighbours: ['queen'], permutations: 999, seed: 1,
    alternative: 'greater', correction: 'bh', falseDiscoveryRate: 0.05, maxPopulationShare: 0.25, links: [['E01999001', 'E01999002']],
  });
  assert.equal(state.run, true);
});
