import type { LineResult } from '../jobs/testing-job.js';
import type { AgreedLine } from '../plan/test-plan.js';
import type { Samples } from '../samples/samples.js';

/** One product's part of a report. */
export interface ReportedLine {
  readonly agreed: AgreedLine;
  readonly result: LineResult;
  readonly samples: Samples;
}
