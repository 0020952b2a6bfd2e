import type { LocalizedText } from '@nqi/kernel';
import type { DocumentSection } from '@nqi/documents';
import type { Person } from '../jobs/procedure.js';

/** Codes in a deliverable's number, by kind: ZZ-JL-JD-2026-000001 is a verification certificate. */
export const DELIVERABLE_KINDS = {
  'verification-certificate': 'JD',
  'result-notice': 'TZ',
  'calibration-certificate': 'JZ',
  'measurement-report': 'CL',
  'validity-report': 'CX',
  'standards-report': 'BZ',
  'test-report': 'BG',
  'service-report': 'FW',
  'certification-decision': 'JS',
  'certification-certificate': 'ZS',
} as const;
export type DeliverableKind = keyof typeof DELIVERABLE_KINDS;

/** A certificate, notice or report as the domain hands it over: everything but its number. */
export interface DraftDeliverable {
  readonly kind: DeliverableKind;
  readonly title: LocalizedText;
  /** Computed from entered data, never typed in. */
  readonly conclusion: string;
  /** Last day of validity (YYYY-MM-DD), where the kind has one. */
  readonly validUntil?: string;
  readonly sections: readonly DocumentSection[];
  readonly signatures: readonly { readonly role: string; readonly name: string }[];
}

export interface IssuedDeliverable extends DraftDeliverable {
  readonly issuedAt: Date;
  readonly issuedBy: Person;
}

/** A deliverable as it is kept and shown. */
export interface Deliverable {
  readonly id: string;
  readonly number: string;
  readonly verifyCode: string;
  readonly jobId: string;
  readonly requestId: string;
  readonly itemId: string;
  readonly kind: DeliverableKind;
  readonly title: LocalizedText;
  readonly conclusion: string;
  readonly enterpriseUscc: string;
  readonly enterpriseName: string;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly nodePath: string;
  readonly issuedAt: Date;
  readonly validUntil: string | null;
  readonly sha256: string;
}
