import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@nqi/kernel';
import { Idempotency, type Access } from '@nqi/platform';
import { TrainingRepository } from './trainings.repository.js';

/** An enterprise takes seats in a training and gives them back; who is late waits. */
@Injectable()
export class JoinTrainingHandler {
  constructor(
    private readonly trainings: TrainingRepository,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  async signUp(id: string, seats: number, { principal }: Access, key?: string): Promise<void> {
    const { organizationId: enterpriseUscc, organizationName: enterpriseName } = principal;
    await this.idempotency.once(`${enterpriseUscc}/training/${id}`, key, { seats }, async () => {
      const signedUpAt = this.clock.now();
      const wish = { id: newId(), enterpriseUscc, enterpriseName, seats, signedUpAt };
      await this.trainings.change(id, (book) => book.signUp(wish, signedUpAt));
      return {};
    });
  }

  leave(id: string, { principal }: Access): Promise<void> {
    const now = this.clock.now();
    return this.trainings.change(id, (book) => book.leave(principal.organizationId, now));
  }
}
