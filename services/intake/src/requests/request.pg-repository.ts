import { Injectable } from '@nestjs/common';
import { Outbox, failpoint, outboxColumns } from '@nqi/messaging';
import { Database } from '@nqi/persistence';
import { ContactPhones } from '@nqi/platform';
import { TELL_FOR_MS, filedNews, newsOf, type NewsSubject } from '../connections/enterprise-news.js';
import { NewsOutlet } from '../connections/news.outlet.js';
import { toMessage } from './request.messages.js';
import type { StoredReceipt } from './filing-receipt.js';
import {
  RequestRepository,
  type Attachment,
  type IdempotencyStamp,
  type ItemRouted,
  type KnownFiling,
} from './request.repository.js';
import {
  ITEM_COLUMNS,
  REQUEST_COLUMNS,
  toItemRecord,
  toRequestState,
  type ItemRow,
  type RequestRow,
} from './request.rows.js';
import { ItemEndings, type EndedItem } from './item-endings.js';
import { Request, isEnded, type RequestState } from './request.js';

/** What the migration's sequence is incremented by. */
const BLOCK = 64;
const NEXT_BLOCK = `SELECT nextval('request_number') AS first`;

/** Request, items, events and news for the enterprise's own system in one round trip; the conflict with a known key leaves all alone. */
const FILE = `
  WITH filed AS (
    INSERT INTO request (id, request_no, enterprise_uscc, enterprise_name, region_code, park_code, mode, urgency,
      package_code, contact_name, contact_phone, filed_by, filed_at_office, filed_at, wanted_date, idempotency_key,
      body_hash, plan, promised_days, enterprise_unverified, catalogue_edition)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15::date, $16, $17, $32::jsonb, $33, $35, $41)
    ON CONFLICT (enterprise_uscc, idempotency_key) WHERE idempotency_key IS NOT NULL DO NOTHING
    RETURNING id
  ), item AS (
    INSERT INTO request_item (request_id, position, id, service_code, domain, chosen_institution_id,
      recommended_by_platform, form, status)
    SELECT filed.id, i.* FROM filed,
      unnest($18::int[], $19::uuid[], $20::text[], $21::text[], $22::text[], $23::boolean[], $24::jsonb[], $34::text[]) AS i
  ), material AS (
    INSERT INTO request_item_material (item_id, material_id, attached_at)
    SELECT m.*, $14 FROM filed, unnest($39::uuid[], $40::uuid[]) AS m
  ), event AS (
    INSERT INTO outbox (event_id, topic, key, type, traceparent, headers, payload)
    SELECT e.* FROM filed,
      unnest($25::uuid[], $26::text[], $27::text[], $28::text[], $29::text[], $30::jsonb[], $31::bytea[]) AS e
  ), told AS (
    INSERT INTO outbound_delivery (id, target, lane, type, body, created_at, next_attempt_at, give_up_at)
    SELECT gen_random_uuid(), w.id::text, filed.id::text, $36, $37, $14, $14,
      $14::timestamptz + $38::bigint * interval '1 millisecond'
    FROM filed JOIN webhook w ON w.enterprise_uscc = $3 AND w.ended_at IS NULL AND $36 = ANY(w.events)
  )
  SELECT id FROM filed`;
