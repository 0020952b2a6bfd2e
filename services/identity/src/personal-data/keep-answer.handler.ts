import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { PersonalDataRepository, type Answer } from './personal-data.repository.js';

/** Keeps what a service answers; a part that comes twice, or for a case that is over, changes nothing. */
@Injectable()
export class KeepAnswerHandler {
  constructor(
    private readonly cases: PersonalDataRepository,
    private readonly clock: Clock,
  ) {}

  execute(answer: Answer): Promise<void> {
    return this.cases.keep(answer, this.clock.now());
  }
}
