import { Module } from '@nestjs/common';
import { WorkModule } from '@nqi/work';
import { certificationProcedure } from './jobs/certification.procedure.js';
import { packagedSchemes } from './schemes/packaged.schemes.js';

/** 认证: audits of management systems up to decision and certificate, and advice on every other scheme. */
@Module({ imports: [WorkModule.register(certificationProcedure(packagedSchemes()))] })
export class CertificationModule {}
