import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock, inForceAt } from '@nqi/kernel';
import type { Catalogue } from './catalogue.js';
import { EditionRepository, type PublishedEdition } from './editions/edition.repository.js';

const REFRESH_MS = 30_000;
/** Editions kept in memory; requests of older ones have theirs read again. */
const MOST_KEPT = 12;

/**
 * The catalogue as this process knows it. An edition takes effect at its instant; that there is a new one is known at
 * most half a minute after it was published. Nobody waits for a reload: it runs on a timer, and until it is done
 * everybody goes on with what is known.
 */
@Injectable()
export class CurrentCatalogue implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(CurrentCatalogue.name);
  private readonly kept = new Map<string, Promise<Catalogue>>();
  private published: Promise<readonly PublishedEdition[]> | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly editions: EditionRepository,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.reload();
    this.timer = setInterval(() => void this.reload(), REFRESH_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** The edition in force. */
  async get(): Promise<Catalogue> {
    const edition = inForceAt(await this.list(), this.clock.now());
    if (!edition) throw new Error('no edition of the catalogue is in force: the service is not prepared');
    return this.edition(edition.version);
  }

  /** The edition that something was filed under; what names none was filed under the first. */
  async filedUnder(edition: string | undefined): Promise<Catalogue> {
    if (edition !== undefined) return this.edition(edition);
    const [first] = await this.list();
    if (!first) throw new Error('no edition of the catalogue was ever published');
    return this.edition(first.version);
  }

  /** Reads which editions there are; keeps what is known when the database does not answer. */
  async reload(): Promise<void> {
    try {
      const published = await this.editions.publishedEditions();
      const current = inForceAt(published, this.clock.now());
      if (current) await this.edition(current.version);
      this.published = Promise.resolve(published);
    } catch (error) {
      this.logger.warn(`the catalogue stays as it was: ${String(error)}`);
    }
  }

  private list(): Promise<readonly PublishedEdition[]> {
    if (!this.published) {
      this.published = this.editions.publishedEditions();
      this.published.catch(() => (this.published = undefined));
    }
    return this.published;
  }

  private edition(version: string): Promise<Catalogue> {
    const known = this.kept.get(version);
    if (known) {
      this.kept.delete(version);
      this.kept.set(version, known);
      return known;
    }
    const read = this.editions.load(version).then((catalogue) => {
      if (!catalogue) throw new Error(`there is no edition ${version} of the catalogue`);
      return catalogue;
    });
    read.catch(() => this.kept.delete(version));
    const [oldest] = this.kept.keys();
    if (this.kept.size >= MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(version, read);
    return read;
  }
}
