import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Catalogue } from './catalogue.js';
import { CatalogueRepository } from './catalogue.repository.js';

const REFRESH_MS = 30_000;

/**
 * The catalogue as this process knows it, at most half a minute behind the database. Nobody waits for a reload: it runs
 * on a timer, and until it is done everybody goes on with what is known.
 */
@Injectable()
export class CurrentCatalogue implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(CurrentCatalogue.name);
  private known: Promise<Catalogue> | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly catalogue: CatalogueRepository) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.reload();
    this.timer = setInterval(() => void this.reload(), REFRESH_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  get(): Promise<Catalogue> {
    if (!this.known) {
      this.known = this.catalogue.load();
      this.known.catch(() => (this.known = undefined));
    }
    return this.known;
  }

  /** Replaces what is known; keeps it when the database does not answer. */
  async reload(): Promise<void> {
    try {
      this.known = Promise.resolve(await this.catalogue.load());
    } catch (error) {
      this.logger.warn(`the catalogue stays as it was: ${String(error)}`);
    }
  }
}
