import { Injectable, Logger } from '@nestjs/common';
import { Clock, DomainError } from '@nqi/kernel';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { HandoverRepository } from './handovers.repository.js';
import { HearProvinceHandler } from './hear-province.handler.js';
import { ProvinceLink } from './province-link.js';
import { StatusBody, wordOf } from './upwards.requests.js';

/** Of a handover nothing is heard for so long before the province is asked. */
export const SILENT_MS = 15 * 60_000;
const AT_ONCE = 50;

/** Asks the province about handovers that it has long said nothing of: callbacks get lost. */
@Injectable()
export class AskProvinceHandler {
  private readonly logger = new Logger(AskProvinceHandler.name);

  constructor(
    private readonly handovers: HandoverRepository,
    private readonly link: ProvinceLink,
    private readonly hear: HearProvinceHandler,
    private readonly clock: Clock,
  ) {}

  /** How many were asked about. Rejects when the province does not answer; it is then asked again as after silence. */
  async execute(): Promise<number> {
    const now = this.clock.now();
    const silent = await this.handovers.takeSilent(new Date(now.getTime() - SILENT_MS), now, AT_ONCE);
    if (silent.length === 0) return 0;
    const answers = await this.link.ask(silent);
    const bodies = answers.map((answer) => plainToInstance(StatusBody, answer));
    const awaited = bodies
      .filter((body) => this.isReadable(body) && silent.some(({ ticketId }) => ticketId === body.ticketId))
      .sort((a, b) => a.sequence - b.sequence);
    for (const body of awaited) await this.hearOne(body);
    return silent.length;
  }

  private isReadable(body: unknown): boolean {
    const readable = body instanceof StatusBody && validateSync(body, { whitelist: true }).length === 0;
    if (!readable) this.logger.warn('the province answered a status that cannot be read');
    return readable;
  }

  /** One that cannot be followed keeps no other from being heard. */
  private async hearOne(body: StatusBody): Promise<void> {
    const { ticketId, version, sequence, status } = body;
    const messageId = `poll/${ticketId}/${version}/${sequence}/${status}`;
    try {
      await this.hear.execute({ messageId, channel: 'POLL', word: wordOf(body) });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.logger.warn(`a status of ${ticketId} was not followed: ${error.code}`);
    }
  }
}
