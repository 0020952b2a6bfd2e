import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { OutboundDeliveries } from '@nqi/platform';
import { TELL_FOR_MS, type News } from './enterprise-news.js';
import { NewsOutlet } from './news.outlet.js';

/** One delivery per webhook that wants the news, the request being its lane. */
const FAN_OUT = `
  INSERT INTO outbound_delivery (id, target, lane, type, body, created_at, next_attempt_at, give_up_at)
  SELECT gen_random_uuid(), w.id::text, n.request_id, n.type, n.body, $5, $5,
    $5::timestamptz + $6::bigint * interval '1 millisecond'
  FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])
    WITH ORDINALITY AS n (enterprise_uscc, request_id, type, body, nth)
  JOIN webhook w ON w.enterprise_uscc = n.enterprise_uscc AND w.ended_at IS NULL AND n.type = ANY(w.events)
  ORDER BY n.nth`;

@Injectable()
export class PgNewsOutlet extends NewsOutlet {
  constructor(
    private readonly database: Database,
    private readonly deliveries: OutboundDeliveries,
    private readonly clock: Clock,
  ) {
    super();
  }

  async tell(news: readonly News[]): Promise<void> {
    if (news.length === 0) return;
    const added = await this.database.write(FAN_OUT, [
      news.map(({ enterpriseUscc }) => enterpriseUscc),
      news.map(({ requestId }) => requestId),
      news.map(({ type }) => type),
      news.map(({ body }) => body),
      this.clock.now(),
      TELL_FOR_MS,
    ]);
    if (added > 0) this.deliveries.wake();
  }
}
