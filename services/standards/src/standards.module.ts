import { Module } from '@nestjs/common';
import { OfficeMovesModule } from '@nqi/platform';
import { WorkModule } from '@nqi/work';
import { CorpusController } from './corpus/corpus.controller.js';
import { packagedCorpus } from './corpus/packaged.corpus.js';
import { CORPUS, SearchCorpusQuery } from './corpus/search-corpus.query.js';
import { standardsProcedure } from './jobs/standards.procedure.js';
import { OFFICE_COLUMNS } from './office-columns.js';

const corpus = packagedCorpus();

/** 标准: validity checks, declarations, comparisons and advice, and the corpus they rest on. */
@Module({
  imports: [OfficeMovesModule.follow(OFFICE_COLUMNS), WorkModule.register(standardsProcedure(corpus))],
  controllers: [CorpusController],
  providers: [{ provide: CORPUS, useValue: corpus }, SearchCorpusQuery],
})
export class StandardsModule {}
