import { nodeCodeOf } from '@nqi/kernel';
import { enterprises, institutions, officeName, regions, type Enterprise } from '@nqi/reference-data';
import type { Organization } from '../organizations/organization.js';

const SCALES: Readonly<Record<Enterprise['scale'], string>> = {
  micro: '微型',
  small: '小型',
  medium: '中型',
  large: '大型',
};

/** The service nodes: province, city, districts and parks. Towns have none. */
export function nodeOrganizations(at: Date): Organization[] {
  const pathOf = new Map<string, string>();
  // A parent always comes before its children.
  return regions().flatMap((region): Organization[] => {
    if (region.level === 'town') return [];
    const id = nodeCodeOf(region.code);
    const parent = region.parentCode && pathOf.get(region.parentCode);
    const nodePath = parent ? `${parent}/${id}` : id;
    pathOf.set(region.code, nodePath);
    return [{ id, kind: 'node', name: officeName(region).zh, regionCode: region.code, nodePath, registeredAt: at }];
  });
}

export function institutionOrganizations(at: Date): Organization[] {
  return institutions().map(({ id, nameZh, uscc, regionCode }) => ({
    id,
    kind: 'institution',
    name: nameZh,
    uscc,
    regionCode,
    registeredAt: at,
  }));
}

/** Invented enterprises, for demonstrations only. */
export function sampleEnterprises(at: Date): Organization[] {
  return enterprises().map((enterprise) => ({
    id: enterprise.uscc,
    kind: 'enterprise',
    name: enterprise.nameZh,
    uscc: enterprise.uscc,
    regionCode: enterprise.areaCode,
    parkCode: enterprise.parkCode === enterprise.areaCode ? undefined : enterprise.parkCode,
    industryCode: enterprise.industryCode,
    scale: SCALES[enterprise.scale],
    contactName: enterprise.contactName,
    contactPhone: enterprise.contactPhone,
    registeredAt: at,
  }));
}
