import { Injectable } from '@nestjs/common';
import { DomainError } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import type { Access } from '@nqi/platform';
import type { OrganizationKind } from './organization.js';

export interface FoundOrganization {
  readonly id: string;
  readonly kind: OrganizationKind;
  readonly name: string;
  readonly nodePath?: string;
}

/** Finds an organisation that somebody names. */
@Injectable()
export class OrganizationQuery {
  constructor(private readonly database: Database) {}

  /** Throws `invalid`, with the field to blame, for one that is unknown or out of the caller's reach. */
  async within(access: Access, id: string): Promise<FoundOrganization> {
    const [row] = await this.database.query<{
      id: string;
      kind: OrganizationKind;
      name: string;
      node_path: string | null;
    }>(`SELECT id, kind, name, node_path FROM organization WHERE id = $1`, [id]);
    const covered =
      row &&
      access.covers({
        enterpriseUscc: row.kind === 'enterprise' ? row.id : undefined,
        institutionId: row.kind === 'institution' ? row.id : undefined,
        nodePath: row.node_path,
      });
    if (covered) return { id: row.id, kind: row.kind, name: row.name, nodePath: row.node_path ?? undefined };
    throw new DomainError(
      'ORGANIZATION.NOT_YOURS',
      'invalid',
      { zh: '没有此单位，或不由您管理', en: 'No such organisation, or not yours to keep' },
      {},
      '/organizationId',
    );
  }
}
