import { Injectable } from '@nestjs/common';
import {
  DEFAULT_PAGE,
  OutboundDeliveries,
  PROVINCE_TARGET,
  toPage,
  type Access,
  type Page,
  decodeTimeCursor,
} from '@nqi/platform';
import { HandoverRepository } from './handovers.repository.js';
import { ProvinceLink } from './province-link.js';
import { noSuchHandover } from './upwards.errors.js';
import { type HandoversQuery } from './upwards.requests.js';
import { UNCONNECTED_REASON, type ConnectionView, type HandoverDetailView, type HandoverView } from './upwards.view.js';
import { WaitingUpwards } from './waiting-upwards.repository.js';

/** What lies with the province, and how it was told and heard. */
@Injectable()
export class ReadHandoversQuery {
  constructor(
    private readonly handovers: HandoverRepository,
    private readonly waiting: WaitingUpwards,
    private readonly deliveries: OutboundDeliveries,
    private readonly link: ProvinceLink,
  ) {}

  async connection(): Promise<ConnectionView> {
    const { connected } = this.link;
    return { connected, ...(!connected && { reason: UNCONNECTED_REASON }), waiting: await this.waiting.count() };
  }

  async list({ limit = DEFAULT_PAGE, cursor, state }: HandoversQuery, access: Access): Promise<Page<HandoverView>> {
    const after = cursor === undefined ? undefined : decodeTimeCursor(cursor);
    const found = await this.handovers.find({ access, state, limit, after });
    return toPage(
      found,
      limit,
      ({ handedAt, id }) => [handedAt.toISOString(), id],
      (handover) => handover,
    );
  }

  async one(id: string, access: Access): Promise<HandoverDetailView> {
    const handover = await this.handovers.get(id, access);
    if (!handover) throw noSuchHandover();
    const { ticketId, version } = handover;
    const [words, messages] = await Promise.all([
      this.handovers.words(ticketId, version),
      this.deliveries.ofLane(PROVINCE_TARGET, ticketId),
    ]);
    return { ...handover, words, messages };
  }
}
