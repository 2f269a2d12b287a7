/** Starts the page of data and methods: the layers with their manifests, and the import form. */

import { fetchExtents, fetchLayers } from './api.js';
import { getModule } from './dom.js';
import { editionOf, showBanner, showProblem } from './frame.js';
import { ImportForm } from './import-form.js';
import { openLayerOf, showLayers } from './layer-list.js';

async function showLoaded() {
  const messages = getModule(document, 'messages');
  try {
    const [extents, layers] = await Promise.all([fetchExtents(), fetchLayers()]);
    messages.replaceChildren();
    const first = extents[0] ?? null;
    const isAnyFictional = extents.some(({ fictional }) => fictional);
    const titles = extents.map(({ title }) => title).join(', ');
    showBanner(getModule(document, 'banner'), first && { ...first, title: titles, fictional: isAnyFictional }, editionOf(layers));
    showLayers(getModule(document, 'layers'), layers, extents);
    openLayerOf(location.hash);
  } catch (error) {
    showProblem(messages, error, showLoaded);
    if (error.name !== 'ProblemError') {
      throw error;
    }
  }
}

const form = new ImportForm(
  {
    form: getModule(document, 'import-form'),
    errors: getModule(document, 'error-summary'),
    job: getModule(document, 'job'),
    report: getModule(document, 'report'),
  },
  showLoaded,
);
form.show();
addEventListener('hashchange', () => openLayerOf(location.hash));
showLoaded();
