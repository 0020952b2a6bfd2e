import type { ServiceNode } from '../api/network.js';
import { parksOf, regionsOf } from './places.js';

const node = (code: string, level: ServiceNode['level'], parentCode: string | undefined, zh: string): ServiceNode => ({
  code,
  level,
  parentCode,
  path: code,
  covers: [],
  domains: [],
  active: true,
  regionCode: code.replace(/^\D+/, ''),
  name: { zh, en: `${zh} Quality Workstation` },
});
const NODES = [
  node('PROV-370000', 'PROVINCE', undefined, '山东省质量服务平台'),
  node('HUB-370400', 'CITY', 'PROV-370000', '枣庄市质量服务中心'),
  node('WS-370481', 'COUNTY', 'HUB-370400', '滕州市质量工作站'),
  node('WS-370471', 'PARK', 'HUB-370400', '枣庄高新区质量工作站'),
  node('WS-370481901', 'PARK', 'WS-370481', '滕州经济开发区质量工作站'),
];

describe('places to file for', () => {
  it('are the districts and the high-tech zone', () => {
    expect(regionsOf(NODES).map(({ code, name }) => [code, name.zh])).toEqual([
      ['370481', '滕州市'],
      ['370471', '枣庄高新区'],
    ]);
  });

  it('go on to the parks of the region', () => {
    expect(parksOf(NODES, '370481').map(({ code }) => code)).toEqual(['370481901']);
    expect(parksOf(NODES, '370471')).toEqual([]);
    expect(parksOf(NODES, '')).toEqual([]);
  });
});
