import { checkUscc, isIndustryCode, isPhone } from '@nqi/kernel';

import { keysOf, missingFrom } from '../test/keys.js';
import { enterprises, regions } from './index.js';

const regionCodes = keysOf(regions(), ({ code }) => code);

describe('enterprises', () => {
  it('have a valid credit code of their own, known places, an industry and a telephone', () => {
    expect(keysOf(enterprises(), ({ uscc }) => uscc).size).toBe(300);
    for (const enterprise of enterprises()) {
      const { uscc, areaCode, countyCode, townCode, parkCode } = enterprise;
      expect([uscc, checkUscc(uscc).outcome]).toEqual([uscc, 'PASS']);
      expect(missingFrom(regionCodes, [areaCode, countyCode, townCode, parkCode ?? areaCode])).toEqual([]);
      expect(isIndustryCode(enterprise.industryCode)).toBe(true);
      expect(isPhone(enterprise.contactPhone)).toBe(true);
    }
  });
});
