import { Injectable } from '@nestjs/common';
import { EnterpriseRepository, type Enterprise } from './enterprise.repository.js';

@Injectable()
export class KeepEnterpriseHandler {
  constructor(private readonly enterprises: EnterpriseRepository) {}

  execute(enterprise: Enterprise): Promise<void> {
    return this.enterprises.keep(enterprise);
  }
}
