import { Injectable } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import type { NodeName, RequestNews, TicketFacts, TicketNews } from './fact.js';
import { FactRepository } from './fact.repository.js';

/**
 * One statement for every ticket event. Times are set once known; status, office and institution follow the newest
 * version, so that an event replayed from the dead letters long after cannot turn a row back.
 */
const TICKET = `
  INSERT INTO ticket_fact AS fact (ticket_id, version, request_id, domain, service_code, enterprise_uscc, node_code,
    node_path, institution_id, status, day, routed_at, accept_due_at, complete_due_at, accepted_at, accept_minutes,
    accepted_on_time, resolved_at, complete_minutes, completed_on_time, transfers, returns, breaches, seen_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, coalesce($10, 'WAITING'), $11::date, $12, $13, $14, $15, $16, $17, $18, $19,
    $20, $21, $22, $23, $24)
  ON CONFLICT (ticket_id) DO UPDATE SET
    status = CASE
      WHEN $2 < fact.version THEN fact.status
      WHEN $10 = 'RESUMED' THEN CASE WHEN fact.accepted_at IS NULL THEN 'WAITING' ELSE 'ACCEPTED' END
      ELSE coalesce($10, fact.status)
    END,
    node_code = CASE WHEN $2 >= fact.version THEN excluded.node_code ELSE fact.node_code END,
    node_path = CASE WHEN $2 >= fact.version THEN excluded.node_path ELSE fact.node_path END,
    institution_id = CASE WHEN $2 >= fact.version THEN excluded.institution_id ELSE fact.institution_id END,
    accept_due_at = CASE WHEN $2 >= fact.version THEN coalesce($13, fact.accept_due_at) ELSE fact.accept_due_at END,
    complete_due_at = CASE WHEN $2 >= fact.version THEN coalesce($14, fact.complete_due_at) ELSE fact.complete_due_at END,
    version = greatest(fact.version, excluded.version),
    day = coalesce(fact.day, excluded.day),
    routed_at = coalesce(fact.routed_at, excluded.routed_at),
    accepted_at = coalesce(fact.accepted_at, excluded.accepted_at),
    accept_minutes = coalesce(fact.accept_minutes, excluded.accept_minutes),
    accepted_on_time = coalesce(fact.accepted_on_time, excluded.accepted_on_time),
    resolved_at = coalesce(fact.resolved_at, excluded.resolved_at),
    complete_minutes = coalesce(fact.complete_minutes, excluded.complete_minutes),
    completed_on_time = coalesce(fact.completed_on_time, excluded.completed_on_time),
    transfers = fact.transfers + excluded.transfers,
    returns = fact.returns + excluded.returns,
    breaches = fact.breaches + excluded.breaches,
    seen_at = greatest(fact.seen_at, excluded.seen_at)`;
const REQUEST = `
  INSERT INTO request_fact AS fact (request_id, enterprise_uscc, region_code, filed_at, completed_at, cancelled_at, stars)
  VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (request_id) DO UPDATE SET
    filed_at = coalesce(fact.filed_at, excluded.filed_at),
    completed_at = coalesce(fact.completed_at, excluded.completed_at),
    cancelled_at = coalesce(fact.cancelled_at, excluded.cancelled_at),
    stars = coalesce(fact.stars, excluded.stars)`;
const NODE = `
  INSERT INTO node_name (code, name_zh, name_en) VALUES ($1, $2, $3)
  ON CONFLICT (code) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en`;

@Injectable()
export class PgFactRepository extends FactRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async ticket(facts: TicketFacts, news: TicketNews, seenAt: Date): Promise<void> {
    await this.database.write(TICKET, [
      facts.ticketId,
      facts.version,
      facts.requestId,
      facts.domain,
      facts.serviceCode,
      facts.enterpriseUscc,
      facts.nodeCode,
      facts.nodePath,
      facts.institutionId,
      news.status ?? null,
      news.day ?? null,
      news.routedAt ?? null,
      news.acceptDueAt ?? null,
      news.completeDueAt ?? null,
      news.acceptedAt ?? null,
      news.acceptMinutes ?? null,
      news.acceptedOnTime ?? null,
      news.resolvedAt ?? null,
      news.completeMinutes ?? null,
      news.completedOnTime ?? null,
      news.transferred ? 1 : 0,
      news.returned ? 1 : 0,
      news.breached ? 1 : 0,
      seenAt,
    ]);
  }

  async request(news: RequestNews): Promise<void> {
    await this.database.write(REQUEST, [
      news.requestId,
      news.enterpriseUscc,
      news.regionCode,
      news.filedAt ?? null,
      news.completedAt ?? null,
      news.cancelledAt ?? null,
      news.stars ?? null,
    ]);
  }

  async node({ code, zh, en }: NodeName): Promise<void> {
    await this.database.write(NODE, [code, zh, en]);
  }
}
