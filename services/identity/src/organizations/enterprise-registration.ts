import { DomainError, checkUscc, isIndustryCode, isPhone, normalizePhone, type LocalizedText } from '@nqi/kernel';
import type { Organization } from './organization.js';
import type { ServiceArea } from './service-area.js';

/** What an enterprise says of itself when it registers. */
export interface EnterpriseDetails {
  readonly uscc: string;
  readonly name: string;
  readonly regionCode: string;
  readonly parkCode?: string;
  readonly industryCode?: string;
  readonly contactName: string;
  readonly contactPhone: string;
}

/** Turns the details into an organisation. Throws `invalid`, with the field to blame, for the first that cannot be. */
export function registerEnterprise(details: EnterpriseDetails, area: ServiceArea, at: Date): Organization {
  const uscc = validUscc(details.uscc);
  const parkCode = area.locate(details.regionCode, details.parkCode);
  if (details.industryCode && !isIndustryCode(details.industryCode)) {
    throw invalid('INDUSTRY.INVALID_CODE', '/industryCode', {
      zh: '行业代码须符合 GB/T 4754,例如 C3425',
      en: 'The industry code must be one of GB/T 4754, for example C3425',
    });
  }
  if (!isPhone(details.contactPhone)) {
    throw invalid('PHONE.INVALID', '/contactPhone', {
      zh: '联系电话须为手机号、带区号的固定电话或 400 电话',
      en: 'The telephone must be a mobile number, a landline with its area code or a 400 number',
    });
  }
  return {
    id: uscc,
    kind: 'enterprise',
    name: requireText(details.name, '/name'),
    uscc,
    regionCode: details.regionCode,
    parkCode,
    industryCode: details.industryCode || undefined,
    contactName: requireText(details.contactName, '/contactName'),
    contactPhone: normalizePhone(details.contactPhone),
    registeredAt: at,
  };
}

function validUscc(text: string): string {
  const { outcome, normalized, warnings } = checkUscc(text);
  if (outcome === 'FAIL_FORMAT') {
    throw invalid('USCC.FAIL_FORMAT', '/uscc', {
      zh: '统一社会信用代码须为 18 位，且不含字母 I、O、S、V、Z',
      en: 'The credit code has 18 characters, without the letters I, O, S, V and Z',
    });
  }
  if (outcome === 'FAIL_CHECK') {
    throw invalid('USCC.FAIL_CHECK', '/uscc', {
      zh: '统一社会信用代码校验位不符，请核对是否输错',
      en: 'The check character of the credit code does not match; please look for a typing error',
    });
  }
  if (warnings.includes('LOOKS_LIKE_RESIDENT_ID')) {
    throw invalid('USCC.RESIDENT_ID', '/uscc', {
      zh: '此处应填统一社会信用代码，请勿填写身份证号',
      en: 'This is a resident identity number; the credit code is asked for',
    });
  }
  return normalized;
}

function requireText(text: string, pointer: string): string {
  const trimmed = text.trim();
  if (trimmed) return trimmed;
  throw invalid('FIELD.BLANK', pointer, { zh: '此项不能为空', en: 'This must not be blank' });
}

const invalid = (code: string, pointer: string, text: LocalizedText): DomainError =>
  new DomainError(code, 'invalid', text, {}, pointer);
