import { Module } from '@nestjs/common';
import { OfficeMovesModule } from '@nqi/platform';
import { WorkModule } from '@nqi/work';
import { certificationProcedure } from './jobs/certification.procedure.js';
import { OFFICE_COLUMNS } from './office-columns.js';
import { packagedSchemes } from './schemes/packaged.schemes.js';

/** 认证: audits of management systems up to decision and certificate, and advice on every other scheme. */
@Module({
  imports: [OfficeMovesModule.follow(OFFICE_COLUMNS), WorkModule.register(certificationProcedure(packagedSchemes()))],
})
export class CertificationModule {}
