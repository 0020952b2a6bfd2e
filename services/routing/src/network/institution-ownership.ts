import type { Institution } from './institution.js';
import type { Network } from './network.js';

/** Whose an institution is: its own, and that of the offices whose territory it sits in. */
export const ownershipOf = ({ id, homeNodeCode }: Institution, network: Network) => ({
  institutionId: id,
  nodePath: network.node(homeNodeCode)?.path ?? null,
});
