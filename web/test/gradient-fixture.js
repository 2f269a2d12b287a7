/** A gradient report as the service answers, of a fictional county and two authorities. */

const estimate = (number, width = 0.1) => ({ estimate: number, lower: number * (1 - width), upper: number * (1 + width) });

const tenths = (most, hidden) =>
  Array.from({ length: 10 }, (_, index) => {
    const decile = index + 1;
    const ratePer10000 = most * 0.8 ** index;
    const known = { count: Math.round(ratePer10000), ratePer10000, lower: ratePer10000 * 0.8, upper: ratePer10000 * 1.2, state: 'known' };
    const unknown = { count: null, ratePer10000: null, lower: null, upper: null, state: 'suppressed' };
    return { decile, lastDecile: decile, label: String(decile), population: 10_000, ...(decile === hidden ? unknown : known), fittedPer10000: ratePer10000 };
  });

const place = (code, name, kind, most, hidden = 0) => ({
  code,
  name,
  kind,
  children: 100_000,
  count: 610,
  state: 'known',
  crude: estimate(61),
  decile1: estimate(most),
  standardised: hidden > 0 ? null : estimate(58),
  indirectRatio: estimate(1.02),
  ratioPerDecile: estimate(0.8, 0.03),
  deciles: tenths(most, hidden),
  notes: hidden > 0 ? [`Decile ${hidden} is hidden.`] : [],
});

export const REPORT = Object.freeze({
  id: 'cla-2024',
  title: 'Children looked after by deprivation, 2024',
  measure: 'cla',
  label: 'Children looked after',
  basis: 'at 31 March 2024',
  period: '2024',
  fictional: true,
  unit: 'per 10,000 children aged 0 to 17',
  unaccompanied: 'in',
  funnelLimits: 'plain',
  choices: {
    gradients: [{ id: 'cla-2024', measure: 'cla', label: 'Children looked after', period: '2024' }],
    places: [
      { code: 'county', name: 'Aldermoor', kind: 'county', chosen: true },
      { code: 'E07999001', name: 'Alder Valley', kind: 'district', chosen: false },
      { code: 'E07999002', name: 'Moor Edge', kind: 'district', chosen: false },
      { code: 'E10999002', name: 'Netherford', kind: 'authority', chosen: true },
      { code: 'E10999003', name: 'Overstone', kind: 'authority', chosen: false },
    ],
    unaccompanied: true,
  },
  sentence: 'In Aldermoor the rate at the most deprived end is 9.1 times that at the least deprived end.',
  deciles: tenths(184, 9),
  sii: estimate(-160),
  rii: estimate(0.11),
  timesHigher: 9.1,
  timesHigherLimits: { lower: 7.9, upper: 10.4 },
  siiUntransformed: { value: null, reason: 'Not given, because the fitted rate of the least deprived end would be below 0.' },
  simulated: { sii: estimate(-160), rii: estimate(0.11), draws: 10_000, seed: 1 },
  models: {
    used: 'quasi-poisson',
    statement: 'Counts vary more than chance alone would make them, so quasi-Poisson limits are shown.',
    areas: 540,
    dispersion: 1.42,
    theta: null,
    rows: [{ model: 'Poisson', ratioPerDecile: estimate(0.79, 0.02), slope: -0.2357, standardError: 0.0101, limits: 'Wald' }],
  },
  places: [place('county', 'Aldermoor', 'county', 184, 9), place('E10999002', 'Netherford', 'authority', 230)],
  standard: 'Standardised to the children of both places together, over the tenths that both have.',
  slopes: { common: estimate(0.8, 0.02), interaction: { chiSquare: 4.21, degreesOfFreedom: 1, p: 0.0402 }, sentence: 'The gradients differ.' },
  comparisons: [
    {
      subject: 'E10999002',
      against: 'county',
      ratioAtDecile1: estimate(1.1),
      ratioAtDecile10: estimate(1.5),
      standardisedRatio: estimate(1.3),
      interactionP: 0.0402,
      finding: 'present',
      sentence: 'At equal deprivation Netherford, which is less deprived, intervenes 1.30 times as much as Aldermoor.',
    },
  ],
  caveats: ['Denominators are estimates of the middle of the year.', 'Children may be counted where they are placed, not where they come from.'],
  comparators: [
    { code: 'E92000001', name: 'England', kind: 'england', period: '2024', ratePer10000: 70.1, lower: null, upper: null, source: 'Department for Education' },
  ],
  funnel: {
    baselinePer10000: 61,
    dispersion: 2.3,
    sentence: '1 of 2 districts lies above the 99.8 % limit.',
    points: [
      { code: 'E07999001', name: 'Alder Valley', children: 40_000, count: 360, ratePer10000: 90, class: 'high-998', state: 'known', expected: 244 },
      { code: 'E07999002', name: 'Moor Edge', children: 60_000, count: null, ratePer10000: null, class: 'suppressed', state: 'suppressed', expected: null },
    ],
    curve: [{ children: 40_000, lower95: 53, upper95: 69, lower998: 49, upper998: 74 }],
  },
  whatIf: {
    sentence: 'With a gradient a quarter flatter there would be 90 fewer.',
    rows: [{ share: 0.25, label: 'gradient a quarter flatter', expected: 520, avoided: estimate(90), reason: '' }],
  },
  trend: {
    sentence: 'The rate rose from 2023 to 2024.',
    rows: [
      { period: '2023', count: 590, state: 'known', children: 100_000, ratePer10000: estimate(59), timesHigher: estimate(8.8), sii: estimate(-150), breakBefore: false, note: '' },
      { period: '2024', count: 610, state: 'known', children: 100_000, ratePer10000: estimate(61), timesHigher: estimate(9.1), sii: estimate(-160), breakBefore: true, note: 'New recording.' },
    ],
  },
  composition: [
    { breakdown: 'Sex', rows: [{ category: 'Girls', count: 270, state: 'known', share: estimate(0.44) }, { category: 'Not known', count: null, state: 'suppressed', share: null }], notes: [] },
  ],
  notes: ['Decile 9 is hidden.'],
  cautions: ['Help and protection is a response, and not need itself.'],
  sources: ['Fictional counts of children looked after'],
  resultHash: '4f2a'.repeat(16),
});
