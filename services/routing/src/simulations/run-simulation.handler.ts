import { setImmediate as turn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { NetworkRepository } from '../network/network.repository.js';
import { type Network } from '../network/network.js';
import { PastWorkRepository } from '../rules/past-work.repository.js';
import { CityServices } from './city-services.js';
import { generatedYear } from './generated-year.js';
import { type SimulationJob } from './simulation-job.js';
import { Simulation, type SimulatedRequest, type SimulationReport } from './simulation.js';
import { SimulationRepository } from './simulations.repository.js';

/** Longest stretch before whatever else the process has to do gets its turn. */
const STRETCH_MS = 8;
/** For a service that is no longer in the catalogue. */
const USUAL_LIMIT = 10;

/** Runs one simulation beside the service's other work, on the network and the past work as they are now. */
@Injectable()
export class RunSimulationHandler {
  constructor(
    private readonly simulations: SimulationRepository,
    private readonly networks: NetworkRepository,
    private readonly city: CityServices,
    private readonly past: PastWorkRepository,
  ) {}

  /** Throws the signal's reason when the process is to end. */
  async execute(job: SimulationJob, signal: AbortSignal): Promise<SimulationReport> {
    const network = await this.networks.current();
    const { baseline, draft } = job.question;
    const simulation = new Simulation(network, baseline, draft, await this.past.records());
    let until = performance.now() + STRETCH_MS;
    for (const request of await this.sampleOf(job, network)) {
      simulation.step(request);
      if (performance.now() < until) continue;
      await turn();
      signal.throwIfAborted();
      until = performance.now() + STRETCH_MS;
    }
    return simulation.report();
  }

  private async sampleOf(
    { question, createdAt }: SimulationJob,
    network: Network,
  ): Promise<Iterable<SimulatedRequest>> {
    const { sample } = question;
    if ('generated' in sample) return generatedYear(network, this.city, { ...sample.generated, from: createdAt });
    const limits = new Map(this.city.services.map(({ code, limitWorkingDays }) => [code, limitWorkingDays]));
    const recorded = await this.simulations.recorded(sample.recorded);
    return recorded.map(({ input, at }) => ({
      input,
      at: at.getTime(),
      limitWorkingDays: input.limitDays ?? limits.get(input.serviceCode) ?? USUAL_LIMIT,
    }));
  }
}
