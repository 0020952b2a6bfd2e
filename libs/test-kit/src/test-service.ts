import { randomBytes } from 'node:crypto';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { SUBSCRIPTIONS, TOPICS, consumerGroup, ensureTopics } from '@nqi/contracts';
import type { Clock } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import {
  prepareService,
  readServiceSettings,
  startService,
  type Principal,
  type RunningService,
  type ServiceDefinition,
  type ServiceSettings,
} from '@nqi/platform';
import { HttpClient } from './http-client.js';
import { KafkaProbe } from './kafka-probe.js';
import { TestDatabase } from './test-database.js';
import { TokenIssuer } from './token-issuer.js';

/** Made by the first test that needs it; what it seals lives no longer than a test's database. */
const CONTACT_KEYS = join(tmpdir(), `nqi-test-contact-keys-${userInfo().uid}.json`);

export interface TestServiceOptions {
  readonly clock?: Clock;
  /** Settings that differ from the test's usual ones. */
  readonly settings?: Partial<ServiceSettings>;
  /** False leaves the service prepared but not running, for tests that start it in a process of its own. */
  readonly start?: boolean;
}

/** A real service on a database and topics of its own, driven over HTTP and Kafka as its neighbours would. */
export class TestService {
  private running: RunningService | undefined;

  private constructor(
    private readonly definition: ServiceDefinition,
    private readonly options: TestServiceOptions,
    private readonly tokens: TokenIssuer,
    private readonly inspected: TestDatabase,
    readonly settings: ServiceSettings,
    readonly kafka: KafkaProbe,
  ) {}

  static async start(definition: ServiceDefinition, options: TestServiceOptions = {}): Promise<TestService> {
    const { DATABASE_URL = '', KAFKA_BROKERS = '', REDIS_URL = '' } = process.env;
    process.env['CONTACT_KEY_FILE'] ??= CONTACT_KEYS;
    const tokens = await TokenIssuer.start();
    const database = await TestDatabase.create(DATABASE_URL);
    const prefix = `t${randomBytes(4).toString('hex')}.`;
    const read = readServiceSettings({
      NQI_MODE: 'demonstration',
      SERVICE_PORT: '0',
      DATABASE_URL: database.url,
      KAFKA_BROKERS,
      REDIS_URL,
      KAFKA_TOPIC_PREFIX: prefix,
      // The least that every broker allows: tests that kill a consumer wait for as long.
      KAFKA_SESSION_MS: '6000',
      JWKS_URL: tokens.jwksUrl,
      LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error',
    });
    const settings = { ...read, ...options.settings };
    const kafka = new KafkaProbe([...settings.brokers], prefix);
    const service = new TestService(definition, options, tokens, database, settings, kafka);
    try {
      await ensureTopics([...settings.brokers], { prefix, service: definition.name });
      await prepareService(definition, settings, { clock: options.clock });
      if (options.start !== false) await service.up();
    } catch (error) {
      await service.stop();
      throw error;
    }
    return service;
  }

  /** Starts another replica on the same database and topics; the caller stops it. */
  replica(): Promise<RunningService> {
    return startService(this.definition, this.settings, { clock: this.options.clock });
  }

  get app(): RunningService['app'] {
    if (!this.running) throw new Error('the service is not running');
    return this.running.app;
  }

  get url(): string {
    if (!this.running) throw new Error('the service is not running');
    return this.running.url;
  }

  get database(): Database {
    return this.app.get(Database);
  }

  /** A caller of the service, or of a replica; without a principal one that is not signed in. */
  async as(principal?: Principal, url = this.url): Promise<HttpClient> {
    return new HttpClient(url, principal && (await this.token(principal)));
  }

  /** Looks into the service's database from outside; works while the service is down. */
  query<Row = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return this.inspected.query<Row>(sql, values);
  }

  /** Ends every connection the service holds to its database, as a failover would. */
  cutConnections(): Promise<unknown> {
    return this.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = $1`,
      [`nqi-${this.definition.name}`],
    );
  }

  deadLetters(): Promise<Record<string, unknown>[]> {
    return this.query('SELECT * FROM dead_letter ORDER BY parked_at');
  }

  /** How many events wait for the service's consumer group, over all its topics. */
  lag(): Promise<{ total: number }> {
    return this.kafka.lag(consumerGroup(this.definition.name), this.subscriptions);
  }

  /** Members of the service's consumer group, by client id. */
  members(): Promise<string[]> {
    return this.kafka.members(consumerGroup(this.definition.name));
  }

  private get subscriptions(): string[] {
    return SUBSCRIPTIONS[this.definition.name].map((id) => TOPICS[id].name);
  }

  token(principal: Principal, seconds?: number): Promise<string> {
    return this.tokens.sign(principal, seconds, this.options.clock?.now());
  }

  get jwksUrl(): string {
    return this.tokens.jwksUrl;
  }

  async up(): Promise<void> {
    this.running = await this.replica();
  }

  async down(): Promise<void> {
    await this.running?.stop();
    this.running = undefined;
  }

  async stop(): Promise<void> {
    await this.down();
    await this.kafka.stop();
    await this.tokens.stop();
    await this.inspected.drop();
  }
}
