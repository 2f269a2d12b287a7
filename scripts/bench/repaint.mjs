#!/usr/bin/env node
// Measures how long a moved weight takes to be seen: from the input event of a slider to the frame after it is painted, ranking, map
// and all. Prints the median and the slowest of the moves. Needs a running service with a county and Chromium.
// usage: scripts/bench/repaint.mjs [--moves N] [ADDRESS]      (ADDRESS is http://localhost:8080 unless given; N is 50 unless given)

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TARGET_MILLISECONDS = 100;
const [moves, address] = readArguments(process.argv.slice(2));
const profile = mkdtempSync(join(tmpdir(), 'needscape-repaint-'));
const chromium = spawn(
  process.env.CHROMIUM ?? 'chromium',
  ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
    '--disable-sync', '--remote-debugging-pipe', '--window-size=1280,900', `--user-data-dir=${profile}`],
  { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
);
chromium.on('error', () => fail('This needs Chromium; the setting CHROMIUM names another one.'));

function readArguments(words) {
  const at = words.indexOf('--moves');
  const count = at < 0 ? 50 : Number(words[at + 1]);
  const rest = at < 0 ? words : words.filter((_, k) => k !== at && k !== at + 1);
  if (!Number.isInteger(count) || count < 1 || rest.length > 1 || rest[0]?.startsWith('-')) {
    console.error('usage: scripts/bench/repaint.mjs [--moves N] [ADDRESS]');
    process.exit(2);
  }
  return [count, rest[0] ?? 'http://localhost:8080'];
}

function fail(sentence) {
  console.error(sentence);
  stop(1);
}

function stop(code) {
  process.exitCode = code;
  // Its helpers write a last time after it has gone.
  chromium.once('exit', () => setTimeout(() => rmSync(profile, { recursive: true, force: true }), 1000));
  chromium.kill();
}

/** Speaks to Chromium: JSON messages, each ended by a zero byte. */
let last = 0;
const waiting = new Map();
function ask(method, params = {}, sessionId = undefined) {
  last += 1;
  chromium.stdio[3].write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
  return new Promise((resolve, reject) => waiting.set(last, { resolve, reject }));
}

let rest = '';
chromium.stdio[4].on('data', (bytes) => {
  const messages = (rest + bytes).split('\0');
  rest = messages.pop();
  for (const { id, result, error } of messages.map((text) => JSON.parse(text))) {
    const { resolve, reject } = waiting.get(id) ?? {};
    waiting.delete(id);
    if (error) {
      reject?.(new Error(error.message));
    } else {
      resolve?.(result);
    }
  }
});

/** Runs in the page. The task that a frame posts comes after its painting. */
async function measure(count) {
  const afterFrame = () =>
    new Promise((resolve) => requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = resolve;
      channel.port2.postMessage('');
    }));
  for (let second = 0; second < 200 && document.querySelector('[data-module=legend] > *') === null; second += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const sliders = [...document.querySelectorAll('.ns-weight__slider')];
  const areas = document.querySelectorAll('.ns-weights__table tbody tr').length;
  const times = [];
  for (let move = 0; move < count && sliders.length > 0; move += 1) {
    const slider = sliders[move % sliders.length];
    slider.value = String((move * 5) % 17);
    await afterFrame();
    const start = performance.now();
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    const script = performance.now() - start;
    await afterFrame();
    times.push([performance.now() - start, script]);
  }
  return { areas, times };
}

try {
  const { targetId } = await ask('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true });
  const { errorText } = await ask('Page.navigate', { url: `${address}/weights.html` }, sessionId);
  const { result } = errorText
    ? { result: {} }
    : await ask('Runtime.evaluate', { expression: `(${measure})(${moves})`, awaitPromise: true, returnByValue: true }, sessionId);
  const { areas, times } = result.value ?? { areas: 0, times: [] };
  if (times.length === 0) {
    fail(`There is no page of weights with a county at ${address}: start the service first.`);
  } else {
    const sorted = (k) => times.map((time) => time[k]).sort((a, b) => a - b);
    const median = (numbers) => (numbers[Math.floor((numbers.length - 1) / 2)] + numbers[Math.floor(numbers.length / 2)]) / 2;
    const [all, script] = [sorted(0), sorted(1)];
    console.log(`${areas} areas, ${times.length} moves: median ${median(all).toFixed(0)} ms to the painted frame (${median(script).toFixed(0)} ms of it in the event), slowest ${all[all.length - 1].toFixed(0)} ms; target under ${TARGET_MILLISECONDS} ms`);
    stop(0);
  }
} catch (error) {
  fail(`Chromium did not answer as expected: ${error.message}`);
}
