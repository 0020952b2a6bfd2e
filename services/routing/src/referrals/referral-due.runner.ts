import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { DueRunner } from '../due/due.runner.js';
import { DueReferrals } from './due-referrals.repository.js';

@Injectable()
export class ReferralDueRunner extends DueRunner {
  constructor(referrals: DueReferrals, clock: Clock) {
    super('referrals', referrals, clock);
  }
}
