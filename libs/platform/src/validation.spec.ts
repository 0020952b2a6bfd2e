import { IntegerField, ListField, ObjectField, TextField, TextListField } from './fields.js';
import { InvalidBody, assertShallow, bodyValidation } from './validation.js';

class Stars {
  @IntegerField({ min: 1, max: 5 })
  stars!: number;
}

class Line {
  @TextField()
  name!: string;
}

class Order {
  @ListField(() => Line, { optional: true, max: 3 })
  lines?: Line[];

  @ObjectField(() => Line, { optional: true })
  first?: Line;

  @TextListField({ optional: true, max: 3 })
  words?: string[];
}

describe('a body of parts', () => {
  const check = (value: unknown) => bodyValidation().transform(value, { type: 'body', metatype: Order });

  it.each([
    [{ lines: [[]] }],
    [{ lines: [[{ name: 'a' }]] }],
    [{ lines: [null] }],
    [{ lines: ['a'] }],
    [{ lines: {} }],
    [{ lines: [{}] }],
    [{ first: [] }],
    [{ first: [{ name: 'a' }] }],
    [{ lines: null }],
    [{ words: null }],
    [{ words: [['a']] }],
    [{ words: [null] }],
  ])('has no %j', async (body) => {
    await expect(check(body)).rejects.toBeInstanceOf(InvalidBody);
  });

  it('may leave out what is optional', async () => {
    expect(await check({})).toEqual({});
    expect(await check({ lines: [], first: { name: 'a' }, words: [] })).toEqual({
      lines: [],
      first: { name: 'a' },
      words: [],
    });
  });
});

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
