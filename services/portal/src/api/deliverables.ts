import { call } from './http.js';
import type { Deliverable } from './requests.js';
import { saveFile } from './save-file.js';
import type { Domain, Localized } from './shapes.js';

/** What anybody may know of a document whose number and code they hold. */
export interface VerifiedDeliverable {
  readonly number: string;
  readonly genuine: boolean;
  readonly kind: string;
  readonly title: Localized;
  readonly conclusion: string;
  readonly holder: string;
  readonly institutionName: string;
  readonly issuedAt: string;
  readonly validUntil?: string | null;
  readonly sha256: string;
}

export const verifyDeliverable = (number: string, code: string): Promise<VerifiedDeliverable> =>
  call(`/public/deliverables/${encodeURIComponent(number)}`, { query: { code }, anonymous: true });

export const readDeliverable = (domain: Domain, id: string): Promise<Deliverable> =>
  call(`/${domain}/deliverables/${encodeURIComponent(id)}`);

/** The signed-in caller's copy of the PDF, as a file in the browser. */
export const saveDeliverable = (domain: Domain, { id, number }: Deliverable): Promise<void> =>
  saveFile(`/${domain}/deliverables/${encodeURIComponent(id)}/document`, `${number}.pdf`);
