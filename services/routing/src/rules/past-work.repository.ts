import type { ServiceDomain } from '@nqi/kernel';
import type { TrackRecord } from './past-work.js';

/** What tickets that are over say about institutions. */
export abstract class PastWorkRepository {
  /** Records of the institutions that finished anything in the last half year; a minute old at most. */
  abstract records(): Promise<ReadonlyMap<string, TrackRecord>>;

  /** The institution that finished the enterprise's last case in the domain, if there is one. */
  abstract earlierInstitution(enterpriseUscc: string, domain: ServiceDomain): Promise<string | undefined>;
}
