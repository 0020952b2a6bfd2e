import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Clock, SystemClock } from '@nqi/kernel';
import { EventTransport, MessagingModule } from '@nqi/messaging';
import type { ServiceName } from '@nqi/contracts';
import { Database } from '@nqi/persistence';
import type { DataSource } from 'typeorm';
import { AuditAnchorLoop } from './audit/audit-anchor.loop.js';
import { AuditController } from './audit/audit.controller.js';
import { AuditQuery } from './audit/audit.query.js';
import { AuditTrail } from './audit/audit-trail.js';
import { AuthGuard } from './auth.js';
import { DeadLettersController } from './dead-letters.controller.js';
import { HealthController, Readiness } from './health.js';
import { Idempotency } from './idempotency.js';
import { LiveUpdates } from './live-updates.js';
import { OwnOperations } from './own-operations.js';
import { SERVICE_SETTINGS, type ServiceSettings } from './settings.js';
import { TokenVerifier } from './tokens.js';

/** What every service with a database shares, provided globally: database, messaging, access, health. */
@Module({})
export class PlatformModule {
  static forService(
    service: ServiceName,
    settings: ServiceSettings,
    dataSource: DataSource,
    { clock = new SystemClock(), gatherMs }: { clock?: Clock; gatherMs?: number } = {},
  ): DynamicModule {
    const database = new Database(dataSource);
    const { brokers, topicPrefix: prefix, sessionMs } = settings;
    const messaging = { service, brokers, prefix, sessionMs };
    return {
      module: PlatformModule,
      global: true,
      imports: [MessagingModule.register(gatherMs === undefined ? messaging : { ...messaging, gatherMs })],
      controllers: [HealthController, DeadLettersController, AuditController],
      providers: [
        { provide: SERVICE_SETTINGS, useValue: settings },
        { provide: Clock, useValue: clock },
        { provide: Database, useValue: database },
        { provide: TokenVerifier, useFactory: () => new TokenVerifier(settings.jwksUrl) },
        { provide: APP_GUARD, useClass: AuthGuard },
        {
          provide: Readiness,
          inject: [EventTransport],
          useFactory: (transport: EventTransport) => serviceReadiness(database, transport),
        },
        Idempotency,
        LiveUpdates,
        OwnOperations,
        AuditTrail,
        AuditQuery,
        AuditAnchorLoop,
      ],
      exports: [AuditTrail, SERVICE_SETTINGS, Clock, Database, TokenVerifier, Readiness, Idempotency, LiveUpdates],
    };
  }
}

function serviceReadiness(database: Database, transport: EventTransport): Readiness {
  const readiness = new Readiness();
  readiness.add({
    name: 'database',
    check: async () => {
      await database.query('SELECT 1');
    },
  });
  readiness.add({
    name: 'events',
    check: async () => {
      if (!transport.ready) throw new Error('not a member of its consumer group');
    },
  });
  return readiness;
}
