import { isStandardNumber, parseStandardNumber } from '@nqi/kernel';

import { standards } from './index.js';

describe('standards', () => {
  it('are written in normal form and filed under their kind', () => {
    for (const { stdNo, level, prefix } of standards()) {
      expect(parseStandardNumber(stdNo)).toMatchObject({ normalized: stdNo, kind: level, prefix });
    }
  });

  it('name replaced and replacing standards by number, bracketed remarks taken off', () => {
    const cited = standards().flatMap((it) => [...it.replaces, ...it.partlyReplaces, ...it.replacedBy]);

    expect(cited.filter((stdNo) => !isStandardNumber(stdNo))).toEqual([]);
    expect(standards().flatMap(({ partlyReplaces }) => partlyReplaces)).toEqual(['JJG 686-2006', 'JJG 164-2000']);
  });

  it('are superseded only where a replacement is named', () => {
    expect(standards().filter(({ status, replacedBy }) => status === 'superseded' && replacedBy.length === 0)).toEqual(
      [],
    );
  });

  it('are not implemented before they are issued', () => {
    const early = standards().filter(
      (it) => it.issueDate && it.implementationDate && it.implementationDate < it.issueDate,
    );
    expect(early).toEqual([]);
  });

  it('keep the year where the day of issue is not known', () => {
    expect(standards().filter(({ issueYear, issueDate }) => issueYear && !issueDate)).toHaveLength(3);
  });
});
