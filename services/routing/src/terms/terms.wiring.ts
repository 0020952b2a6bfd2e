import { CalendarEdition, PublishedCalendar } from '../clocks/published-calendar.js';
import { TermsRepository } from '../clocks/terms.repository.js';
import { CalendarController } from './calendar.controller.js';
import { PgCalendarRepository } from './calendar.pg-repository.js';
import { CalendarRepository } from './calendar.repository.js';
import { PublishCalendarHandler } from './publish-calendar.handler.js';
import { ReadTermsQuery } from './read-terms.query.js';
import { referenceCalendar } from './reference-calendar.seed.js';
import { SeedTermsHandler } from './seed-terms.handler.js';
import { SlaPoliciesController } from './sla-policies.controller.js';
import { PgSlaPolicyRepository } from './sla-policies.pg-repository.js';
import { SlaPolicyRepository } from './sla-policies.repository.js';
import { SlaPolicyDesk } from './sla-policy-desk.handler.js';
import { PgTermsChangeRepository } from './terms-changes.pg-repository.js';
import { TermsChangeRepository } from './terms-changes.repository.js';
import { TermsKeeper } from './terms-keeper.runner.js';
import { PgTermsRepository } from './terms.pg-repository.js';

/** Older than every stored edition: what is known before the first look into the database. */
const UNREAD = 0;

/** What the routing module runs of service-level policies and the calendar. */
export const TERMS_CONTROLLERS = [CalendarController, SlaPoliciesController];

export const TERMS_PROVIDERS = [
  {
    provide: PublishedCalendar,
    useFactory: () => new PublishedCalendar(new CalendarEdition(UNREAD, referenceCalendar())),
  },
  { provide: CalendarRepository, useClass: PgCalendarRepository },
  { provide: SlaPolicyRepository, useClass: PgSlaPolicyRepository },
  { provide: TermsRepository, useClass: PgTermsRepository },
  { provide: TermsChangeRepository, useClass: PgTermsChangeRepository },
  SeedTermsHandler,
  SlaPolicyDesk,
  PublishCalendarHandler,
  ReadTermsQuery,
  TermsKeeper,
];
