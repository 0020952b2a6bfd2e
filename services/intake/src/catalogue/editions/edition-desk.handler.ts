import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { Idempotency, PublicationDesk } from '@nqi/platform';
import type { CatalogueContent } from '../catalogue.js';
import { CurrentCatalogue } from '../current-catalogue.query.js';
import { EDITIONS } from './catalogue-editions.validator.js';
import { EditionRepository } from './edition.repository.js';

@Injectable()
export class EditionDesk extends PublicationDesk<CatalogueContent> {
  constructor(editions: EditionRepository, current: CurrentCatalogue, idempotency: Idempotency, clock: Clock) {
    const inForce = async () => (await current.get()).edition;
    super('catalogue.draft', EDITIONS, editions, inForce, idempotency, clock);
  }
}
