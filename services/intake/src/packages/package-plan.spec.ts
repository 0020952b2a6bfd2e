import { shippedPackages, shippedServices } from '../catalogue/shipped-catalogue.js';
import { advance, planFaults, promisedDays, type PackagePlan, type PlannedItem } from './package-plan.js';

const leg = (serviceCode: string, needsResultsOf: string[] = [], comesAfter: string[] = []) => ({
  serviceCode,
  needsResultsOf,
  comesAfter,
});
const item = (serviceCode: string, state: PlannedItem['state']): PlannedItem => ({
  id: serviceCode,
  serviceCode,
  state,
});

/** The certificate needs the test report; the test comes after the diagnosis, whatever that says. */
const PLAN: PackagePlan = [leg('DIAGNOSIS'), leg('TEST', [], ['DIAGNOSIS']), leg('CERTIFICATE', ['TEST'])];

describe('The shipped packages', () => {
  it('have an order that can be worked', () => {
    const faults = shippedPackages().flatMap(({ legs, serviceCodes }) => planFaults(legs, serviceCodes));

    expect(faults).toEqual([]);
    expect(
      shippedPackages().filter(({ legs }) => legs.some((one) => one.needsResultsOf.length > 0)).length,
    ).toBeGreaterThan(5);
  });

  it('promise a lithium battery its certificate after standard, test and certification, one after the other', () => {
    const limits = new Map(shippedServices().map(({ code, limits: { promised } }) => [code, promised.n]));
    const battery = shippedPackages().find(({ code }) => code === 'PKG-LIB');
    const own = new Map((battery?.serviceCodes ?? []).map((code) => [code, limits.get(code) ?? 0]));

    expect(promisedDays(battery?.legs ?? [], own)).toBe(2 + 25 + 10);
  });
});

describe('A package', () => {
  it('lets a service begin when the results it needs are there', () => {
    const items = [item('DIAGNOSIS', 'served'), item('TEST', 'served'), item('CERTIFICATE', 'waiting')];

    expect(advance(PLAN, items)).toEqual({ ready: ['CERTIFICATE'], doomed: [] });
  });

  it('lets it wait while one is still at work', () => {
    expect(advance(PLAN, [item('TEST', 'open'), item('CERTIFICATE', 'waiting')])).toEqual({ ready: [], doomed: [] });
  });

  it('gives up what would need a result that will never come', () => {
    expect(advance(PLAN, [item('TEST', 'unserved'), item('CERTIFICATE', 'waiting')])).toEqual({
      ready: [],
      doomed: ['CERTIFICATE'],
    });
  });

  it('goes on after a service that only had to be over', () => {
    expect(advance(PLAN, [item('DIAGNOSIS', 'unserved'), item('TEST', 'waiting')]).ready).toEqual(['TEST']);
  });

  it('takes the input of a service that was not filed as brought along', () => {
    expect(advance(PLAN, [item('CERTIFICATE', 'waiting')]).ready).toEqual(['CERTIFICATE']);
  });

  it('has served a service that was filed twice when one of the two was', () => {
    const twice = (a: PlannedItem['state'], b: PlannedItem['state']) =>
      advance(PLAN, [{ ...item('TEST', a), id: 'a' }, { ...item('TEST', b), id: 'b' }, item('CERTIFICATE', 'waiting')]);

    expect(twice('served', 'open').ready).toEqual([]);
    expect(twice('served', 'unserved').ready).toEqual(['CERTIFICATE']);
    expect(twice('unserved', 'unserved').doomed).toEqual(['CERTIFICATE']);
  });

  it('promises the longest way through it', () => {
    const limits = new Map([
      ['DIAGNOSIS', 7],
      ['TEST', 20],
      ['CERTIFICATE', 45],
      ['TRAINING', 60],
    ]);

    expect(promisedDays(PLAN, limits)).toBe(72);
    expect(promisedDays(PLAN, new Map([['CERTIFICATE', 45]]))).toBe(45);
    expect(promisedDays([], limits)).toBe(60);
  });

  it('cannot wait for itself, for a stranger, or stand there twice', () => {
    expect(planFaults(PLAN, ['DIAGNOSIS', 'TEST', 'CERTIFICATE'])).toEqual([]);
    expect(planFaults([leg('A', ['B']), leg('B', [], ['C']), leg('C', ['A'])], ['A', 'B', 'C'])).toEqual([
      'A waits for itself',
    ]);
    expect(planFaults([leg('A', ['B'])], ['A'])).toEqual(['B is not in the package']);
    expect(planFaults([leg('A'), leg('A')], ['A'])).toEqual(['A has two legs']);
  });
});
