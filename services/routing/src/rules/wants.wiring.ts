import { calibrationItems, mandatoryInstruments, testProducts } from '@nqi/reference-data';
import { WantReader } from './wants.js';

/** Reads forms by the reference lists that they refer to. */
export function wantReader(): WantReader {
  const instruments = [
    ...calibrationItems().map(({ id, nameZh, unit }) => ({ id, name: nameZh, unit })),
    ...mandatoryInstruments().map(({ id, class2Name }) => ({ id, name: class2Name, unit: undefined })),
  ];
  return new WantReader({
    instrumentUnits: new Map(instruments.map(({ id, unit }) => [id, unit])),
    instrumentNumbers: new Map(instruments.map(({ id, name }) => [name, id])),
    testItems: new Map(
      testProducts().flatMap(({ id, items }) =>
        items.map((item) => [item.id, { product: id, method: item.methodStandard }] as const),
      ),
    ),
  });
}
