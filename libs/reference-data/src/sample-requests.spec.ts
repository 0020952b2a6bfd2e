import { normalizeStandardNumber } from '@nqi/kernel';

import { keysOf, missingFrom } from '../test/keys.js';
import {
  calibrationItems,
  certificationSchemes,
  enterprises,
  mandatoryInstruments,
  sampleRequests,
  serviceCatalog,
  servicePackages,
  standards,
  testProducts,
} from './index.js';

describe('sample requests', () => {
  const lines = sampleRequests().flatMap((request) => request.lines);

  it('come from known enterprises with their own credit code and place', () => {
    const byId = new Map(enterprises().map((enterprise) => [enterprise.id, enterprise]));
    for (const request of sampleRequests()) {
      const enterprise = byId.get(request.contactEnterpriseId);
      expect(enterprise).toMatchObject({ uscc: request.uscc, areaCode: request.areaCode, nameZh: request.enterprise });
      expect(enterprise?.parkCode).toBe(request.parkCode);
    }
  });

  it('ask for services of the catalogue under their own domain, in packages that exist', () => {
    const domainOf = new Map(serviceCatalog().map(({ code, domain }) => [code, domain]));
    const packages = keysOf(servicePackages(), ({ code }) => code);

    expect(lines).toHaveLength(1808);
    expect(lines.filter(({ serviceCode, domain }) => domainOf.get(serviceCode) !== domain)).toEqual([]);
    expect(
      missingFrom(
        packages,
        sampleRequests().flatMap(({ packageCode }) => packageCode ?? []),
      ),
    ).toEqual([]);
  });

  it('refer to instruments, products, items, standards and schemes that exist', () => {
    const instruments = keysOf([...mandatoryInstruments(), ...calibrationItems()], ({ id }) => id);
    const itemsOf = new Map(testProducts().map(({ id, items }) => [id, keysOf(items, (item) => item.id)]));
    const known = keysOf(standards(), ({ stdNo }) => stdNo);
    const schemes = keysOf(certificationSchemes(), ({ code }) => code);

    expect(
      missingFrom(
        instruments,
        lines.flatMap((line) => line.instruments.map(({ ref }) => ref)),
      ),
    ).toEqual([]);
    for (const { productId, itemIds } of lines.flatMap(({ tests }) => tests)) {
      expect(missingFrom(itemsOf.get(productId) ?? new Set(), itemIds)).toEqual([]);
      expect(itemIds.length).toBeGreaterThan(0);
    }
    expect(missingFrom(known, lines.flatMap(({ standardNos }) => standardNos).map(normalizeStandardNumber))).toEqual(
      [],
    );
    expect(
      missingFrom(
        schemes,
        lines.flatMap((line) => line.certifications.map(({ schemeCode }) => schemeCode)),
      ),
    ).toEqual([]);
  });

  it('bring the particulars of their domain', () => {
    const bare = lines.filter(
      (line) =>
        line.instruments.length + line.tests.length + line.standardNos.length + line.certifications.length === 0 &&
        line.participants === undefined &&
        line.note === undefined,
    );
    expect(bare).toEqual([]);
  });
});
