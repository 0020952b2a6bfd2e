import type { NodeFigures, Share } from '../../api/insight.js';
import type { ServiceNode } from '../../api/network.js';

export interface DistrictFigures {
  readonly filed: number;
  readonly overdueOpen: number;
  readonly resolvedOnTime: Share;
}

const EMPTY: DistrictFigures = { filed: 0, overdueOpen: 0, resolvedOnTime: { n: 0 } };

/** Figures per district, none where nothing was filed, its parks' workstations included; a park belongs to the office that the network puts it under. */
export function byDistrict(
  rows: readonly NodeFigures[],
  network: readonly ServiceNode[],
): ReadonlyMap<string, DistrictFigures> {
  const byCode = new Map(network.map((node) => [node.code, node]));
  const regions = network.flatMap(({ code }) => districtOf(code, byCode) ?? []);
  const districts = new Map<string, DistrictFigures>(regions.map((region) => [region, EMPTY]));
  for (const row of rows) {
    const region = districtOf(row.nodeCode, byCode);
    if (region !== undefined) districts.set(region, sum(districts.get(region) ?? EMPTY, row));
  }
  return districts;
}

/** Region of the office right below the hub that a node belongs to. */
function districtOf(code: string, network: ReadonlyMap<string, ServiceNode>): string | undefined {
  const node = network.get(code);
  const parent = node?.parentCode === undefined ? undefined : network.get(node.parentCode);
  if (!node || !parent) return undefined;
  return parent.level === 'CITY' ? node.regionCode : districtOf(parent.code, network);
}

function sum(a: DistrictFigures, b: DistrictFigures): DistrictFigures {
  return {
    filed: a.filed + b.filed,
    overdueOpen: a.overdueOpen + b.overdueOpen,
    resolvedOnTime: addShares(a.resolvedOnTime, b.resolvedOnTime),
  };
}

function addShares(a: Share, b: Share): Share {
  const n = a.n + b.n;
  return n === 0 ? { n } : { n, rate: ((a.rate ?? 0) * a.n + (b.rate ?? 0) * b.n) / n };
}

const SHADES = 4;

/** 0 (lightest) to 4 by share of the largest; nothing is always the lightest. */
export const shadeOf = (value: number, largest: number): number =>
  largest <= 0 ? 0 : Math.min(SHADES, Math.ceil((value / largest) * SHADES));
