import { PublicationErrors, TwoPersonRule } from '@nqi/kernel';
import type { CatalogueContent } from '../catalogue.js';
import { editionFaults } from './edition-content.validator.js';

/** Drafter of the editions that come with a release. */
export const SHIPPED_BY = 'shipped';

export const EDITIONS = new TwoPersonRule<CatalogueContent>(
  new PublicationErrors('CATALOGUE', { zh: '事项目录', en: 'catalogue' }),
  editionFaults,
);
