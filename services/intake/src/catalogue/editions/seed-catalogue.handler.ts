import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Clock, shipped } from '@nqi/kernel';
import type { CatalogueContent } from '../catalogue.js';
import { shippedCatalogue } from '../shipped-catalogue.js';
import { SHIPPED_BY } from './catalogue-editions.validator.js';
import { EditionRepository } from './edition.repository.js';

/**
 * Puts the catalogue that ships with the release in force as long as people have published none; once they have, what a
 * release ships anew waits as a draft for them. Repeating it changes nothing.
 */
@Injectable()
export class SeedCatalogueHandler {
  constructor(
    private readonly editions: EditionRepository,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    // As it will be read again.
    const content = JSON.parse(JSON.stringify(shippedCatalogue())) as CatalogueContent;
    const before = await this.editions.newestShipped();
    if (before && isDeepStrictEqual(before.content, content)) return;
    const now = this.clock.now();
    const version = `shipped-${(before?.count ?? 0) + 1}`;
    const drafter = await this.editions.lastDrafter();
    if (drafter === undefined) return this.editions.install(shipped(version, content, now));
    if (drafter === SHIPPED_BY) return this.editions.install(shipped(version, content, now, now));
    const draft = { version, content, draftedBy: SHIPPED_BY, createdAt: now, rowVersion: 1 };
    return this.editions.install({ ...draft, status: 'DRAFT' });
  }
}
