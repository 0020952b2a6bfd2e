import assert from 'node:assert/strict';
import { TOPICS } from '@nqi/contracts';
import type { TechnicalDomain } from '@nqi/kernel';
import type { ServiceDefinition } from '@nqi/platform';
import { eventually } from './eventually.js';
import type { HttpClient } from './http-client.js';
import type { SeenEvent } from './kafka-probe.js';
import { anEnterprise, staffOfInstitution } from './principals.js';
import { TestService } from './test-service.js';
import { USCC, accepted, type TicketFacts } from './ticket-events.js';

/** Who works a job: three people of the institution, and the enterprise itself. */
export type Hands = Record<'technician' | 'reviewer' | 'approver' | 'client', HttpClient>;

type Body = any; // eslint-disable-line @typescript-eslint/no-explicit-any -- a test reads and changes what it likes

/** A running domain service with everybody who works its jobs. */
export class JobDesk {
  private constructor(
    readonly service: TestService,
    readonly events: readonly SeenEvent[],
    readonly hands: Hands,
    private readonly jobs: string,
  ) {}

  static async start(definition: ServiceDefinition, domain: TechnicalDomain, institutionId: string): Promise<JobDesk> {
    const service = await TestService.start(definition);
    const events = await service.kafka.watch(TOPICS[`${domain}Job`].name);
    const staff = (role: 'technician' | 'reviewer' | 'approver', username: string) =>
      service.as(staffOfInstitution(institutionId, role, { username, displayName: username }));
    const hands = {
      technician: await staff('technician', 'zhang'),
      reviewer: await staff('reviewer', 'li'),
      approver: await staff('approver', 'wang'),
      client: await service.as(anEnterprise(USCC)),
    };
    return new JobDesk(service, events, hands, `/api/v1/${domain}/jobs`);
  }

  stop(): Promise<void> {
    return this.service.stop();
  }

  /** Publishes the acceptance of a ticket and waits for the job that it opens. */
  async opened(ticket: TicketFacts, form: unknown, mode?: string): Promise<string> {
    await this.service.kafka.publish(accepted(ticket, form, mode));
    return eventually(async () => {
      const { body } = await this.hands.client.get(`${this.jobs}?ticketId=${ticket.ticketId}`);
      assert.equal(body.items.length, 1);
      return body.items[0].id as string;
    });
  }

  /** The job as its enterprise sees it. */
  async job(jobId: string): Promise<Body> {
    return (await this.hands.client.get(`${this.jobs}/${jobId}`)).body;
  }

  /** Performs a step, the job's next unless named, with the example that its schema carries. */
  async step(jobId: string, change: (body: Body) => void = () => undefined, named?: string): Promise<string> {
    const { actions } = await this.job(jobId);
    const action = named ? actions.find(({ name }: { name: string }) => name === named) : actions[0];
    const body = structuredClone(action.schema.examples[0]) as Body;
    change(body);
    const answer = await this.hands[action.role as keyof Hands].post(`${this.jobs}/${jobId}/${action.name}`, body);
    assert.deepEqual([answer.status, answer.body.type], [200, undefined]);
    return action.name as string;
  }

  async stepUntil(jobId: string, status: string): Promise<void> {
    while ((await this.job(jobId)).status !== status) await this.step(jobId);
  }

  /** Works the job to its end and tells the steps that it took. */
  async toTheEnd(jobId: string): Promise<string[]> {
    const names: string[] = [];
    while (!(await this.job(jobId)).closedAt) names.push(await this.step(jobId));
    return names;
  }

  /** What was told of the job, by the bare names of the events. */
  typesOf(jobId: string): (string | undefined)[] {
    return this.events.filter(({ key }) => key === jobId).map(({ type }) => type.split('.').at(-1));
  }
}
