import { call } from './http.js';
import type { ItemStatus, RequestStatus } from './requests.js';
import type { Localized } from './shapes.js';

/** What anybody may know of a request whose number and code they hold. */
export interface TrackedRequest {
  readonly requestNo: string;
  readonly status: RequestStatus;
  readonly filedAt: string;
  readonly completedAt?: string;
  readonly promise?: { readonly workingDays: number; readonly dueAt: string; readonly estimated: boolean };
  readonly nextStep: Localized;
  readonly items: readonly {
    readonly serviceName: Localized;
    readonly status: ItemStatus;
    readonly completeDueAt?: string;
  }[];
}

export const trackRequest = (number: string, code: string): Promise<TrackedRequest> =>
  call(`/public/requests/${encodeURIComponent(number)}`, { query: { code }, anonymous: true });
