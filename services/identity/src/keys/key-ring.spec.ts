import { LEAD_MS, OVERLAP_MS, isRotationDue, publishedOf, signerOf } from './key-ring.js';

const MINUTE = 60_000;
const BEGIN = Date.parse('2026-11-24T02:00:00Z');
const at = (ms: number) => new Date(BEGIN + ms);
const first = { kid: 'first', signsFrom: 0 };
const second = { kid: 'second', signsFrom: BEGIN + LEAD_MS };
const keys = [first, second];

describe('a ring of signing keys', () => {
  it('signs with the old key until the new one has been public for a while', () => {
    expect(signerOf(keys, at(LEAD_MS - 1))).toBe(first);
    expect(signerOf(keys, at(LEAD_MS))).toBe(second);
  });

  it('publishes both until the last token of the old one is over', () => {
    expect(publishedOf(keys, at(0))).toEqual(keys);
    expect(publishedOf(keys, at(LEAD_MS + 15 * MINUTE))).toEqual(keys);
    expect(publishedOf(keys, at(LEAD_MS + OVERLAP_MS))).toEqual([second]);
  });

  it('signs with the first of keys that say nothing of time, and publishes all', () => {
    const plain = [first, { kid: 'other', signsFrom: 0 }];

    expect(signerOf(plain, at(0))).toBe(first);
    expect(publishedOf(plain, at(0))).toEqual(plain);
  });

  it('is due for a new key when the signing one is old and none waits', () => {
    const longest = 90 * 24 * 60 * MINUTE;

    expect(isRotationDue(keys, at(0), longest)).toBe(false);
    expect(isRotationDue(keys, at(LEAD_MS + longest - 1), longest)).toBe(false);
    expect(isRotationDue(keys, at(LEAD_MS + longest), longest)).toBe(true);
  });
});
