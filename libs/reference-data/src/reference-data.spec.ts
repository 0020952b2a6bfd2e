import {
  checkUscc,
  DOMAINS,
  isDecimal,
  isIndustryCode,
  isPhone,
  isStandardNumber,
  nodeCodeOf,
  normalizeStandardNumber,
  parentRegionCode,
  parseStandardNumber,
  regionLevel,
  shanghaiDate,
  shanghaiInstant,
  WorkingCalendar,
} from '@nqi/kernel';

import {
  type AuditDays,
  auditDays,
  calibrationItems,
  certificationSchemes,
  demoCapabilities,
  enterprises,
  holidays,
  institutions,
  mandatoryInstruments,
  matchesPattern,
  policyTargets,
  regions,
  sampleRequests,
  serviceCatalog,
  servicePackages,
  standards,
  testProducts,
  workingCalendarData,
} from './index.js';

const codes = <T>(rows: readonly T[], key: (row: T) => string): Set<string> => new Set(rows.map(key));
/** Comparing lists makes a failure print what is missing. */
const missingFrom = (known: Set<string>, wanted: readonly string[]): string[] => wanted.filter((it) => !known.has(it));

const regionCodes = codes(regions(), ({ code }) => code);
const serviceCodes = codes(serviceCatalog(), ({ code }) => code);
const categories = new Set([...enterprises(), ...testProducts()].map(({ category }) => category));

describe('reference data', () => {
  it.each<[string, () => readonly unknown[], number]>([
    ['regions', regions, 85],
    ['institutions', institutions, 40],
    ['demoCapabilities', demoCapabilities, 28],
    ['serviceCatalog', serviceCatalog, 64],
    ['servicePackages', servicePackages, 10],
    ['enterprises', enterprises, 300],
    ['mandatoryInstruments', mandatoryInstruments, 93],
    ['calibrationItems', calibrationItems, 90],
    ['standards', standards, 401],
    ['testProducts', testProducts, 54],
    ['testProducts items', () => testProducts().flatMap(({ items }) => items), 208],
    ['certificationSchemes', certificationSchemes, 47],
    ['auditDays', auditDays, 184],
    ['holidays', holidays, 108],
    ['policyTargets', policyTargets, 18],
    ['sampleRequests', sampleRequests, 1000],
  ])('holds all %s', (_name, read, count) => {
    expect(read()).toHaveLength(count);
  });

  it('is read once', () => {
    expect(standards()).toBe(standards());
  });
});

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

describe('services', () => {
  it('are filed under the domain their code starts with', () => {
    const prefixes = DOMAINS.map((domain) => [
      domain,
      [
        ...new Set(
          serviceCatalog()
            .filter((service) => service.domain === domain)
            .map(({ code }) => code.slice(0, 3)),
        ),
      ],
    ]);

    expect(prefixes).toEqual([
      ['metrology', ['MET']],
      ['standards', ['STD']],
      ['testing', ['TST']],
      ['certification', ['CER']],
      ['consulting', ['CON']],
      ['training', ['TRN']],
    ]);
  });

  it('promise no more days than the law allows', () => {
    const late = serviceCatalog().filter(
      ({ statutoryLimitWorkdays, promisedLimitWorkdays }) =>
        promisedLimitWorkdays > (statutoryLimitWorkdays ?? Infinity),
    );
    expect(late).toEqual([]);
  });

  it('exist for every package, whose categories exist too', () => {
    expect(
      missingFrom(
        serviceCodes,
        servicePackages().flatMap((it) => it.serviceCodes),
      ),
    ).toEqual([]);
    expect(
      missingFrom(
        categories,
        servicePackages().flatMap((it) => it.categories),
      ),
    ).toEqual([]);
  });
});

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
    const known = codes(institutions(), ({ id }) => id);
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

  it('leave type approval to the province', () => {
    const able = demoCapabilities().filter((it) => it.serviceCodes.includes('MET-007'));
    expect(able.map(({ institutionId }) => institutionId)).toEqual(['ORG020']);
  });
});

describe('enterprises', () => {
  it('have a valid credit code of their own, known places, an industry and a telephone', () => {
    expect(codes(enterprises(), ({ uscc }) => uscc).size).toBe(300);
    for (const enterprise of enterprises()) {
      const { uscc, areaCode, countyCode, townCode, parkCode } = enterprise;
      expect([uscc, checkUscc(uscc).outcome]).toEqual([uscc, 'PASS']);
      expect(missingFrom(regionCodes, [areaCode, countyCode, townCode, parkCode ?? areaCode])).toEqual([]);
      expect(isIndustryCode(enterprise.industryCode)).toBe(true);
      expect(isPhone(enterprise.contactPhone)).toBe(true);
    }
  });
});

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

