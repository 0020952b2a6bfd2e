import { readCsv } from './csv.js';
import { once } from './data-file.js';

export interface CertificationScheme {
  readonly code: string;
  /** `CCC`, `管理体系`, `自愿产品` … */
  readonly category: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly standard: string;
  readonly rule?: string;
  /** Absent: the certificate has no term. */
  readonly certificateValidityYears?: number;
  /** Absent: no regular surveillance. */
  readonly surveillanceIntervalMonths?: number;
  readonly mandatory: boolean;
  readonly confidence: string;
  readonly note?: string;
}

export const certificationSchemes = once(() =>
  readCsv<CertificationScheme>(
    'certification_schemes.csv',
    (row) => ({
      code: row.text('code'),
      category: row.text('category'),
      nameZh: row.text('name_zh'),
      nameEn: row.text('name_en'),
      standard: row.text('standard'),
      rule: row.optional('rule'),
      certificateValidityYears: row.number('certificate_validity_years') || undefined,
      surveillanceIntervalMonths: row.number('surveillance_interval_months') || undefined,
      mandatory: row.flag('mandatory'),
      confidence: row.text('confidence'),
      note: row.optional('note'),
    }),
    'code',
  ),
);

export type AuditScheme = 'QMS' | 'EMS' | 'OHSMS';
export type AuditComplexity = 'high' | 'medium' | 'low' | 'limited';

/** One row of the IAF MD5 tables: audit days by effective personnel. */
export interface AuditDays {
  readonly scheme: AuditScheme;
  /** Absent for QMS, whose table knows no complexity. */
  readonly complexity?: AuditComplexity;
  readonly effectivePersonnelMin: number;
  readonly effectivePersonnelMax: number;
  readonly initialAuditDays: number;
  readonly surveillanceDays: number;
  readonly recertificationDays: number;
  readonly minOnsiteDays: number;
  readonly source: string;
  readonly confidence: string;
}

const AUDIT_SCHEMES: readonly AuditScheme[] = ['QMS', 'EMS', 'OHSMS'];
const COMPLEXITIES: readonly AuditComplexity[] = ['high', 'medium', 'low', 'limited'];

export const auditDays = once(() =>
  readCsv<AuditDays>('audit_days.csv', (row) => ({
    scheme: row.oneOf('scheme', AUDIT_SCHEMES),
    complexity: row.optional('complexity') ? row.oneOf('complexity', COMPLEXITIES) : undefined,
    effectivePersonnelMin: row.number('effective_personnel_min'),
    effectivePersonnelMax: row.number('effective_personnel_max'),
    initialAuditDays: row.number('initial_audit_days_stage1_2'),
    surveillanceDays: row.number('surveillance_days_one_third'),
    recertificationDays: row.number('recertification_days_two_thirds'),
    minOnsiteDays: row.number('min_onsite_days_80pct'),
    source: row.text('source'),
    confidence: row.text('confidence'),
  })),
);
