import { auditDays, certificationSchemes, type AuditScheme } from '@nqi/reference-data';
import type { Scheme, SchemeCatalogue } from './scheme.js';

/** Schemes whose audit days the packaged tables tell; systems built on ISO 9001 start from its table. */
const TABLES: Readonly<Record<string, AuditScheme>> = {
  QMS: 'QMS',
  'QMS-EC9000': 'QMS',
  MDQMS: 'QMS',
  EMS: 'EMS',
  OHSMS: 'OHSMS',
};

/** The schemes and audit-day tables of the reference data that ships with the product. */
export function packagedSchemes(): SchemeCatalogue {
  const schemes = new Map<string, Scheme>(
    certificationSchemes().map((row) => [
      row.code,
      {
        code: row.code,
        category: row.category,
        name: { zh: row.nameZh, en: row.nameEn },
        standard: row.standard,
        rule: row.rule,
        validityYears: row.certificateValidityYears,
        surveillanceMonths: row.surveillanceIntervalMonths,
      },
    ]),
  );
  const rows = auditDays();
  const tableOf = (code: string) => (Object.hasOwn(TABLES, code) ? TABLES[code] : undefined);
  return {
    find: (code) => schemes.get(code),
    asksComplexity: (code) => rows.some((row) => row.scheme === tableOf(code) && row.complexity !== undefined),
    auditDays: (code, personnel, complexity) => {
      const found = rows.find(
        (row) =>
          row.scheme === tableOf(code) &&
          (row.complexity === undefined || row.complexity === complexity) &&
          row.effectivePersonnelMin <= personnel &&
          personnel <= row.effectivePersonnelMax,
      );
      return found && String(found.initialAuditDays);
    },
  };
}
