import { Module } from '@nestjs/common';
import { OfficeMovesModule } from '@nqi/platform';
import { WorkModule } from '@nqi/work';
import { testingProcedure } from './jobs/testing.procedure.js';
import { OFFICE_COLUMNS } from './office-columns.js';
import { packagedReferences } from './plan/packaged.references.js';

/** 检验检测: samples, test plans, results and reports. */
@Module({
  imports: [OfficeMovesModule.follow(OFFICE_COLUMNS), WorkModule.register(testingProcedure(packagedReferences()))],
})
export class TestingModule {}
