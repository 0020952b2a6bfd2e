import { IntegerField } from './fields.js';
import { InvalidBody, assertShallow, bodyValidation } from './validation.js';

class Stars {
  @IntegerField({ min: 1, max: 5 })
  stars!: number;
}

describe('a body that is checked', () => {
  const check = (value: unknown) => bodyValidation().transform(value, { type: 'body', metatype: Stars });

  it('has whole numbers, written as such or as text', async () => {
    expect(await check({ stars: 4 })).toEqual({ stars: 4 });
    expect(await check({ stars: '4' })).toEqual({ stars: 4 });
  });

  it.each([[{ toString: 'x' }], [[4]], [true], [null], ['four'], [4.5], [6]])(
    'has no %j for a number',
    async (stars) => {
      await expect(check({ stars })).rejects.toBeInstanceOf(InvalidBody);
    },
  );
});

describe('a body', () => {
  const nested = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);

  it.each([[undefined], [null], ['text'], [{ a: [{ b: 1 }] }], [nested(60)]])(
    'may be as deep as people need',
    (body) => {
      expect(() => assertShallow(body)).not.toThrow();
    },
  );

  it('is refused when it is nested so deep that recursion would fail', () => {
    expect(() => assertShallow(nested(2_000))).toThrow(InvalidBody);
    expect(() => assertShallow({ a: nested(70) })).toThrow(InvalidBody);
  });
});
