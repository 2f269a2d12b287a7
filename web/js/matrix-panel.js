/** What a factor of the matrix is: definition, source, how much of it is shown, and how its values are spread. */

import { make } from './dom.js';
import { formatCount, formatNumber, unitSuffix } from './format.js';
import { distributionOf, factorFacts } from './matrix-words.js';
import { DEFAULT_STATE, formatState } from './state.js';

const SVG = 'http://www.w3.org/2000/svg';
const [WIDTH, HEIGHT, TOP] = [300, 96, 12];

export class MatrixPanel {
  /** @param {HTMLDialogElement} dialog @param {{onClose: () => void}} listeners */
  constructor(dialog, { onClose }) {
    this.dialog = dialog;
    dialog.addEventListener('close', onClose);
    // The dialog fills its box, so what is pressed on itself lies beside it.
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) {
        dialog.close();
      }
    });
  }

  /**
   * @param {import('./types.js').MatrixFactor} factor
   * @param {import('./types.js').Matrix} matrix
   * @param {string} extent
   */
  open(factor, matrix, extent) {
    const index = matrix.factors.indexOf(factor);
    const values = matrix.rows.map((row) => row.values[index].value);
    const title = make('h2', { class: 'ns-factor__title', id: 'factor-title', tabindex: '-1' }, factor.label);
    const close = make('button', { type: 'button', class: 'ns-button', on: { click: () => this.dialog.close() } }, 'Close');
    const map = `/${formatState({ ...DEFAULT_STATE, extent, layer: factor.layer })}`;
    this.dialog.replaceChildren(
      make(
        'div',
        { class: 'ns-factor__body' },
        make('div', { class: 'ns-factor__top' }, title, close),
        matrix.fictional && make('p', { class: 'ns-factor__note' }, 'Fictional data'),
        make('dl', { class: 'ns-layer__facts' }, ...factorFacts(factor, matrix.rows.length).flatMap(([term, text]) => [make('dt', {}, term), make('dd', {}, text)])),
        make('h3', { class: 'ns-factor__heading' }, 'How its values are spread'),
        distribution(factor, values),
        make('p', { class: 'ns-factor__note' }, make('a', { href: map }, 'See this measure on the map')),
      ),
    );
    if (!this.dialog.open) {
      this.dialog.showModal();
    }
    title.focus();
  }

  close() {
    this.dialog.close();
  }
}

function distribution(factor, values) {
  const found = distributionOf(values);
  if (found === null) {
    return make('p', {}, 'There are too few different values to draw.');
  }
  const number = (value) => formatNumber(value, factor.decimals);
  const suffix = unitSuffix(factor.unit);
  const tallest = found.counts.indexOf(Math.max(...found.counts));
  const width = (found.to - found.from) / found.counts.length;
  const said = `${formatCount(factor.shown, 'area', 'areas')} from ${number(found.from)} to ${number(found.to)}${suffix}; the middle half lies between `
    + `${number(found.low)} and ${number(found.high)}, and values near ${number(found.from + (tallest + 0.5) * width)} are the most frequent.`;
  return make(
    'figure',
    { class: 'ns-factor__figure' },
    chart(found, factor.mean),
    make('div', { class: 'ns-factor__ends', 'aria-hidden': 'true' }, make('span', {}, number(found.from)), make('span', {}, number(found.to))),
    make('figcaption', { class: 'ns-factor__note' }, `${said} Upright line: the mean.`),
  );
}

/** Bars that say what the caption says. */
function chart({ from, to, counts }, mean) {
  const most = Math.max(...counts);
  const step = WIDTH / counts.length;
  const bars = counts.map((count, index) => {
    const height = ((HEIGHT - TOP) * count) / most;
    return svg('rect', { class: 'ns-factor__bar', x: index * step + 1, y: HEIGHT - height, width: step - 2, height });
  });
  const x = ((mean - from) / (to - from)) * WIDTH;
  const line = typeof mean === 'number' ? [svg('line', { class: 'ns-factor__mean', x1: x, x2: x, y1: 0, y2: HEIGHT })] : [];
  return svg('svg', { class: 'ns-factor__chart', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, 'aria-hidden': 'true', preserveAspectRatio: 'none' }, ...bars, ...line);
}

function svg(name, attributes, ...children) {
  const element = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, String(value)));
  element.append(...children);
  return element;
}
