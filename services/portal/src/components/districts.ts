import type { Place } from './places.js';

/** A district as a tile of the cartogram: equal in size, roughly where it lies, no claim about boundaries. */
export interface District extends Place {
  readonly column: number;
  readonly row: number;
}

/** The six districts and the high-tech zone, for the cartogram. */
export const DISTRICTS: readonly District[] = [
  { code: '370481', name: { zh: '滕州市', en: 'Tengzhou' }, column: 0, row: 0 },
  { code: '370406', name: { zh: '山亭区', en: 'Shanting' }, column: 1, row: 0 },
  { code: '370403', name: { zh: '薛城区', en: 'Xuecheng' }, column: 0, row: 1 },
  { code: '370402', name: { zh: '市中区', en: 'Shizhong' }, column: 1, row: 1 },
  { code: '370471', name: { zh: '枣庄高新区', en: 'High-tech Zone' }, column: 0, row: 2 },
  { code: '370404', name: { zh: '峄城区', en: 'Yicheng' }, column: 1, row: 2 },
  { code: '370405', name: { zh: '台儿庄区', en: "Tai'erzhuang" }, column: 2, row: 2 },
];
