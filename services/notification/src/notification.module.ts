import { Module } from '@nestjs/common';
import { OfficeMovesModule, PersonalDataModule } from '@nqi/platform';
import { JobEventsConsumer } from './happenings/job-events.consumer.js';
import { NetworkEventsConsumer } from './happenings/network-events.consumer.js';
import { DemandEventsConsumer } from './happenings/demand-events.consumer.js';
import { QuoteEventsConsumer } from './happenings/quote-events.consumer.js';
import { ReferralEventsConsumer } from './happenings/referral-events.consumer.js';
import { RequestEventsConsumer } from './happenings/request-events.consumer.js';
import { ResourceEventsConsumer } from './happenings/resource-events.consumer.js';
import { TicketEventsConsumer } from './happenings/ticket-events.consumer.js';
import { VoucherEventsConsumer } from './happenings/voucher-events.consumer.js';
import { AnnounceHandler } from './inbox/announce.handler.js';
import { InboxQuery } from './inbox/inbox.query.js';
import { MarkReadHandler } from './inbox/mark-read.handler.js';
import { NotificationRepository } from './inbox/notification.repository.js';
import { PgNotificationRepository } from './inbox/notification.pg-repository.js';
import { NotificationsController } from './inbox/notifications.controller.js';
import { OFFICE_COLUMNS } from './office-columns.js';
import { PERSONAL_DATA_PLACES } from './personal-data-places.js';

@Module({
  imports: [OfficeMovesModule.follow(OFFICE_COLUMNS), PersonalDataModule.keptIn(PERSONAL_DATA_PLACES)],
  controllers: [
    NotificationsController,
    RequestEventsConsumer,
    QuoteEventsConsumer,
    VoucherEventsConsumer,
    DemandEventsConsumer,
    TicketEventsConsumer,
    JobEventsConsumer,
    ReferralEventsConsumer,
    ResourceEventsConsumer,
    NetworkEventsConsumer,
  ],
  providers: [
    { provide: NotificationRepository, useClass: PgNotificationRepository },
    AnnounceHandler,
    InboxQuery,
    MarkReadHandler,
  ],
})
export class NotificationModule {}
