import { DEFAULT_WINDOWS, newId } from '@nqi/kernel';
import { institutions } from '@nqi/reference-data';
import type { Resource } from './resource.js';

type Demonstration = Pick<Resource, 'kind' | 'name' | 'ownerId' | 'nodeCode' | 'capability' | 'serviceCodes' | 'fee'> &
  Partial<Resource>;

/** Laboratories whose runs cannot be cut at noon. */
const ALL_DAY = [{ start: '08:30', end: '17:30' }];

/**
 * Equipment made up for the demonstration: the kinds of things that the institutions of the reference data would have,
 * with fees, calibrations and opening hours that are nobody's.
 */
const DEMONSTRATIONS: readonly Demonstration[] = [
  {
    kind: 'BENCH',
    name: { zh: '动力电池充放电试验台（演示）', en: 'Battery cycling bench (demonstration)' },
    ownerId: 'ORG001',
    nodeCode: 'WS-370471',
    capability: '单体与模组充放电，0~100 V，0~200 A',
    serviceCodes: ['TST-001', 'TST-003', 'TST-009'],
    fee: { fen: 30_000, per: 'HOUR' },
    calibratedUntil: '2027-06-30',
    windows: ALL_DAY,
  },
  {
    kind: 'INSTRUMENT',
    name: { zh: '激光干涉仪（演示）', en: 'Laser interferometer (demonstration)' },
    ownerId: 'ORG002',
    nodeCode: 'WS-370481',
    capability: '机床定位精度，0~40 m，±0.5 μm/m',
    serviceCodes: ['TST-004', 'TST-009'],
    fee: { fen: 80_000, per: 'DAY' },
    calibratedUntil: '2027-03-31',
    slotMinutes: 30,
  },
  {
    kind: 'INSTRUMENT',
    name: { zh: '标准测力机 300 kN（演示）', en: 'Force standard machine 300 kN (demonstration)' },
    ownerId: 'ORG005',
    nodeCode: 'HUB-370400',
    capability: '力值校准，3~300 kN，0.03 级',
    serviceCodes: ['MET-003', 'MET-012'],
    fee: { fen: 20_000, per: 'HOUR' },
    calibratedUntil: '2027-09-30',
  },
  {
    kind: 'VEHICLE',
    name: { zh: '衡器检定车（演示）', en: 'Weighbridge verification vehicle (demonstration)' },
    ownerId: 'ORG005',
    nodeCode: 'HUB-370400',
    capability: '大型衡器现场检定，M1 级砝码 20 t',
    serviceCodes: ['MET-002', 'MET-004'],
    fee: { fen: 0, per: 'TIME' },
    calibratedUntil: '2027-12-31',
    windows: ALL_DAY,
    slotMinutes: 180,
  },
  {
    kind: 'INSTRUMENT',
    name: { zh: '气相色谱-质谱联用仪（演示）', en: 'GC-MS (demonstration)' },
    ownerId: 'ORG006',
    nodeCode: 'HUB-370400',
    capability: '挥发性有机物定性定量分析',
    serviceCodes: ['TST-001', 'TST-009', 'TST-012'],
    fee: { fen: 40_000, per: 'HOUR' },
    calibratedUntil: '2026-10-31',
  },
  {
    kind: 'EXPERT',
    name: { zh: '失效分析专家（演示）', en: 'Failure analysis expert (demonstration)' },
    ownerId: 'ORG006',
    nodeCode: 'HUB-370400',
    capability: '金属材料与机械零部件失效分析',
    serviceCodes: ['TST-012'],
    fee: { fen: 50_000, per: 'HOUR' },
  },
  {
    kind: 'BENCH',
    name: { zh: '现场校准成套装置（演示）', en: 'On-site calibration kit (demonstration)' },
    ownerId: 'ORG039',
    nodeCode: 'WS-370481',
    capability: '长度、力学现场校准',
    serviceCodes: ['MET-004'],
    fee: { fen: 60_000, per: 'DAY' },
    calibratedUntil: '2027-05-31',
    windows: ALL_DAY,
  },
];

/** Resources of the demonstration, each with an id of its own every time; the store knows them by their numbers. */
export function demonstrationResources(): Resource[] {
  const names = new Map(institutions().map(({ id, nameZh }) => [id, nameZh]));
  return DEMONSTRATIONS.map((demonstration, index) => ({
    id: newId(),
    no: `RES-DEMO-${String(index + 1).padStart(3, '0')}`,
    location: names.get(demonstration.ownerId) ?? demonstration.ownerId,
    windows: DEFAULT_WINDOWS,
    slotMinutes: 60,
    state: 'IN_SERVICE',
    demo: true,
    version: 1,
    ...demonstration,
  }));
}
