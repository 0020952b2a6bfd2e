import { nodeCodeOf, parentRegionCode, regionLevel } from '@nqi/kernel';

import { keysOf } from '../test/keys.js';
import { regions } from './index.js';

const regionCodes = keysOf(regions(), ({ code }) => code);

describe('regions', () => {
  it('have the level their code says and a parent above them', () => {
    for (const { code, level, parentCode } of regions()) {
      expect([code, regionLevel(code), parentRegionCode(code)]).toEqual([code, level, parentCode]);
      if (parentCode) expect(regionCodes).toContain(parentCode);
    }
  });

  it('give every county and park a node of its own', () => {
    const nodes = regions()
      .filter(({ level }) => level !== 'town')
      .map(({ code }) => nodeCodeOf(code));

    expect(new Set(nodes).size).toBe(nodes.length);
    expect(nodes).toEqual(expect.arrayContaining(['PROV-370000', 'HUB-370400', 'WS-370471', 'WS-370481901']));
    expect(regions().filter(({ level }) => level === 'park')).toHaveLength(12);
  });
});
