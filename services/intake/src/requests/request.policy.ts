import { DomainError } from '@nqi/kernel';
import { Access, reachOf } from '@nqi/platform';
import type { RequestState } from './request.js';

/** Whose a request is: the enterprise's, the filing office's, and the offices' that hold its items. */
export interface RequestOwnership {
  readonly enterpriseUscc: string;
  readonly filedAtOffice?: string;
  readonly nodePaths: readonly string[];
}

export function ownershipOf({ enterprise, filedAtOffice, items }: RequestState): RequestOwnership {
  const nodePaths = items.flatMap(({ ticket }) => (ticket ? [ticket.nodePath] : []));
  return { enterpriseUscc: enterprise.uscc, filedAtOffice, nodePaths };
}

/** True when the request, or any of its items, lies within reach, or when the caller's own office filed it. */
export function reaches(access: Access, request: RequestOwnership): boolean {
  const { enterpriseUscc, filedAtOffice, nodePaths } = request;
  const { principal } = access;
  if (access.covers({ enterpriseUscc })) return true;
  if (principal.organizationKind === 'node' && filedAtOffice === principal.organizationId) return true;
  return nodePaths.some((nodePath) => access.covers({ nodePath }));
}

/** Throws `not_found` for what is out of reach: that it exists is nobody else's business. */
export function assertReaches(access: Access, request: RequestOwnership): void {
  if (!reaches(access, request)) throw unknownRequest();
}

/** Those who have to do with the contact: the enterprise, the filing office, handling offices. */
export function seesContact(access: Access, request: RequestOwnership): boolean {
  const { principal } = access;
  if (principal.organizationKind === 'enterprise') return request.enterpriseUscc === principal.organizationId;
  if (principal.organizationKind === 'node' && request.filedAtOffice === principal.organizationId) return true;
  const handling = reachOf(principal.roles, 'ticket.accept');
  if (!handling) return false;
  const handler = new Access(principal, 'ticket.accept', handling);
  return request.nodePaths.some((nodePath) => handler.covers({ nodePath }));
}

export function unknownRequest(): DomainError {
  return new DomainError('REQUEST.UNKNOWN', 'not_found', { zh: '没有此申请', en: 'No such request' });
}
