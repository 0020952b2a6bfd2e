import { DOMAINS } from '@nqi/kernel';

import { keysOf, missingFrom } from '../test/keys.js';
import { enterprises, serviceCatalog, servicePackages, testProducts } from './index.js';

const serviceCodes = keysOf(serviceCatalog(), ({ code }) => code);
const categories = new Set([...enterprises(), ...testProducts()].map(({ category }) => category));

describe('services', () => {
  it('are filed under the domain their code starts with', () => {
    const prefixes = DOMAINS.map((domain) => [
      domain,
      [
        ...new Set(
          serviceCatalog()
            .filter((service) => service.domain === domain)
            .map(({ code }) => code.slice(0, 3)),
        ),
      ],
    ]);

    expect(prefixes).toEqual([
      ['metrology', ['MET']],
      ['standards', ['STD']],
      ['testing', ['TST']],
      ['certification', ['CER']],
      ['consulting', ['CON']],
      ['training', ['TRN']],
    ]);
  });

  it('promise no more days than the law allows', () => {
    const late = serviceCatalog().filter(
      ({ statutoryLimitWorkdays, promisedLimitWorkdays }) =>
        promisedLimitWorkdays > (statutoryLimitWorkdays ?? Infinity),
    );
    expect(late).toEqual([]);
  });

  it('exist for every package, whose categories exist too', () => {
    expect(
      missingFrom(
        serviceCodes,
        servicePackages().flatMap((it) => it.serviceCodes),
      ),
    ).toEqual([]);
    expect(
      missingFrom(
        categories,
        servicePackages().flatMap((it) => it.categories),
      ),
    ).toEqual([]);
  });
});
