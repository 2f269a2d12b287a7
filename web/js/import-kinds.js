/** What can be imported, and what the service must be told about each kind of file. */

/**
 * @typedef {object} ImportField
 * @property {string} name as the service calls it
 * @property {string} label
 * @property {string} hint
 * @property {'text'|'file'|'select'} type
 * @property {string} missing what to say when it is empty
 * @property {[string, string][]} [options] values and labels
 * @property {boolean} [isOptional]
 * @property {string} [accept]
 */

const FILE = Object.freeze({ name: 'file', label: 'File', type: 'file', missing: 'Choose the file.' });

const GEOGRAPHY = Object.freeze({
  name: 'geography',
  label: 'Boundary year',
  hint: 'Level and year of the area codes, such as lsoa-2021, lsoa-2011, lad-2024 or ward-2022.',
  type: 'text',
  missing: 'Enter the level and year of the area codes, such as lsoa-2021.',
});

const EXTENT = Object.freeze({
  name: 'extent',
  label: 'County (optional)',
  hint: 'A short name in small letters, such as staffordshire. Empty means the areas that are loaded.',
  type: 'text',
  missing: '',
  isOptional: true,
});

/** @type {Record<string, {label: string, help: string, fields: ImportField[]}>} */
export const IMPORT_KINDS = Object.freeze({
  boundaries: {
    label: 'Boundaries',
    help: 'The outlines of areas or districts, as the Office for National Statistics offers them. They come first.',
    fields: [
      { ...FILE, hint: 'A zipped shapefile, GeoPackage or GeoJSON.' },
      GEOGRAPHY,
      {
        name: 'where',
        label: 'Only some of its areas (optional)',
        hint: 'A condition on a column of the file, such as LSOA21NM LIKE \'Tamworth%\'. Empty takes all.',
        type: 'text',
        missing: '',
        isOptional: true,
      },
      EXTENT,
    ],
  },
  deprivation: {
    label: 'Indices of Deprivation',
    help: 'File 7: all ranks, deciles and scores, with population denominators. A file for England serves a county.',
    fields: [
      { ...FILE, hint: 'A CSV file or an Excel workbook (xlsx) as downloaded.', accept: '.csv,.gz,.xlsx' },
      {
        name: 'release',
        label: 'Edition',
        hint: '',
        type: 'select',
        missing: 'Choose the edition.',
        options: [['2025', '2025'], ['2019', '2019'], ['2015', '2015'], ['2010', '2010']],
      },
      EXTENT,
    ],
  },
  lookup: {
    label: 'Lookup of areas to districts',
    help: 'Which area lies in which district and county.',
    fields: [{ ...FILE, hint: 'A CSV file with the codes of both.' }, EXTENT],
  },
  population: {
    label: 'Population',
    help: 'Children and others by age, the denominator of every rate.',
    fields: [
      { ...FILE, hint: 'A CSV file.' },
      GEOGRAPHY,
      { name: 'period', label: 'Year', hint: 'Of the mid-year estimate, such as 2020.', type: 'text', missing: 'Enter the year of the estimate, such as 2020.' },
      EXTENT,
    ],
  },
  indicators: {
    label: 'Circumstances linked with need',
    help: 'One column for each measure, with a codebook that says what each means and which end means more need.',
    fields: [
      { ...FILE, hint: 'A CSV file with one row for each area.' },
      { name: 'codebook', label: 'Codebook', hint: 'A CSV file with one row for each column of the first.', type: 'file', missing: 'Choose the codebook.' },
      GEOGRAPHY,
      EXTENT,
    ],
  },
  counts: {
    label: 'Help and protection (counts)',
    help: 'How many children in each area receive one kind of help. Counts of one to five are hidden wherever they would be shown.',
    fields: [
      { ...FILE, hint: 'A CSV file with area codes and counts: a row for each area and period, or a column for each period. A column families_squared, if there is one, says how children come in families: for each area, the squares of the numbers of children of each family added up, such as 3 \u00d7 3 + 1 \u00d7 1 = 10. It is never shown; limits of rates by deprivation widen by it.' },
      {
        name: 'measure',
        label: 'Kind of help',
        hint: '',
        type: 'select',
        missing: 'Choose the kind of help.',
        options: [
          ['early-help', 'Early help at a date'],
          ['early-help-starts', 'Early help started in a year'],
          ['referrals', 'Referrals in a year'],
          ['cin', 'Children in need at a date'],
          ['cin-starts', 'Children starting to be in need in a year'],
          ['cpp', 'Child protection plans at a date'],
          ['cpp-starts', 'Child protection plans started in a year'],
          ['cla', 'Children looked after at a date'],
          ['cla-starts', 'Children starting to be looked after in a year'],
        ],
      },
      GEOGRAPHY,
      { name: 'period', label: 'Period (optional)', hint: 'Such as 2020. Empty where the file says it.', type: 'text', missing: '', isOptional: true },
      EXTENT,
    ],
  },
  cases: {
    label: 'Cases with circumstances (case file)',
    help: 'Which circumstances come together in children\'s lives. One row for each case with an area code, a level from 1 to 4 and a column of 1 and 0 for each circumstance; no names, dates of birth or numbers of children. Rows are counted and none is kept.',
    fields: [
      { ...FILE, hint: 'A CSV file with at least 100 cases.' },
      GEOGRAPHY,
      { name: 'period', label: 'Period (optional)', hint: 'Such as 2024/25. Empty where the file says it.', type: 'text', missing: '', isOptional: true },
      EXTENT,
    ],
  },
  authority: {
    label: 'Figures of whole authorities',
    help: 'What the Department for Education publishes of each authority, deprivation of authorities (Files 10 and 11, CSV or workbook), statistical neighbours, or counts by decile of a neighbouring authority. The header of the file tells which.',
    fields: [{ ...FILE, hint: 'A CSV file or an Excel workbook (xlsx) as published, under its own name.', accept: '.csv,.gz,.xlsx' }],
  },
  services: {
    label: 'Services (list of provision)',
    help: 'What help there is, for whom: one row for each service with the ages and the levels of need that it is for, and its budget, places and sites where they are known. They are public facts; nothing about a child belongs in the file. The list takes the place of the one before.',
    fields: [
      { ...FILE, hint: 'A CSV file or an Excel workbook (xlsx) with the columns service, age_from, age_to, tiers, and where known annual_budget_gbp, places and sites.', accept: '.csv,.gz,.xlsx' },
      EXTENT,
    ],
  },
});

/**
 * @param {string} kind
 * @param {(name: string) => string|undefined} valueOf text of a field, or a file's name
 * @returns {import('./types.js').FieldError[]} what is missing
 */
export function findMissing(kind, valueOf) {
  return IMPORT_KINDS[kind].fields
    .filter(({ name, isOptional }) => !isOptional && !valueOf(name))
    .map(({ name, missing }) => ({ field: name, row: 0, message: missing }));
}
