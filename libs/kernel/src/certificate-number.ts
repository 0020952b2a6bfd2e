/** Numbers printed on qualifications and certificates. All checks are of form; none carries a check digit. */

export interface CmaNumber {
  readonly normalized: string;
  readonly issuedYear: number;
  /** `00` is the national authority, `15` Shandong. */
  readonly authority: string;
  readonly field: string;
  readonly department: string;
  readonly serial: string;
}

const CMA = /^(\d{2})(0\d|[12]\d|3[01])([01]\d|2[01])([0-2]\d|3[0-4])((?!0000)\d{4})$/;
const CNAS = /^CNAS ?(L\d{4,5}|(?:IB|PT|RM|BL|ML)\d{4,5}|C\d{3}(?:-[A-Z]{1,2})?)$/;
const CNCA_BODY = /^CNCA-RF?-\d{4}-\d{2,4}$/;
const CCC = /^((?:19|20)\d{2})(\d{2})(\d{4})(\d{6})$/;
const MANAGEMENT_SYSTEM = /^([0-9A-Z]{3,6})(\d{2})([A-Z]{1,4})(\d{3,6})R(\d{1,2})([LMS])((?:-\d{1,3})?(?:\/\d{4})?)$/;

/** Testing and inspection licence (资质认定) since 2015: twelve digits. */
export function parseCmaNumber(text: string): CmaNumber | undefined {
  const normalized = tidy(text);
  const match = CMA.exec(normalized);
  if (!match) return undefined;
  const [, year, authority = '', field = '', department = '', serial = ''] = match;
  return { normalized, issuedYear: 2000 + Number(year), authority, field, department, serial };
}

/** `CNAS L1234`, `CNAS IB0001`, `CNAS C001-M`, with exactly one space; undefined when it is no accreditation number. */
export function normalizeCnasNumber(text: string): string | undefined {
  const body = CNAS.exec(text.normalize('NFKC').trim().replace(/\s+/g, ' ').toUpperCase())?.[1];
  return body === undefined ? undefined : `CNAS ${body}`;
}

/** Approval number of a certification body, `CNCA-R-2002-001`. */
export function isCertificationBodyNumber(text: string): boolean {
  return CNCA_BODY.test(tidy(text));
}

export interface CccNumber {
  readonly normalized: string;
  readonly firstIssuedYear: number;
  /** `01` is CQC. */
  readonly body: string;
  readonly productClass: string;
  readonly serial: string;
}

/** Compulsory product certificate: sixteen digits; the twelve-digit numbers of older certificates are not accepted. */
export function parseCccNumber(text: string): CccNumber | undefined {
  const normalized = tidy(text);
  const match = CCC.exec(normalized);
  if (!match) return undefined;
  const [, year, body = '', productClass = '', serial = ''] = match;
  return { normalized, firstIssuedYear: Number(year), body, productClass, serial };
}

export interface ManagementSystemNumber {
  readonly normalized: string;
  readonly body: string;
  readonly issuedYear: number;
  /** Q quality, E environment, S occupational health and safety, … */
  readonly system: string;
  readonly recertifications: number;
  readonly size: 'L' | 'M' | 'S';
}

/** `00126Q30001R0M`; bodies differ in detail, so the check is loose. */
export function parseManagementSystemNumber(text: string): ManagementSystemNumber | undefined {
  const normalized = tidy(text);
  const match = MANAGEMENT_SYSTEM.exec(normalized);
  if (!match) return undefined;
  const [, body = '', year, system = '', , recertifications, size] = match;
  return {
    normalized,
    body,
    issuedYear: 2000 + Number(year),
    system,
    recertifications: Number(recertifications),
    size: size as 'L' | 'M' | 'S',
  };
}

function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‐‑–—−]/g, '-')
    .replace(/\s/g, '')
    .toUpperCase();
}
