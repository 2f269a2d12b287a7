/** The only module that speaks to the service. Every failure becomes a {@link ProblemError} with words for people. */

const ROOT = '/api/v1';

/** What went wrong, as the service's problem document says it. */
export class ProblemError extends Error {
  /**
   * @param {{title?: string, status?: number, detail?: string, errors?: import('./types.js').FieldError[]}} problem
   */
  constructor({ title = 'That did not work', status = 0, detail = '', errors = [] }) {
    super(detail === '' ? title : `${title}: ${detail}`);
    this.name = 'ProblemError';
    this.title = title;
    this.status = status;
    this.detail = detail;
    this.errors = errors;
  }
}

/** @type {Map<string, Promise<any>>} answers that do not change while a page is open */
const remembered = new Map();

/** @returns {Promise<import('./types.js').Extent[]>} */
export async function fetchExtents() {
  return (await fetchLoaded()).extents;
}

/** @returns {Promise<{extents: import('./types.js').Extent[], loading: import('./types.js').Loading|null}>} */
export function fetchLoaded() {
  return getJson(`${ROOT}/extents`);
}

/** @returns {Promise<import('./types.js').LayerEntry[]>} */
export async function fetchLayers(extent) {
  const query = extent === undefined ? '' : `?extent=${encodeURIComponent(extent)}`;
  return (await getJson(`${ROOT}/layers${query}`)).layers;
}

/**
 * The layer of hotspots that somebody looked for. It is kept for a while, and is in no list.
 *
 * @param {string} id
 * @returns {Promise<import('./types.js').LayerEntry[]>} none where the id is not of such a layer, or it is not kept any more
 */
export async function fetchRunLayer(id) {
  if (!/^hotspot-run-/.test(id)) {
    return [];
  }
  const address = `${ROOT}/layers/${encodeURIComponent(id)}`;
  const links = { values: `${address}/values`, geojson: `${address}.geojson`, csv: `${address}.csv`, shapefile: `${address}.shp.zip`, geopackage: `${address}.gpkg` };
  try {
    const { title, kind, group, geography, extent, unit, period } = (await remember(links.values)).layer;
    return [{ id, title, kind, group, geography, extent: extent.name, unit, period, links }];
  } catch (error) {
    if (error.status === 404) {
      return [];
    }
    throw error;
  }
}

/**
 * @param {import('./types.js').LayerEntry} entry
 * @returns {Promise<import('./types.js').LayerData>}
 */
export function fetchValues(entry) {
  return remember(entry.links.values);
}

/** @returns {Promise<GeoJSON.FeatureCollection>} */
export function fetchGeometry(extent, geography) {
  return remember(`${extentRoot(extent)}/geometries/${encodeURIComponent(geography)}`);
}

/** @returns {Promise<import('./types.js').FoundArea[]>} */
export async function findAreas(extent, text, signal) {
  const query = new URLSearchParams({ q: text, limit: '10' });
  return (await getJson(`${extentRoot(extent)}/areas?${query}`, { signal })).areas;
}

export function fetchProfile(extent, geography, code) {
  return remember(`${extentRoot(extent)}/areas/${encodeURIComponent(geography)}/${encodeURIComponent(code)}`);
}

/**
 * What is shown and hidden in a county. Not remembered: an approval or an audit may have been made since.
 *
 * @returns {Promise<import('./types.js').Protection>}
 */
export function fetchProtection(extent) {
  return getJson(`${extentRoot(extent)}/protection`);
}

/**
 * The need matrix of a county, by the scoring method that is asked for or else by the default one. What the method has no figures of is
 * answered with a problem.
 *
 * @param {string} extent
 * @param {{matrix: string, version: string, period: string}} wanted each empty for what is usual
 * @returns {Promise<?{entries: import('./types.js').MatrixEntry[], links: {csv: string, xlsx: string}, matrix: import('./types.js').Matrix}>}
 *     null where the county has none
 */
export async function fetchMatrix(extent, { matrix, version, period }) {
  const entries = await fetchMatrices(extent);
  const entry = entries.find(({ id }) => id === matrix) ?? entries[0];
  if (entry === undefined) {
    return null;
  }
  const isAsked = entry.id === matrix || matrix === '';
  const query = new URLSearchParams(Object.entries({ version: isAsked ? version : '', period }).filter(([, text]) => text !== ''));
  const search = query.size === 0 ? '' : `?${query}`;
  return {
    entries,
    links: { csv: entry.links.csv + search, xlsx: entry.links.xlsx + search },
    matrix: await getJson(entry.links.json + search),
  };
}

/**
 * The periods of which cases of children are shown, latest first. Not remembered: a data set may have been withdrawn since.
 *
 * @returns {Promise<{period: string, districts: string[], links: {json: string, csv: string}}[]>}
 */
export async function fetchCases(extent) {
  return (await getJson(`${extentRoot(extent)}/cases`)).cases;
}

/** @param {string} link of a period @param {string} district its code, or empty for the whole county */
export function fetchCasesOf(link, district) {
  return getJson(district === '' ? link : `${link}?district=${encodeURIComponent(district)}`);
}

