import type { Loads } from './decision.js';
import type { DeskMove } from './desk.js';

/** A counter that does not say what the tickets say. */
export interface LoadDifference {
  readonly desk: string;
  readonly counted: number;
  readonly open: number;
}

/** Who puts a ticket on a desk: the router can choose another desk, a person has to. */
export type TakenBy = 'router' | 'person';

/** How busy desks are: offices with a limit, and institutions. */
export abstract class LoadRepository {
  /** Open tickets per desk, a few seconds old at most, plus what this process added since. */
  abstract lastSeen(): Promise<Loads>;

  /** Counts tickets that this process has just put on desks. */
  abstract added(desks: readonly string[]): void;

  /**
   * Moves the counters of desks with a limit as part of the ambient transaction, which fails when a desk is full: for
   * the router as a passing failure, after which it sees the desk full; for a person as `TICKET.DESK_FULL`. Counters
   * are locked last of all and in one order, so that this waits for a commit at most and never in a circle.
   */
  abstract move(moves: readonly DeskMove[], by: TakenBy): Promise<void>;

  /** Counters that differ from the tickets: none, unless somebody wrote into the database by hand. */
  abstract differences(): Promise<LoadDifference[]>;

  /** Sets such counters right, while no ticket changes; answers what was wrong. */
  abstract repair(): Promise<LoadDifference[]>;
}
