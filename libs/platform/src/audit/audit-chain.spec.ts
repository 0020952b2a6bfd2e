import { CHAIN_START, ChainWalk, linkOf, type ChainAnchor, type ChainLink } from './audit-chain.js';

function chain(...contents: string[]): ChainLink[] {
  let previous: Buffer = CHAIN_START;
  return contents.map((content, index) => {
    const seq = String(index + 1);
    previous = linkOf(previous, seq, content);
    return { seq, content, hash: previous };
  });
}

function verdictOf(links: readonly ChainLink[], anchors: readonly ChainAnchor[] = []) {
  const walk = new ChainWalk(anchors);
  links.forEach((link) => walk.step(link));
  return walk.end();
}

describe('an audit chain', () => {
  const whole = chain('{"a":1}', '{"a":2}', '{"a":3}');
  const [first, second, third] = whole as [ChainLink, ChainLink, ChainLink];
  const anchor = { day: '2026-11-24', seq: '2', hash: second.hash.toString('hex') };

  it('that nobody touched is whole, with its head', () => {
    expect(verdictOf(whole, [anchor])).toEqual({ records: 3, head: third.hash.toString('hex'), faults: [] });
  });

  it('tells which record was changed, and only that one', () => {
    expect(verdictOf([first, { ...second, content: '{"a":9}' }, third]).faults).toEqual([
      'record 2 is not what was written',
    ]);
  });

  it('tells of a record that is gone', () => {
    expect(verdictOf([first, third]).faults[0]).toBe('record 2 is missing: 3 stands in its place');
  });

  it('tells of records that changed places', () => {
    const swapped = [{ ...second, seq: '1' }, { ...first, seq: '2' }, third];

    expect(verdictOf(swapped).faults).toContain('record 1 is not what was written');
  });

  it('that was rewritten from end to end is found out by what was anchored', () => {
    expect(verdictOf(chain('{"a":1}', '{"a":8}', '{"a":3}')).faults).toEqual([]);
    expect(verdictOf(chain('{"a":1}', '{"a":8}', '{"a":3}'), [anchor]).faults).toEqual([
      'record 2 is not what 2026-11-24 anchored',
    ]);
  });

  it('that was cut off behind an anchor is found out', () => {
    expect(verdictOf([first], [anchor]).faults).toEqual(['record 2, anchored on 2026-11-24, is gone']);
  });
});
