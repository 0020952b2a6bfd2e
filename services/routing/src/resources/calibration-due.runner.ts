import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { DueRunner } from '../due/due.runner.js';
import { DueCalibrations } from './due-calibrations.repository.js';

@Injectable()
export class CalibrationDueRunner extends DueRunner {
  constructor(calibrations: DueCalibrations, clock: Clock) {
    super('calibrations', calibrations, clock);
  }
}