const ADD_ITEM = `
  INSERT INTO request_item (request_id, position, id, service_code, domain, chosen_institution_id,
    recommended_by_platform, form, status)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const KNOWN = `
  SELECT id, request_no, body_hash FROM request WHERE enterprise_uscc = $1 AND idempotency_key = $2`;
/** An item that was promised something later had to wait when it was filed. */
const KNOWN_ITEMS = `
  SELECT i.id, i.service_code, coalesce(r.plan -> 'promises' ? i.id::text, false) AS waited
  FROM request_item i JOIN request r ON r.id = i.request_id WHERE r.id = $1 ORDER BY i.position`;

const CLAIM = `
  UPDATE request SET enterprise_name = $2, enterprise_unverified = false, version = version + 1
  WHERE enterprise_uscc = $1 AND enterprise_unverified`;

/** Held against other changes of the request; inserts that refer to it do not wait. */
const LOCK = `SELECT ${REQUEST_COLUMNS} FROM request r WHERE r.id = $1 FOR NO KEY UPDATE`;
/** A statement of its own: one that had waited for the lock would still see the items as they were before. */
const ITEMS = `SELECT ${ITEM_COLUMNS} FROM request_item i WHERE i.request_id = $1 ORDER BY i.position`;
const SAVE = `
  WITH changed AS (
    UPDATE request SET status = $2, completed_at = $3, rating_stars = $4, rating_reasons = $5, rated_at = $6,
      plan = $9::jsonb, promised_days = $10, package_code = $11, catalogue_edition = $12, version = version + 1
    WHERE id = $1
  ), item AS (
    UPDATE request_item i SET form = coalesce(n.form, i.form), status = n.status, ticket_id = n.ticket_id, ticket_no = n.ticket_no,
      ticket_version = n.ticket_version, node_code = n.node_code, node_path = n.node_path,
      institution_id = n.institution_id, institution_name = n.institution_name, accept_due_at = n.accept_due_at,
      complete_due_at = n.complete_due_at, accepted_at = n.accepted_at, started_at = n.started_at,
      returned_for = n.returned_for
    FROM jsonb_to_recordset($7) AS n (id uuid, form jsonb, status text, ticket_id uuid, ticket_no text,
      ticket_version int, node_code text, node_path text, institution_id text, institution_name text,
      accept_due_at timestamptz, complete_due_at timestamptz, accepted_at timestamptz, started_at timestamptz,
      returned_for text[])
    WHERE i.id = n.id
  )
  INSERT INTO request_step (request_id, item_id, at, kind, detail)
  SELECT $1, s.item_id, s.at, s.kind, s.detail
  FROM jsonb_to_recordset($8) AS s (item_id uuid, at timestamptz, kind text, detail jsonb)`;

/**
 * The request is locked before its item, as everywhere else. Whether the item still waits is asked again under that
 * lock: the first condition saw the item as it was when the statement began. READY to ROUTED moves no request.
 */
const ROUTE = `
  WITH of_request AS (
    UPDATE request r SET version = r.version + 1 FROM request_item i
    WHERE i.id = $1 AND i.status = 'READY' AND i.ticket_id IS NULL AND r.id = i.request_id
    RETURNING r.id, r.enterprise_uscc
  ), item AS (
    UPDATE request_item i SET status = 'ROUTED', ticket_id = $2, ticket_no = $3, ticket_version = $4, node_code = $5,
      node_path = $6, institution_id = $7, institution_name = $8, accept_due_at = $9, complete_due_at = $10
    FROM of_request WHERE i.id = $1 AND i.status = 'READY' AND i.ticket_id IS NULL
    RETURNING i.request_id
  ), step AS (
    INSERT INTO request_step (request_id, item_id, at, kind, detail)
    SELECT item.request_id, $1, $11, 'routed', $12 FROM item
  )
  SELECT of_request.enterprise_uscc FROM of_request JOIN item ON item.request_id = of_request.id`;

interface KnownItem {
  id: string;
  service_code: string;
  waited: boolean;
}

@Injectable()
export class PgRequestRepository extends RequestRepository {
  private block: Promise<{ next: number; end: number }> | undefined;

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly news: NewsOutlet,
    private readonly endings: ItemEndings,
    private readonly phones: ContactPhones,
  ) {
    super();
  }

  async nextSequence(): Promise<number> {
    for (;;) {
      this.block ??= this.fetchBlock();
      const taken = this.block;
      const block = await taken;
      if (block.next < block.end) return block.next++;
      if (this.block === taken) this.block = undefined;
    }
  }

  async file(
    request: Request,
    attachments: readonly Attachment[],
    stamp?: IdempotencyStamp,
  ): Promise<KnownFiling | undefined> {
    const state = this.sealed(request.snapshot());
    const messages = request.pullEvents().map((event) => toMessage(state, event));
    const news = filedNews(subjectOf(state), state.filedAt, state.items);
    const filed = await this.database.query(FILE, [
      ...requestValues(state, stamp),
      ...itemValues(state),
      ...outboxColumns(messages),
      state.plan ? JSON.stringify(state.plan) : null,
      state.promisedDays ?? null,
      state.items.map(({ status }) => status),
      state.enterprise.unverified ?? false,
      news.type,
      news.body,
      TELL_FOR_MS,
      attachments.map(({ itemId }) => itemId),
      attachments.map(({ materialId }) => materialId),
      state.catalogueEdition ?? null,
    ]);
    if (filed.length === 0 && stamp) return this.knownFiling(state.enterprise.uscc, stamp.key);
    failpoint('intake.after-commit');
    this.outbox.wake();
    return undefined;
  }

  async claim(uscc: string, name: string): Promise<void> {
    await this.database.write(CLAIM, [uscc, name]);
  }

  async update(id: string, change: (request: Request) => void | Promise<void>): Promise<boolean> {
    return this.database.transaction(async () => {
      const [row] = await this.database.query<RequestRow>(LOCK, [id]);
      if (!row) return false;
      const before = toRequestState(row, await this.database.query<ItemRow>(ITEMS, [id]));
      const request = Request.restore(before);
      await change(request);
      await this.save(request, before);
      return true;
    });
  }

  async route({ itemId, ticket, news, at }: ItemRouted): Promise<string | undefined> {
    const { nodeCode, institutionName } = ticket;
    const { kind: _kind, ...due } = news;
    const [row] = await this.database.query<{ enterprise_uscc: string }>(ROUTE, [
      itemId,
      ticket.id,
      ticket.ticketNo,
      ticket.version,
      nodeCode,
      ticket.nodePath,
      ticket.institutionId ?? null,
      institutionName ?? null,
      due.acceptDueAt ?? null,
      due.completeDueAt ?? null,
      at,
      JSON.stringify({ nodeCode, institutionName, ...due }),
    ]);
    return row?.enterprise_uscc;
  }

  /** From here on, in the table as in events, nobody sees the telephone who has no key. */
  private sealed(state: RequestState): RequestState {
    const { name, phone } = state.contact;
    return { ...state, contact: { name, phone: this.phones.seal(phone, state.id) } };
  }

  private async save(request: Request, before: RequestState): Promise<void> {
    const state = request.snapshot();
    if (state === before) return;
    const kept = before.items.length;
    const changedItems = state.items
      .slice(0, kept)
      .flatMap((item, i) => (item === before.items[i] ? [] : [toItemRecord(item, before.items[i])]));
    const steps = request.pullSteps();
    await this.addItems(state, kept);
    await this.database.write(SAVE, [
      state.id,
      state.status,
      state.completedAt ?? null,
      state.rating?.stars ?? null,
      state.rating?.reasons ?? null,
      state.rating?.ratedAt ?? null,
      JSON.stringify(changedItems),
      JSON.stringify(steps.map(({ itemId, ...step }) => ({ item_id: itemId, ...step }))),
      state.plan ? JSON.stringify(state.plan) : null,
      state.promisedDays ?? null,
      state.packageCode ?? null,
      state.catalogueEdition ?? null,
    ]);
    const ended = endedSince(before, state);
    if (ended.length > 0) await this.endings.settle(ended);
    await this.news.tell(newsOf(subjectOf(state), steps));
    await this.outbox.append(request.pullEvents().map((event) => toMessage(state, event)));
  }

  /** Items that the request did not have when it was filed; they stand behind those it had. */
  private async addItems({ id, items }: RequestState, from: number): Promise<void> {
    for (const [index, item] of items.slice(from).entries()) {
      await this.database.write(ADD_ITEM, [
        id,
        from + index,
        item.id,
        item.serviceCode,
        item.domain,
        item.chosenInstitutionId ?? null,
        item.recommendedByPlatform,
        JSON.stringify(item.form),
        item.status,
      ]);
    }
  }

  private async fetchBlock(): Promise<{ next: number; end: number }> {
    try {
      const [row] = await this.database.query<{ first: string }>(NEXT_BLOCK);
      const first = Number(row?.first);
      return { next: first, end: first + BLOCK };
    } catch (error) {
      this.block = undefined;
      throw error;
    }
  }

  private async knownFiling(uscc: string, key: string): Promise<KnownFiling> {
    const [row] = await this.database.query<{ id: string; request_no: string; body_hash: string }>(KNOWN, [uscc, key]);
    if (!row) throw new Error('a filing under this key vanished');
    const items = await this.database.query<KnownItem>(KNOWN_ITEMS, [row.id]);
    const receipt: StoredReceipt = {
      id: row.id,
      requestNo: row.request_no,
      status: 'SUBMITTED',
      items: items.map(({ id, service_code, waited }) => ({
        id,
        serviceCode: service_code,
        status: waited ? 'WAITING' : 'READY',
      })),
    };
    return { bodyHash: row.body_hash, receipt };
  }
}

function endedSince(before: RequestState, { items }: RequestState): EndedItem[] {
  const open = before.items.filter((item) => !isEnded(item)).map(({ id }) => id);
  return items
    .filter((item) => isEnded(item) && open.includes(item.id))
    .map(({ id, status }) => ({ itemId: id, served: status === 'COMPLETED' }));
}

const subjectOf = ({ id, requestNo, enterprise }: RequestState): NewsSubject => ({
  requestId: id,
  requestNo,
  enterpriseUscc: enterprise.uscc,
});

function requestValues(state: RequestState, stamp: IdempotencyStamp | undefined): unknown[] {
  return [
    state.id,
    state.requestNo,
    state.enterprise.uscc,
    state.enterprise.name,
    state.regionCode,
    state.parkCode ?? null,
    state.mode,
    state.urgency,
    state.packageCode ?? null,
    state.contact.name,
    state.contact.phone,
    state.filedBy,
    state.filedAtOffice ?? null,
    state.filedAt,
    state.wantedDate ?? null,
    stamp?.key ?? null,
    stamp?.bodyHash ?? null,
  ];
}

function itemValues({ items }: RequestState): unknown[] {
  return [
    items.map((_, position) => position),
    items.map(({ id }) => id),
    items.map(({ serviceCode }) => serviceCode),
    items.map(({ domain }) => domain),
    items.map(({ chosenInstitutionId }) => chosenInstitutionId ?? null),
    items.map(({ recommendedByPlatform }) => recommendedByPlatform),
    items.map(({ form }) => JSON.stringify(form)),
  ];
}
