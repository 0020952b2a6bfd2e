/** A configuration that cannot be right: the process says so in one line per fault and does not start. */
export class SettingsError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads environment variables once, at the start, and collects every fault before complaining. */
export class SettingsReader {
  private readonly faults: string[] = [];

  constructor(private readonly environment: Environment = process.env) {}

  text(name: string, fallback?: string): string {
    const value = this.environment[name]?.trim();
    if (value) return value;
    if (fallback === undefined) this.faults.push(`${name} is not set`);
    return fallback ?? '';
  }

  integer(name: string, fallback: number, range: { min: number; max: number }): number {
    const value = this.environment[name]?.trim();
    if (!value) return fallback;
    const number = Number(value);
    if (Number.isInteger(number) && number >= range.min && number <= range.max) return number;
    this.faults.push(`${name} is "${value}" but must be a whole number from ${range.min} to ${range.max}`);
    return fallback;
  }

  oneOf<T extends string>(name: string, choices: readonly T[], fallback: T): T {
    const value = this.environment[name]?.trim();
    if (!value) return fallback;
    const choice = choices.find((candidate) => candidate === value);
    if (choice) return choice;
    this.faults.push(`${name} is "${value}" but must be one of ${choices.join(', ')}`);
    return fallback;
  }

  url(name: string, protocols: readonly string[]): string {
    const value = this.text(name);
    if (!value) return value;
    const protocol = URL.canParse(value) ? new URL(value).protocol : '';
    if (!protocols.includes(protocol))
      this.faults.push(`${name} must be a URL that starts with ${protocols.join(' or ')}`);
    return value;
  }

  list(name: string): string[] {
    return this.text(name)
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean);
  }

  /** Adds a fault that only the reader of several values can see. */
  refuse(fault: string): void {
    this.faults.push(fault);
  }

  /** Returns the settings when nothing was wrong. Throws SettingsError with every fault otherwise. */
  finish<T>(settings: T): T {
    if (this.faults.length > 0) throw new SettingsError(this.faults);
    return settings;
  }
}

export type Mode = 'production' | 'demonstration';

/** What every service needs to know of its surroundings. */
export interface ServiceSettings {
  readonly mode: Mode;
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  readonly databasePool: number;
  readonly brokers: readonly string[];
  readonly topicPrefix: string;
  /** How long a consumer that says nothing keeps its partitions, in milliseconds. */
  readonly sessionMs: number;
  readonly redisUrl: string;
  readonly jwksUrl: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
}

/** Injection token of the settings. */
export const SERVICE_SETTINGS = Symbol('ServiceSettings');

export function readServiceSettings(environment: Environment = process.env): ServiceSettings {
  const read = new SettingsReader(environment);
  return read.finish({
    mode: read.oneOf('NQI_MODE', ['production', 'demonstration'], 'production'),
    port: read.integer('SERVICE_PORT', 3000, { min: 0, max: 65_535 }),
    host: read.text('SERVICE_HOST', '127.0.0.1'),
    databaseUrl: read.url('DATABASE_URL', ['postgres:', 'postgresql:']),
    databasePool: read.integer('DATABASE_POOL', 4, { min: 2, max: 100 }),
    brokers: read.list('KAFKA_BROKERS'),
    topicPrefix: read.text('KAFKA_TOPIC_PREFIX', ''),
    sessionMs: read.integer('KAFKA_SESSION_MS', 10_000, { min: 6_000, max: 300_000 }),
    redisUrl: read.url('REDIS_URL', ['redis:', 'rediss:']),
    jwksUrl: read.url('JWKS_URL', ['http:', 'https:']),
    logLevel: read.oneOf('LOG_LEVEL', ['debug', 'info', 'warn', 'error'], 'info'),
  });
}
