import { DomainError, type LocalizedText } from '@nqi/kernel';

const LONGEST_MS = 366 * 24 * 3_600_000;

/** An enterprise lets another one, its agent, do some things in its name until a day. */
export interface Delegation {
  readonly id: string;
  readonly enterpriseId: string;
  readonly agentId: string;
  /** What the agent may do; each a permission of the policy table. */
  readonly permissions: readonly string[];
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly endsAt: Date;
  readonly revokedAt?: Date;
}

export type DelegationState = 'active' | 'ended' | 'revoked';

/** What can be left to others: rating, inviting and delegating stay the enterprise's own. */
export const DELEGABLE: readonly string[] = [
  'request.file',
  'request.read',
  'request.cancel',
  'request.correct',
  'demand.file',
  'demand.read',
  'demand.answer',
  'quote.read',
  'quote.answer',
  'booking.request',
  'booking.read',
  'booking.cancel',
  'job.read',
  'job.client',
];

/** Throws `invalid`, with the field to blame, for an agent, a permission or an end that cannot be. */
export function delegate(given: Omit<Delegation, 'revokedAt'>): Delegation {
  if (given.agentId === given.enterpriseId) {
    throw invalid('DELEGATION.TO_SELF', '/agentUscc', {
      zh: '不能委托本企业',
      en: 'An enterprise is not its own agent',
    });
  }
  const own = given.permissions.find((permission) => !DELEGABLE.includes(permission));
  if (own !== undefined) {
    throw invalid('DELEGATION.NOT_DELEGABLE', '/permissions', {
      zh: `${own} 不能委托他人`,
      en: `${own} cannot be left to others`,
    });
  }
  const lasts = given.endsAt.getTime() - given.madeAt.getTime();
  if (!(lasts > 0 && lasts <= LONGEST_MS)) {
    throw invalid('DELEGATION.BAD_END', '/endsAt', {
      zh: '委托截止时间须在一年之内',
      en: 'A delegation ends within a year from now',
    });
  }
  return { ...given, permissions: [...new Set(given.permissions)] };
}

export function stateOf({ revokedAt, endsAt }: Delegation, at: Date): DelegationState {
  if (revokedAt) return 'revoked';
  return endsAt <= at ? 'ended' : 'active';
}

/** Throws `forbidden` when nothing may be done by it any more. */
export function assertActive(delegation: Delegation, at: Date): void {
  if (stateOf(delegation, at) === 'active') return;
  throw new DomainError('DELEGATION.OVER', 'forbidden', { zh: '委托已终止', en: 'The delegation is over' });
}

const invalid = (code: string, pointer: string, text: LocalizedText): DomainError =>
  new DomainError(code, 'invalid', text, {}, pointer);
