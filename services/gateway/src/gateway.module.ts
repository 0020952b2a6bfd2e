import { randomUUID } from 'node:crypto';
import { Module, type DynamicModule } from '@nestjs/common';
import { Clock, SystemClock } from '@nqi/kernel';
import { HealthController, Readiness, TokenVerifier } from '@nqi/platform';
import { ApiContract } from './contracts/api-contract.adapter.js';
import { ContractsController } from './contracts/contracts.controller.js';
import { CallBudgets } from './door/call-budget.js';
import { RedisCallBudgets } from './door/redis-call-budgets.adapter.js';
import { EventsController } from './events/events.controller.js';
import { LiveEvents } from './events/live-events.js';
import { LiveUpdatesSubscriber } from './events/live-updates.subscriber.js';
import { GATEWAY_SETTINGS, type GatewaySettings } from './gateway.settings.js';
import { GatewayReadiness } from './health/gateway-readiness.adapter.js';

/** What the gateway answers itself; the proxy and the portal's files are plugins beside it (`start-gateway.ts`). */
@Module({})
export class GatewayModule {
  static with(settings: GatewaySettings): DynamicModule {
    return {
      module: GatewayModule,
      controllers: [HealthController, EventsController, ContractsController],
      providers: [
        { provide: GATEWAY_SETTINGS, useValue: settings },
        { provide: Clock, useClass: SystemClock },
        { provide: TokenVerifier, useFactory: () => new TokenVerifier(settings.jwksUrl) },
        { provide: CallBudgets, useClass: RedisCallBudgets },
        { provide: LiveEvents, useFactory: () => new LiveEvents(randomUUID().slice(0, 8)) },
        { provide: Readiness, useClass: GatewayReadiness },
        LiveUpdatesSubscriber,
        ApiContract,
      ],
    };
  }
}
