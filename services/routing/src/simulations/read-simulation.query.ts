import { Injectable } from '@nestjs/common';
import { noSuchSimulation } from './simulation-job.js';
import { simulationView, type SimulationView } from './simulation.view.js';
import { SimulationRepository } from './simulations.repository.js';

/** One run of the policy lab as staff see it. */
@Injectable()
export class ReadSimulationQuery {
  constructor(private readonly simulations: SimulationRepository) {}

  async one(id: string): Promise<SimulationView> {
    const job = await this.simulations.get(id);
    if (!job) throw noSuchSimulation(id);
    return simulationView(job);
  }
}
