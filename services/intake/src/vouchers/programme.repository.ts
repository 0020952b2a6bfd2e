import type { Page } from '@nqi/platform';
import type { ProgrammeSums } from './programme-sums.js';
import type { Programme, ProgrammeAmendment } from './programme.js';

export interface ProgrammeWithSums {
  readonly programme: Programme;
  readonly sums: ProgrammeSums;
}

export abstract class ProgrammeRepository {
  abstract add(programme: Programme): Promise<void>;

  abstract find(id: string): Promise<ProgrammeWithSums | undefined>;

  /** Newest first. */
  abstract list(limit: number, cursor?: string): Promise<Page<ProgrammeWithSums>>;

  /** Changes a programme under its lock. False when the new budget is below what is committed already. */
  abstract amend(id: string, decide: (programme: Programme) => ProgrammeAmendment): Promise<boolean>;
}
