import { Module } from '@nestjs/common';
import { WorkModule } from '@nqi/work';
import { testingProcedure } from './jobs/testing.procedure.js';
import { packagedReferences } from './plan/packaged.references.js';

/** 检验检测: samples, test plans, results and reports. */
@Module({ imports: [WorkModule.register(testingProcedure(packagedReferences()))] })
export class TestingModule {}
