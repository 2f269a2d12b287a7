/**
 * How areas without a number are filled: patterns, so that they can never be taken for a colour of the scale. The style sheet
 * draws the same patterns in the legend.
 */

import { contrast } from './colours.js';

const READABLE = 3;
const PAPER = '#f4f6f9';
const LINE = '#5b6678';

/**
 * @param {string} state
 * @returns {CanvasPattern|string} what the canvas fills with
 */
export function patternFor(state) {
  if (!patterns.has(state)) {
    patterns.set(state, tile(DRAWINGS[state] ?? drawDashes));
  }
  return patterns.get(state);
}

/** One for each reason, told apart by shape alone: in grey, in print and under a contrast theme too. */
const DRAWINGS = Object.freeze({
  suppressed: drawHatching,
  low: drawDots,
  'not-available': drawDashes,
  'not-applicable': drawUprights,
});

/** @type {Map<string, CanvasPattern|string>} */
const patterns = new Map();

function tile(draw) {
  const canvas = document.createElement('canvas');
  canvas.width = 8;
  canvas.height = 8;
  const context = canvas.getContext('2d');
  context.fillStyle = PAPER;
  context.fillRect(0, 0, 8, 8);
  context.strokeStyle = LINE;
  context.fillStyle = LINE;
  draw(context);
  return context.createPattern(canvas, 'repeat');
}

/**
 * A class that an area may be in by chance alone: its colour with dots, pale ones on what is dark and dark ones on what is pale.
 *
 * @param {string} colour `#rrggbb`
 * @returns {CanvasPattern|string}
 */
export function dotted(colour) {
  if (!patterns.has(colour)) {
    patterns.set(colour, tile((context) => {
      context.fillStyle = colour;
      context.fillRect(0, 0, 8, 8);
      context.fillStyle = contrast(colour, PAPER) >= READABLE ? PAPER : LINE;
      for (const [x, y] of [[2, 2], [6, 6]]) {
        context.beginPath();
        context.arc(x, y, 1.1, 0, 2 * Math.PI);
        context.fill();
      }
    }));
  }
  return patterns.get(colour);
}

/** Hidden: diagonal lines. */
function drawHatching(context) {
  context.lineWidth = 1.4;
  context.beginPath();
  for (const shift of [-8, 0, 8]) {
    context.moveTo(shift - 1, 9);
    context.lineTo(shift + 9, -1);
  }
  context.stroke();
}

/** Rounds to zero: dots. */
function drawDots(context) {
  context.fillRect(1, 1, 2, 2);
  context.fillRect(5, 5, 2, 2);
}

/** Not available: level dashes. */
function drawDashes(context) {
  context.fillRect(0, 3, 4, 1);
}

/** Does not apply: upright lines, far apart. */
function drawUprights(context) {
  context.fillRect(3, 0, 1, 8);
}
