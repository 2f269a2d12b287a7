/** The import form: asks what each kind of file needs, sends it, follows the job and shows its report. */

import { cancelJob, fetchJob, startImport } from './api.js';
import { make } from './dom.js';
import { clearErrors, showErrors } from './error-summary.js';
import { IMPORT_KINDS, findMissing } from './import-kinds.js';
import { showReport } from './import-report.js';

const FIRST_PAUSE_MILLISECONDS = 300;
const LONGEST_PAUSE_MILLISECONDS = 2000;

export class ImportForm {
  /**
   * @param {{form: HTMLFormElement, errors: HTMLElement, job: HTMLElement, report: HTMLElement}} elements
   * @param {() => void} onDone when something new is loaded
   */
  constructor({ form, errors, job, report }, onDone) {
    Object.assign(this, { form, errors, job, report, onDone });
    this.kind = make(
      'select',
      { class: 'ns-field__input', id: 'import-kind', name: 'kind', on: { change: () => this.showFields() } },
      ...Object.entries(IMPORT_KINDS).map(([kind, { label }]) => make('option', { value: kind }, label)),
    );
    this.help = make('p', { class: 'ns-field__hint', id: 'import-kind-hint' });
    this.kind.setAttribute('aria-describedby', this.help.id);
    this.fields = make('div');
    this.button = make('button', { type: 'submit', class: 'ns-button ns-button--strong' }, 'Import');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.send();
    });
  }

  show() {
    const label = make('label', { class: 'ns-field__label', for: 'import-kind' }, 'What is in the file?');
    this.form.replaceChildren(
      make('div', { class: 'ns-field' }, label, this.kind, this.help),
      this.fields,
      make('div', { class: 'ns-form__actions' }, this.button),
    );
    this.showFields();
  }

  showFields() {
    const { help, fields } = IMPORT_KINDS[this.kind.value];
    this.help.textContent = help;
    this.fields.replaceChildren(...fields.map(fieldElement));
    clearErrors(this.errors, this.form);
  }

  async send() {
    if (this.isBusy) {
      return;
    }
    clearErrors(this.errors, this.form);
    this.report.replaceChildren();
    const missing = findMissing(this.kind.value, (name) => this.form.elements.namedItem(name)?.value.trim());
    if (missing.length > 0) {
      showErrors(this.errors, this.form, { title: 'Something is missing', errors: missing });
      return;
    }
    this.setBusy(true);
    try {
      this.showJob({ state: 'submitted', progress: 0, message: 'Sending the file\u2026' });
      const { links } = await startImport(this.collect());
      await this.follow(links.job);
    } catch (error) {
      this.job.hidden = true;
      showErrors(this.errors, this.form, error);
    } finally {
      this.setBusy(false);
    }
  }

  /** Leaves out what is empty, so that the service applies its own default. */
  collect() {
    const form = new FormData(this.form);
    for (const [name, value] of [...form]) {
      if (value === '' || (value instanceof File && value.name === '')) {
        form.delete(name);
      }
    }
    return form;
  }

  async follow(link) {
    this.cancel.hidden = false;
    this.cancel.onclick = () => cancelJob(link).catch((error) => (this.words.textContent = error.message));
    for (let pause = FIRST_PAUSE_MILLISECONDS; ; pause = Math.min(pause * 1.5, LONGEST_PAUSE_MILLISECONDS)) {
      const job = await fetchJob(link);
      if (['done', 'failed', 'cancelled'].includes(job.state)) {
        this.finish(job);
        return;
      }
      this.showJob(job);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  finish(job) {
    this.job.hidden = true;
    if (job.state !== 'done') {
      showErrors(this.errors, this.form, {
        title: job.state === 'failed' ? 'The import could not be done' : 'The import was cancelled',
        detail: job.message || 'Nothing was changed.',
        errors: [],
      });
      return;
    }
    showReport(this.report, job);
    this.report.focus();
    this.report.scrollIntoView({ block: 'nearest' });
    this.onDone();
  }

  showJob({ message, progress }) {
    if (this.job.hidden || this.job.children.length === 0) {
      this.bar = make('progress', { class: 'ns-job__bar', max: '1', 'aria-label': 'Progress of the import' });
      this.words = make('p', { role: 'status' });
      this.cancel = make('button', { type: 'button', class: 'ns-button', hidden: true }, 'Cancel the import');
      this.job.replaceChildren(this.words, this.bar, this.cancel);
      this.job.hidden = false;
    }
    this.bar.value = progress;
    this.words.textContent = message || 'Working\u2026';
  }

  setBusy(isBusy) {
    this.isBusy = isBusy;
    this.button.setAttribute('aria-disabled', String(isBusy));
    this.button.textContent = isBusy ? 'Importing\u2026' : 'Import';
  }
}

function fieldElement({ name, label, hint, type, options, isOptional, accept }) {
  const id = `import-${name}`;
  const attributes = {
    class: 'ns-field__input',
    id,
    name,
    'aria-describedby': hint ? `${id}-hint` : null,
    'aria-required': isOptional ? null : 'true',
  };
  const control = type === 'select'
    ? make('select', attributes, make('option', { value: '' }, 'Choose\u2026'), ...options.map(([value, text]) => make('option', { value }, text)))
    : make('input', { ...attributes, type, accept: accept ?? null, autocomplete: 'off', spellcheck: type === 'text' ? 'false' : null });
  return make(
    'div',
    { class: 'ns-field' },
    make('label', { class: 'ns-field__label', for: id }, label),
    hint && make('p', { class: 'ns-field__hint', id: `${id}-hint` }, hint),
    control,
  );
}
