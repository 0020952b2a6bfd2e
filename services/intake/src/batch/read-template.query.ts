import { Injectable } from '@nestjs/common';
import { Clock, DomainError, shanghaiDate } from '@nqi/kernel';
import { CurrentCatalogue } from '../catalogue/current-catalogue.query.js';
import { ReferenceBook } from '../catalogue/reference-book.js';
import { writeExcel } from './excel-file.codec.js';
import { tableTemplate } from './table-template.js';

@Injectable()
export class ReadTemplateQuery {
  constructor(
    private readonly catalogue: CurrentCatalogue,
    private readonly book: ReferenceBook,
    private readonly clock: Clock,
  ) {}

  /** The workbook to fill in for a service. Throws `not_found` for one that cannot be filed today. */
  async workbook(serviceCode: string): Promise<Buffer> {
    const service = (await this.catalogue.get()).offered(serviceCode, shanghaiDate(this.clock.now()));
    if (service) return writeExcel(tableTemplate(service, this.book));
    throw new DomainError('BATCH.UNKNOWN_SERVICE', 'not_found', {
      zh: '没有可申报的此事项',
      en: 'No such service can be filed',
    });
  }
}
