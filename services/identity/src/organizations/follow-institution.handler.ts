import { Injectable } from '@nestjs/common';
import { OrganizationRepository } from './organization.repository.js';

export interface KnownInstitution {
  readonly id: string;
  readonly name: string;
  /** Empty for one from outside the province. */
  readonly regionCode: string;
  readonly at: Date;
}

/**
 * An institution is an organisation from the moment it applies, so that its people can follow the application; it bears
 * the name that the register gives it. Its accounts come from the security administrator, as everybody's who keeps some.
 */
@Injectable()
export class FollowInstitutionHandler {
  constructor(private readonly organizations: OrganizationRepository) {}

  async execute({ id, name, regionCode, at }: KnownInstitution): Promise<void> {
    const region = regionCode ? { regionCode } : {};
    const added = await this.organizations.addNew([{ id, kind: 'institution', name, ...region, registeredAt: at }]);
    if (added.length === 0) await this.organizations.renameInstitution(id, name);
  }
}
