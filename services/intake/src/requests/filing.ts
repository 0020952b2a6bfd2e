import { addDays, checkUscc, isDate, isPhone, normalizePhone } from '@nqi/kernel';
import type { Catalogue } from '../catalogue/catalogue.js';
import type { FilledForm } from '../catalogue/form-references.js';
import type { ReferenceBook } from '../catalogue/reference-book.js';
import type { Fault } from '../faults/fault.js';
import { pointerTo } from '../faults/fault.js';
import type { Mode, Urgency } from './request.js';

export interface FilingItem {
  readonly serviceCode: string;
  readonly form: FilledForm;
  readonly institutionId?: string;
  /** The client leaves the choice of the institution to the platform (由平台推荐). */
  readonly recommendedByPlatform?: boolean;
  /** Ids of the enterprise's materials that belong to the item. */
  readonly materials?: readonly string[];
}

/** A request as it is sent: of the declared shape, nothing more is known of it. */
export interface Filing {
  readonly items: readonly FilingItem[];
  readonly packageCode?: string;
  readonly contact: { readonly name: string; readonly phone: string };
  readonly regionCode: string;
  readonly parkCode?: string;
  readonly mode: Mode;
  readonly urgency: Urgency;
  /** Day for which the work is wanted. */
  readonly wantedDate?: string;
  readonly enterpriseUscc?: string;
  /** Name of an enterprise that staff file for and that is not registered. */
  readonly enterpriseName?: string;
}

/** The city the system serves and the functional zone that is a district of its own in it. */
const CITY = '370400';

/** Everything wrong with a filing but for its forms, whose services check them. `today` is Shanghai's date. */
export function filingFaults(filing: Filing, catalogue: Catalogue, book: ReferenceBook, today: string): Fault[] {
  return [
    ...wishFaults(filing, catalogue, book, today),
    ...contactFaults(filing),
    ...placeFaults(filing, book),
    ...dateFaults(filing, today),
  ];
}

/** What is asked for, whoever asks and wherever. */
export type Wish = Pick<Filing, 'items' | 'packageCode'>;

export function wishFaults(wish: Wish, catalogue: Catalogue, book: ReferenceBook, today: string): Fault[] {
  return [
    ...wish.items.flatMap((item, i) => itemFaults(item, pointerTo('/items', i), catalogue, book, today)),
    ...packageFaults(wish, catalogue),
  ];
}

/** Faults of a credit code that people typed; the normalised code is what is stored. */
export function usccFaults(uscc: string, pointer: string): Fault[] {
  const { outcome } = checkUscc(uscc);
  if (outcome === 'PASS') return [];
  const text =
    outcome === 'FAIL_CHECK'
      ? { zh: '统一社会信用代码校验位不正确', en: 'The check character of the credit code is wrong' }
      : { zh: '统一社会信用代码应为 18 位代码', en: 'Not an 18-character unified social credit code' };
  return [{ code: `USCC.${outcome}`, pointer, text }];
}

function itemFaults(item: FilingItem, base: string, catalogue: Catalogue, book: ReferenceBook, today: string): Fault[] {
  const faults: Fault[] = [];
  if (!catalogue.offered(item.serviceCode, today)) {
    const text = { zh: `没有服务事项 ${item.serviceCode}`, en: `No service ${item.serviceCode} is offered` };
    faults.push({ code: 'REQUEST.UNKNOWN_SERVICE', pointer: pointerTo(base, 'serviceCode'), text });
  }
  if (item.institutionId !== undefined && !book.hasInstitution(item.institutionId)) {
    const text = { zh: `没有技术机构 ${item.institutionId}`, en: `No institution ${item.institutionId}` };
    faults.push({ code: 'REQUEST.UNKNOWN_INSTITUTION', pointer: pointerTo(base, 'institutionId'), text });
  }
  if (item.institutionId !== undefined && item.recommendedByPlatform === true) {
    const text = {
      zh: '已指定机构，不能同时由平台推荐',
      en: 'Name an institution or leave it to the platform, not both',
    };
    faults.push({ code: 'REQUEST.TWO_CHOICES', pointer: pointerTo(base, 'recommendedByPlatform'), text });
  }
  return faults;
}

/** Farther ahead nobody can promise anything: calendars and qualifications are not known. */
const FARTHEST_DAYS = 366;

function dateFaults({ wantedDate }: Filing, today: string): Fault[] {
  if (wantedDate === undefined) return [];
  if (isDate(wantedDate) && today <= wantedDate && wantedDate <= addDays(today, FARTHEST_DAYS)) return [];
  const text = { zh: '期望日期应为今天起一年内的日期', en: 'The wanted day must lie within a year from today' };
  return [{ code: 'REQUEST.WANTED_DATE', pointer: '/wantedDate', text }];
}

function packageFaults({ packageCode, items }: Wish, catalogue: Catalogue): Fault[] {
  if (packageCode === undefined) return [];
  const group = catalogue.package(packageCode);
  if (!group) {
    const text = { zh: `没有服务包 ${packageCode}`, en: `No package ${packageCode}` };
    return [{ code: 'REQUEST.UNKNOWN_PACKAGE', pointer: '/packageCode', text }];
  }
  return items.flatMap(({ serviceCode }, i) => {
    if (group.serviceCodes.includes(serviceCode)) return [];
    const text = { zh: `服务包不含 ${serviceCode}`, en: `The package does not hold ${serviceCode}` };
    return [{ code: 'REQUEST.NOT_IN_PACKAGE', pointer: pointerTo('/items', i, 'serviceCode'), text }];
  });
}

function contactFaults({ contact }: Filing): Fault[] {
  if (isPhone(normalizePhone(contact.phone))) return [];
  const text = { zh: '联系电话应为手机、带区号的座机或 400 号码', en: 'Not a mobile, landline or 400 number' };
  return [{ code: 'CONTACT.PHONE', pointer: '/contact/phone', text }];
}

/** A district of the city or the high-tech zone; a park must lie in it (the zone is its own park). */
function placeFaults({ regionCode, parkCode }: Filing, book: ReferenceBook): Fault[] {
  const region = book.region(regionCode);
  const zone = region?.level === 'park' && regionCode.length === 6;
  if (!region || region.parentCode !== CITY || (region.level !== 'county' && !zone)) {
    const text = { zh: `${regionCode} 不是本市的区(市)`, en: `${regionCode} is no district of the city` };
    return [{ code: 'REQUEST.UNKNOWN_REGION', pointer: '/regionCode', text }];
  }
  if (parkCode === undefined || parkCode === '') return [];
  const park = book.region(parkCode);
  const inRegion = park?.parentCode === regionCode && (park.level === 'park' || park.level === 'town');
  if ((zone && parkCode === regionCode) || inRegion) return [];
  const text = { zh: `${parkCode} 不是 ${regionCode} 的园区`, en: `${parkCode} is no park of ${regionCode}` };
  return [{ code: 'REQUEST.UNKNOWN_PARK', pointer: '/parkCode', text }];
}
