import { fieldId, nearestFieldId, pointerParts } from './pointers.js';

describe('pointers', () => {
  it('are read with their escapes', () => {
    expect(pointerParts('/items/0/form/a~1b~0c')).toEqual(['items', '0', 'form', 'a/b~c']);
    expect(pointerParts('')).toEqual([]);
  });

  it('name the element of a field', () => {
    expect(fieldId('item0', ['instruments', '1', 'qty'])).toBe('item0.instruments.1.qty');
  });

  it('fall back to the nearest element on the page', () => {
    const shown = new Set(['item0.instruments']);

    expect(nearestFieldId('item0', ['instruments', '1', 'qty'], (id) => shown.has(id))).toBe('item0.instruments');
    expect(nearestFieldId('item0', ['else'], (id) => shown.has(id))).toBe('item0');
  });
});
