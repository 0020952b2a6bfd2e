import { Injectable } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type Access } from '@nqi/platform';
import { NetworkRepository } from '../network/network.repository.js';
import {
  type Candidate,
  type Decision,
  type InstitutionDecision,
  type NodeDecision,
  type RoutingInput,
} from '../rules/decision.js';
import { explain } from '../rules/explain.js';
import { type RouteOverride } from '../triage/override.js';
import { type ChoiceNote, type InstitutionOverride } from './ticket-events.js';
import { TicketListRepository, type HistoryEntry } from './ticket-list.repository.js';
import { noSuchTicket } from './ticket.errors.js';
import { TextView } from './ticket.view.js';

type OverrideEntry = (InstitutionOverride | Omit<RouteOverride, 'type'>) & {
  readonly reasonCode: 'MANUAL';
  readonly at: Date;
  readonly by: string;
};

const ANY_OBJECT = { type: 'object', additionalProperties: true } as const;

/** What the client chose, or had written down by an office. */
interface ClientChoice extends ChoiceNote {
  readonly at: Date;
  readonly by: string;
  readonly institutionId: string;
}

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

  @ApiPropertyOptional({ ...ANY_OBJECT, description: 'Why nobody can serve it, and the hub where it waits' })
  triage?: Decision['triage'];

  @ApiProperty({ type: 'array', items: ANY_OBJECT, description: 'What people put in its place, in order: MANUAL' })
  overrides!: readonly OverrideEntry[];

  @ApiProperty({ type: 'array', items: ANY_OBJECT, description: 'What the client chose, oldest first' })
  choices!: readonly ClientChoice[];
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
    const history = await this.tickets.history(id);
    return {
      ...record,
      ...decision,
      sentence,
      overrides: history.flatMap(overrideIn),
      choices: history.flatMap(choiceIn),
    };
  }
}

function overrideIn({ at, actor, event, detail }: HistoryEntry): OverrideEntry[] {
  const override = (event === 'TicketOverridden' ? detail : detail['override']) as InstitutionOverride | undefined;
  return override ? [{ ...override, reasonCode: 'MANUAL', at, by: actor }] : [];
}

function choiceIn({ event, at, actor, detail }: HistoryEntry): ClientChoice[] {
  if (event !== 'TicketInstitutionChosen') return [];
  const { institutionId, onBehalf, note } = detail as unknown as Omit<ClientChoice, 'at' | 'by'>;
  return [{ at, by: actor, institutionId, onBehalf, ...(note !== undefined && { note }) }];
}
