import type { CatalogService } from '../../api/catalog.js';
import { matchingServices } from './matching-services.js';

const service = (code: string, zh: string, en: string, domain: CatalogService['domain']): CatalogService => ({
  code,
  domain,
  name: { zh, en },
  description: '',
  audience: [],
  channel: 'online',
  requiredMaterials: [],
  feeBasis: '',
  performingLevel: 'county',
  limits: { promised: 5 },
  legalBasis: [],
  version: 1,
  form: {},
});
const SERVICES = [
  service('MET-003', '计量器具校准(送检)', 'Calibration (in-lab)', 'metrology'),
  service('TST-003', '锂电池安全检测', 'Lithium battery safety testing', 'testing'),
];
const found = (wish?: string, domain?: CatalogService['domain']): string[] =>
  matchingServices(SERVICES, wish, domain).map(({ code }) => code);

describe('matchingServices', () => {
  it('finds by words of either language and by code', () => {
    expect(found('校准')).toEqual(['MET-003']);
    expect(found('lithium SAFETY')).toEqual(['TST-003']);
    expect(found('met-003')).toEqual(['MET-003']);
  });

  it('wants every word', () => {
    expect(found('锂电池 校准')).toEqual([]);
  });

  it('keeps to a domain', () => {
    expect(found(undefined, 'testing')).toEqual(['TST-003']);
    expect(found()).toEqual(['MET-003', 'TST-003']);
  });
});
