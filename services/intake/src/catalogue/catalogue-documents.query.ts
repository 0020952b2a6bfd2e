import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, DomainError, shanghaiDate } from '@nqi/kernel';
import { isOffered, type Catalogue } from './catalogue.js';
import { toPackageView, toServiceView } from './catalogue.views.js';
import { CurrentCatalogue } from './current-catalogue.query.js';
import { ReferenceBook } from './reference-book.js';

/** A public answer, written out once and told apart by its hash. */
export interface CatalogueDocument {
  readonly json: string;
  readonly etag: string;
}

/** Public catalogue pages as text, kept as long as the edition they were written from, and for the day. */
@Injectable()
export class CatalogueDocuments {
  private source: { readonly catalogue: Catalogue; readonly day: string } | undefined;
  private readonly written = new Map<string, CatalogueDocument>();

  constructor(
    private readonly current: CurrentCatalogue,
    private readonly book: ReferenceBook,
    private readonly clock: Clock,
  ) {}

  services(domain?: string): Promise<CatalogueDocument> {
    return this.document(`services/${domain ?? ''}`, (catalogue) => ({
      items: catalogue.services
        .filter((service) => isOffered(service, this.today()) && (domain === undefined || service.domain === domain))
        .map(toServiceView),
    }));
  }

  async service(code: string): Promise<CatalogueDocument> {
    const offered = (await this.current.get()).offered(code, this.today());
    if (!offered) throw notFound('CATALOG.UNKNOWN_SERVICE', { zh: '没有此服务事项', en: 'No such service' });
    return this.document(`service/${code}`, () => toServiceView(offered));
  }

  packages(): Promise<CatalogueDocument> {
    return this.document('packages', (catalogue) => ({
      items: catalogue.packages.map((group) => toPackageView(group, catalogue)),
    }));
  }

  async references(name: string): Promise<CatalogueDocument> {
    const items = this.book.list(name);
    if (!items) throw notFound('CATALOG.UNKNOWN_LIST', { zh: '没有此目录', en: 'No such list' });
    return this.document(`references/${name}`, () => ({ items }));
  }

  private today(): string {
    return shanghaiDate(this.clock.now());
  }

  private async document(key: string, content: (catalogue: Catalogue) => object): Promise<CatalogueDocument> {
    const catalogue = await this.current.get();
    const day = this.today();
    if (catalogue !== this.source?.catalogue || day !== this.source.day) {
      this.written.clear();
      this.source = { catalogue, day };
    }
    let document = this.written.get(key);
    if (!document) {
      const json = JSON.stringify(content(catalogue));
      document = { json, etag: `"${createHash('sha256').update(json).digest('base64url').slice(0, 22)}"` };
      this.written.set(key, document);
    }
    return document;
  }
}

function notFound(code: string, text: { zh: string; en: string }): DomainError {
  return new DomainError(code, 'not_found', text);
}
