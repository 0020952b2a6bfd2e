import { Injectable } from '@nestjs/common';
import { type Access } from '@nqi/platform';
import { ListInstitutionsQuery } from './list-institutions.query.js';
import { noSuchCapability } from './network.errors.js';
import { type ScopeView } from './scope.view.js';
import { SupersededMethods } from './superseded-methods.js';

/** The rows of one capability, and which of their methods have a newer edition. */
@Injectable()
export class ReadScopeQuery {
  constructor(
    private readonly list: ListInstitutionsQuery,
    private readonly superseded: SupersededMethods,
  ) {}

  async execute(institutionId: string, serviceCode: string, access: Access): Promise<ScopeView> {
    const institution = await this.list.seen(institutionId, access);
    const capability = institution.capabilities.find((each) => each.serviceCode === serviceCode);
    if (!capability) throw noSuchCapability(institutionId, serviceCode);
    const rows = (capability.scope ?? []).map((row) => {
      const methodReplacedBy = row.method === undefined ? undefined : this.superseded.by(row.method);
      return { ...row, ...(methodReplacedBy && { methodReplacedBy }) };
    });
    return { institutionId, serviceCode, rows };
  }
}
