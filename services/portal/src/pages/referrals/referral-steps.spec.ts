import type { ServiceNode } from '../../api/network.js';
import type { Referral } from '../../api/referrals.js';
import type { Role } from '../../api/roles.js';
import type { Me } from '../../api/session.js';
import { referralSteps } from './referral-steps.js';

const NODES = [
  { code: 'WS-1', path: 'P/H/WS-1' },
  { code: 'WS-11', path: 'P/H/WS-1/WS-11' },
  { code: 'WS-2', path: 'P/H/WS-2' },
] as unknown as readonly ServiceNode[];
const referral = (status: Referral['status']) => ({ status, ownerCode: 'WS-11', partnerCode: 'WS-2' }) as Referral;
const person = (role: Role, organizationId: string) =>
  ({
    roles: [role],
    organizationId,
    nodePath: NODES.find(({ code }) => code === organizationId)?.path,
  }) as unknown as Me;
const steps = (status: Referral['status'], me: Me) => referralSteps(referral(status), me, NODES);

describe('the steps of a referral', () => {
  it('are answered by the office that is asked, and taken back by the one that asks', () => {
    expect(steps('OFFERED', person('clerk', 'WS-2'))).toEqual(['accept', 'decline']);
    expect(steps('OFFERED', person('clerk', 'WS-11'))).toEqual(['cancel']);
  });

  it('follow the thing from hand to hand', () => {
    expect(steps('ACCEPTED', person('clerk', 'WS-11'))).toEqual(['dispatch', 'cancel']);
    expect(steps('DISPATCHED', person('clerk', 'WS-2'))).toEqual(['receive']);
    expect(steps('RECEIVED', person('clerk', 'WS-2'))).toEqual(['return']);
    expect(steps('RETURNED', person('clerk', 'WS-11'))).toEqual(['close']);
  });

  it('are a lead’s also for the offices below, not for those beside', () => {
    expect(steps('DRAFTED', person('lead', 'WS-1'))).toEqual(['offer', 'cancel']);
    expect(steps('OFFERED', person('lead', 'WS-1'))).toEqual(['cancel']);
    expect(steps('DRAFTED', person('clerk', 'WS-1'))).toEqual([]);
  });

  it('are nobody’s once it is closed', () => {
    expect(steps('CLOSED', person('dispatcher', 'H'))).toEqual([]);
    expect(steps('OFFERED', person('auditor', 'WS-2'))).toEqual([]);
  });
});
