import { type PublicationPermissions } from '@nqi/platform';

/** Read by oversight, changed by two of the hub's people. */
export const NETWORK_POLICY: PublicationPermissions = {
  read: 'ruleset.read',
  edit: 'ruleset.edit',
  approve: 'ruleset.edit',
};
