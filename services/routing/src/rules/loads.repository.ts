import type { Loads } from './decision.js';

/** How busy institutions are. */
export abstract class LoadRepository {
  /** Open tickets per institution, a few seconds old at most, plus what this process added since. */
  abstract lastSeen(): Promise<Loads>;

  /** Counts a ticket that this process has just proposed to an institution. */
  abstract added(institutionId: string): void;
}
