import type { TicketRecord } from '../tickets/ticket-state.js';
import type { UpwardType } from './handover.js';
import { minimalForm } from './minimal-form.js';

/** The province is away for days rather than hours; what it was not told by then a person sends again. */
export const TELL_PROVINCE_FOR_MS = 30 * 24 * 3_600_000;

/** What the province is told of a ticket: `ticketId` and `version` name the handover in every message about it. */
export interface UpwardMessage {
  readonly type: UpwardType;
  readonly timestamp: string;
  readonly data: {
    readonly ticketId: string;
    readonly version: number;
    /** Of the ticket after what is told; rises from message to message. */
    readonly ticketVersion: number;
    readonly ticketNo: string;
    readonly requestNo: string;
    readonly cityNode: string;
    readonly serviceCode: string;
    readonly serviceName: { readonly zh: string; readonly en: string };
    readonly domain: string;
    readonly enterprise: { readonly uscc: string; readonly name: string };
    readonly regionCode: string;
    readonly parkCode?: string;
    readonly urgency: string;
    readonly mode: string;
    readonly filedAt: string;
    readonly completeDueAt: string;
    /** Without what speaks of people; absent of a withdrawal. */
    readonly form?: unknown;
  };
}

/** The people behind a filing stay with the city: the province asks through a return, and answers through a status. */
export function upwardMessage(type: UpwardType, ticket: TicketRecord, version: number, at: Date): UpwardMessage {
  const { id, ticketNo, requestNo, serviceCode, serviceName, domain, enterprise } = ticket;
  const { regionCode, parkCode, urgency, mode, filedAt, completeDueAt, formJson } = ticket;
  return {
    type,
    timestamp: at.toISOString(),
    data: {
      ticketId: id,
      version,
      ticketVersion: ticket.version,
      ticketNo,
      requestNo,
      cityNode: ticket.nodeCode,
      serviceCode,
      serviceName,
      domain,
      enterprise: { uscc: enterprise.uscc, name: enterprise.name },
      regionCode,
      ...(parkCode !== undefined && { parkCode }),
      urgency,
      mode,
      filedAt: filedAt.toISOString(),
      completeDueAt: completeDueAt.toISOString(),
      ...(type !== 'ticket.withdrawn' && { form: minimalForm(JSON.parse(formJson)) }),
    },
  };
}