/**
 * Services with their reach, budgets beside need, and what lies outside target areas. Not remembered: a board may have agreed since.
 *
 * @param {string} extent
 * @param {string} key what budgets are shared out by; empty for what is usual
 */
export function fetchProvision(extent, key) {
  return getJson(`${extentRoot(extent)}/provision${key === '' ? '' : `?${new URLSearchParams({ key })}`}`);
}

/** @returns {Promise<?object>} which circumstances are high in the same places; null where the county has too few measures */
export async function fetchPlaces(extent) {
  try {
    return await getJson(`${extentRoot(extent)}/place-cooccurrence`);
  } catch (error) {
    if (error.status === 404) {
      return null;
    }
    throw error;
  }
}

/** @param {URLSearchParams} query */
export function fetchCohortRange(query) {
  return getJson(`${ROOT}/cohort-range?${query}`);
}

/**
 * The need matrices of a county, the one of the default scoring method first.
 *
 * @returns {Promise<import('./types.js').MatrixEntry[]>}
 */
export async function fetchMatrices(extent) {
  return (await getJson(`${extentRoot(extent)}/matrices`)).matrices;
}

/** @param {import('./types.js').MatrixEntry} entry @returns {Promise<import('./types.js').Matrix>} */
export function fetchMatrixOf(entry) {
  return getJson(entry.links.json);
}

/**
 * Which weight, changed by how much, moves an area into the highest-need tenth or out of it.
 *
 * @param {import('./types.js').MatrixEntry} entry
 * @returns {Promise<import('./types.js').MatrixSensitivity>}
 */
export function fetchSensitivity(entry) {
  return remember(entry.links.sensitivity);
}

/** @returns {Promise<import('./types.js').RecipeEntry[]>} the latest version of every scoring method, those of the program first */
export async function fetchRecipes() {
  return (await getJson(`${ROOT}/recipes`)).recipes;
}

/** @param {string} id @param {string|number} [version] the latest without it @returns {Promise<import('./types.js').RecipeVersion>} */
export function fetchRecipe(id, version = '') {
  return getJson(`${ROOT}/recipes/${encodeURIComponent(id)}${version === '' ? '' : `/versions/${version}`}`);
}

/** @returns {Promise<import('./types.js').LoadedMeasure[]>} of what a county can make scoring methods */
export async function fetchMeasures(extent) {
  return (await getJson(`${extentRoot(extent)}/measures`)).measures;
}

/** The matrix of a scoring method that is not saved. @param {object} recipe the document @returns {Promise<import('./types.js').Matrix>} */
export function tryRecipe(extent, recipe) {
  return postJson(`${extentRoot(extent)}/matrices`, recipe);
}

/**
 * Keeps a scoring method.
 *
 * @param {object} recipe the document
 * @returns {Promise<{id: string, version: number, links: {job: string}}>} the job is done when its layers are there
 */
export function saveRecipe(recipe) {
  return postJson(`${ROOT}/recipes`, recipe);
}

/** Keeps a scoring method as the next version of one. @param {string} id @param {object} recipe the document */
export function saveRecipeVersion(id, recipe) {
  return postJson(`${ROOT}/recipes/${encodeURIComponent(id)}/versions`, recipe);
}

export async function fetchGradients(extent) {
  return (await remember(`${extentRoot(extent)}/gradients`)).gradients;
}

export function fetchGradient(entry) {
  return remember(entry.links.json);
}

/** A gradient with places compared. @param {{links: {json: string}}} entry @param {string} query empty or with its question mark */
export function fetchGradientReport(entry, query) {
  return remember(`${entry.links.json}/report${query}`);
}

/** @returns {Promise<{authorities: object[], measures: {measure: string, label: string, periods: string[]}[], indexYears: number[]}>} */
export function fetchAuthorities() {
  return getJson(`${ROOT}/authorities`);
}

/** Rates of all authorities against their deprivation. @param {URLSearchParams} query */
export function fetchAuthoritiesGradient(query) {
  return remember(`${ROOT}/authorities/gradient?${query}`);
}

/** All that is known of one authority. @param {string} code */
export function fetchAuthority(code) {
  return remember(`${ROOT}/authorities/${encodeURIComponent(code)}`);
}

/** What hotspots can be looked for in, and how. @param {string} extent */
export function fetchHotspotOptions(extent) {
  return remember(`${extentRoot(extent)}/hotspots`);
}

/**
 * Looks for hotspots, or finds what was found before.
 *
 * @param {string} extent
 * @param {import('./hotspots-state.js').HotspotSettings} settings
 * @returns {Promise<{links: {result: string, job?: string}}>} without a job where the result is there already
 */
export function startHotspots(extent, settings) {
  return postJson(`${extentRoot(extent)}/hotspots`, settings);
}

/** @param {string} link of a result */
export function fetchHotspots(link) {
  return getJson(link);
}

/** @returns {Promise<{neighbours: {code: string, name: string, weight: number}[]}>} of an area, by one kind of neighbours */
export function fetchNeighbours(extent, geography, kind, area) {
  return remember(`${extentRoot(extent)}/neighbours/${encodeURIComponent(geography)}/${encodeURIComponent(area)}?${new URLSearchParams({ kind })}`);
}

