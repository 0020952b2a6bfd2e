import { Module } from '@nestjs/common';
import { OfficeMovesModule } from '@nqi/platform';
import { institutions } from '@nqi/reference-data';
import { WorkModule } from '@nqi/work';
import { packagedCatalogue } from './instruments/packaged.catalogue.js';
import { metrologyProcedure } from './jobs/metrology.procedure.js';
import type { Qualification } from './jobs/metrology-job.js';
import { InstrumentLedger } from './ledger/instrument-ledger.follower.js';
import { InstrumentsController } from './ledger/instruments.controller.js';
import { ListInstrumentsQuery } from './ledger/list-instruments.query.js';
import { OFFICE_COLUMNS } from './office-columns.js';

const procedure = metrologyProcedure({ catalogue: packagedCatalogue(), qualificationsOf });

/** 计量: verification, calibration and advice, and the ledger of what has been certified. */
@Module({
  imports: [OfficeMovesModule.follow(OFFICE_COLUMNS), WorkModule.register(procedure, { follower: InstrumentLedger })],
  controllers: [InstrumentsController],
  providers: [ListInstrumentsQuery],
})
export class MetrologyModule {}

function qualificationsOf(institutionId: string): readonly Qualification[] {
  const institution = institutions().find(({ id }) => id === institutionId);
  return (institution?.qualifications ?? []).map(({ kind, number }) => ({ kind, number }));
}
