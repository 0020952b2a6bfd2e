import { Injectable } from '@nestjs/common';
import { DomainError } from '@nqi/kernel';
import { Database, binding } from '@nqi/persistence';
import { DEFAULT_PAGE, type Access } from '@nqi/platform';
import type { Deliverable } from './deliverable.js';
import { DELIVERABLE_COLUMNS, toDeliverable, type DeliverableRow } from './deliverable.rows.js';

const OWNERSHIP = { enterpriseUscc: 'enterprise_uscc', institutionId: 'institution_id', nodePath: 'node_path' };
const ONE = `SELECT ${DELIVERABLE_COLUMNS} FROM deliverable WHERE id = $1`;
const DOCUMENT = `SELECT document FROM deliverable WHERE id = $1`;
const BY_NUMBER = `SELECT ${DELIVERABLE_COLUMNS} FROM deliverable WHERE number = $1 AND verify_code = $2`;

/** What was issued, for those within reach, and for anyone who holds a number and its code. */
@Injectable()
export class DeliverablesQuery {
  constructor(private readonly database: Database) {}

  async list(filter: { requestId?: string; limit?: number }, access: Access): Promise<Deliverable[]> {
    const { values, bind } = binding();
    const where = [access.condition(OWNERSHIP, bind)];
    if (filter.requestId) where.push(`request_id = ${bind(filter.requestId)}`);
    const rows = await this.database.query<DeliverableRow>(
      `SELECT ${DELIVERABLE_COLUMNS} FROM deliverable WHERE ${where.join(' AND ')}
       ORDER BY issued_at DESC, number DESC LIMIT ${bind(filter.limit ?? DEFAULT_PAGE)}`,
      values,
    );
    return rows.map(toDeliverable);
  }

  async read(id: string, access: Access): Promise<Deliverable> {
    const [row] = await this.database.query<DeliverableRow>(ONE, [id]);
    const deliverable = row && toDeliverable(row);
    if (!deliverable || !access.covers(deliverable)) throw unknownDeliverable();
    return deliverable;
  }

  async document(id: string): Promise<Buffer> {
    const [row] = await this.database.query<{ document: Buffer }>(DOCUMENT, [id]);
    if (!row) throw unknownDeliverable();
    return row.document;
  }

  /** A wrong code is answered like an unknown number, so that numbers cannot be fished for. */
  async verify(number: string, code: string): Promise<Deliverable> {
    const [row] = await this.database.query<DeliverableRow>(BY_NUMBER, [number, code.trim().toUpperCase()]);
    if (!row) throw unknownDeliverable();
    return toDeliverable(row);
  }
}

const unknownDeliverable = (): DomainError =>
  new DomainError('DELIVERABLE.UNKNOWN', 'not_found', { zh: '查无此证书或报告', en: 'No such certificate or report' });
