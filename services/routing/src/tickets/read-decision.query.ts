import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { type Access } from '@nqi/platform';
import { NetworkRepository } from '../network/network.repository.js';
import { type Candidate, type InstitutionDecision, type NodeDecision, type RoutingInput } from '../rules/decision.js';
import { explain } from '../rules/explain.js';
import { type InstitutionOverride } from './ticket-events.js';
import { TicketListRepository, type HistoryEntry } from './ticket-list.repository.js';
import { noSuchTicket } from './ticket.errors.js';
import { TextView } from './ticket.view.js';

const ANY_OBJECT = { type: 'object', additionalProperties: true } as const;

/** The routing receipt: who was considered, how each filter judged, what counted, and what people changed since. */
export class DecisionView {
  @ApiProperty({ format: 'uuid' })
  ticketId!: string;

  @ApiProperty()
  ticketNo!: string;

  @ApiProperty()
  decidedAt!: Date;

  @ApiProperty({ description: 'Version of the rules' })
  ruleSet!: string;

  @ApiProperty({ description: 'Version of the service system' })
  networkVersion!: number;

  @ApiProperty({ description: 'SHA-256 over rules, network version, input and facts of the candidates' })
  inputHash!: string;

  @ApiProperty({ description: 'What the applicant is told: the decision in plain words' })
  sentence!: TextView;

  @ApiProperty(ANY_OBJECT)
  input!: RoutingInput;

  @ApiProperty({ ...ANY_OBJECT, description: 'The office and why' })
  node!: NodeDecision;

  @ApiProperty({ ...ANY_OBJECT, description: 'The institution, who chose it, and the pools that were asked' })
  institution!: InstitutionDecision;

  @ApiProperty({ type: 'array', items: ANY_OBJECT })
  candidates!: readonly Candidate[];

  @ApiProperty({ type: 'array', items: ANY_OBJECT, description: 'Institutions that people put in its place' })
  overrides!: readonly (InstitutionOverride & { at: Date; by: string })[];
}

@Injectable()
export class ReadDecisionQuery {
  constructor(
    private readonly tickets: TicketListRepository,
    private readonly networks: NetworkRepository,
  ) {}

  async execute(id: string, access: Access): Promise<DecisionView> {
    const stored = await this.tickets.decision(id, access);
    if (!stored) throw noSuchTicket(id);
    const { decision, ...record } = stored;
    const network = await this.networks.lastSeen();
    const { code } = decision.node;
    const sentence = explain(decision, network.node(code)?.name ?? { zh: code, en: code });
    return { ...record, ...decision, sentence, overrides: (await this.tickets.history(id)).flatMap(overrideIn) };
  }
}

function overrideIn({ at, actor, detail }: HistoryEntry): (InstitutionOverride & { at: Date; by: string })[] {
  const override = detail['override'] as InstitutionOverride | undefined;
  return override ? [{ ...override, at, by: actor }] : [];
}
