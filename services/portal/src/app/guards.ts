import { redirect } from '@tanstack/react-router';
import { can, type Ability } from '../api/roles.js';
import type { Me } from '../api/session.js';
import { meQuery } from './me.js';
import { queryClient } from './query-client.js';

/** The page exists but is not for this role; the services would say the same. */
export class NotForThisRole extends Error {
  constructor(readonly ability: Ability) {
    super(`not for this role: ${ability}`);
  }
}

/** Sends visitors to the log-in and back, and tells people of other roles why they cannot see a page. */
export const onlyFor =
  (ability?: Ability) =>
  async ({ location }: { location: { href: string } }): Promise<{ me: Me }> => {
    const me = await queryClient.ensureQueryData(meQuery);
    if (!me) throw redirect({ to: '/login', search: { redirect: location.href } });
    if (ability && !can(me.roles, ability)) throw new NotForThisRole(ability);
    return { me };
  };
