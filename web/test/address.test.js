import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { readAddress, writeAddress } from '../js/address.js';
import { MOST_IN_ADDRESS, NONE_CHOSEN, withAreas } from '../js/chosen.js';
import { DEFAULT_STATE } from '../js/state.js';

const many = (count, geography = 'lsoa-2021') => withAreas(NONE_CHOSEN, geography, Array.from({ length: count }, (_, index) => `E${index}`));
const MANY = many(MOST_IN_ADDRESS + 1);

/** A window's history as the HTML standard has it, as far as one document goes: entries of address and state. */
class Entries {
  constructor() {
    this.list = [{ url: new URL('http://localhost/'), state: null }];
    this.at = 0;
  }

  get state() {
    return structuredClone(this.list[this.at].state);
  }

  get search() {
    return this.list[this.at].url.search;
  }

  get pathname() {
    return this.list[this.at].url.pathname;
  }

  pushState(state, _, address) {
    this.list.splice(this.at + 1, Infinity, { url: new URL(address, this.list[this.at].url), state });
    this.at += 1;
  }

  replaceState(state, _, address = '') {
    const { url } = this.list[this.at];
    this.list[this.at] = { url: address === '' ? url : new URL(address, url), state };
  }

  /** Following a link inside the page makes an entry without a state. */
  follow(fragment) {
    this.pushState(null, '', fragment);
  }

  back() {
    this.at -= 1;
  }
}

beforeEach(() => {
  const entries = new Entries();
  Object.assign(globalThis, { history: entries, location: entries });
});

test('more areas than an address names are there again after a reload', () => {
  writeAddress({ ...DEFAULT_STATE, chosen: MANY });
  assert.deepEqual(readAddress(), { state: { ...DEFAULT_STATE, chosen: MANY }, ignored: [], leftOut: 0 });
});

test('a link inside the page that is followed while the page loads loses no area, whatever comes next', () => {
  writeAddress({ ...DEFAULT_STATE, chosen: MANY });
  history.follow('#count');

  assert.deepEqual(readAddress(MANY).state.chosen, MANY);
  // The page is reloaded before it has opened: a new one holds nothing.
  assert.deepEqual(readAddress().state.chosen, MANY);
});

test('going back gives each entry its own areas', () => {
  const few = many(2);
  writeAddress({ ...DEFAULT_STATE, chosen: few });
  writeAddress({ ...DEFAULT_STATE, chosen: MANY });
  history.back();

  assert.deepEqual(readAddress(MANY).state.chosen, few);
});

test('areas that the page holds are not taken for others that an address counts', () => {
  for (const other of [many(MOST_IN_ADDRESS + 2), many(MOST_IN_ADDRESS + 1, 'lsoa-2011'), many(1)]) {
    writeAddress({ ...DEFAULT_STATE, chosen: MANY });
    history.follow('#count');

    const { state, leftOut } = readAddress(other);

    assert.deepEqual(state.chosen, NONE_CHOSEN);
    assert.equal(leftOut, MANY.codes.length);
    assert.equal(history.state, null);
  }
});
