import { serviceCatalog, testProducts } from '@nqi/reference-data';
import { CityServices } from './city-services.js';
import { ReadSimulationQuery } from './read-simulation.query.js';
import { RequestSimulationHandler } from './request-simulation.handler.js';
import { RunSimulationHandler } from './run-simulation.handler.js';
import { SimulationRunner } from './simulation.runner.js';
import { SimulationsController } from './simulations.controller.js';
import { PgSimulationRepository } from './simulations.pg-repository.js';
import { SimulationRepository } from './simulations.repository.js';

/** What the routing module runs of the policy lab. */
export const SIMULATION_CONTROLLERS = [SimulationsController];

export const SIMULATION_PROVIDERS = [
  { provide: SimulationRepository, useClass: PgSimulationRepository },
  { provide: CityServices, useFactory: cityServices },
  RunSimulationHandler,
  SimulationRunner,
  RequestSimulationHandler,
  ReadSimulationQuery,
];

/** Exported for the benchmark, which simulates the same city. */
export function cityServices(): CityServices {
  const services = serviceCatalog().map(({ code, domain, performingLevel, promisedLimitWorkdays }) => ({
    code,
    domain,
    performingLevel,
    limitWorkingDays: promisedLimitWorkdays,
  }));
  return new CityServices(services, [...new Set(testProducts().map(({ category }) => category))].sort());
}
