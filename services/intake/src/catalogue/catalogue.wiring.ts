import { FinderController } from '../finder/finder.controller.js';
import { AskFinderQuery } from '../finder/ask-finder.query.js';
import { CatalogueDocuments } from './catalogue-documents.query.js';
import { CatalogueController } from './catalogue.controller.js';
import { CurrentCatalogue } from './current-catalogue.query.js';
import { EditionDesk } from './editions/edition-desk.handler.js';
import { PgEditionRepository } from './editions/edition.pg-repository.js';
import { EditionRepository } from './editions/edition.repository.js';
import { EditionsController } from './editions/editions.controller.js';
import { SeedCatalogueHandler } from './editions/seed-catalogue.handler.js';
import { PackagedReferenceBook } from './packaged.reference-book.js';
import { ReferenceBook } from './reference-book.js';
import { ServiceForms } from './service-forms.validator.js';

/** What the intake module runs of the catalogue. */
export const CATALOGUE_CONTROLLERS = [CatalogueController, FinderController, EditionsController];

export const CATALOGUE_PROVIDERS = [
  { provide: EditionRepository, useClass: PgEditionRepository },
  { provide: ReferenceBook, useClass: PackagedReferenceBook },
  CurrentCatalogue,
  CatalogueDocuments,
  EditionDesk,
  SeedCatalogueHandler,
  ServiceForms,
  AskFinderQuery,
];
