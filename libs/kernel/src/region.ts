import { DomainError } from './domain-error.js';

export type RegionLevel = 'province' | 'city' | 'county' | 'park' | 'town';

/** The tiers of the service system; a node of each tier serves one region or park. */
export type NodeLevel = Exclude<RegionLevel, 'town'>;

/**
 * Six digits are GB/T 2260 divisions, except that 71–79 in the last two places marks a functional zone without a code of
 * its own there (370471, 枣庄高新区). Nine digits are NBS sub-county codes: 4xx and 9xx are development zones and parks.
 */
const SHAPES: ReadonlyArray<readonly [RegionLevel, RegExp]> = [
  ['province', /^[1-9]\d0000$/],
  ['city', /^[1-9]\d(?!00)\d{2}00$/],
  ['park', /^[1-9]\d(?!00)\d{2}7[1-9]$/],
  ['county', /^[1-9]\d(?!00)\d{2}(?!00)\d{2}$/],
  ['park', /^[1-9]\d(?!00)\d{2}(?!00)\d{2}[49]\d{2}$/],
  ['town', /^[1-9]\d(?!00)\d{2}(?!00)\d{2}[0-35-8]\d{2}$/],
];

const NODE_PREFIXES: Readonly<Record<NodeLevel, string>> = { province: 'PROV', city: 'HUB', county: 'WS', park: 'WS' };
const NODE_CODE = /^(PROV|HUB|WS)-(\d{6}|\d{9})$/;

/** What a code is by its form alone; undefined when it is none. Existence is for the reference data to say. */
export function regionLevel(code: string): RegionLevel | undefined {
  return SHAPES.find(([, shape]) => shape.test(code))?.[0];
}

export function isRegionCode(code: string): boolean {
  return regionLevel(code) !== undefined;
}

export function isCountyCode(code: string): boolean {
  return regionLevel(code) === 'county';
}

export function isParkCode(code: string): boolean {
  return regionLevel(code) === 'park';
}

/** The region directly above; a functional zone hangs under its city, a park under its county. */
export function parentRegionCode(code: string): string | undefined {
  switch (requireLevel(code)) {
    case 'province':
      return undefined;
    case 'city':
      return `${code.slice(0, 2)}0000`;
    case 'county':
      return `${code.slice(0, 4)}00`;
    case 'park':
      return code.length === 6 ? `${code.slice(0, 4)}00` : code.slice(0, 6);
    case 'town':
      return code.slice(0, 6);
  }
}

/** `PROV-370000`, `HUB-370400`, `WS-370481`, `WS-370481901`; a town has no node of its own. */
export function nodeCodeOf(regionCode: string): string {
  const level = requireLevel(regionCode);
  if (level === 'town') {
    throw new DomainError(
      'REGION.NO_NODE',
      'invalid',
      { zh: `镇街 ${regionCode} 不设服务节点`, en: `Town ${regionCode} has no service node` },
      { regionCode },
    );
  }
  return `${NODE_PREFIXES[level]}-${regionCode}`;
}

export interface NodeCode {
  readonly level: NodeLevel;
  readonly regionCode: string;
}

/** Undefined unless prefix and region agree: `HUB-370481` is not a node code. */
export function parseNodeCode(text: string): NodeCode | undefined {
  const [, prefix, regionCode] = NODE_CODE.exec(text) ?? [];
  if (prefix === undefined || regionCode === undefined) return undefined;
  const level = regionLevel(regionCode);
  if (level === undefined || level === 'town' || NODE_PREFIXES[level] !== prefix) return undefined;
  return { level, regionCode };
}

function requireLevel(code: string): RegionLevel {
  const level = regionLevel(code);
  if (level) return level;
  throw new DomainError(
    'REGION.INVALID_CODE',
    'invalid',
    { zh: `不是有效的区划代码：${code}`, en: `Not a region code: ${code}` },
    { code },
  );
}
