import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { type Access } from '@nqi/platform';
import { EditInstitutionsHandler } from './edit-institutions.handler.js';
import { withVerification, type QualificationKey } from './institution-edit.js';
import { ownApplication, take, type Check, type Standing } from './institution-lifecycle.js';
import { InstitutionStepsRepository } from './institution-steps.repository.js';

export interface StepInstitution {
  readonly id: string;
  readonly access: Access;
  readonly step: Check | Standing;
  readonly reason?: string;
  readonly evidence?: readonly string[];
  readonly expectedVersion?: number;
}

export interface VerifyQualification extends QualificationKey {
  readonly id: string;
  readonly access: Access;
  readonly source: string;
  readonly expectedVersion?: number;
}

/** Takes an institution one step on: checked by others than who applied, admitted, suspended, let back, removed. */
@Injectable()
export class StepInstitutionHandler {
  constructor(
    private readonly institutions: EditInstitutionsHandler,
    private readonly steps: InstitutionStepsRepository,
    private readonly clock: Clock,
  ) {}

  execute({ id, access, step, reason, evidence, expectedVersion }: StepInstitution): Promise<void> {
    const { userId, username } = access.principal;
    const told = { ...(reason && { reason }), ...(evidence && { evidence }) };
    const command = { id, access, action: step, expectedVersion, ...(reason && { reason }) };
    return this.institutions.edit(command, async (before) => {
      const act = { userId, by: username, at: this.clock.now(), ...told };
      const { after, line } = take(before, step, act, await this.steps.applicants(id));
      await this.steps.append(id, line);
      return after;
    });
  }

  verify({ id, access, kind, number, source, expectedVersion }: VerifyQualification): Promise<void> {
    const { userId, username } = access.principal;
    return this.institutions.edit({ id, access, action: 'qualification verify', expectedVersion }, async (before) => {
      if ((await this.steps.applicants(id)).has(userId)) throw ownApplication();
      return withVerification(before, { kind, number }, { by: username, at: this.clock.now().toISOString(), source });
    });
  }
}
