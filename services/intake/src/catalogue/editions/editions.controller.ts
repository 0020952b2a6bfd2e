import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { publicationsController } from '@nqi/platform';
import { type CatalogueContent } from '../catalogue.js';
import { EditionDesk } from './edition-desk.handler.js';

const WHO = { read: 'catalogue.read', edit: 'catalogue.edit', approve: 'catalogue.publish' } as const;

/** Editions of the catalogue: a draft is a copy in which editors change services, packages and the finder. */
@ApiTags('catalogue editions')
@Controller('api/v1/catalogue-editions')
export class EditionsController extends publicationsController<CatalogueContent>(WHO) {
  constructor(desk: EditionDesk) {
    super(desk);
  }
}
