import type { LocalizedText } from '@nqi/kernel';

/** How much a management system has to control; the tables for EMS and OHSMS ask for it. */
export type Complexity = 'high' | 'medium' | 'low' | 'limited';

/** A certification scheme; a job keeps it as it stood when the job was opened. */
export interface Scheme {
  readonly code: string;
  /** `CCC`, `管理体系`, `自愿产品` … */
  readonly category: string;
  readonly name: LocalizedText;
  readonly standard: string;
  readonly rule?: string;
  /** Absent: the certificate has no term. */
  readonly validityYears?: number;
  /** Absent: no regular surveillance. */
  readonly surveillanceMonths?: number;
}

/** The dated reference data of schemes. */
export interface SchemeCatalogue {
  find(code: string): Scheme | undefined;
  /** Whether audit days of the scheme come from a table that asks for the complexity. */
  asksComplexity(code: string): boolean;
  /** Person-days of an initial audit as the table has them; undefined where no table tells. */
  auditDays(code: string, personnel: number, complexity: Complexity | undefined): string | undefined;
}

export const isManagementSystem = ({ category }: Scheme): boolean => category === '管理体系';
