import type { ReferenceEntry } from '../api/catalog.js';
import type { ServiceNode } from '../api/network.js';
import type { Localized } from '../api/shapes.js';

export interface Place {
  /** Region or park code, as filings name it. */
  readonly code: string;
  readonly name: Localized;
}

const placeOf = ({ regionCode, name }: ServiceNode): Place => ({ code: regionCode, name: bare(name) });

/** Workstations are named after their places; a form asks for the place. */
const bare = ({ zh, en }: Localized): Localized => ({
  zh: zh.replace(/(质量)?工作站$/, ''),
  en: en.replace(/ (Quality )?[Ww]orkstation$/, ''),
});

/** Districts and the high-tech zone: the workstations right below the municipal hub. */
export function regionsOf(nodes: readonly ServiceNode[]): readonly Place[] {
  const hubs = new Set(nodes.filter(({ level }) => level === 'CITY').map(({ code }) => code));
  return nodes.filter(({ parentCode }) => parentCode !== undefined && hubs.has(parentCode)).map(placeOf);
}

/** Parks with a workstation of their own below the region's. */
export function parksOf(nodes: readonly ServiceNode[], regionCode: string): readonly Place[] {
  const station = nodes.find((node) => node.regionCode === regionCode)?.code;
  return station === undefined ? [] : nodes.filter(({ parentCode }) => parentCode === station).map(placeOf);
}

/** Places of the catalogue's list. */
export const placesOf = (entries: readonly ReferenceEntry[]): readonly Place[] =>
  entries.map(({ ref, name }) => ({ code: ref, name }));
