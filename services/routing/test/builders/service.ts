import { TOPICS } from '@nqi/contracts';
import { TestService, eventually, staffOf, type HttpClient, type TestServiceOptions } from '@nqi/test-kit';
import type { Role } from '@nqi/platform';
import { definition } from '../../src/definition.js';
import { ready, type Item } from './events.js';

export const HUB = 'PROV-370000/HUB-370400';
export const COUNTY = `${HUB}/WS-370481`;
export const PARK = `${COUNTY}/WS-370481901`;
export const SHIZHONG = `${HUB}/WS-370402`;

/** The routing service as its neighbours and its users meet it. */
export class TestRouting {
  private constructor(readonly service: TestService) {}

  static async start(options: TestServiceOptions = {}): Promise<TestRouting> {
    return new TestRouting(await TestService.start(definition, options));
  }

  stop(): Promise<void> {
    return this.service.stop();
  }

  as(nodePath: string, role: Role = 'clerk', username?: string): Promise<HttpClient> {
    return this.service.as(staffOf(nodePath, role, username === undefined ? {} : { username }));
  }

  /** Publishes items and waits until each has its ticket; answers the tickets' ids in the same order. */
  async route(...items: readonly Item[]): Promise<string[]> {
    await this.service.kafka.publishAll(items.map((item) => ready(item)));
    return Promise.all(items.map(({ itemId }) => this.ticketOf(itemId)));
  }

  async ticketOf(itemId: string): Promise<string> {
    return eventually(async () => {
      const rows = await this.service.query<{ id: string }>('SELECT id FROM ticket WHERE item_id = $1', [itemId]);
      if (!rows[0]) throw new Error(`item ${itemId} has no ticket yet`);
      return rows[0].id;
    });
  }

  async status(ticketId: string): Promise<string | undefined> {
    const [row] = await this.service.query<{ status: string }>('SELECT status FROM ticket WHERE id = $1', [ticketId]);
    return row?.status;
  }

  async reaches(ticketId: string, status: string): Promise<void> {
    await eventually(async () => expect(await this.status(ticketId)).toBe(status));
  }

  /** Waits until every event published so far is handled. */
  async caughtUp(): Promise<void> {
    await eventually(async () => expect((await this.service.lag()).total).toBe(0));
  }

  /** What the history says of a ticket, oldest first. */
  async events(ticketId: string): Promise<string[]> {
    const rows = await this.service.query<{ event: string }>(
      'SELECT event FROM ticket_history WHERE ticket_id = $1 ORDER BY version',
      [ticketId],
    );
    return rows.map(({ event }) => event);
  }

  watchTickets() {
    return this.service.kafka.watch(TOPICS.ticket.name);
  }
}
