import type { ServiceNode } from '../../api/network.js';
import type { Referral, ReferralStep } from '../../api/referrals.js';
import { can } from '../../api/roles.js';
import type { Me } from '../../api/session.js';

const OWNERS: Partial<Record<Referral['status'], readonly ReferralStep[]>> = {
  DRAFTED: ['offer', 'cancel'],
  OFFERED: ['cancel'],
  DECLINED: ['offer', 'cancel'],
  ACCEPTED: ['dispatch', 'cancel'],
  RETURNED: ['close'],
};
const PARTNERS: Partial<Record<Referral['status'], readonly ReferralStep[]>> = {
  OFFERED: ['accept', 'decline'],
  DISPATCHED: ['receive'],
  RECEIVED: ['return'],
};

/** What the person may do now, for the office that asks and for the one that is asked. */
export function referralSteps(
  { status, ownerCode, partnerCode }: Referral,
  me: Me,
  nodes: readonly ServiceNode[],
): readonly ReferralStep[] {
  if (!can(me.roles, 'referral-work')) return [];
  const acts = (code: string | undefined) => code !== undefined && actsFor(code, me, nodes);
  return [...(acts(partnerCode) ? (PARTNERS[status] ?? []) : []), ...(acts(ownerCode) ? (OWNERS[status] ?? []) : [])];
}

/** A clerk acts for the own office, a lead also for those below, a dispatcher for all. */
function actsFor(code: string, { roles, organizationId, nodePath }: Me, nodes: readonly ServiceNode[]): boolean {
  if (code === organizationId || roles.includes('dispatcher')) return true;
  const path = nodes.find((node) => node.code === code)?.path;
  return roles.includes('lead') && nodePath !== undefined && path !== undefined && path.startsWith(`${nodePath}/`);
}
