import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  Allow,
  BooleanField,
  CallerAccess,
  ChoiceField,
  PageQuery,
  TextField,
  type Access,
  type Page,
} from '@nqi/platform';
import { INSTRUMENT_STATUSES, type InstrumentStatus } from './instrument.js';
import { ListInstrumentsQuery, type InstrumentView } from './list-instruments.query.js';

class InstrumentsQuery extends PageQuery {
  @ChoiceField(INSTRUMENT_STATUSES, { optional: true })
  status?: InstrumentStatus;

  @BooleanField({ optional: true, description: 'true: subject to mandatory verification' })
  mandatory?: boolean;

  @TextField({ max: 120, optional: true })
  serial?: string;
}

/** 器具台账: what each enterprise has had verified or calibrated, soonest due first. */
@ApiTags('metrology')
@Controller('api/v1/metrology/instruments')
export class InstrumentsController {
  constructor(private readonly listInstruments: ListInstrumentsQuery) {}

  @Get()
  @Allow('job.read')
  list(@Query() query: InstrumentsQuery, @CallerAccess() access: Access): Promise<Page<InstrumentView>> {
    return this.listInstruments.execute(query, access);
  }
}
