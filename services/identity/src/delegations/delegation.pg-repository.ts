import { Injectable } from '@nestjs/common';
import { DomainError } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import type { Delegation } from './delegation.js';
import { DelegationRepository, type NamedDelegation } from './delegation.repository.js';

const ADD = `
  INSERT INTO delegation (id, enterprise_id, agent_id, permissions, made_by, made_at, ends_at)
  SELECT $1, $2, id, $4, $5, $6, $7 FROM organization WHERE id = $3 AND kind = 'enterprise'`;
const NAMED = `
  SELECT d.id, d.enterprise_id AS "enterpriseId", e.name AS "enterpriseName", d.agent_id AS "agentId",
         a.name AS "agentName", d.permissions, d.made_by AS "madeBy", d.made_at AS "madeAt", d.ends_at AS "endsAt",
         d.revoked_at AS "revokedAt"
  FROM delegation d JOIN organization e ON e.id = d.enterprise_id JOIN organization a ON a.id = d.agent_id`;
const LIST = `${NAMED} WHERE d.enterprise_id = $1 OR d.agent_id = $1 ORDER BY d.id DESC LIMIT 200`;
const FIND = `${NAMED} WHERE d.id = $1`;
const REVOKE = `
  UPDATE delegation SET revoked_at = $3 WHERE enterprise_id = $1 AND id = $2 AND revoked_at IS NULL`;

@Injectable()
export class PgDelegationRepository extends DelegationRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async add({ id, enterpriseId, agentId, permissions, madeBy, madeAt, endsAt }: Delegation): Promise<void> {
    const values = [id, enterpriseId, agentId, permissions, madeBy, madeAt, endsAt];
    if ((await this.database.write(ADD, values)) > 0) return;
    throw new DomainError(
      'DELEGATION.UNKNOWN_AGENT',
      'invalid',
      { zh: '受托企业尚未注册', en: 'The agent is not registered here' },
      {},
      '/agentUscc',
    );
  }

  listOf(enterpriseId: string): Promise<NamedDelegation[]> {
    return this.database.query<NamedDelegation>(LIST, [enterpriseId]);
  }

  async find(id: string): Promise<NamedDelegation | undefined> {
    return (await this.database.query<NamedDelegation>(FIND, [id]))[0];
  }

  async revoke(enterpriseId: string, id: string, at: Date): Promise<boolean> {
    return (await this.database.write(REVOKE, [enterpriseId, id, at])) > 0;
  }
}
