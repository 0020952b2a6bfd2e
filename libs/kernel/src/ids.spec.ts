import { isUuid, newId } from './ids.js';

describe('newId', () => {
  it('is a version 7 UUID', () => {
    expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('sorts in order of creation and never repeats', () => {
    const ids = Array.from({ length: 2000 }, newId);

    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('isUuid', () => {
  it.each(['', 'ZZ-JL-20261124-000123', '0191e2c0-0000-7000-8000-00000000000', null, 7])('refuses %p', (value) => {
    expect(isUuid(value)).toBe(false);
  });

  it('accepts ids of its own', () => {
    expect(isUuid(newId())).toBe(true);
  });
});
