import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiParam, ApiTags } from '@nestjs/swagger';
import { ChoiceField, PageQuery, TextField, type Page } from '@nqi/platform';
import { SearchCorpusQuery, type StandardView } from './search-corpus.query.js';
import type { ValidityStatus } from './validity.js';

const STATUSES: readonly ValidityStatus[] = ['UPCOMING', 'CURRENT', 'SUPERSEDED', 'ABOLISHED'];

class CorpusQuery extends PageQuery {
  @TextField({ max: 100, optional: true, description: 'Part of a number, or words of the title' })
  q?: string;

  @ChoiceField(STATUSES, { optional: true })
  status?: ValidityStatus;
}

/** 标准题录: any signed-in caller may look standards up. */
@ApiTags('standards')
@ApiBearerAuth()
@Controller('api/v1/standards/corpus')
export class CorpusController {
  constructor(private readonly corpus: SearchCorpusQuery) {}

  @Get()
  search(@Query() query: CorpusQuery): Page<StandardView> {
    return this.corpus.search(query);
  }

  /** The number is one percent-encoded path segment: `GB%2FT%2019001-2016`. */
  @Get(':number')
  @ApiParam({ name: 'number', example: 'GB/T 19001-2016' })
  read(@Param('number') number: string): StandardView {
    return this.corpus.read(number);
  }
}
