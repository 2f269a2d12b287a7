/** Colours that scripts need: the ten steps of need, and which ink can be read on a colour. */

/** Darker is more need; the first is decile 1. The legend of a layer brings its own colours, this is for deciles outside a layer. */
export const DECILE_COLOURS = Object.freeze([
  '#0b2545', '#144462', '#1c627e', '#25819b', '#4a9ba2', '#6eb5a9', '#93cfb0', '#b4ddc0', '#d5ebcf', '#f6f9df',
]);

export const INK = '#14213d';
export const PAPER = '#ffffff';
export const GREY = '#8a96a8';
export const HOTSPOT = '#b3261e';
export const AMBER = '#f0a500';

/**
 * @param {string} colour `#rrggbb`
 * @returns {string} ink or paper, whichever has the higher contrast on it
 */
export function inkOn(colour) {
  const onInk = contrast(colour, INK);
  return contrast(colour, PAPER) > onInk ? PAPER : INK;
}

/**
 * WCAG 2.2 contrast ratio, 1 to 21.
 *
 * @param {string} a `#rrggbb`
 * @param {string} b `#rrggbb`
 * @returns {number}
 */
export function contrast(a, b) {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour) {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const part = parseInt(colour.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
