import { DomainError } from './domain-error.js';

describe('DomainError', () => {
  it('is an Error that speaks Chinese first and keeps both languages', () => {
    const error = new DomainError('TICKET.STALE', 'precondition', { zh: '已被他人修改', en: 'Changed meanwhile' });

    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('DomainError');
    expect(error.message).toBe('已被他人修改');
    expect(error.text.en).toBe('Changed meanwhile');
    expect(error.details).toEqual({});
    expect(error.pointer).toBeUndefined();
  });

  it('uses a plain message for both languages', () => {
    const error = new DomainError('X.Y', 'invalid', '缺少字段', { field: 'name' }, '/items/0/name');

    expect(error.text).toEqual({ zh: '缺少字段', en: '缺少字段' });
    expect(error.details).toEqual({ field: 'name' });
    expect(error.pointer).toBe('/items/0/name');
  });
});
