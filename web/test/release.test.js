import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markingSentences, releaseSentences } from '../js/release.js';

const EMPTY = Object.freeze({ state: 'draft', approvedBy: '', approvedAt: '', keepUntil: '' });

test('open data has no marking', () => {
  assert.deepEqual(markingSentences({}), []);
});

test('a draft says that nobody approved it', () => {
  assert.deepEqual(markingSentences({ marking: 'Official: draft figures, not approved for release', release: EMPTY }), [
    'Official: draft figures, not approved for release.',
    'Draft: nobody has approved these figures for release.',
  ]);
});

test('an approval names who and when, and until when the figures are kept', () => {
  const release = { state: 'approved', approvedBy: 'A. Lead', approvedAt: '2026-11-01T10:00:00Z', keepUntil: '2027-01-01' };
  assert.deepEqual(releaseSentences(release), ['Approved for release by A. Lead on 1 November 2026.', 'Kept until 1 January 2027.']);
  assert.deepEqual(releaseSentences({ ...EMPTY, state: 'approved' }), ['Approved for release.']);
});

test('what was withdrawn or has expired says so', () => {
  assert.match(releaseSentences({ ...EMPTY, state: 'withdrawn', approvedBy: 'A. Lead' })[0], /^Withdrawn from release by A. Lead/);
  assert.match(releaseSentences({ ...EMPTY, state: 'expired' })[0], /^Expired/);
});
