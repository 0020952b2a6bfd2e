import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { DemandAdvancedSchema, fromTimestamp, type DemandAdvanced } from '@nqi/contracts';
import { EventContext, OnEvent } from '@nqi/messaging';
import { AnnounceHandler } from '../inbox/announce.handler.js';
import { promised } from './envelope.js';
import { ofRequest } from './request-happening.js';
import { wallClock } from './wall-clock.js';

/** The hub hears of new demands and of answers, the enterprise of proposals. */
@Controller()
export class DemandEventsConsumer {
  constructor(private readonly announce: AnnounceHandler) {}

  @OnEvent(DemandAdvancedSchema)
  advanced(@Payload() event: DemandAdvanced, @Ctx() { event: envelope }: EventContext): Promise<void> {
    const { request, demand, step, note, dueAt } = event;
    const type = TELLINGS[step];
    if (type === undefined) return Promise.resolve();
    const { nodePath } = promised(demand, 'demand');
    const due = dueAt ? wallClock(fromTimestamp(dueAt)) : '';
    const happening = ofRequest(request, envelope, { note, due, enterprise: request?.enterpriseName ?? '' });
    return this.announce.execute({ ...happening, type, parties: { ...happening.parties, office: nodePath } });
  }
}

/** Steps that somebody hears of. A demand that comes to nothing cancels its request, which tells the enterprise. */
const TELLINGS: Readonly<Record<string, string>> = {
  open: 'DemandOpened',
  propose: 'DemandProposed',
  remind: 'DemandReminded',
  confirm: 'DemandConfirmed',
  decline: 'DemandDeclined',
  overdue: 'DemandOverdue',
};
