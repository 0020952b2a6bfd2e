import type { Access } from '@nqi/platform';
import type { SignUp, SignUpStatus, Training, TrainingBook } from './training.js';

export interface ListedTraining extends Training {
  /** Seats confirmed, and sign-ups that wait. */
  readonly taken: number;
  readonly waiting: number;
  /** The asking enterprise's own. */
  readonly own?: { readonly status: SignUpStatus; readonly seats: number };
}

export interface TrainingFilter {
  /** Not over by then. */
  readonly after: Date;
  /** Whose own sign-ups are shown. */
  readonly enterpriseUscc?: string;
}

export interface TimePlace {
  readonly at: Date;
  readonly id: string;
}

export abstract class TrainingRepository {
  abstract add(training: Training): Promise<void>;

  /**
   * Changes a training with those who stand in it, one change after the other. Throws `not_found` for one that is none,
   * `precondition` for a version that is no longer the latest.
   */
  abstract change(id: string, change: (book: TrainingBook) => void, expectedVersion?: number): Promise<void>;

  /** The next first, one more than `limit` when there are more. */
  abstract list(filter: TrainingFilter, limit: number, after?: TimePlace): Promise<ListedTraining[]>;

  abstract find(id: string, enterpriseUscc?: string): Promise<ListedTraining | undefined>;

  /** Those within reach, in the order in which they came, those who left included. */
  abstract signUps(trainingId: string, access: Access, limit: number, after?: string): Promise<PlacedSignUp[]>;
}

export interface PlacedSignUp extends SignUp {
  readonly position: string;
}
