import { Injectable } from '@nestjs/common';
import { passesByHand } from '../rules/eligibility.js';
import { ChangeTicketHandler, type TicketTarget } from '../tickets/change-ticket.handler.js';
import { InstitutionCheck, type InstitutionJudge } from '../tickets/institution-check.query.js';
import { assertServes } from '../tickets/office-by-hand.js';
import { type TicketRecord } from '../tickets/ticket-state.js';
import { type OverrideTo } from './override.js';
import { notInTriage } from './triage.errors.js';

export interface OverrideTicket {
  readonly target: TicketTarget;
  readonly nodeCode?: string;
  readonly institutionId?: string;
  readonly reason: string;
}

/** A person decides instead of the router (人工派单); the law's filters hold for people too. */
@Injectable()
export class OverrideTicketHandler {
  constructor(
    private readonly changes: ChangeTicketHandler,
    private readonly institutions: InstitutionCheck,
  ) {}

  /** `placing` only takes tickets that wait in triage. */
  async execute({ target, reason, ...wish }: OverrideTicket, placing: boolean): Promise<TicketRecord> {
    const judge = await this.institutions.asOfNow();
    return this.changes.execute(target, (ticket, act) => {
      const record = ticket.snapshot();
      if (placing && record.triage === undefined) throw notInTriage(record.id);
      ticket.override(act, placeFor(record, wish, judge), reason);
    });
  }
}

function placeFor(
  record: TicketRecord,
  { nodeCode, institutionId }: Pick<OverrideTicket, 'nodeCode' | 'institutionId'>,
  judge: InstitutionJudge,
): OverrideTo {
  const office = nodeCode === undefined ? undefined : judge.network.requireNode(nodeCode, '/nodeCode');
  if (office) assertServes(office, record, judge.rules);
  if (institutionId === undefined) return { ...(office && { office }) };
  const institution = judge.require(record, institutionId, passesByHand, true, office?.path);
  return { ...(office && { office }), institution };
}
