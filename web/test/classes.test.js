import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countClasses, districtSentence } from '../js/classes.js';
import { contrast, inkOn } from '../js/colours.js';
import { pickLabels } from '../js/map-labels.js';
import { outlineOf } from '../js/map-outline.js';
import { describeArea, hotspotLayerFor } from '../js/words.js';

const LEGEND = [
  { code: '1', label: '1 (most deprived tenth)', colour: '#0b2545', areaCount: 9 },
  { code: '2', label: '2', colour: '#25819b', areaCount: 9 },
];
const known = (cls) => ({ code: cls, name: 'Millbrook 001A', district: 'D1', value: Number(cls), state: 'known', class: cls, cells: [] });
const hidden = { code: 'h', name: 'Millbrook 001B', district: 'D1', value: null, state: 'suppressed', class: '', cells: [] };

test('hidden areas are counted apart, never in a class', () => {
  const { classes, states } = countClasses(LEGEND, [known('1'), known('1'), known('2'), hidden]);
  assert.deepEqual(classes.map(({ code, count }) => [code, count]), [['1', 2], ['2', 1]]);
  assert.deepEqual([...states], [['suppressed', 1]]);
});

test('a state in the legend is a pattern all the same, and an area that was not tested keeps its class', () => {
  const legend = [...LEGEND, { code: 'not-computed', label: 'not tested', colour: '#c9ced6', areaCount: 2 }, { code: 'suppressed', label: 'hidden', colour: '#c9ced6', areaCount: 1 }];
  const areas = [{ ...hidden, class: 'suppressed' }, { ...hidden, class: 'not-computed' }, { ...hidden, state: 'not-available', class: 'not-computed' }];
  const { classes, states } = countClasses(legend, areas);
  assert.deepEqual(classes.map(({ code, count }) => [code, count]), [['1', 0], ['2', 0], ['not-computed', 1]]);
  assert.deepEqual([...states], [['suppressed', 2]]);
});

test('a district is told by its highest class', () => {
  assert.equal(
    districtSentence({ layer: { legend: LEGEND } }, [known('1'), known('2'), hidden], 'Millbrook'),
    'In Millbrook, 1 of 3 areas is in the highest class, \u201c1 (most deprived tenth)\u201d.',
  );
});

test('the pointer hears that a value is hidden', () => {
  const layer = { valueLabel: 'Rate per 10,000', unit: 'per 10,000 children', decimals: 0, legend: LEGEND, kind: 'rate' };
  assert.deepEqual(describeArea(layer, hidden, 'Millbrook'), ['Millbrook 001B', 'Rate per 10,000: hidden to protect children']);
});

test('the pointer hears that there is none, and not of a class', () => {
  const legend = [{ code: '1', label: '20.0 to 80.0', colour: '#0b2545', areaCount: 1 }, { code: '2', label: '0 (none)', colour: '#f6f9df', areaCount: 1 }];
  const layer = { valueLabel: 'Rate per 10,000', unit: 'per 10,000 children', decimals: 1, legend, kind: 'rate' };
  const none = { ...known('2'), value: 0 };
  assert.deepEqual(describeArea(layer, none, 'Millbrook'), ['Millbrook 001A', 'Rate per 10,000: 0 (none)']);
});

test('a decile is told with its words', () => {
  const layer = { valueLabel: 'IMD decile', unit: 'decile', decimals: 0, legend: LEGEND, kind: 'deprivation' };
  assert.deepEqual(describeArea(layer, known('1'), 'Alder Valley'), ['Millbrook 001A', 'Alder Valley', 'IMD decile: 1 (most deprived tenth)']);
});

test('hotspots come from the same subject where there are some', () => {
  const layers = [
    { id: 'need-score-default', kind: 'need', geography: 'lsoa-2021' },
    { id: 'imd-decile-2019', kind: 'deprivation', geography: 'lsoa-2021' },
    { id: 'hotspot-imd-score-2019', kind: 'hotspot', geography: 'lsoa-2021' },
    { id: 'hotspot-need-score-default', kind: 'hotspot', geography: 'lsoa-2021' },
  ];
  assert.equal(hotspotLayerFor(layers, layers[0]).id, 'hotspot-need-score-default');
  assert.equal(hotspotLayerFor(layers, layers[1]).id, 'hotspot-imd-score-2019');
  assert.equal(hotspotLayerFor(layers, layers[3]), layers[3]);
  assert.equal(hotspotLayerFor(layers.slice(0, 2), layers[0]), undefined);
});

test('two squares that share a side have an outline without it', () => {
  const square = (x) => ({
    type: 'Feature',
    geometry: { type: 'Polygon', coordinates: [[[x, 0], [x + 1, 0], [x + 1, 1], [x, 1], [x, 0]]] },
  });
  const lines = outlineOf([square(0), square(1)]);
  assert.equal(lines.length, 1);
  assert.equal(lines[0].length, 7);
  assert.deepEqual(lines[0][0], lines[0][6]);
  assert.ok(!lines[0].some((point, index) => index > 0 && point[1] === 1 && lines[0][index - 1][1] === 1));
});

test('ink or paper is picked for contrast', () => {
  assert.equal(inkOn('#0b2545'), '#ffffff');
  assert.equal(inkOn('#f6f9df'), '#14213d');
  // Black on white by the definition of WCAG 2.2: (1 + 0.05) / (0 + 0.05).
  assert.equal(contrast('#000000', '#ffffff'), 21);
});

test('names on the map do not touch, and give way on a narrow one', () => {
  const labels = [{ name: 'Stafford', x: 100, y: 100 }, { name: 'Lichfield', x: 110, y: 104 }, { name: 'Tamworth', x: 300, y: 100 }];
  assert.deepEqual(pickLabels(labels, 800), [true, false, true]);
  assert.deepEqual(pickLabels(labels, 300), [false, false, false]);
});