/** The areas that boards choose from. Not remembered: data may have been imported since. @param {string} extent */
export function fetchTargetAreas(extent) {
  return getJson(`${extentRoot(extent)}/target-areas`);
}

/** What a choice of areas reaches and leaves out. @param {string} extent @param {object} choice its district and areas */
export function fetchTallies(extent, choice) {
  return postJson(`${extentRoot(extent)}/target-tallies`, choice);
}

/** @returns {Promise<object[]>} the latest revision of every decision record of a county */
export async function fetchTargetSets(extent) {
  return (await getJson(`${extentRoot(extent)}/target-sets`)).targetSets;
}

/** @param {string} extent @param {string} id @param {number} [revision] 0 for the latest */
export function fetchTargetSet(extent, id, revision = 0) {
  return getJson(targetSetAddress(extent, id, revision));
}

/** @returns {string} where a revision is; 0 for the latest */
export function targetSetAddress(extent, id, revision = 0) {
  return `${extentRoot(extent)}/target-sets/${encodeURIComponent(id)}${revision === 0 ? '' : `/revisions/${revision}`}`;
}

/** Saves the first revision of a set. @param {string} extent @param {object} decision */
export function createTargetSet(extent, decision) {
  return postJson(`${extentRoot(extent)}/target-sets`, decision);
}

/** Saves the next revision. @param {{id: string, revision: number}} changed what it was made of; refused with 409 when it is not the latest */
export function reviseTargetSet(extent, { id, revision }, decision) {
  return postJson(`${targetSetAddress(extent, id)}/revisions`, { expectedRevision: revision, decision });
}

/** A decision looked at again, beside similar areas. @param {string} extent @param {string} id @param {number} revision */
export function fetchReview(extent, id, revision) {
  return getJson(`${targetSetAddress(extent, id, revision)}/review`);
}

/** What target areas can be suggested by. @param {string} extent */
export function fetchSuggestionOptions(extent) {
  return getJson(`${extentRoot(extent)}/target-suggestions`);
}

/** @returns {Promise<{links: {result: string, job?: string}}>} without a job where the answer is there already */
export function startSuggestion(extent, question) {
  return postJson(`${extentRoot(extent)}/target-suggestions`, question);
}

/** @param {string} link of an answer, or of the best set so far while the search goes on */
export function fetchSuggestion(link) {
  return getJson(link, { cache: 'no-store' });
}

/**
 * Counts children in chosen areas. What is counted is recorded as shown, so nothing asks for it unasked.
 *
 * @param {string} extent
 * @param {{measure: string, period: string, geography: string, codes: readonly string[]}} selection
 * @returns {Promise<import('./types.js').SelectionCount>}
 */
export function countSelection(extent, selection) {
  return postJson(`${extentRoot(extent)}/selections`, selection);
}

/**
 * @param {FormData} form
 * @returns {Promise<{job: object, links: {job: string}}>}
 */
export function startImport(form) {
  // The header cannot be sent by another site's form, so it proves that the request comes from this page.
  return getJson(`${ROOT}/imports`, { method: 'POST', body: form, headers: { 'X-Needscape': '1' } });
}

/** @param {string} link of the job */
export function fetchJob(link) {
  return getJson(link, { cache: 'no-store' });
}

/** @param {string} link of the job @returns {Promise<void>} once it has ended, however it has */
export async function awaitJob(link) {
  for (let pause = 100; ['submitted', 'running'].includes((await fetchJob(link)).state); pause = Math.min(pause * 1.5, 2000)) {
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** @param {string} link of the job */
export function cancelJob(link) {
  return getJson(link, { method: 'DELETE', headers: { 'X-Needscape': '1' } });
}

/** The header cannot be sent by another site's form, so it proves that the request comes from this page. */
function postJson(path, body) {
  return getJson(path, { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', 'X-Needscape': '1' } });
}

function extentRoot(extent) {
  return `${ROOT}/extents/${encodeURIComponent(extent)}`;
}

function remember(path) {
  if (!remembered.has(path)) {
    const answer = getJson(path);
    remembered.set(path, answer);
    answer.catch(() => remembered.delete(path));
  }
  return remembered.get(path);
}

async function getJson(path, options = {}) {
  let response;
  try {
    response = await fetch(path, { ...options, headers: { Accept: 'application/json', ...options.headers } });
  } catch (error) {
    if (error.name === 'AbortError') {
      throw error;
    }
    throw new ProblemError({
      title: 'The Needscape service does not answer',
      detail: 'It may have been stopped, or the network may be down. Nothing is lost: try again in a moment.',
    });
  }
  if (!response.ok) {
    throw await readProblem(response);
  }
  try {
    return await response.json();
  } catch {
    throw new ProblemError({ status: response.status, title: 'The service gave an answer that cannot be read', detail: 'Try again.' });
  }
}

async function readProblem(response) {
  try {
    const problem = await response.json();
    return new ProblemError({ ...problem, status: response.status });
  } catch {
    return new ProblemError({ status: response.status, title: `The service answered with status ${response.status}` });
  }
}
