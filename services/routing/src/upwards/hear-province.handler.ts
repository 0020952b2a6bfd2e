import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { failpoint } from '@nqi/messaging';
import { Database } from '@nqi/persistence';
import { NetworkRepository } from '../network/network.repository.js';
import { PROVINCE } from '../tickets/ticket-state.js';
import { TicketRepository } from '../tickets/ticket.repository.js';
import { HandoverRepository, type HeardWord } from './handovers.repository.js';
import { follow, judge, type ProvinceWord, type WordOutcome } from './province-word.js';
import { noReason, nothingMissing } from './upwards.errors.js';

/** The province says how a ticket stands; each word is kept, and the next one of its handover is followed, once. */
@Injectable()
export class HearProvinceHandler {
  constructor(
    private readonly database: Database,
    private readonly handovers: HandoverRepository,
    private readonly tickets: TicketRepository,
    private readonly networks: NetworkRepository,
    private readonly clock: Clock,
  ) {}

  /** Throws `invalid` for a word that lacks what its status needs, `not_found` for a ticket that is none. */
  async execute(heard: HeardWord): Promise<WordOutcome> {
    const { word } = heard;
    assertWhole(word);
    const now = this.clock.now();
    const { nodes } = await this.networks.current();
    return this.database.transaction(async () => {
      const handover = await this.handovers.lock(word.ticketId, word.version);
      const before = await this.handovers.keep(heard, now);
      if (before) return before;
      let outcome = judge(handover, word);
      if (handover && outcome === 'FOLLOWED') {
        const at = between(handover.handedAt, word.at, now);
        await this.tickets.update(word.ticketId, (ticket) => {
          const hub = nodes.find(
            ({ level, path }) => level === 'CITY' && path.startsWith(`${ticket.snapshot().nodePath}/`),
          );
          if (!hub) throw new Error('the province has no city under it');
          outcome = follow(ticket, word, { actor: PROVINCE, at }, hub);
        });
      }
      await this.handovers.settle(heard, handover, outcome, now);
      failpoint('routing.heard-before-commit');
      return outcome;
    });
  }
}

function assertWhole({ status, missing = [], reason = '' }: ProvinceWord): void {
  if (status === 'RETURNED' && missing.length === 0) throw nothingMissing();
  if (status === 'REFUSED' && reason === '') throw noReason();
}

/** When it was done by the province's clock, as far as ours can believe it. */
function between(earliest: Date, said: Date, latest: Date): Date {
  return said < earliest ? earliest : said > latest ? latest : said;
}
