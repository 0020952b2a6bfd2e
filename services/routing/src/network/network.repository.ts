import type { Institution } from './institution.js';
import type { Network } from './network.js';
import type { ServiceNode } from './service-node.js';

/** Where the service system is kept. */
export abstract class NetworkRepository {
  /** The newest version; costs one small query while nothing changed. */
  abstract current(): Promise<Network>;

  /**
   * The version last seen by this process, loaded when there is none: no query at all on the hot path. Whoever decides
   * by it must have the database check, in the deciding statement, that its version is still the newest.
   */
  abstract lastSeen(): Promise<Network>;

  /**
   * Writes what is new or differs and announces each such member; nothing is removed. One transaction, one new
   * version, or none when nothing differs. Returns how many members were written.
   */
  abstract save(nodes: readonly ServiceNode[], institutions: readonly Institution[], at: Date): Promise<number>;
}
