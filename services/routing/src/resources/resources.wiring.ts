import { BookingDueRunner } from './booking-due.runner.js';
import { PgBookingNews } from './booking-news.pg-repository.js';
import { BookingNews } from './booking-news.repository.js';
import { BookingStepsController } from './booking-steps.controller.js';
import { PgBookingRepository } from './booking.pg-repository.js';
import { BookingPresenter } from './booking.presenter.js';
import { BookingRepository } from './booking.repository.js';
import { BookingsController } from './bookings.controller.js';
import { CalibrationDueRunner } from './calibration-due.runner.js';
import { PgDueBookings } from './due-bookings.pg-repository.js';
import { DueBookings } from './due-bookings.repository.js';
import { PgDueCalibrations } from './due-calibrations.pg-repository.js';
import { DueCalibrations } from './due-calibrations.repository.js';
import { HandleBookingHandler } from './handle-booking.handler.js';
import { ListBookingsQuery } from './list-bookings.query.js';
import { ListResourcesQuery } from './list-resources.query.js';
import { ReadSlotsQuery } from './read-slots.query.js';
import { ReleaseBookingsHandler } from './release-bookings.handler.js';
import { RegisterResourceHandler } from './register-resource.handler.js';
import { RequestBookingHandler } from './request-booking.handler.js';
import { ResourceEditingController } from './resource-editing.controller.js';
import { PgResourceRepository } from './resource.pg-repository.js';
import { ResourceRepository } from './resource.repository.js';
import { ResourcesController } from './resources.controller.js';
import { ReviseResourceHandler } from './revise-resource.handler.js';
import { SeedResourcesHandler } from './seed-resources.handler.js';

/** What the routing module runs of shared resources. */
export const RESOURCE_CONTROLLERS = [
  ResourcesController,
  BookingsController,
  BookingStepsController,
  ResourceEditingController,
];

export const RESOURCE_PROVIDERS = [
  { provide: ResourceRepository, useClass: PgResourceRepository },
  { provide: BookingRepository, useClass: PgBookingRepository },
  { provide: DueBookings, useClass: PgDueBookings },
  BookingDueRunner,
  { provide: BookingNews, useClass: PgBookingNews },
  { provide: DueCalibrations, useClass: PgDueCalibrations },
  CalibrationDueRunner,
  BookingPresenter,
  ListResourcesQuery,
  ReadSlotsQuery,
  ListBookingsQuery,
  RequestBookingHandler,
  HandleBookingHandler,
  ReleaseBookingsHandler,
  SeedResourcesHandler,
  RegisterResourceHandler,
  ReviseResourceHandler,
];
