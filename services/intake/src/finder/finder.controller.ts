import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public, TextField } from '@nqi/platform';
import { AskFinderQuery } from './ask-finder.query.js';
import { FinderView } from './finder.views.js';

const ANSWERS = /^[a-z][a-z0-9-]{0,39}(,[a-z][a-z0-9-]{0,39}){0,9}$/;

class FinderAnswers {
  @TextField({
    optional: true,
    max: 420,
    pattern: ANSWERS,
    example: 'comply,food,instrument,month',
    description: 'Ids of the chosen options, in the order of the questions',
  })
  answers?: string;
}

/** For people who do not know what to ask for: three to five questions, then services or a package with a reason. */
@ApiTags('catalog')
@Public()
@Controller('api/v1/catalog')
export class FinderController {
  constructor(private readonly finder: AskFinderQuery) {}

  /** The same answers lead to the same proposals as long as the edition is in force. */
  @Get('finder')
  @Header('cache-control', 'public, max-age=30')
  @ApiOkResponse({ type: FinderView })
  ask(@Query() { answers }: FinderAnswers): Promise<FinderView> {
    return this.finder.execute(answers === undefined ? [] : answers.split(','));
  }
}
