import { Injectable } from '@nestjs/common';
import { Clock, DomainError, checkUscc, isDate } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { Idempotency, assertVersion, type Access } from '@nqi/platform';
import type { Institution } from './institution.js';
import { codeTaken, noSuchInstitution, removedInstitution } from './network.errors.js';
import { NetworkHistoryRepository } from './network-history.repository.js';
import type { Network } from './network.js';
import { NetworkRepository } from './network.repository.js';

export interface EditInstitution {
  readonly id: string;
  readonly access: Access;
  readonly action: string;
  readonly reason?: string;
  readonly expectedVersion?: number;
  /** A repeat under the same key, with the same body, changes nothing. */
  readonly idempotencyKey?: string;
  readonly body?: object;
}

export type Change = (institution: Institution, network: Network) => Institution | Promise<Institution>;

/** Changes institutions, one at a time: one network version, one event and one line of history for each change. */
@Injectable()
export class EditInstitutionsHandler {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkRepository,
    private readonly history: NetworkHistoryRepository,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  /** A body that is new, made on the network as it is, which nobody changes meanwhile. */
  async add(
    { access, action, idempotencyKey, body = {} }: Omit<EditInstitution, 'id'>,
    make: (network: Network) => Promise<Institution>,
    beside: (institution: Institution) => Promise<void>,
  ): Promise<{ id: string }> {
    const owner = `${access.principal.organizationId}/network.institution.${action}`;
    return this.idempotency.once(owner, idempotencyKey, body, () =>
      this.database.transaction(async () => {
        const network = await this.history.lock();
        const institution = await make(network);
        if (network.institution(institution.id)) throw codeTaken(institution.id, '/id');
        checkFacts(institution, network);
        await this.store(institution, { id: institution.id, access, action });
        await beside(institution);
        return { id: institution.id };
      }),
    );
  }

  /** `change` may read and write in the same transaction; a body that was removed stays as it was. */
  async edit(command: EditInstitution, change: Change): Promise<void> {
    const { id, action, access, idempotencyKey, body = {} } = command;
    const owner = `${access.principal.organizationId}/network.institution.${action}`;
    await this.idempotency.once(owner, idempotencyKey, { id, ...body }, async () => {
      await this.apply(command, change);
      return { id };
    });
  }

  private apply(command: EditInstitution, change: Change): Promise<void> {
    return this.database.transaction(async () => {
      const network = await this.history.lock();
      const before = network.institution(command.id);
      if (!before) throw noSuchInstitution(command.id);
      assertVersion(command.expectedVersion, (await this.history.version('INSTITUTION', command.id)) ?? 0);
      if (before.stage === 'REMOVED') throw removedInstitution(command.id);
      const after = await change(before, network);
      checkFacts(after, network);
      await this.store(after, command, before);
    });
  }

  private async store(after: Institution, command: EditInstitution, before?: Institution): Promise<void> {
    const { id: code, access, action, reason } = command;
    const at = this.clock.now();
    if ((await this.networks.save([], [after], at)) === 0) return;
    const told = { action, ...(reason !== undefined && { reason }), ...(before && { before }), after };
    await this.history.record([{ kind: 'INSTITUTION', code, at, actor: access.principal.username, ...told }]);
  }
}

function checkFacts(institution: Institution, network: Network): void {
  const { uscc, homeNodeCode, coverageNodeCode, relatedUsccs = [] } = institution;
  const { riskClass, riskClassSource, riskClassDate } = institution;
  if (homeNodeCode !== undefined) network.requireNode(homeNodeCode, '/homeNodeCode');
  if (coverageNodeCode !== undefined) network.requireNode(coverageNodeCode, '/coverageNodeCode');
  requireFact(
    uscc === '' || checkUscc(uscc).outcome === 'PASS',
    'BAD_USCC',
    '/uscc',
    '统一社会信用代码有误',
    'Not a credit code',
  );
  const related = relatedUsccs.every((each) => checkUscc(each).outcome === 'PASS');
  requireFact(related, 'BAD_USCC', '/relatedUsccs', '关联企业信用代码有误', 'Not all are credit codes');
  const told = [riskClass, riskClassSource, riskClassDate].filter((fact) => fact !== undefined).length;
  const whole = told === 0 || (told === 3 && isDate(riskClassDate ?? ''));
  requireFact(
    whole,
    'RISK_CLASS',
    '/riskClass',
    '风险等级须注明来源和日期',
    'A risk class is told with source and date',
  );
}

function requireFact(holds: boolean, code: string, pointer: string, zh: string, en: string): void {
  if (!holds) throw new DomainError(`INSTITUTION.${code}`, 'invalid', { zh, en }, {}, pointer);
}
