import { Module } from '@nestjs/common';
import { CONTACT_PROVIDERS, OfficeMovesModule, PersonalDataModule } from '@nqi/platform';
import { WorkingCalendar } from '@nqi/kernel';
import { workingCalendarData } from '@nqi/reference-data';
import { OfficeCalendar } from './calendar/office-calendar.js';
import { CATALOGUE_CONTROLLERS, CATALOGUE_PROVIDERS } from './catalogue/catalogue.wiring.js';
import { DEMAND_CONTROLLERS, DEMAND_PROVIDERS } from './demands/demands.wiring.js';
import { BATCH_CONTROLLERS, BATCH_PROVIDERS } from './batch/batch.wiring.js';
import { DRAFT_CONTROLLERS, DRAFT_PROVIDERS } from './drafts/drafts.wiring.js';
import { CONNECTION_CONTROLLERS, CONNECTION_PROVIDERS } from './connections/connections.wiring.js';
import { PgEnterpriseRepository } from './enterprises/enterprise.pg-repository.js';
import { EnterpriseRepository } from './enterprises/enterprise.repository.js';
import { FindEnterpriseQuery } from './enterprises/find-enterprise.query.js';
import { KeepEnterpriseHandler } from './enterprises/keep-enterprise.handler.js';
import { OrganizationEventsConsumer } from './enterprises/organization-events.consumer.js';
import { OFFICE_COLUMNS } from './office-columns.js';
import { PERSONAL_DATA_PLACES } from './personal-data-places.js';
import { MATERIAL_CONTROLLERS, MATERIAL_PROVIDERS } from './materials/materials.wiring.js';
import { FollowJobHandler } from './progress/follow-job.handler.js';
import { FollowTicketHandler } from './progress/follow-ticket.handler.js';
import { JobEventsConsumer } from './progress/job-events.consumer.js';
import { PgJobProgressRepository } from './progress/job-progress.pg-repository.js';
import { JobProgressRepository } from './progress/job-progress.repository.js';
import { ProgressAnnouncer } from './progress/progress.announcer.js';
import { RedisProgressAnnouncer } from './progress/progress.redis-announcer.js';
import { SplitItemHandler } from './progress/split-item.handler.js';
import { TicketEventsConsumer } from './progress/ticket-events.consumer.js';
import { QUOTE_CONTROLLERS, QUOTE_PROVIDERS } from './quotes/quotes.wiring.js';
import { RECTIFICATION_CONTROLLERS, RECTIFICATION_PROVIDERS } from './rectifications/rectifications.wiring.js';
import { ApplicantQuery } from './requests/applicant.query.js';
import { CancelRequestHandler } from './requests/cancel-request.handler.js';
import { CorrectItemHandler } from './requests/correct-item.handler.js';
import { FileRequestHandler } from './requests/file-request.handler.js';
import { FilingBodyPipe } from './requests/filing-body.pipe.js';
import { FilingValidator } from './requests/filing.validator.js';
import { FindRequestQuery } from './requests/find-request.query.js';
import { ListRequestsQuery } from './requests/list-requests.query.js';
import { RateRequestHandler } from './requests/rate-request.handler.js';
import { RequestChangesController } from './requests/request-changes.controller.js';
import { PgRequestReads } from './requests/request-reads.pg-repository.js';
import { RequestReads } from './requests/request-reads.repository.js';
import { PgRequestRepository } from './requests/request.pg-repository.js';
import { RequestRepository } from './requests/request.repository.js';
import { RequestsController } from './requests/requests.controller.js';
import { RequestContactController } from './requests/request-contact.controller.js';
import { ViewContactHandler } from './requests/view-contact.handler.js';
import { ShowRequest } from './requests/show-request.query.js';
import { TimelineQuery } from './requests/timeline.query.js';
import { TRACKING_CONTROLLERS, TRACKING_PROVIDERS } from './tracking/tracking.wiring.js';
import { TRAINING_CONTROLLERS, TRAINING_PROVIDERS } from './trainings/trainings.wiring.js';
import { VOUCHER_CONTROLLERS, VOUCHER_PROVIDERS } from './vouchers/vouchers.wiring.js';

@Module({
  imports: [OfficeMovesModule.follow(OFFICE_COLUMNS), PersonalDataModule.keptIn(PERSONAL_DATA_PLACES)],
  controllers: [
    ...CATALOGUE_CONTROLLERS,
    RequestsController,
    RequestChangesController,
    ...RECTIFICATION_CONTROLLERS,
    ...QUOTE_CONTROLLERS,
    ...VOUCHER_CONTROLLERS,
    ...TRACKING_CONTROLLERS,
    ...TRAINING_CONTROLLERS,
    ...BATCH_CONTROLLERS,
    ...DEMAND_CONTROLLERS,
    ...DRAFT_CONTROLLERS,
    ...CONNECTION_CONTROLLERS,
    ...MATERIAL_CONTROLLERS,
    RequestContactController,
    OrganizationEventsConsumer,
    TicketEventsConsumer,
    JobEventsConsumer,
  ],
  providers: [
    ...CATALOGUE_PROVIDERS,

    { provide: EnterpriseRepository, useClass: PgEnterpriseRepository },
    FindEnterpriseQuery,
    KeepEnterpriseHandler,

    { provide: RequestRepository, useClass: PgRequestRepository },
    { provide: RequestReads, useClass: PgRequestReads },
    FilingBodyPipe,
    FilingValidator,
    ApplicantQuery,
    FileRequestHandler,
    CancelRequestHandler,
    CorrectItemHandler,
    RateRequestHandler,
    FindRequestQuery,
    ListRequestsQuery,
    TimelineQuery,
    ShowRequest,
    ViewContactHandler,
    ...CONTACT_PROVIDERS,

    { provide: OfficeCalendar, useFactory: () => new OfficeCalendar(new WorkingCalendar(workingCalendarData())) },
    ...RECTIFICATION_PROVIDERS,
    ...QUOTE_PROVIDERS,
    ...VOUCHER_PROVIDERS,
    ...TRACKING_PROVIDERS,
    ...TRAINING_PROVIDERS,
    ...BATCH_PROVIDERS,
    ...DEMAND_PROVIDERS,
    ...DRAFT_PROVIDERS,
    ...CONNECTION_PROVIDERS,
    ...MATERIAL_PROVIDERS,

    { provide: JobProgressRepository, useClass: PgJobProgressRepository },
    { provide: ProgressAnnouncer, useClass: RedisProgressAnnouncer },
    FollowTicketHandler,
    SplitItemHandler,
    FollowJobHandler,
  ],
})
export class IntakeModule {}
