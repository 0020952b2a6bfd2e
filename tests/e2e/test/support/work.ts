import { eventually, type HttpClient } from '@nqi/test-kit/client';
import type { City } from './city.js';

export interface FiledRequest {
  readonly id: string;
  readonly requestNo: string;
  readonly items: readonly { id: string; serviceCode: string; status: string }[];
}

export interface Ticket {
  readonly id: string;
  readonly itemId: string;
  readonly requestId: string;
  readonly nodeCode: string;
  readonly status: string;
  readonly domain: string;
  readonly institutionId?: string;
}

const STEPS_AT_MOST = 25;

/** Files as an enterprise; fails with the answer when it is not taken. */
export async function file(client: HttpClient, filing: unknown, key?: string): Promise<FiledRequest> {
  const { status, body } = await client.post('/api/v1/requests', filing, key ? { 'idempotency-key': key } : {});
  if (status !== 201) throw new Error(`not filed: ${status} ${JSON.stringify(body)}`);
  return body as FiledRequest;
}

/** Tickets of a request, once each of its items has one. */
export function ticketsOf(client: HttpClient, request: FiledRequest): Promise<Ticket[]> {
  return eventually(async () => {
    const { body } = await client.get(`/api/v1/tickets?requestId=${request.id}`);
    const tickets = body.items as Ticket[];
    expect(tickets.map(({ itemId }) => itemId).sort()).toEqual(request.items.map(({ id }) => id).sort());
    return tickets;
  }, 60_000);
}

/** The clerk of the ticket's own office takes it. */
export async function accept(city: City, ticket: Ticket): Promise<void> {
  const clerk = await city.as(`clerk-${ticket.nodeCode}`);
  const { status, body } = await clerk.post(`/api/v1/tickets/${ticket.id}/accept`);
  if (status !== 200) throw new Error(`not accepted: ${status} ${JSON.stringify(body)}`);
}

/**
 * Works a ticket's job to its end as the people of its institution, and the enterprise where it is its turn, would:
 * always the first action that the job offers and its own example of a body.
 */
export async function workToTheEnd(city: City, ticket: Ticket, enterprise: string): Promise<void> {
  const path = `/api/v1/${ticket.domain}/jobs`;
  const overseer = await city.as('dispatcher');
  const jobId = await eventually(async () => {
    const { body } = await overseer.get(`${path}?ticketId=${ticket.id}`);
    expect(body.items).toHaveLength(1);
    return body.items[0].id as string;
  }, 60_000);

  for (let step = 0; step < STEPS_AT_MOST; step += 1) {
    const { body: job } = await overseer.get(`${path}/${jobId}`);
    if (job.closedAt) return;
    const action = job.actions[0];
    if (!action) throw new Error(`${ticket.domain} job ${job.jobNo} stands in ${job.status} without an action`);
    const actor = action.role === 'client' ? enterprise : `${action.role}-${job.institutionId}`;
    const answer = await (await city.as(actor)).post(`${path}/${jobId}/${action.name}`, action.schema.examples[0]);
    if (answer.status !== 200) {
      throw new Error(`${ticket.domain} ${action.name}: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
  }
  throw new Error(`${ticket.domain} job ${jobId} is not done after ${STEPS_AT_MOST} steps`);
}

/** Waits until the enterprise sees its request completed, and returns it. */
export function completed(client: HttpClient, request: FiledRequest) {
  return eventually(async () => {
    const { body } = await client.get(`/api/v1/requests/${request.id}`);
    expect({ no: request.requestNo, status: body.status as string }).toEqual({
      no: request.requestNo,
      status: 'COMPLETED',
    });
    return body;
  }, 60_000);
}
