import { Injectable } from '@nestjs/common';
import { Clock, shipped } from '@nqi/kernel';
import type { CalendarContent } from '../clocks/published-calendar.js';
import { SHIPPED_POLICY } from '../clocks/sla-policy.js';
import { CalendarRepository } from './calendar.repository.js';
import { SlaPolicyRepository } from './sla-policies.repository.js';

/** Puts the shipped policy and calendar in force, where nothing was ever published; afterwards people decide. */
@Injectable()
export class SeedTermsHandler {
  constructor(
    private readonly policies: SlaPolicyRepository,
    private readonly calendars: CalendarRepository,
    private readonly clock: Clock,
  ) {}

  async execute(calendar: CalendarContent): Promise<void> {
    const at = this.clock.now();
    await this.policies.seed(shipped(SHIPPED_POLICY.version, SHIPPED_POLICY.content, at));
    await this.calendars.seed(calendar, { at, by: 'shipped', note: 'shipped' });
  }
}
