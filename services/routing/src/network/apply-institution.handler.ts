import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { type Access } from '@nqi/platform';
import { EditInstitutionsHandler } from './edit-institutions.handler.js';
import { applicant, type Application } from './institution-application.js';
import { ownershipOf } from './institution-ownership.js';
import { applied, take } from './institution-lifecycle.js';
import { InstitutionStepsRepository } from './institution-steps.repository.js';
import { type Institution } from './institution.js';
import { creditCodeTaken, noSuchInstitution } from './network.errors.js';
import { type Network } from './network.js';

export interface ApplyInstitution {
  readonly application: Application;
  readonly access: Access;
  readonly idempotencyKey?: string;
}

/**
 * Files an application (入网申请): a body's own administrator for the number that the account is registered under, an
 * office for bodies of its territory. Sent back, it is said anew.
 */
@Injectable()
export class ApplyInstitutionHandler {
  constructor(
    private readonly institutions: EditInstitutionsHandler,
    private readonly steps: InstitutionStepsRepository,
    private readonly clock: Clock,
  ) {}

  async apply({ application, access, idempotencyKey }: ApplyInstitution): Promise<{ id: string }> {
    const command = { access, action: 'apply', ...(idempotencyKey && { idempotencyKey }), body: application };
    const own = access.principal.organizationKind === 'institution';
    return this.institutions.add(
      command,
      async (network) => {
        const id = own ? access.principal.organizationId : await this.steps.nextId();
        return this.bodyOf(id, application, access, network);
      },
      ({ id }) => this.steps.append(id, applied(this.actOf(access))),
    );
  }

  resubmit(id: string, expectedVersion: number | undefined, { application, access }: ApplyInstitution): Promise<void> {
    const command = { id, access, action: 'resubmit', expectedVersion };
    return this.institutions.edit(command, async (before, network) => {
      if (!access.covers(ownershipOf(before, network))) throw noSuchInstitution(id);
      const said = this.bodyOf(id, application, access, network);
      const { stage } = before;
      const { after, line } = take({ ...said, stage }, 'resubmit', this.actOf(access), new Set());
      await this.steps.append(id, line);
      return after;
    });
  }

  private bodyOf(id: string, application: Application, access: Access, network: Network): Institution {
    const { principal } = access;
    const ownOffice = principal.organizationKind === 'node' ? principal.organizationId : undefined;
    const homeNodeCode = application.homeNodeCode ?? ownOffice;
    const home = homeNodeCode === undefined ? undefined : network.requireNode(homeNodeCode, '/homeNodeCode');
    const other = network.institutions.find(
      ({ id: known, uscc, stage }) => known !== id && uscc === application.uscc && stage !== 'REMOVED',
    );
    if (other) throw creditCodeTaken(other.id);
    const body = applicant(id, { ...application, ...(homeNodeCode && { homeNodeCode }) }, home?.regionCode);
    access.assertCovers(ownershipOf(body, network));
    return body;
  }

  private actOf({ principal: { userId, username } }: Access) {
    return { userId, by: username, at: this.clock.now() };
  }
}
