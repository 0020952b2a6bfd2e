import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { assertVersion, type Access } from '@nqi/platform';
import { OfficeCalendar } from '../calendar/office-calendar.js';
import type { AppealGround, OfficeStep } from './rectification-state.js';
import { RectificationRepository } from './rectification.repository.js';
import type { CaseAct, Rectification } from './rectification.js';

/** Which case a person wants to change, as that person saw it, and what they say to it. */
export interface CaseTarget {
  readonly id: string;
  readonly note: string;
  readonly access: Access;
  readonly expectedVersion?: number;
}

/** Every change of a case. Each throws `not_found` out of reach and `precondition` for an outdated version. */
@Injectable()
export class ChangeRectificationHandler {
  constructor(
    private readonly rectifications: RectificationRepository,
    private readonly clock: Clock,
    private readonly calendar: OfficeCalendar,
  ) {}

  step(target: CaseTarget, step: OfficeStep, ground?: AppealGround): Promise<void> {
    return this.change(target, (found, act) => found.step(step, act, this.calendar.working, ground));
  }

  decide(target: CaseTarget, upheld: boolean): Promise<void> {
    return this.change(target, (found, act) => found.decideAppeal(upheld, act));
  }

  rateAnew(target: CaseTarget, stars: number): Promise<void> {
    return this.change(target, (found, act) => found.rateAnew(stars, act));
  }

  private change(
    { id, note, access, expectedVersion }: CaseTarget,
    step: (found: Rectification, act: CaseAct) => void,
  ): Promise<void> {
    return this.rectifications.update(id, access, (found) => {
      assertVersion(expectedVersion, found.snapshot().version);
      step(found, { actor: access.principal.username, at: this.clock.now(), note });
    });
  }
}
