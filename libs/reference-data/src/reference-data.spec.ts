import {
  auditDays,
  calibrationItems,
  certificationSchemes,
  demoCapabilities,
  demoScopes,
  enterprises,
  holidays,
  institutions,
  mandatoryInstruments,
  packageLegs,
  policyTargets,
  regions,
  sampleRequests,
  serviceCatalog,
  servicePackages,
  standards,
  testProducts,
} from './index.js';

describe('reference data', () => {
  it.each<[string, () => readonly unknown[], number]>([
    ['regions', regions, 85],
    ['institutions', institutions, 40],
    ['demoCapabilities', demoCapabilities, 28],
    ['demoScopes', demoScopes, 15],
    ['serviceCatalog', serviceCatalog, 64],
    ['servicePackages', servicePackages, 10],
    ['packageLegs', packageLegs, 48],
    ['enterprises', enterprises, 300],
    ['mandatoryInstruments', mandatoryInstruments, 93],
    ['calibrationItems', calibrationItems, 90],
    ['standards', standards, 401],
    ['testProducts', testProducts, 54],
    ['testProducts items', () => testProducts().flatMap(({ items }) => items), 208],
    ['certificationSchemes', certificationSchemes, 47],
    ['auditDays', auditDays, 184],
    ['holidays', holidays, 108],
    ['policyTargets', policyTargets, 18],
    ['sampleRequests', sampleRequests, 1000],
  ])('holds all %s', (_name, read, count) => {
    expect(read()).toHaveLength(count);
  });

  it('is read once', () => {
    expect(standards()).toBe(standards());
  });
});
