import { Injectable } from '@nestjs/common';
import { noSuchCapability, noSuchInstitution } from './network.errors.js';
import { NetworkRepository } from './network.repository.js';
import { type ScopeView } from './scope.view.js';
import { SupersededMethods } from './superseded-methods.js';

/** The rows of one capability, and which of their methods have a newer edition. */
@Injectable()
export class ReadScopeQuery {
  constructor(
    private readonly networks: NetworkRepository,
    private readonly superseded: SupersededMethods,
  ) {}

  async execute(institutionId: string, serviceCode: string): Promise<ScopeView> {
    const institution = (await this.networks.current()).institution(institutionId);
    if (!institution) throw noSuchInstitution(institutionId);
    const capability = institution.capabilities.find((each) => each.serviceCode === serviceCode);
    if (!capability) throw noSuchCapability(institutionId, serviceCode);
    const rows = (capability.scope ?? []).map((row) => {
      const methodReplacedBy = row.method === undefined ? undefined : this.superseded.by(row.method);
      return { ...row, ...(methodReplacedBy && { methodReplacedBy }) };
    });
    return { institutionId, serviceCode, rows };
  }
}
