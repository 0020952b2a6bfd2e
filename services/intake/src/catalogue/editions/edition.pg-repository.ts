import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { DomainError, type Publication } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { PgPublicationRepository } from '@nqi/platform';
import { Catalogue, type CatalogueContent } from '../catalogue.js';
import { EDITIONS, SHIPPED_BY } from './catalogue-editions.validator.js';
import type { EditionRepository, PublishedEdition } from './edition.repository.js';

const TABLE = 'catalogue_edition';
const PUBLISHED = `
  SELECT version, effective_from AS "effectiveFrom" FROM ${TABLE} WHERE status = 'PUBLISHED' ORDER BY effective_from`;
const LOAD = `SELECT content, service_versions FROM ${TABLE} WHERE version = $1`;
const LAST = `
  SELECT version, content, service_versions, effective_from, drafted_by FROM ${TABLE}
  WHERE status = 'PUBLISHED' AND version <> $1 ORDER BY effective_from DESC LIMIT 1`;
const SHIPPED = `
  SELECT content, (count(*) OVER ())::int AS count FROM ${TABLE} WHERE drafted_by = '${SHIPPED_BY}'
  ORDER BY created_at DESC, version DESC LIMIT 1`;
const NUMBER_SERVICES = `UPDATE ${TABLE} SET service_versions = $2 WHERE version = $1`;
/** Readers go on; publications queue. */
const QUEUE = `LOCK TABLE ${TABLE} IN SHARE ROW EXCLUSIVE MODE`;

type Versions = Readonly<Record<string, number>>;

interface LastEdition {
  version: string;
  content: CatalogueContent;
  service_versions: Versions;
  effective_from: Date;
  drafted_by: string;
}

@Injectable()
export class PgEditionRepository extends PgPublicationRepository<CatalogueContent> implements EditionRepository {
  constructor(database: Database) {
    super(database, TABLE, EDITIONS.errors);
  }

  publishedEditions(): Promise<PublishedEdition[]> {
    return this.database.query<PublishedEdition>(PUBLISHED);
  }

  async load(version: string): Promise<Catalogue | undefined> {
    const [row] = await this.database.query<{ content: CatalogueContent; service_versions: Versions }>(LOAD, [version]);
    return row && new Catalogue(version, row.content, row.service_versions);
  }

  async newestShipped(): Promise<{ content: CatalogueContent; count: number } | undefined> {
    const [row] = await this.database.query<{ content: CatalogueContent; count: number }>(SHIPPED);
    return row;
  }

  async lastDrafter(): Promise<string | undefined> {
    return (await this.last(''))?.drafted_by;
  }

  install(edition: Publication<CatalogueContent>): Promise<void> {
    return this.database.transaction(async () => {
      await this.beforePublishing();
      if (!(await this.add(edition))) return;
      if (edition.status === 'PUBLISHED') await this.numberServices(edition, await this.last(edition.version));
    });
  }

  protected async beforePublishing(): Promise<void> {
    await this.database.write(QUEUE);
  }

  /** What was published since the draft was copied would be lost, so such a draft is refused. */
  protected override async onPublished(edition: Publication<CatalogueContent>): Promise<void> {
    const last = await this.last(edition.version);
    if (last && last.version !== edition.basedOn) throw outdated(last.version);
    if (last && edition.effectiveFrom && edition.effectiveFrom <= last.effective_from) throw tooEarly(last);
    await this.numberServices(edition, last);
  }

  private async numberServices({ version, content }: Publication<CatalogueContent>, last: LastEdition | undefined) {
    const before = new Map(last?.content.services.map((service) => [service.code, service]));
    const versions = content.services.map((service): [string, number] => {
      const known = last?.service_versions[service.code] ?? 0;
      return [service.code, isDeepStrictEqual(before.get(service.code), service) ? known : known + 1];
    });
    await this.database.write(NUMBER_SERVICES, [version, JSON.stringify(Object.fromEntries(versions))]);
  }

  private async last(butFor: string): Promise<LastEdition | undefined> {
    const [row] = await this.database.query<LastEdition>(LAST, [butFor]);
    return row;
  }
}

function outdated(newest: string): DomainError {
  const text = {
    zh: `草案复制之后已发布 ${newest}，请以它为基础重新起草`,
    en: `${newest} was published since the draft was copied; draft anew from it`,
  };
  return new DomainError('CATALOGUE.OUTDATED', 'conflict', text, { newest });
}

function tooEarly({ version, effective_from: from }: LastEdition): DomainError {
  const text = { zh: `生效时间须晚于 ${version}`, en: `It must take effect after ${version}` };
  return new DomainError('CATALOGUE.TOO_EARLY', 'conflict', text, { effectiveFrom: from.toISOString() });
}
