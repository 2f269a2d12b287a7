/** Printing: the map takes the size of the sheet before the browser draws it. */

/**
 * @param {HTMLElement} button
 * @param {{resize: () => void}} map
 */
export function bindPrinting(button, map) {
  let unfolded = [];
  const setPrinting = (isPrinting) => {
    // On paper nothing can be unfolded. What was folded before is folded again.
    if (isPrinting) {
      unfolded = [...unfolded, ...document.querySelectorAll('details[data-print="open"]:not([open])')];
    }
    unfolded.forEach((details) => (details.open = isPrinting));
    unfolded = isPrinting ? unfolded : [];
    document.documentElement.classList.toggle('ns-printing', isPrinting);
    map.resize();
  };
  addEventListener('beforeprint', () => setPrinting(true));
  addEventListener('afterprint', () => setPrinting(false));
  button.addEventListener('click', () => {
    setPrinting(true);
    // Two frames: one for the layout, one for the canvas.
    requestAnimationFrame(() => requestAnimationFrame(() => window.print()));
  });
}
