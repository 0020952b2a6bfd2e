import { Injectable } from '@nestjs/common';
import { DEFAULT_PAGE, toPage, type Page, type PageQuery, decodeTimeCursor } from '@nqi/platform';
import { noSuchSimulation } from './simulation-job.js';
import { simulationView, type SimulationView } from './simulation.view.js';
import { SimulationRepository } from './simulations.repository.js';

/** Runs of the policy lab as staff see them. */
@Injectable()
export class ReadSimulationQuery {
  constructor(private readonly simulations: SimulationRepository) {}

  /** Newest first. */
  async list({ limit = DEFAULT_PAGE, cursor }: PageQuery): Promise<Page<SimulationView>> {
    const found = await this.simulations.list(limit, cursor === undefined ? undefined : decodeTimeCursor(cursor));
    return toPage(found, limit, ({ createdAt, id }) => [createdAt.toISOString(), id], simulationView);
  }

  async one(id: string): Promise<SimulationView> {
    const job = await this.simulations.get(id);
    if (!job) throw noSuchSimulation(id);
    return simulationView(job);
  }
}
