import { Clock } from '@nqi/kernel';
import {
  OutboundDeliveries,
  OutboundSender,
  OutboundTargets,
  ProvinceConnection,
  ProvinceTargets,
} from '@nqi/platform';
import { AskProvinceHandler } from './ask-province.handler.js';
import { AskProvinceRunner } from './ask-province.runner.js';
import { HandUpRunner } from './hand-up.runner.js';
import { PgHandoverRepository } from './handovers.pg-repository.js';
import { HandoverRepository } from './handovers.repository.js';
import { HearProvinceHandler } from './hear-province.handler.js';
import { HttpProvinceLink } from './province-link.http-adapter.js';
import { ProvinceLink } from './province-link.js';
import { ReadHandoversQuery } from './read-handovers.query.js';
import { ResendHandler } from './resend.handler.js';
import { SignedBodies } from './signed-bodies.adapter.js';
import { StatusesController } from './statuses.controller.js';
import { UpwardOutlet } from './upward.outlet.js';
import { PgUpwardOutlet } from './upward.pg-outlet.js';
import { UpwardsController } from './upwards.controller.js';
import { PgWaitingUpwards } from './waiting-upwards.pg-repository.js';
import { WaitingUpwards } from './waiting-upwards.repository.js';

/** What the routing module runs towards the platform of the province. */
export const UPWARD_CONTROLLERS = [StatusesController, UpwardsController];

const CONNECTION = Symbol('ProvinceConnection');

export const UPWARD_PROVIDERS = [
  { provide: CONNECTION, useFactory: () => ProvinceConnection.read() },
  {
    provide: ProvinceLink,
    useFactory: (connection: ProvinceConnection | undefined, clock: Clock) => new HttpProvinceLink(connection, clock),
    inject: [CONNECTION, Clock],
  },
  {
    provide: OutboundTargets,
    useFactory: (connection: ProvinceConnection | undefined) => new ProvinceTargets(connection, 'tickets'),
    inject: [CONNECTION],
  },
  { provide: UpwardOutlet, useClass: PgUpwardOutlet },
  { provide: HandoverRepository, useClass: PgHandoverRepository },
  { provide: WaitingUpwards, useClass: PgWaitingUpwards },
  OutboundDeliveries,
  OutboundSender,
  SignedBodies,
  HandUpRunner,
  HearProvinceHandler,
  AskProvinceHandler,
  AskProvinceRunner,
  ReadHandoversQuery,
  ResendHandler,
];
