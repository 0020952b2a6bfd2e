import { DOMAINS, nodeCodeOf, type NodeLevel } from '@nqi/kernel';
import {
  demoCapabilities,
  institutions as referenceInstitutions,
  officeName,
  regions,
  type Institution as ReferenceInstitution,
} from '@nqi/reference-data';
import type { Designation } from './designation.js';
import type { Institution } from './institution.js';
import { demonstrationScope } from './scope.seed.js';
import type { ServiceNode, ServiceNodeLevel } from './service-node.js';

const LEVELS: Record<NodeLevel, ServiceNodeLevel> = {
  province: 'PROVINCE',
  city: 'CITY',
  county: 'COUNTY',
  park: 'PARK',
};
const HUB = 'HUB-370400';
const PROVINCE = 'PROV-370000';
/** Territory that the data's service areas stand for; what is not named here is served from outside, everywhere. */
const COVERAGE: Readonly<Record<string, string>> = { 枣庄: HUB, 山东省: PROVINCE };
/** One term of six years for every demonstration qualification, as CMA licences have. */
const DEMO_VALIDITY = { validFrom: '2024-12-01', validUntil: '2030-11-30' } as const;

/** Whoever holds this and a region of its own is taken to be designated there for what it may verify. */
const DESIGNATING = '法定计量授权';
const DESIGNATED_SERVICES = ['MET-001', 'MET-002'];

/** The offices: one for the province, the city, each county-level division and each park; all receive every domain. */
export function referenceNodes(): ServiceNode[] {
  const nodes: ServiceNode[] = [];
  for (const region of regions()) {
    if (region.level === 'town') continue;
    const parent = region.parentCode === undefined ? undefined : nodeCodeOf(region.parentCode);
    const code = nodeCodeOf(region.code);
    nodes.push({
      code,
      level: LEVELS[region.level],
      ...(parent !== undefined && { parentCode: parent }),
      path: [...nodes.filter((node) => node.code === parent).map(({ path }) => path), code].join('/'),
      name: officeName(region),
      regionCode: region.code,
      covers: [region.code, ...townsManagedBy(region.code)],
      domains: DOMAINS,
      ...(region.lon !== undefined && region.lat !== undefined && { location: { lon: region.lon, lat: region.lat } }),
      active: true,
    });
  }
  return nodes;
}

/** A park runs some towns on behalf of their county; their enterprises enter by the park. */
function townsManagedBy(regionCode: string): string[] {
  return regions()
    .filter(({ level, managedBy }) => level === 'town' && managedBy === regionCode)
    .map(({ code }) => code);
}

/** Institutions with demonstration qualifications and capability scopes. */
export function demonstrationInstitutions(): Institution[] {
  return referenceInstitutions().map((institution) =>
    withDemonstrationAct({
      id: institution.id,
      name: institution.nameZh,
      uscc: institution.uscc,
      kind: institution.kind,
      ownership: institution.ownership,
      scope: institution.scope,
      ...(institution.regionCode !== undefined && {
        regionCode: institution.regionCode,
        homeNodeCode: nodeCodeOf(institution.regionCode),
      }),
      ...coverageOf(institution),
      stage: 'ONLINE' as const,
      qualifications: institution.qualifications.map((qualification) => ({
        ...qualification,
        ...DEMO_VALIDITY,
        status: 'VALID',
        demo: true,
      })),
      capabilities: demoCapabilities()
        .filter(({ institutionId }) => institutionId === institution.id)
        .flatMap(({ domain, serviceCodes, categories }) =>
          serviceCodes.map((serviceCode) => {
            const scope = demonstrationScope(institution.id, serviceCode);
            return { domain, serviceCode, categories, ...(scope.length > 0 && { scope }) };
          }),
        ),
    }),
  );
}

function withDemonstrationAct(institution: Institution): Institution {
  const { id, regionCode, qualifications, capabilities } = institution;
  const services = DESIGNATED_SERVICES.filter((code) => capabilities.some(({ serviceCode }) => serviceCode === code));
  const held = qualifications.some(({ kind }) => kind === DESIGNATING);
  if (!held || regionCode === undefined || services.length === 0) return institution;
  const act: Designation = {
    documentNumber: `DEMO-ZD-${id.slice(-3)}`,
    services,
    regions: [regionCode],
    ...DEMO_VALIDITY,
    demo: true,
  };
  return { ...institution, designations: [act] };
}

function coverageOf({ serviceArea }: ReferenceInstitution): Pick<Institution, 'coverageNodeCode'> {
  const coverageNodeCode = COVERAGE[serviceArea];
  return coverageNodeCode === undefined ? {} : { coverageNodeCode };
}
