import { checkUscc } from '@nqi/kernel';

import { keysOf, missingFrom } from '../test/keys.js';
import {
  calibrationItems,
  certificationSchemes,
  demoCapabilities,
  demoScopes,
  enterprises,
  institutions,
  mandatoryInstruments,
  matchesPattern,
  regions,
  serviceCatalog,
  testProducts,
} from './index.js';

const regionCodes = keysOf(regions(), ({ code }) => code);
const serviceCodes = keysOf(serviceCatalog(), ({ code }) => code);
const categories = new Set([...enterprises(), ...testProducts()].map(({ category }) => category));

describe('institutions', () => {
  it('stand in known regions and have valid credit codes', () => {
    expect(
      missingFrom(
        regionCodes,
        institutions().flatMap(({ regionCode }) => regionCode ?? []),
      ),
    ).toEqual([]);
    expect(institutions().filter(({ uscc }) => checkUscc(uscc).outcome !== 'PASS')).toEqual([]);
  });

  it('hold numbered qualifications, the remark apart from the kind', () => {
    expect(institutions().find(({ id }) => id === 'ORG005')?.qualifications).toEqual([
      { kind: '法定计量授权', number: 'DEMO-LEGAL-005A' },
      { kind: 'CNAS-L', remark: '校准', number: 'DEMO-CNASL-005B' },
    ]);
    expect(institutions().find(({ id }) => id === 'ORG040')?.qualifications).toEqual([]);
  });

  it('cover every technical service', () => {
    const covered = new Set(demoCapabilities().flatMap((capability) => capability.serviceCodes));
    const technical = [...serviceCodes].filter((code) => /^(MET|STD|TST|CER)/.test(code));

    expect(technical).toHaveLength(50);
    expect(missingFrom(covered, technical)).toEqual([]);
  });

  it('are known wherever a capability names one, once per domain, with categories that occur', () => {
    const known = keysOf(institutions(), ({ id }) => id);
    const pairs = demoCapabilities().map(({ institutionId, domain }) => `${institutionId} ${domain}`);
    const patterns = demoCapabilities().flatMap((capability) => capability.categories);

    expect(
      missingFrom(
        known,
        demoCapabilities().map(({ institutionId }) => institutionId),
      ),
    ).toEqual([]);
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(patterns.filter((pattern) => ![...categories].some((it) => matchesPattern(pattern, it)))).toEqual([]);
  });

  it('have scopes within their capabilities only, each of whose words chooses something', () => {
    const capable = new Set(
      demoCapabilities().flatMap(({ institutionId, serviceCodes: codes }) =>
        codes.map((code) => `${institutionId} ${code}`),
      ),
    );
    const scoped = demoScopes().flatMap(({ institutionId, serviceCodes: codes }) =>
      codes.map((code) => `${institutionId} ${code}`),
    );
    const words = {
      mandatory_instruments: mandatoryInstruments().flatMap(({ class1Name, useAreas }) => [class1Name, ...useAreas]),
      calibration_items: calibrationItems().map(({ discipline }) => discipline),
      test_products: testProducts().map(({ category }) => category),
      certification_schemes: certificationSchemes().flatMap(({ code, category }) => [code, category]),
    };

    expect(missingFrom(capable, scoped)).toEqual([]);
    expect(
      demoScopes().flatMap(({ source, select }) => select.filter((word) => !words[source].includes(word))),
    ).toEqual([]);
  });

  it('leave type approval to the province', () => {
    const able = demoCapabilities().filter((it) => it.serviceCodes.includes('MET-007'));
    expect(able.map(({ institutionId }) => institutionId)).toEqual(['ORG020']);
  });
});
