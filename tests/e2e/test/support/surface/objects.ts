import type { Ownership, Permission } from '@nqi/platform';
import { eventually } from '@nqi/test-kit/client';
import type { City } from '../city.js';
import { TECHNICAL, districtFilings, type Filing } from '../filings.js';
import { accept, file, ticketsOf, type Ticket } from '../work.js';

/** How an object lies to the people of WS-370481 and the enterprise ent-370481. */
export const RELATIONS = ['own', 'sibling', 'parent', 'child'] as const;
export type Relation = (typeof RELATIONS)[number];

export const KINDS = ['request', 'ticket', 'job'] as const;
export type Kind = (typeof KINDS)[number];

/** Who may know that an object of the kind exists. */
export const READING: Readonly<Record<Kind, Permission>> = {
  request: 'request.read',
  ticket: 'ticket.read',
  job: 'job.read',
};

/** One request with its ticket and job, and whose they are. */
export interface Case {
  readonly relation: Relation;
  readonly requestId: string;
  readonly itemId: string;
  readonly ticketId: string;
  readonly jobs: Readonly<Record<Domain, Job>>;
  /** Of request and tickets; a job is its institution's too. */
  readonly owner: Ownership;
}

export type Domain = (typeof TECHNICAL)[number];

const HUB = 'PROV-370000/HUB-370400';

interface Place {
  readonly enterprise: string;
  readonly regionCode: string;
  readonly parkCode?: string;
  /** Where the ticket lies in the end. */
  readonly nodePath: string;
}

const PLACES: Readonly<Record<Relation, Place>> = {
  own: { enterprise: 'ent-370481', regionCode: '370481', nodePath: `${HUB}/WS-370481` },
  sibling: { enterprise: 'ent-370402', regionCode: '370402', nodePath: `${HUB}/WS-370402` },
  parent: { enterprise: 'ent-370403', regionCode: '370403', nodePath: HUB },
  child: {
    enterprise: 'ent-370404',
    regionCode: '370481',
    parkCode: '370481901',
    nodePath: `${HUB}/WS-370481/WS-370481901`,
  },
};

/** Files, accepts and, for the parent's, hands up one request per relation, with an item of every domain. */
export async function casesOf(city: City): Promise<Case[]> {
  const cases: Case[] = [];
  for (const relation of RELATIONS) cases.push(await caseOf(city, relation));
  return cases;
}

async function caseOf(city: City, relation: Relation): Promise<Case> {
  const { enterprise, regionCode, parkCode, nodePath } = PLACES[relation];
  const filings = TECHNICAL.map((domain) => districtFilings().find((one) => one.domain === domain)?.filing as Filing);
  const filing = { ...filings[0], items: filings.flatMap(({ items }) => items), regionCode, parkCode };
  const request = await file(await city.as(enterprise), filing);
  const tickets = await ticketsOf(await city.as('dispatcher'), request);
  const jobs: Record<string, Job> = {};
  for (const ticket of tickets) {
    if (relation === 'parent') await escalate(city, ticket);
    await accept(city, { ...ticket, nodeCode: nodePath.split('/').at(-1) ?? '' });
    jobs[ticket.domain] = await jobOf(city, ticket);
  }
  const [ticket] = tickets;
  return {
    relation,
    requestId: request.id,
    itemId: ticket?.itemId ?? '',
    ticketId: ticket?.id ?? '',
    jobs: jobs as Record<Domain, Job>,
    owner: { enterpriseUscc: city.account(enterprise).organization, nodePath },
  };
}

async function escalate(city: City, { id, nodeCode }: Ticket): Promise<void> {
  const clerk = await city.as(`clerk-${nodeCode}`);
  const { status, body } = await clerk.post(`/api/v1/tickets/${id}/escalate`, { reason: '超出本站能力' });
  if (status !== 200) throw new Error(`not escalated: ${status} ${JSON.stringify(body)}`);
}

interface Job {
  readonly id: string;
  readonly institutionId: string;
  readonly actions: readonly { readonly name: string; readonly role: string }[];
}

async function jobOf(city: City, { id, domain }: Ticket): Promise<Job> {
  const overseer = await city.as('dispatcher');
  return eventually(async () => {
    const { body } = await overseer.get(`/api/v1/${domain}/jobs?ticketId=${id}`);
    expect(body.items).toHaveLength(1);
    return (await overseer.get(`/api/v1/${domain}/jobs/${body.items[0].id as string}`)).body as Job;
  }, 60_000);
}
