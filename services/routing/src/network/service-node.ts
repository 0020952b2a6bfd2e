import type { LocalizedText, ServiceDomain } from '@nqi/kernel';

export const NODE_LEVELS = ['PROVINCE', 'CITY', 'COUNTY', 'PARK'] as const;
export type ServiceNodeLevel = (typeof NODE_LEVELS)[number];

export interface Location {
  readonly lon: number;
  readonly lat: number;
}

/** An office of the service system (服务节点): it receives and follows up; institutions perform. */
export interface ServiceNode {
  readonly code: string;
  readonly level: ServiceNodeLevel;
  readonly parentCode?: string;
  /** Codes from the province down to this node, joined by slashes. */
  readonly path: string;
  readonly name: LocalizedText;
  readonly regionCode: string;
  /** Region, park and town codes whose enterprises enter the system here. */
  readonly covers: readonly string[];
  readonly domains: readonly ServiceDomain[];
  readonly location?: Location;
  /** Open tickets it can hold; absent when nobody has said. */
  readonly capacity?: number;
  readonly active: boolean;
}

/** True for the node itself and everything below it. */
export function isWithin(path: string, ancestorPath: string): boolean {
  return path === ancestorPath || path.startsWith(`${ancestorPath}/`);
}

const EARTH_RADIUS_KM = 6371;

/** Great-circle distance, to a tenth of a kilometre. */
export function kilometresBetween(a: Location, b: Location): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const halfLat = Math.sin(radians(b.lat - a.lat) / 2);
  const halfLon = Math.sin(radians(b.lon - a.lon) / 2);
  const chord = halfLat ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * halfLon ** 2;
  return Math.round(20 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(chord))) / 10;
}
