import { Injectable } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import type { Deliverable } from '../requests/request-reads.repository.js';
import type { Step } from '../requests/request.events.js';
import { JobProgressRepository } from './job-progress.repository.js';

const ADD_STEP = `
  INSERT INTO request_step (request_id, item_id, at, kind, detail)
  SELECT i.request_id, i.id, $2, $3, $4 FROM request_item i WHERE i.id = $1`;

/** The request's version rises too: what its readers see has changed. */
const ADD_DELIVERABLE = `
  WITH kept AS (
    INSERT INTO request_deliverable
      (id, item_id, domain, number, kind, title_zh, title_en, conclusion, issued_at, valid_until)
    SELECT $2, i.id, $3, $4, $5, $6, $7, $8, $9, $10 FROM request_item i WHERE i.id = $1
    ON CONFLICT (id) DO NOTHING
    RETURNING item_id
  ), request_of AS (
    UPDATE request r SET version = r.version + 1 FROM kept, request_item i
    WHERE i.id = kept.item_id AND r.id = i.request_id
    RETURNING r.id, r.request_no, r.enterprise_uscc
  ), step AS (
    INSERT INTO request_step (request_id, item_id, at, kind, detail)
    SELECT request_of.id, $1, $11, $12, $13 FROM request_of
  )
  SELECT id, request_no, enterprise_uscc FROM request_of`;

@Injectable()
export class PgJobProgressRepository extends JobProgressRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async addStep({ itemId, at, kind, detail }: Step & { readonly itemId: string }): Promise<boolean> {
    return (await this.database.write(ADD_STEP, [itemId, at, kind, JSON.stringify(detail)])) > 0;
  }

  async addDeliverable(deliverable: Deliverable, { at, kind, detail }: Step) {
    const [row] = await this.database.query<{ id: string; request_no: string; enterprise_uscc: string }>(
      ADD_DELIVERABLE,
      [
        deliverable.itemId,
        deliverable.id,
        deliverable.domain,
        deliverable.number,
        deliverable.kind,
        deliverable.title.zh,
        deliverable.title.en,
        deliverable.conclusion,
        deliverable.issuedAt,
        deliverable.validUntil ?? null,
        at,
        kind,
        JSON.stringify(detail),
      ],
    );
    return row && { requestId: row.id, requestNo: row.request_no, enterpriseUscc: row.enterprise_uscc };
  }
}