describe('instruments', () => {
  it('cite regulations and specifications by a number that can be read', () => {
    const cited = [
      ...mandatoryInstruments().map((it) => it.regulationNo ?? 'JJG 1-2000'),
      ...calibrationItems().map((it) => it.specNo),
    ];
    expect(cited.filter((stdNo) => parseStandardNumber(stdNo)?.kind !== 'metrology')).toEqual([]);
  });

  it('have a mode of verification exactly where verification is mandatory', () => {
    const odd = mandatoryInstruments().filter((it) => it.mandatoryVerification === (it.verificationMode === 'none'));
    expect(odd).toEqual([]);
  });
});

describe('test products', () => {
  it('keep their items, each under a product and methods that can be read', () => {
    const items = testProducts().flatMap((product) => product.items.map((item) => [product.id, item.id.slice(0, 5)]));
    const cited = testProducts().flatMap(({ productStandard, items: own }) => [
      productStandard,
      ...own.map(({ methodStandard }) => methodStandard),
    ]);

    expect(items.filter(([product, prefix]) => product !== prefix)).toEqual([]);
    expect(cited.filter((stdNo) => !isStandardNumber(stdNo))).toEqual([]);
  });

  it('limit numerically by decimals, except grades of colour fastness', () => {
    const numeric = testProducts()
      .flatMap(({ items }) => items)
      .filter(({ limitType }) => ['min', 'max', 'max_exclusive', 'tolerance'].includes(limitType));

    expect(numeric.length).toBeGreaterThan(100);
    expect(numeric.filter(({ limitValue }) => !isDecimal(limitValue) && !/^\d-\d$/.test(limitValue))).toEqual([]);
  });
});

describe('certification', () => {
  it('knows the term of a certificate, or that it has none', () => {
    const scheme = (code: string) => certificationSchemes().find((it) => it.code === code);

    expect(scheme('QMS')).toMatchObject({
      certificateValidityYears: 3,
      surveillanceIntervalMonths: 12,
      mandatory: false,
    });
    expect(scheme('GI')?.certificateValidityYears).toBeUndefined();
    expect(
      certificationSchemes()
        .filter(({ mandatory }) => mandatory)
        .map(({ category }) => category),
    ).toEqual(Array.from({ length: 18 }, () => 'CCC'));
  });

  it('has audit days for every number of people up to 10,700, without gap or overlap', () => {
    const tables = new Map<string, AuditDays[]>();
    for (const row of auditDays()) {
      const table = `${row.scheme} ${row.complexity ?? ''}`;
      tables.set(table, [...(tables.get(table) ?? []), row]);
    }

    expect(tables.size).toBe(8);
    for (const rows of tables.values()) {
      const gaps = rows
        .slice(1)
        .filter((row, i) => row.effectivePersonnelMin !== (rows[i]?.effectivePersonnelMax ?? 0) + 1);
      expect(gaps).toEqual([]);
      expect([rows[0]?.effectivePersonnelMin, rows.at(-1)?.effectivePersonnelMax]).toEqual([1, 10700]);
    }
  });
});

describe('the working calendar', () => {
  const calendar = new WorkingCalendar(workingCalendarData());

  it.each([
    ['2026-02-10', 20, '2026-03-16'],
    ['2026-04-28', 5, '2026-05-08'],
    ['2026-09-24', 15, '2026-10-22'],
    ['2026-11-24', 20, '2026-12-22'],
  ])('counts from %s %i working days to %s', (from, n, to) => {
    const { at, estimated } = calendar.addWorkingDays(shanghaiInstant(from, '10:00'), n);
    expect([shanghaiDate(at), estimated]).toEqual([to, false]);
  });

  it('covers 2024 to 2026 and only estimates beyond', () => {
    expect(calendar.addWorkingDays(shanghaiInstant('2024-01-01'), 1).estimated).toBe(false);
    expect(calendar.addWorkingDays(shanghaiInstant('2026-12-31'), 1).estimated).toBe(true);
  });

  it('agrees with the weekday each row states', () => {
    const makeup = holidays()
      .filter(({ type }) => type === 'makeup_workday')
      .map(({ date }) => date);
    expect(makeup.filter((date) => new Date(`${date}T00:00Z`).getUTCDay() % 6 !== 0)).toEqual([]);
    expect(holidays().filter(({ date, year }) => !date.startsWith(String(year)))).toEqual([]);
  });
});

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
    const packages = codes(servicePackages(), ({ code }) => code);

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
    const instruments = codes([...mandatoryInstruments(), ...calibrationItems()], ({ id }) => id);
    const itemsOf = new Map(testProducts().map(({ id, items }) => [id, codes(items, (item) => item.id)]));
    const known = codes(standards(), ({ stdNo }) => stdNo);
    const schemes = codes(certificationSchemes(), ({ code }) => code);

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
