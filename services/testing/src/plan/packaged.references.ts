import { parseStandardNumber } from '@nqi/kernel';
import { institutions, standards, testProducts, type TestProduct } from '@nqi/reference-data';
import type { MethodState, Product, Qualification, TestReferences } from './test-references.js';

/**
 * Editions of methods that the reference data cites without a year and the corpus of standards does not hold; general
 * knowledge, offered in examples only: who reviews a contract writes the year himself.
 */
const USUAL_EDITIONS: Readonly<Record<string, string>> = {
  'GB/T 1040': 'GB/T 1040.1-2018',
  'GB/T 2441.1': 'GB/T 2441.1-2008',
  'GB/T 2441.2': 'GB/T 2441.2-2010',
  'GB/T 2441.3': 'GB/T 2441.3-2010',
  'GB/T 3682': 'GB/T 3682.1-2018',
  'GB/T 3921': 'GB/T 3921-2008',
  'GB/T 8629': 'GB/T 8629-2017',
  'GB/T 11064': 'GB/T 11064.1-2013',
  'GB/T 17592': 'GB/T 17592-2011',
  'GB/T 19976': 'GB/T 19976-2005',
  'GB/T 22048': 'GB/T 22048-2022',
};

/** The reference data that ships with the product. */
export function packagedReferences(): TestReferences {
  const products = new Map(testProducts().map((product) => [product.id, toProduct(product)]));
  const methods = new Map<string, MethodState>(
    standards().map(({ stdNo, status, replacedBy }) => [stdNo, { inForce: status === 'current', replacedBy }]),
  );
  const editions = currentEditions();
  return {
    product: (ref) => products.get(ref),
    method: (number) => methods.get(number),
    editionOf: (undated) => editions.get(undated) ?? USUAL_EDITIONS[undated],
    qualificationsOf,
  };
}

const toProduct = ({ name, productStandard, items }: TestProduct): Product => ({
  name,
  standard: productStandard,
  items: items.map(({ id, parameter, methodStandard, unit, limitType, limitValue }) => ({
    id,
    parameter,
    method: methodStandard,
    ...(unit && { unit }),
    limitType,
    limitValue,
  })),
});

/** By prefix and serial: `GB/T 1346` is `GB/T 1346-2024` while that is in force. */
function currentEditions(): Map<string, string> {
  const current = standards().filter(({ status }) => status === 'current');
  return new Map(
    current.flatMap(({ stdNo }) => {
      const number = parseStandardNumber(stdNo);
      return number ? [[`${number.prefix} ${number.serial}`, stdNo] as const] : [];
    }),
  );
}

function qualificationsOf(institutionId: string): readonly Qualification[] {
  const institution = institutions().find(({ id }) => id === institutionId);
  return (institution?.qualifications ?? []).map(({ kind, number }) => ({ kind, number }));
}
