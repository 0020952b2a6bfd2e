import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { OutboundDeliveries, PROVINCE_TARGET } from '@nqi/platform';
import type { TicketEvent } from '../tickets/ticket-events.js';
import type { TicketRecord } from '../tickets/ticket-state.js';
import { upwardNews } from './handover.js';
import { TELL_PROVINCE_FOR_MS, upwardMessage } from './upward-message.js';
import { UpwardOutlet } from './upward.outlet.js';

const OPEN = `INSERT INTO province_handover (id, ticket_id, version, handed_at) VALUES ($1, $2, $3, $4)`;
const CLOSE = `UPDATE province_handover SET state = $2, ended_at = $3 WHERE ticket_id = $1 AND state = 'OPEN'`;
const VERSION = `SELECT version FROM province_handover WHERE ticket_id = $1 AND state = 'OPEN'`;

@Injectable()
export class PgUpwardOutlet extends UpwardOutlet {
  constructor(
    private readonly database: Database,
    private readonly deliveries: OutboundDeliveries,
    private readonly clock: Clock,
  ) {
    super();
  }

  async tell(was: TicketRecord, now: TicketRecord, events: readonly TicketEvent[]): Promise<void> {
    const { becomes, tell } = upwardNews(was, now, events);
    const at = this.clock.now();
    if (becomes === 'OPEN') await this.database.write(OPEN, [newId(), now.id, now.version, now.handedUpAt]);
    if (tell) {
      const [handover] = await this.database.query<{ version: number }>(VERSION, [now.id]);
      const message = upwardMessage(tell, now, handover?.version ?? now.version, at);
      await this.deliveries.add([
        {
          id: newId(),
          target: PROVINCE_TARGET,
          lane: now.id,
          type: tell,
          body: JSON.stringify(message),
          tryForMs: TELL_PROVINCE_FOR_MS,
        },
      ]);
    }
    if (becomes && becomes !== 'OPEN') await this.database.write(CLOSE, [now.id, becomes, at]);
  }
}
