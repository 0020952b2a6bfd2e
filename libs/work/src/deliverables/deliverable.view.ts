import type { LocalizedText } from '@nqi/kernel';
import type { Deliverable } from './deliverable.js';

/** A deliverable for those within reach; the code lets them prove it to others. */
export interface DeliverableView {
  readonly id: string;
  readonly number: string;
  readonly verifyCode: string;
  readonly jobId: string;
  readonly requestId: string;
  readonly itemId: string;
  readonly kind: string;
  readonly title: LocalizedText;
  readonly conclusion: string;
  readonly enterprise: { readonly uscc: string; readonly name: string };
  readonly institutionName: string;
  readonly issuedAt: Date;
  readonly validUntil: string | null;
  readonly sha256: string;
}

/** What anyone learns who holds a number and its code: enough to compare with the paper, no more. */
export type PublicDeliverable = Pick<
  DeliverableView,
  'number' | 'kind' | 'title' | 'conclusion' | 'institutionName' | 'issuedAt' | 'validUntil' | 'sha256'
> & { readonly genuine: true; readonly holder: string };

export const deliverableView = (deliverable: Deliverable): DeliverableView => ({
  id: deliverable.id,
  number: deliverable.number,
  verifyCode: deliverable.verifyCode,
  jobId: deliverable.jobId,
  requestId: deliverable.requestId,
  itemId: deliverable.itemId,
  kind: deliverable.kind,
  title: deliverable.title,
  conclusion: deliverable.conclusion,
  enterprise: { uscc: deliverable.enterpriseUscc, name: deliverable.enterpriseName },
  institutionName: deliverable.institutionName,
  issuedAt: deliverable.issuedAt,
  validUntil: deliverable.validUntil,
  sha256: deliverable.sha256,
});

export const publicDeliverable = (deliverable: Deliverable): PublicDeliverable => ({
  genuine: true,
  number: deliverable.number,
  kind: deliverable.kind,
  title: deliverable.title,
  conclusion: deliverable.conclusion,
  holder: deliverable.enterpriseName,
  institutionName: deliverable.institutionName,
  issuedAt: deliverable.issuedAt,
  validUntil: deliverable.validUntil,
  sha256: deliverable.sha256,
});
