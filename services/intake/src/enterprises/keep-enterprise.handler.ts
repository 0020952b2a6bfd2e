import { Injectable } from '@nestjs/common';
import { DemandRepository } from '../demands/demand.repository.js';
import { RequestRepository } from '../requests/request.repository.js';
import { EnterpriseRepository, type Enterprise } from './enterprise.repository.js';

@Injectable()
export class KeepEnterpriseHandler {
  constructor(
    private readonly enterprises: EnterpriseRepository,
    private readonly requests: RequestRepository,
    private readonly demands: DemandRepository,
  ) {}

  async execute(enterprise: Enterprise): Promise<void> {
    await this.enterprises.keep(enterprise);
    await this.requests.claim(enterprise.uscc, enterprise.name);
    await this.demands.rename(enterprise.uscc, enterprise.name);
  }
}
