import type { NodeFigures } from '../../api/insight.js';
import type { ServiceNode } from '../../api/network.js';
import { byDistrict, shadeOf } from './by-district.js';

const node = (code: string, level: ServiceNode['level'], parentCode?: string): ServiceNode => ({
  code,
  level,
  parentCode,
  path: code,
  covers: [],
  domains: [],
  active: true,
  regionCode: code.replace(/^\D+/, ''),
  name: { zh: code, en: code },
});
const NETWORK = [
  node('PROV-370000', 'PROVINCE'),
  node('HUB-370400', 'CITY', 'PROV-370000'),
  node('WS-370481', 'COUNTY', 'HUB-370400'),
  node('WS-370481901', 'PARK', 'WS-370481'),
  node('WS-370471', 'PARK', 'HUB-370400'),
];
const row = (nodeCode: string, filed: number, rate?: number, n = 0): NodeFigures => ({
  nodeCode,
  filed,
  open: 0,
  accepted: 0,
  resolved: 0,
  cancelled: 0,
  overdueOpen: 1,
  acceptedOnTime: { n: 0 },
  resolvedOnTime: { rate, n },
});

describe('byDistrict', () => {
  it('adds a park to its district and weighs shares by their cases', () => {
    const figures = byDistrict(
      [row('WS-370481', 10, 1, 1), row('WS-370481901', 5, 0.5, 3), row('WS-370471', 2)],
      NETWORK,
    );

    expect(figures.get('370481')).toEqual({ filed: 15, overdueOpen: 2, resolvedOnTime: { n: 4, rate: 0.625 } });
    expect(figures.get('370471')).toEqual({ filed: 2, overdueOpen: 1, resolvedOnTime: { n: 0 } });
  });

  it('leaves out what stands above the districts', () => {
    expect(byDistrict([row('HUB-370400', 3)], NETWORK).get('370481')?.filed).toBe(0);
    expect([...byDistrict([row('HUB-370400', 3)], NETWORK).keys()]).toEqual(['370481', '370471']);
  });
});

describe('shadeOf', () => {
  it.each([
    [0, 100, 0],
    [1, 100, 1],
    [50, 100, 2],
    [100, 100, 4],
    [0, 0, 0],
  ])('shades %p of %p as %p', (value, largest, shade) => {
    expect(shadeOf(value, largest)).toBe(shade);
  });
});
