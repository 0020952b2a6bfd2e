import { Injectable } from '@nestjs/common';
import { type Access } from '@nqi/platform';
import { ownershipOf } from './institution-ownership.js';
import { stepsFrom } from './institution-lifecycle.js';
import { lifecycleView, type LifecycleView } from './institution-lifecycle.view.js';
import { InstitutionStepsRepository } from './institution-steps.repository.js';
import { noSuchInstitution } from './network.errors.js';
import { NetworkRepository } from './network.repository.js';

/** Longer lives are told by the history of changes, page by page. */
const MOST_LINES = 200;

/** Where an institution stands, how it came there, and what may be done next. */
@Injectable()
export class ReadLifecycleQuery {
  constructor(
    private readonly networks: NetworkRepository,
    private readonly steps: InstitutionStepsRepository,
  ) {}

  async of(id: string, access: Access): Promise<LifecycleView> {
    const network = await this.networks.current();
    const institution = network.institution(id);
    if (!institution || !access.covers(ownershipOf(institution, network))) throw noSuchInstitution(id);
    const applicants = await this.steps.applicants(id);
    const isApplicant = applicants.has(access.principal.userId);
    const offers = stepsFrom(institution.stage, isApplicant);
    return lifecycleView(institution, await this.steps.last(id, MOST_LINES), offers, access, isApplicant);
  }
}
