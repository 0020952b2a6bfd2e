import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@nqi/kernel';
import { Idempotency, type Access } from '@nqi/platform';
import { badTimes } from './training.errors.js';
import { TrainingRepository } from './trainings.repository.js';

export interface NewTraining {
  readonly title: string;
  readonly summary: string;
  readonly place: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly signUpUntil: Date;
  readonly capacity: number;
}

/** The hub announces trainings, cancels them, and says who came. */
@Injectable()
export class KeepTrainingHandler {
  constructor(
    private readonly trainings: TrainingRepository,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  async announce(wish: NewTraining, { principal }: Access, key?: string): Promise<string> {
    const hostCode = principal.organizationId;
    const { id } = await this.idempotency.once(`${hostCode}/training`, key, wish, async () => {
      assertTimes(wish, this.clock.now());
      const training = { ...wish, id: newId(), hostCode, status: 'OPEN', version: 1 } as const;
      await this.trainings.add(training);
      return { id: training.id };
    });
    return id;
  }

  cancel(id: string, reason: string, expectedVersion?: number): Promise<void> {
    const now = this.clock.now();
    return this.trainings.change(id, (book) => book.cancel(reason, now), expectedVersion);
  }

  attend(id: string, signUpId: string, attended: boolean): Promise<void> {
    const now = this.clock.now();
    return this.trainings.change(id, (book) => book.attend(signUpId, attended, now));
  }
}

function assertTimes({ startsAt, endsAt, signUpUntil }: NewTraining, now: Date): void {
  if (startsAt <= now) throw badTimes('/startsAt');
  if (endsAt <= startsAt) throw badTimes('/endsAt');
  if (signUpUntil > startsAt || signUpUntil <= now) throw badTimes('/signUpUntil');
}
