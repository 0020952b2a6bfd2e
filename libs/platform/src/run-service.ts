import 'reflect-metadata';
import { Module, type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ServiceName } from '@nqi/contracts';
import type { Clock } from '@nqi/kernel';
import { EventTransport } from '@nqi/messaging';
import { createDataSource, migrate, type DataSourceSettings } from '@nqi/persistence';
import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';
import { CreateAudit1764000000002 } from './audit/audit.schema.js';
import { AuditTrail } from './audit/audit-trail.js';
import { auditRequests } from './audit/audit-requests.js';
import { closeHttp, createHttpAdapter, dressHttp } from './http-server.js';
import { Readiness } from './health.js';
import { NestLogger, createLogger } from './logging.js';
import { PlatformModule } from './platform.module.js';
import { onStopSignal } from './stop-signal.js';
import { SettingsError, readServiceSettings, type ServiceSettings } from './settings.js';

/** What makes a service: its wiring, its schema, and the reference data it starts with. */
export interface ServiceDefinition {
  readonly name: ServiceName;
  readonly module: Type;
  readonly migrations: DataSourceSettings['migrations'];
  readonly entities?: DataSourceSettings['entities'];
  /** How long events may gather before this service hears of them; 0 when people wait for what it does with them. */
  readonly gatherMs?: number;
  /** Loads reference and, in demonstration mode, demonstration data; must be repeatable. */
  readonly seed?: (app: INestApplicationContext, settings: ServiceSettings) => Promise<void>;
  /** What `main.js <name>` does for an operator beside serving: each may say lines, and answers whether all is well. */
  readonly commands?: Readonly<Record<string, Command>>;
}

export type Command = (app: INestApplicationContext, say: (line: string) => void) => Promise<boolean>;

/** Parts a test may put in place of the real ones. */
export interface ServiceParts {
  readonly clock?: Clock;
}

/** A running service; tests start it in their own process and stop it again. */
export interface RunningService {
  readonly app: NestFastifyApplication;
  readonly url: string;
  stop(): Promise<void>;
}

/** The whole life of a service process: `main.js` serves; `main.js migrate`, or a command of its own, does that and ends. */
export async function runService(definition: ServiceDefinition): Promise<void> {
  try {
    const settings = readServiceSettings();
    const [, , word] = process.argv;
    if (word === 'migrate') return await prepareService(definition, settings);
    if (word !== undefined) return await runCommand(definition, settings, word);
    const service = await startService(definition, settings);
    onStopSignal(() => service.stop());
  } catch (error) {
    const lines =
      error instanceof SettingsError ? error.faults : [error instanceof Error ? error.stack : String(error)];
    for (const line of lines) process.stderr.write(`${definition.name}: ${line}\n`);
    process.exit(1);
  }
}

/** Migrates the database and seeds it. What seeding has to say leaves through the outbox before this resolves. */
export async function prepareService(
  definition: ServiceDefinition,
  settings: ServiceSettings,
  parts: ServiceParts = {},
): Promise<void> {
  const dataSource = await openDataSource(definition, settings);
  try {
    await migrate(dataSource);
    const { seed } = definition;
    if (seed) await inside(definition, settings, dataSource, parts, (app) => seed(app, settings));
  } finally {
    await dataSource.destroy();
  }
}

async function runCommand(definition: ServiceDefinition, settings: ServiceSettings, word: string): Promise<void> {
  const command = definition.commands?.[word];
  if (!command) throw new SettingsError([`no command ${word}`]);
  const dataSource = await openDataSource(definition, settings);
  try {
    await inside(definition, settings, dataSource, {}, async (app) => {
      const well = await command(app, (line) => process.stdout.write(`${line}\n`));
      if (!well) process.exitCode = 1;
    });
  } finally {
    await dataSource.destroy();
  }
}

/** Work inside the service's wiring while nothing is served. */
async function inside(
  definition: ServiceDefinition,
  settings: ServiceSettings,
  dataSource: DataSource,
  parts: ServiceParts,
  work: (app: INestApplicationContext) => Promise<void>,
): Promise<void> {
  const app = await NestFactory.createApplicationContext(rootModule(definition, settings, dataSource, parts), {
    logger: new NestLogger(createLogger(definition.name, settings.logLevel === 'info' ? 'warn' : settings.logLevel)),
    abortOnError: false,
  });
  try {
    await work(app);
  } finally {
    await app.close();
  }
}

/** Starts HTTP first and events second, so that a service that cannot listen never takes an event. */
export async function startService(
  definition: ServiceDefinition,
  settings: ServiceSettings,
  parts: ServiceParts = {},
): Promise<RunningService> {
  const dataSource = await openDataSource(definition, settings);
  const app = await NestFactory.create<NestFastifyApplication>(
    rootModule(definition, settings, dataSource, parts),
    createHttpAdapter(),
    { logger: new NestLogger(createLogger(definition.name, settings.logLevel)), abortOnError: false },
  );
  dressHttp(app, definition.name);
  auditRequests(app.getHttpAdapter().getInstance() as unknown as FastifyInstance, app.get(AuditTrail));
  app.connectMicroservice({ strategy: app.get(EventTransport) }, { inheritAppConfig: false });
  await app.listen(settings.port, settings.host);
  await app.startAllMicroservices();
  return {
    app,
    url: await app.getUrl(),
    stop: async () => {
      app.get(Readiness).leave();
      await closeHttp(app);
      await dataSource.destroy();
    },
  };
}

async function openDataSource(definition: ServiceDefinition, settings: ServiceSettings) {
  const dataSource = createDataSource({
    url: settings.databaseUrl,
    poolSize: settings.databasePool,
    applicationName: `nqi-${definition.name}`,
    // No service can leave the trail out.
    migrations: [...Object.values(definition.migrations), CreateAudit1764000000002],
    entities: definition.entities,
  });
  return dataSource.initialize();
}

function rootModule(
  definition: ServiceDefinition,
  settings: ServiceSettings,
  dataSource: DataSource,
  parts: ServiceParts,
): Type {
  @Module({
    imports: [
      PlatformModule.forService(definition.name, settings, dataSource, {
        clock: parts.clock,
        gatherMs: definition.gatherMs,
      }),
      definition.module,
    ],
  })
  class ServiceRoot {}
  return ServiceRoot;
}
