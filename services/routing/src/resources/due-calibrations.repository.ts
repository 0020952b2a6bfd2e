import { DueRows } from '../due/due-rows.repository.js';

/** Resources whose calibration ends, by the first instant of the day after its last. */
export abstract class DueCalibrations extends DueRows {}
