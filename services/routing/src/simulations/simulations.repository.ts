import type { RoutingInput } from '../rules/decision.js';
import type { RecordedSample, SimulationJob } from './simulation-job.js';
import type { SimulationReport } from './simulation.js';

/** Where runs of the policy lab are kept. */
export abstract class SimulationRepository {
  /** False when too many wait already. */
  abstract add(job: SimulationJob): Promise<boolean>;

  abstract get(id: string): Promise<SimulationJob | undefined>;

  /** Newest first, from before a place in that order; one more than `limit` when there are more. */
  abstract list(limit: number, before?: { readonly at: Date; readonly id: string }): Promise<SimulationJob[]>;

  /** Takes the oldest one that waits, or whose process is gone; nobody else gets it until `heldUntil`. */
  abstract claim(at: Date, heldUntil: Date): Promise<SimulationJob | undefined>;

  /** Keeps the outcome unless somebody else has begun the run anew. */
  abstract finish(
    job: SimulationJob,
    outcome: { report: SimulationReport } | { failure: string },
    at: Date,
  ): Promise<void>;

  /** What the router was asked, oldest first. */
  abstract recorded(sample: RecordedSample): Promise<{ readonly input: RoutingInput; readonly at: Date }[]>;
}
