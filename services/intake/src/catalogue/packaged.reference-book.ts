import { Injectable } from '@nestjs/common';
import { parseNodeCode, type LocalizedText } from '@nqi/kernel';
import {
  calibrationItems,
  certificationSchemes,
  institutions,
  mandatoryInstruments,
  officeName,
  regions,
  standards,
  testProducts,
  type Region,
} from '@nqi/reference-data';
import {
  ReferenceBook,
  type KnownInstrument,
  type KnownProduct,
  type KnownRegion,
  type ReferenceEntry,
} from './reference-book.js';

const MANDATORY: () => ReferenceEntry[] = () =>
  mandatoryInstruments().map(({ id, class1Name, class2Name, class2NameEn }) => ({
    ref: id,
    name: { zh: class2Name, en: class2NameEn },
    detail: class1Name,
  }));
const CALIBRATION: () => ReferenceEntry[] = () =>
  calibrationItems().map(({ id, nameZh, nameEn, range }) => ({
    ref: id,
    name: { zh: nameZh, en: nameEn },
    detail: range,
  }));

const HUB_REGION = '370400';
const places = (parentCode: string): ReferenceEntry[] =>
  regions()
    .filter((region) => region.parentCode === parentCode && region.level !== 'town')
    .map(({ code, nameZh, nameEn }) => ({ ref: code, name: { zh: nameZh, en: nameEn } }));

const LISTS: Readonly<Record<string, () => ReferenceEntry[]>> = {
  // Districts and the high-tech zone, each with its parks: where one can file for.
  places: () => places(HUB_REGION).map((place) => ({ ...place, items: places(place.ref) })),
  'mandatory-instruments': () => {
    const verified = new Set(mandatoryInstruments().flatMap((row) => (row.mandatoryVerification ? [row.id] : [])));
    return MANDATORY().filter(({ ref }) => verified.has(ref));
  },
  instruments: () => [...CALIBRATION(), ...MANDATORY()],
  'test-products': () =>
    testProducts().map(({ id, name, productStandard, items }) => ({
      ref: id,
      name: { zh: name, en: name },
      detail: productStandard,
      items: items.map((item) => ({ ref: item.id, name: { zh: item.parameter, en: item.parameter } })),
    })),
  standards: () =>
    standards().map(({ stdNo, titleZh, titleEn }) => ({ ref: stdNo, name: { zh: titleZh, en: titleEn ?? titleZh } })),
  schemes: () =>
    certificationSchemes().map(({ code, nameZh, nameEn, standard }) => ({
      ref: code,
      name: { zh: nameZh, en: nameEn },
      detail: standard,
    })),
};

/** The reference data that is shipped with the product, indexed once per process. */
@Injectable()
export class PackagedReferenceBook extends ReferenceBook {
  private readonly instruments = new Map<string, KnownInstrument>([
    ...mandatoryInstruments().map(({ id, mandatoryVerification }) => [id, { mandatoryVerification }] as const),
    ...calibrationItems().map(({ id }) => [id, { mandatoryVerification: false }] as const),
  ]);
  private readonly products = new Map<string, KnownProduct>(
    testProducts().map(({ id, productStandard, items }) => [
      id,
      { standard: productStandard, itemIds: new Set(items.map((item) => item.id)) },
    ]),
  );
  private readonly standardNumbers = new Set(standards().map(({ stdNo }) => stdNo));
  private readonly institutionIds = new Set(institutions().map(({ id }) => id));
  private readonly regionsByCode = new Map<string, Region>(regions().map((region) => [region.code, region]));

  instrument(ref: string): KnownInstrument | undefined {
    return this.instruments.get(ref);
  }

  testProduct(ref: string): KnownProduct | undefined {
    return this.products.get(ref);
  }

  hasStandard(number: string): boolean {
    return this.standardNumbers.has(number);
  }

  hasInstitution(id: string): boolean {
    return this.institutionIds.has(id);
  }

  region(code: string): KnownRegion | undefined {
    return this.regionsByCode.get(code);
  }

  nodeName(nodeCode: string): LocalizedText {
    const node = parseNodeCode(nodeCode);
    const region = node && this.regionsByCode.get(node.regionCode);
    if (!region) return { zh: nodeCode, en: nodeCode };
    return officeName(region);
  }

  list(name: string): readonly ReferenceEntry[] | undefined {
    return Object.hasOwn(LISTS, name) ? LISTS[name]?.() : undefined;
  }
}
