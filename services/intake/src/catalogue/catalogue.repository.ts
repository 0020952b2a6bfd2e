import type { Catalogue, Service, ServicePackage } from './catalogue.js';

export type NewService = Omit<Service, 'version' | 'enabled'>;

export abstract class CatalogueRepository {
  abstract load(): Promise<Catalogue>;

  /**
   * Brings services and packages to the given state in one transaction. What is the same stays untouched; what changed
   * gets the next version; what is not given is kept but no longer offered. Returns how many services changed.
   */
  abstract publish(services: readonly NewService[], packages: readonly ServicePackage[]): Promise<number>;
}
