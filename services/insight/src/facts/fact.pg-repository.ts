import { Injectable } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import type { NodeName, RequestNews, Source, TicketFacts, TicketNews } from './fact.js';
import { FactRepository } from './fact.repository.js';

/** Travels with every statement, so that freshness commits with what it speaks of; a row each, so that no partition waits. */
const SEEN = `
  WITH seen AS (
    INSERT INTO progress AS p (topic, partition, as_of) VALUES ($1, $2, $3)
    ON CONFLICT (topic, partition) DO UPDATE SET as_of = excluded.as_of WHERE p.as_of < excluded.as_of)`;

/**
 * One statement for every ticket event. What happens once is set once known; office, due times and the stay with the
 * enterprise follow the newest version that tells of them, so that no event, however late, turns a row back.
 */
const TICKET = `${SEEN}
  INSERT INTO ticket_fact AS fact (ticket_id, version, request_id, domain, service_code, enterprise_uscc, node_code,
    node_path, institution_id, day, routed_at, accept_due_at, complete_due_at, due_version, accepted_at, accept_minutes,
    accepted_on_time, resolved_at, complete_minutes, completed_on_time, cancelled_at, returned_at, return_version,
    transfers, returns, breaches)
  VALUES ($4, $5, $6, $7, $8, $9, $10, $11, $12, $13::date, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25,
    $26, $27, $28, $29)
  ON CONFLICT (ticket_id) DO UPDATE SET
    version = greatest(fact.version, excluded.version),
    node_code = CASE WHEN excluded.version >= fact.version THEN excluded.node_code ELSE fact.node_code END,
    node_path = CASE WHEN excluded.version >= fact.version THEN excluded.node_path ELSE fact.node_path END,
    institution_id =
      CASE WHEN excluded.version >= fact.version THEN excluded.institution_id ELSE fact.institution_id END,
    accept_due_at = CASE WHEN excluded.due_version > fact.due_version THEN excluded.accept_due_at ELSE fact.accept_due_at END,
    complete_due_at =
      CASE WHEN excluded.due_version > fact.due_version THEN excluded.complete_due_at ELSE fact.complete_due_at END,
    due_version = greatest(fact.due_version, excluded.due_version),
    returned_at = CASE WHEN excluded.return_version > fact.return_version THEN excluded.returned_at ELSE fact.returned_at END,
    return_version = greatest(fact.return_version, excluded.return_version),
    day = coalesce(fact.day, excluded.day),
    routed_at = coalesce(fact.routed_at, excluded.routed_at),
    accepted_at = coalesce(fact.accepted_at, excluded.accepted_at),
    accept_minutes = coalesce(fact.accept_minutes, excluded.accept_minutes),
    accepted_on_time = coalesce(fact.accepted_on_time, excluded.accepted_on_time),
    resolved_at = coalesce(fact.resolved_at, excluded.resolved_at),
    complete_minutes = coalesce(fact.complete_minutes, excluded.complete_minutes),
    completed_on_time = coalesce(fact.completed_on_time, excluded.completed_on_time),
    cancelled_at = coalesce(fact.cancelled_at, excluded.cancelled_at),
    transfers = fact.transfers + excluded.transfers,
    returns = fact.returns + excluded.returns,
    breaches = fact.breaches + excluded.breaches`;
const REQUEST = `${SEEN}
  INSERT INTO request_fact AS fact (request_id, enterprise_uscc, region_code, filed_at, completed_at, cancelled_at, stars)
  VALUES ($4, $5, $6, $7, $8, $9, $10)
  ON CONFLICT (request_id) DO UPDATE SET
    filed_at = coalesce(fact.filed_at, excluded.filed_at),
    completed_at = coalesce(fact.completed_at, excluded.completed_at),
    cancelled_at = coalesce(fact.cancelled_at, excluded.cancelled_at),
    stars = coalesce(fact.stars, excluded.stars)`;
const NODE = `${SEEN}
  INSERT INTO node_name (code, name_zh, name_en) VALUES ($4, $5, $6)
  ON CONFLICT (code) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en`;

/** Version of a part that an event does not tell of; versions of tickets begin at 1. */
const UNTOLD = 0;

@Injectable()
export class PgFactRepository extends FactRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async ticket(facts: TicketFacts, news: TicketNews, source: Source): Promise<void> {
    await this.database.write(TICKET, [
      ...seen(source),
      facts.ticketId,
      facts.version,
      facts.requestId,
      facts.domain,
      facts.serviceCode,
      facts.enterpriseUscc,
      facts.nodeCode,
      facts.nodePath,
      facts.institutionId,
      news.day ?? null,
      news.routedAt ?? null,
      news.due?.acceptAt ?? null,
      news.due?.completeAt ?? null,
      news.due === undefined ? UNTOLD : facts.version,
      news.acceptedAt ?? null,
      news.acceptMinutes ?? null,
      news.acceptedOnTime ?? null,
      news.resolvedAt ?? null,
      news.completeMinutes ?? null,
      news.completedOnTime ?? null,
      news.cancelledAt ?? null,
      news.returnedAt ?? null,
      news.returnedAt === undefined ? UNTOLD : facts.version,
      news.transferred ? 1 : 0,
      news.returnedAt ? 1 : 0,
      news.breached ? 1 : 0,
    ]);
  }

  async request(news: RequestNews, source: Source): Promise<void> {
    await this.database.write(REQUEST, [
      ...seen(source),
      news.requestId,
      news.enterpriseUscc,
      news.regionCode,
      news.filedAt ?? null,
      news.completedAt ?? null,
      news.cancelledAt ?? null,
      news.stars ?? null,
    ]);
  }

  async node({ code, zh, en }: NodeName, source: Source): Promise<void> {
    await this.database.write(NODE, [...seen(source), code, zh, en]);
  }
}

const seen = ({ topic, partition, occurredAt }: Source): unknown[] => [topic, partition, occurredAt];
